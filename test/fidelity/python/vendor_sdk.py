"""The vendor's SDK for Python, pointed at the practice org by its gateway setting."""
from urllib.parse import urlsplit

import PureCloudPlatformClientV2 as sdk
from PureCloudPlatformClientV2.rest import ApiException

from steps import BASE_URL, CLIENT_ID, CLIENT_SECRET, step

address = urlsplit(BASE_URL)
sdk.configuration.host = f"{BASE_URL}"
client = sdk.api_client.ApiClient()
client.gateway_configuration = sdk.gateway_configuration.GatewayConfiguration(
    host=address.hostname,
    protocol="http",
    port=address.port,
    path_params_login="login",
    path_params_api="api",
)
made = {}


def refused_with(status, call):
    try:
        call()
    except ApiException as error:
        assert error.status == status, f"{error.status} instead of {status}"
        return error
    raise AssertionError(f"not refused, where {status} was expected")


@step("signs in with client credentials")
def _():
    client.get_client_credentials_token(CLIENT_ID, CLIENT_SECRET)


@step("is refused with a wrong secret")
def _():
    other = sdk.api_client.ApiClient()
    other.gateway_configuration = client.gateway_configuration
    refused_with(401, lambda: other.get_client_credentials_token(CLIENT_ID, "wrong"))


oauth = sdk.OAuthApi(client)
authorization = sdk.AuthorizationApi(client)
scim = sdk.SCIMApi(client)


def draft(**differences):
    request = sdk.OAuthClientRequest()
    request.name = "Python SDK"
    request.authorized_grant_type = "CODE"
    request.scope = ["users"]
    for name, value in differences.items():
        setattr(request, name, value)
    return request


@step("creates an OAuth client, which comes with its secret")
def _():
    made["client"] = oauth.post_oauth_clients(draft())
    assert made["client"].secret


@step("finds it in the list and by its ID")
def _():
    found = oauth.get_oauth_client(made["client"].id)
    assert found.name == "Python SDK"
    assert any(each.id == found.id for each in oauth.get_oauth_clients().entities)


@step("changes it")
def _():
    changed = oauth.put_oauth_client(made["client"].id, draft(name="Python SDK 2"))
    assert changed.name == "Python SDK 2"


@step("makes another secret")
def _():
    assert oauth.post_oauth_client_secret(made["client"].id).secret != made["client"].secret


@step("cannot delete it while it is active")
def _():
    refused_with(400, lambda: oauth.delete_oauth_client(made["client"].id))


@step("deletes it once it is inactive")
def _():
    oauth.put_oauth_client(made["client"].id, draft(state="inactive"))
    oauth.delete_oauth_client(made["client"].id)
    refused_with(404, lambda: oauth.get_oauth_client(made["client"].id))


@step("reads scopes, roles, divisions, products, permissions and grants")
def _():
    assert oauth.get_oauth_scopes().entities
    assert authorization.get_authorization_roles(page_size=25).entities
    assert authorization.get_authorization_divisions().entities
    assert authorization.get_authorization_products().entities is not None
    assert authorization.get_authorization_permissions(page_size=25).entities
    assert authorization.get_authorization_subjects_me().grants is not None


@step("makes, changes and deletes a role")
def _():
    role = sdk.DomainOrganizationRoleCreate()
    role.name = "Made by the Python SDK"
    policy = sdk.DomainPermissionPolicy()
    policy.domain, policy.entity_name, policy.action_set = "routing", "queue", ["view"]
    role.permission_policies = [policy]
    created = authorization.post_authorization_roles(role)
    assert [each.domain for each in created.permission_policies] == ["routing"]
    authorization.delete_authorization_role(created.id)
    refused_with(404, lambda: authorization.get_authorization_role(created.id))


@step("makes, changes and deletes a division")
def _():
    division = sdk.AuthzDivision()
    division.name = "Made by the Python SDK"
    created = authorization.post_authorization_divisions(division)
    division.name = "Changed by the Python SDK"
    assert authorization.put_authorization_division(created.id, division).name == division.name
    authorization.delete_authorization_division(created.id)
    refused_with(404, lambda: authorization.get_authorization_division(created.id))


@step("reads what SCIM can do, its users and its groups")
def _():
    assert scim.get_scim_v2_serviceproviderconfig()
    assert scim.get_scim_v2_users(filter='userName eq "nobody@practice.example"').total_results == 0
    assert scim.get_scim_v2_groups(filter='displayName eq "Sales Team"').total_results == 1


@step("tells the correlation ID of an error")
def _():
    error = refused_with(404, lambda: oauth.get_oauth_client("00000000-0000-0000-0000-000000000000"))
    assert {name.lower(): value for name, value in error.headers.items()}["inin-correlation-id"]
