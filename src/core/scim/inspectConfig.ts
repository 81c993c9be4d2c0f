import { getNodeValue, type Node } from 'jsonc-parser';
import type { ScimFit } from '../clients/forScim.ts';
import { placer } from '../framework/places.ts';
import { propertyValue, readJson, stringProperty } from './jsonDocument.ts';
import { findPlainTextSecrets } from './plainTextSecrets.ts';
import { tokenStanding } from './tokenLife.ts';

/** What is worth knowing about a SCIM config file. The text comes from texts/scim.ts. */
type Observation =
  | {
      readonly code: 'token-expiring' | 'token-expired';
      /** The identity provider as the file names it; the moment in ISO 8601. */
      readonly args: { readonly provider: string; readonly endsAt: string };
    }
  | { readonly code: 'plain-text-secret'; readonly args: Readonly<Record<string, never>> }
  | { readonly code: 'duration-reset'; readonly args: { readonly written: number; readonly actual: number } }
  | { readonly code: 'extra-role'; readonly args: { readonly roles: readonly string[] } }
  /** Permissions as clients/permissions.ts writes them. */
  | {
      readonly code: 'altered-role';
      readonly args: {
        readonly role: string;
        readonly added: readonly string[];
        readonly taken: readonly string[];
      };
    };

type FindingPlace = {
  /** In UTF-16 units. */
  readonly offset: number;
  readonly length: number;
  /** Of the offset; counts from 1. */
  readonly line: number;
};

export type ScimFinding = FindingPlace & { readonly severity: 'error' | 'warning' } & Observation;

/** What the org says about a client. */
export type ScimClientFacts = {
  readonly accessTokenValiditySeconds: number;
  readonly roles: readonly { readonly id: string; readonly name: string; readonly fit: ScimFit }[];
};

type Seen = Observation & { readonly at: Pick<Node, 'offset' | 'length'> };

/**
 * Everything worth knowing about a SCIM config file, in the order of the text (procedure rules S2, S4 and S6). Sound or
 * not, the text is never refused: what cannot be read is not reported. `clients` are the facts by Client ID, in lower
 * case; what needs them is silent about a client that is not among them.
 */
export function inspectScimConfig(
  text: string,
  now: Date,
  clients: ReadonlyMap<string, ScimClientFacts> = new Map(),
): ScimFinding[] {
  const { root } = readJson(text);
  const connections = propertyValue(root, 'connections');
  const elements = connections?.type === 'array' ? (connections.children ?? []) : [];
  const seen: Seen[] = [
    ...findPlainTextSecrets(text, root).map((at): Seen => ({ code: 'plain-text-secret', args: {}, at })),
    ...elements.flatMap((connection) => tokenEnd(connection, now)),
    ...elements.flatMap((connection) => againstOrg(connection, clients)),
  ];
  const place = placer(text);
  return seen
    .map(({ at: { offset, length }, ...observation }) => {
      const { line } = place({ start: offset, end: offset + length });
      return { ...observation, offset, length, line, severity: severityOf(observation.code) };
    })
    .sort((one, other) => one.offset - other.offset);
}

function severityOf(code: ScimFinding['code']): ScimFinding['severity'] {
  switch (code) {
    case 'token-expired':
    case 'plain-text-secret':
      return 'error';
    case 'token-expiring':
    case 'duration-reset':
    case 'extra-role':
    case 'altered-role':
      return 'warning';
  }
}

function tokenEnd(connection: Node, now: Date): Seen[] {
  const at = propertyValue(connection, 'tokenEndsAt');
  const endsAt = stringProperty(connection, 'tokenEndsAt');
  if (at === undefined || endsAt === undefined) return [];
  const args = { provider: stringProperty(connection, 'provider') ?? '', endsAt };
  switch (tokenStanding(new Date(endsAt), numberProperty(connection, 'tokenDurationSeconds'), now)) {
    case 'alive':
      return [];
    case 'expiring':
      return [{ code: 'token-expiring', args, at }];
    case 'expired':
      return [{ code: 'token-expired', args, at }];
  }
}

function againstOrg(connection: Node, clients: ReadonlyMap<string, ScimClientFacts>): Seen[] {
  const client = clients.get(stringProperty(connection, 'clientId')?.toLowerCase() ?? '');
  if (client === undefined) return [];
  const seen: Seen[] = [];

  const duration = propertyValue(connection, 'tokenDurationSeconds');
  const written = numberProperty(connection, 'tokenDurationSeconds');
  const actual = client.accessTokenValiditySeconds;
  if (duration !== undefined && written !== undefined && written !== actual) {
    seen.push({ code: 'duration-reset', args: { written, actual }, at: duration });
  }

  const role = propertyValue(connection, 'role');
  const roleId = role && stringProperty(role, 'id');
  if (role === undefined || roleId === undefined) return seen;
  const others = client.roles.filter(({ id, fit }) => isOther(fit, id === roleId)).map(({ name }) => name);
  if (others.length > 0) seen.push({ code: 'extra-role', args: { roles: others }, at: role });
  for (const { name, fit } of client.roles) {
    if (fit.kind !== 'altered') continue;
    const { added, taken } = fit;
    seen.push({ code: 'altered-role', args: { role: name, added, taken }, at: role });
  }
  return seen;
}

/** Where the org does not tell, the role that the file names is taken for the right one. */
function isOther(fit: ScimFit, isInFile: boolean): boolean {
  switch (fit.kind) {
    case 'fits':
    case 'altered':
      return false;
    case 'other':
      return true;
    case 'unchecked':
      return !fit.isLikely && !isInFile;
  }
}

function numberProperty(object: Node, name: string): number | undefined {
  const node = propertyValue(object, name);
  const value: unknown = node && getNodeValue(node);
  return typeof value === 'number' ? value : undefined;
}
