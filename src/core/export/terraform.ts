import type { OAuthClientRequest } from '../platform/oauthClients.ts';
import { regionOf } from '../platform/regions.ts';
import { inUsualWidth } from '../platform/text.ts';
import { forPracticeOrgText } from '../texts/practiceOrg.ts';
import type { ExportTarget } from './exportTarget.ts';
import { escapeUnseen } from './json.ts';

const RESOURCE_TYPE = 'genesyscloud_oauth_client';

/** A client of the configuration; one without an ID does not exist yet. */
type Resource = { readonly id: string | undefined; readonly request: OAuthClientRequest };

/**
 * Clients as resources of Genesys's Terraform provider, which spells the grant types as the API does. The
 * secret is not exposed: that is the provider's default. An import block (Terraform 1.5 or newer) stands before a client
 * that exists already, so that Terraform takes it over instead of creating a second one; and before all of it, for the
 * practice org, the provider that leads there.
 */
export function exportTerraform(clients: readonly Resource[], where: ExportTarget): string {
  const labels = resourceLabels(clients.map(({ request }) => request.name));
  const resources = clients.flatMap(({ id, request }, index) => {
    const label = labels[index] ?? '';
    return [...(id === undefined ? [] : [importBlock(label, id)]), resourceBlock(label, request)];
  });
  return `${[...(where.practice ? [practiceProvider(where)] : []), ...resources].join('\n\n')}\n`;
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
function resourceLabel(name: string): string {
  const plain = inUsualWidth(name).normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  const label = (plain.match(/[a-z0-9]+/g) ?? []).join('_').slice(0, 60).replace(/_$/, '');
  if (label === '') return 'oauth_client';
  return /^[0-9]/.test(label) ? `client_${label}` : label;
}

/** An attribute of a block; the value is HCL as `hclString`, `hclList` or a number writes it. */
type HclAttribute = { name: string; value: string };

/** A text as a quoted HCL string in which nothing is a template: `${` and `%{` are written doubled. */
function hclString(text: string): string {
  const escaped = text
    .replace(/["\\]/g, String.raw`\$&`)
    .replace(/([$%])\{/g, '$1$1{')
    .replaceAll('\n', String.raw`\n`)
    .replaceAll('\r', String.raw`\r`)
    .replaceAll('\t', String.raw`\t`);
  return `"${escapeUnseen(escaped)}"`;
}

/** Texts as an HCL list: one on the line of its brackets, several on a line each. */
export function hclList(texts: readonly string[]): string {
  const items = texts.map(hclString);
  return items.length < 2 ? `[${items.join()}]` : `[\n${items.map((item) => `  ${item},\n`).join('')}]`;
}

/** A block laid out as `terraform fmt` lays it out, with blank lines before nested blocks; no line feed at the end. */
function hclBlock(
  header: string,
  attributes: readonly HclAttribute[],
  nested: readonly string[] = [],
): string {
  const content = [...(attributes.length > 0 ? [aligned(attributes)] : []), ...nested].join('\n\n');
  return `${header} {\n${indented(content)}\n}`;
}

/** The equals signs of neighbours stand in one column; a value of several lines has no neighbours. */
function aligned(attributes: readonly HclAttribute[]): string {
  const runs: HclAttribute[][] = [];
  for (const attribute of attributes) {
    const last = runs.at(-1);
    if (last?.every(isOneLine) && isOneLine(attribute)) last.push(attribute);
    else runs.push([attribute]);
  }
  return runs.flatMap(alignedRun).join('\n');
}

function alignedRun(run: readonly HclAttribute[]): string[] {
  const width = Math.max(...run.map(({ name }) => name.length));
  return run.map(({ name, value }) => `${name.padEnd(width)} = ${value}`);
}

function isOneLine({ value }: HclAttribute): boolean {
  return !value.includes('\n');
}

function indented(text: string): string {
  return text.replaceAll(/^(?!$)/gm, '  ');
}
