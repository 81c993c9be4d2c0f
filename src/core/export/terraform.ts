import type { OAuthClientRequest } from '../platform/oauthClients.ts';
import { inUsualWidth } from '../platform/usualWidth.ts';
import { type HclAttribute, hclBlock, hclList, hclString } from './hcl.ts';

const RESOURCE_TYPE = 'genesyscloud_oauth_client';

/**
 * The client as a resource of Genesys's Terraform provider, which spells the grant types as the API does. The
 * secret is not exposed: that is the provider's default.
 *
 * @param clientId the ID of a client that exists already: an import block (Terraform 1.5 or newer) then stands first,
 *   so that Terraform takes it over instead of creating a second one
 */
export function exportTerraform(client: OAuthClientRequest, clientId?: string): string {
  const label = resourceLabel(client.name);
  const blocks = clientId === undefined ? [] : [importBlock(label, clientId)];
  blocks.push(resourceBlock(label, client));
  return `${blocks.join('\n\n')}\n`;
}

function importBlock(label: string, clientId: string): string {
  return hclBlock('import', [
    { name: 'to', value: `${RESOURCE_TYPE}.${label}` },
    { name: 'id', value: hclString(clientId) },
  ]);
}

function resourceBlock(label: string, client: OAuthClientRequest): string {
  const roles = client.roleDivisions?.map(({ roleId, divisionId }) =>
    hclBlock('roles', [
      { name: 'role_id', value: hclString(roleId) },
      { name: 'division_id', value: hclString(divisionId) },
    ]),
  );
  return hclBlock(`resource "${RESOURCE_TYPE}" "${label}"`, attributes(client), roles);
}

function attributes(client: OAuthClientRequest): HclAttribute[] {
  const { description, registeredRedirectUri = [], scope = [] } = client;
  const all: HclAttribute[] = [{ name: 'name', value: hclString(client.name) }];
  if (description !== undefined) all.push({ name: 'description', value: hclString(description) });
  all.push(
    { name: 'authorized_grant_type', value: hclString(client.authorizedGrantType) },
    { name: 'access_token_validity_seconds', value: `${client.accessTokenValiditySeconds}` },
  );
  if (registeredRedirectUri.length > 0) {
    all.push({ name: 'registered_redirect_uris', value: hclList(registeredRedirectUri) });
  }
  if (scope.length > 0) all.push({ name: 'scopes', value: hclList(scope) });
  return all;
}

/** A label from the Latin letters and digits of a name, which Terraform wants to start with a letter. */
function resourceLabel(name: string): string {
  const plain = inUsualWidth(name).normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  const label = (plain.match(/[a-z0-9]+/g) ?? []).join('_').slice(0, 60).replace(/_$/, '');
  if (label === '') return 'oauth_client';
  return /^[0-9]/.test(label) ? `client_${label}` : label;
}
