import type { OAuthClientRequest } from '../platform/oauthClients.ts';
import { regionOf } from '../platform/regions.ts';
import { inUsualWidth } from '../platform/text.ts';
import { forPracticeOrgText } from '../texts/practiceOrg.ts';
import type { ExportTarget } from './exportTarget.ts';
import { type HclAttribute, hclBlock, hclList, hclString } from './hcl.ts';

const RESOURCE_TYPE = 'genesyscloud_oauth_client';

/** A client of the configuration; one without an ID does not exist yet. */
export type Resource = { readonly id: string | undefined; readonly request: OAuthClientRequest };

/**
 * Clients as resources of Genesys's Terraform provider, which spells the grant types as the API does. The
 * secret is not exposed: that is the provider's default. An import block (Terraform 1.5 or newer) stands before a client
 * that exists already, so that Terraform takes it over instead of creating a second one; and before all of it, for the
 * practice org, the provider that leads there.
 */
export function exportTerraform(clients: readonly Resource[], where: ExportTarget): string {
  return [...terraformOf(clients, where)].join('');
}

/** The same piece by piece. */
export function* terraformOf(clients: readonly Resource[], where: ExportTarget): Generator<string> {
  const labels = resourceLabels(clients.map(({ request }) => request.name));
  let between = '';
  if (where.practice) {
    yield practiceProvider(where);
    between = '\n\n';
  }
  for (const [index, { id, request }] of clients.entries()) {
    const roles = (request.roleDivisions ?? []).map(rolesBlock);
    yield between + clientBlocks(labels[index] ?? '', { id, request }, roles).join('\n\n');
    between = '\n\n';
  }
  yield '\n';
}

/**
 * The practice org as the provider's gateway, to which each of its requests goes, the login included, whatever
 * credentials it finds (Genesys facts 11).
 */
export function practiceProvider({
  region,
  apiUrl,
  loginUrl,
}: Pick<ExportTarget, 'region' | 'apiUrl' | 'loginUrl'>): string {
  const { protocol, hostname, port } = new URL(apiUrl);
  const awsRegion = regionOf(region)?.awsRegion;
  const loginPath = hclBlock('path_params', [
    { name: 'path_name', value: hclString('login') },
    { name: 'path_value', value: hclString(new URL(loginUrl).pathname.slice(1)) },
  ]);
  const gateway = hclBlock(
    'gateway',
    [
      { name: 'protocol', value: hclString(protocol.slice(0, -1)) },
      { name: 'host', value: hclString(hostname) },
      { name: 'port', value: hclString(port) },
    ],
    [loginPath],
  );
  const attributes = awsRegion === undefined ? [] : [{ name: 'aws_region', value: hclString(awsRegion) }];
  return `# ${forPracticeOrgText()}\n${hclBlock('provider "genesyscloud"', attributes, [gateway])}`;
}

function importBlock(label: string, clientId: string): string {
  return hclBlock('import', [
    { name: 'to', value: `${RESOURCE_TYPE}.${label}` },
    { name: 'id', value: hclString(clientId) },
  ]);
}

/** The blocks of one client: the resource, and what takes it over. `roles` are blocks that `rolesBlock` has written. */
export function clientBlocks(label: string, { id, request }: Resource, roles: readonly string[]): string[] {
  const resource = hclBlock(`resource "${RESOURCE_TYPE}" "${label}"`, attributes(request), roles);
  return [...(id === undefined ? [] : [importBlock(label, id)]), resource];
}

/** A role of a client in a division. `roleId` is its ID, unless it is a reference to one. */
export function rolesBlock(role: { roleId: string | HclReference; divisionId: string }): string {
  const { roleId, divisionId } = role;
  return hclBlock('roles', [
    { name: 'role_id', value: typeof roleId === 'string' ? hclString(roleId) : roleId.reference },
    { name: 'division_id', value: hclString(divisionId) },
  ]);
}

/** What names something else in the file, such as `genesyscloud_auth_role.viewer.id`. */
export type HclReference = { readonly reference: string };

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

/**
 * A label for each name, all different: of those that would be the same, the second and later ones are numbered. Names
 * without a Latin letter are all the same to it, so that it does not count anew for each.
 */
function resourceLabels(names: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  const numbers = new Map<string, number>();
  return names.map((name) => {
    const plain = resourceLabel(name);
    let number = numbers.get(plain) ?? 1;
    let label = number === 1 ? plain : `${plain}_${number}`;
    for (; taken.has(label); label = `${plain}_${number}`) number += 1;
    numbers.set(plain, number);
    taken.add(label);
    return label;
  });
}

/** A label from the Latin letters and digits of a name, which Terraform wants to start with a letter. */
export function resourceLabel(name: string): string {
  const plain = inUsualWidth(name).normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  const label = (plain.match(/[a-z0-9]+/g) ?? []).join('_').slice(0, 60).replace(/_$/, '');
  if (label === '') return 'oauth_client';
  return /^[0-9]/.test(label) ? `client_${label}` : label;
}
