"""requests-oauthlib, on top of oauthlib, against the login host."""
import os
from urllib.parse import parse_qs, urlsplit

import requests
from oauthlib.oauth2 import BackendApplicationClient, InvalidClientError, OAuth2Error
from requests_oauthlib import OAuth2Session

from steps import BASE_URL, CLIENT_ID, CLIENT_SECRET, SIGN_IN_CLIENT_ID, step

os.environ["OAUTHLIB_INSECURE_TRANSPORT"] = "1"
AUTHORIZE = f"{BASE_URL}/login/oauth/authorize"
TOKEN = f"{BASE_URL}/login/oauth/token"
REDIRECT = "http://localhost:53682"
made = {}


@step("signs in with client credentials")
def _():
    session = OAuth2Session(client=BackendApplicationClient(client_id=CLIENT_ID))
    made["token"] = session.fetch_token(TOKEN, client_id=CLIENT_ID, client_secret=CLIENT_SECRET)
    assert session.get(f"{BASE_URL}/api/v2/oauth/clients").status_code == 200


@step("is refused with a wrong secret, by the error's name")
def _():
    session = OAuth2Session(client=BackendApplicationClient(client_id=CLIENT_ID))
    try:
        session.fetch_token(TOKEN, client_id=CLIENT_ID, client_secret="wrong")
    except InvalidClientError:
        return
    raise AssertionError("not refused")


@step("signs a person in with PKCE")
def _():
    session = OAuth2Session(SIGN_IN_CLIENT_ID, redirect_uri=REDIRECT, pkce="S256")
    address, _ = session.authorization_url(AUTHORIZE)
    asked = {name: values[0] for name, values in parse_qs(urlsplit(address).query).items()}
    form = {**asked, "person": "administrator"}
    back = requests.post(AUTHORIZE, data=form, allow_redirects=False, timeout=30).headers["location"]
    made["person"] = session.fetch_token(TOKEN, authorization_response=back, include_client_id=True)
    assert session.get(f"{BASE_URL}/api/v2/users/me").status_code == 200


@step("renews what can be renewed, and is refused what cannot")
def _():
    session = OAuth2Session(SIGN_IN_CLIENT_ID, token=made["person"])
    renewal = made["person"].get("refresh_token")
    if renewal is not None:
        session.refresh_token(TOKEN, refresh_token=renewal, client_id=SIGN_IN_CLIENT_ID)
    try:
        session.refresh_token(TOKEN, refresh_token="made up", client_id=SIGN_IN_CLIENT_ID)
    except OAuth2Error:
        return
    raise AssertionError("not refused")
