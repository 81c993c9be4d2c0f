"""Authlib, a strict OAuth client, against the login host."""
from urllib.parse import parse_qs, urlsplit

import requests
from authlib.integrations.requests_client import OAuth2Session, OAuthError

from steps import BASE_URL, CLIENT_ID, CLIENT_SECRET, SIGN_IN_CLIENT_ID, step

AUTHORIZE = f"{BASE_URL}/login/oauth/authorize"
TOKEN = f"{BASE_URL}/login/oauth/token"
REDIRECT = "http://localhost:53682"
VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"
made = {}


def log_in(address, person="administrator"):
    """What the person does on the login page; gives where the browser is sent."""
    asked = {name: values[0] for name, values in parse_qs(urlsplit(address).query).items()}
    answer = requests.post(AUTHORIZE, data={**asked, "person": person}, allow_redirects=False, timeout=30)
    return answer.headers["location"]


@step("signs in with client credentials")
def _():
    session = OAuth2Session(CLIENT_ID, CLIENT_SECRET)
    made["token"] = session.fetch_token(TOKEN, grant_type="client_credentials")
    assert made["token"]["token_type"].lower() == "bearer" and made["token"]["expires_in"] > 0


@step("calls the API with the token")
def _():
    answer = OAuth2Session(CLIENT_ID, token=made["token"]).get(f"{BASE_URL}/api/v2/oauth/clients")
    assert answer.status_code == 200, answer.text


@step("is refused with a wrong secret, by the error's name")
def _():
    try:
        OAuth2Session(CLIENT_ID, "wrong").fetch_token(TOKEN, grant_type="client_credentials")
    except OAuthError as error:
        assert error.error == "invalid_client", error.error
    else:
        raise AssertionError("not refused")


@step("signs a person in with PKCE")
def _():
    session = OAuth2Session(SIGN_IN_CLIENT_ID, redirect_uri=REDIRECT, code_challenge_method="S256")
    session.client_auth_methods = {}
    session.token_endpoint_auth_method = "none"
    address, state = session.create_authorization_url(AUTHORIZE, code_verifier=VERIFIER)
    back = log_in(address)
    made["person"] = session.fetch_token(TOKEN, authorization_response=back, code_verifier=VERIFIER, state=state)
    assert made["person"]["access_token"]


@step("a code works once only")
def _():
    session = OAuth2Session(SIGN_IN_CLIENT_ID, redirect_uri=REDIRECT, code_challenge_method="S256")
    session.token_endpoint_auth_method = "none"
    address, state = session.create_authorization_url(AUTHORIZE, code_verifier=VERIFIER)
    back = log_in(address)
    session.fetch_token(TOKEN, authorization_response=back, code_verifier=VERIFIER, state=state)
    try:
        session.fetch_token(TOKEN, authorization_response=back, code_verifier=VERIFIER, state=state)
    except OAuthError as error:
        assert error.error == "invalid_grant", error.error
    else:
        raise AssertionError("not refused")


@step("renews what can be renewed")
def _():
    if "refresh_token" not in made["person"]:
        return
    session = OAuth2Session(SIGN_IN_CLIENT_ID, token=made["person"])
    session.token_endpoint_auth_method = "none"
    renewed = session.refresh_token(TOKEN, refresh_token=made["person"]["refresh_token"])
    assert renewed["access_token"] != made["person"]["access_token"]


@step("is told when the person cancels")
def _():
    session = OAuth2Session(SIGN_IN_CLIENT_ID, redirect_uri=REDIRECT, code_challenge_method="S256")
    address, _ = session.create_authorization_url(AUTHORIZE, code_verifier=VERIFIER)
    asked = {name: values[0] for name, values in parse_qs(urlsplit(address).query).items()}
    answer = requests.post(AUTHORIZE, data={**asked, "decision": "cancel"}, allow_redirects=False, timeout=30)
    assert parse_qs(urlsplit(answer.headers["location"]).query)["error"] == ["access_denied"]
