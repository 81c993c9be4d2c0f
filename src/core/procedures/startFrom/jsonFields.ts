import type { Node } from 'jsonc-parser';
import type { RoleDivision } from '../../platform/oauthClients.ts';
import type { ClientSettings } from './clientSettings.ts';
import type { Expected, LeftOut, WrongValue } from './jsonReading.ts';
import { shownKey } from './jsonText.ts';
import {
  grantTypeIn,
  pairsOf,
  rolesIn,
  type Said,
  type SaidRole,
  scopesIn,
  secondsIn,
  textIn,
  textsIn,
} from './jsonValues.ts';

/**
 * The names that each field goes by, without case, `_` and `-`, the one of the API first: in older requests of the API, in
 * SDKs, in Terraform and in OAuth. The same field twice counts once, by the name that stands first here.
 */
const NAMES = {
  name: ['name', 'clientname', 'appname'],
  description: ['description'],
  grantType: ['authorizedgranttype', 'granttype', 'authorizedgranttypes', 'granttypes'],
  seconds: ['accesstokenvalidityseconds', 'tokendurationseconds'],
  redirectUris: ['registeredredirecturi', 'registeredredirecturis', 'redirecturis', 'redirecturi'],
  scopes: ['scope', 'scopes'],
  roleDivisions: ['roledivisions', 'roles'],
  roleIds: ['roleids', 'roleid'],
  divisionIds: ['divisionids', 'divisionid'],
} as const;

type Field = keyof typeof NAMES;

const FIELDS = new Map<string, Field>(
  fieldsOf(NAMES).flatMap((field) => NAMES[field].map((name): [string, Field] => [name, field])),
);

/** Never taken, and never told; that there was one, is. */
const SECRETS: ReadonlySet<string> = new Set([
  ...['secret', 'clientsecret', 'directoryclientsecret', 'password'],
  ...['accesstoken', 'refreshtoken', 'token', 'authorization'],
]);

/** What the API, or Terraform, adds about a client that is there already: a new one gets its own. */
const OF_ANOTHER_CLIENT: ReadonlySet<string> = new Set([
  ...['id', 'clientid', 'datecreated', 'datemodified', 'createdby', 'modifiedby', 'selfuri', 'datetodelete'],
  ...['exposeclientsecret', 'integrationcredentialid', 'integrationcredentialname'],
]);

/** What a client is in when nothing else is said. */
const USUAL_STATE = 'active';

const MOST_NAMED = 5;

/** What an object says about a client, what of it was left out, and whether a secret was among that. */
export function readFields(
  client: Node,
  lineOf: (node: Node) => number,
): { settings: ClientSettings; leftOut: LeftOut; droppedSecret: boolean } {
  const { found, unknown, droppedSecret } = sorted(client);
  const wrong: WrongValue[] = [];

  const take = <Value>(field: Field, expected: Expected, read: (node: Node) => Said<Value>) => {
    const property = found.get(field);
    const node = property?.children?.[1];
    if (property === undefined || node === undefined) return undefined;
    const said = read(node);
    const place = { field: keyOf(property), line: lineOf(property), expected };
    if (said === undefined) wrong.push(place);
    else if (said.lost > 0) wrong.push({ ...place, entries: said.lost });
    return said?.value;
  };

  const name = take('name', 'text', textIn);
  const description = take('description', 'text', textIn);
  const authorizedGrantType = take('grantType', 'grant-type', grantTypeIn);
  const accessTokenValiditySeconds = take('seconds', 'seconds', secondsIn);
  const registeredRedirectUri = take('redirectUris', 'texts', textsIn);
  const scope = take('scopes', 'texts', scopesIn);
  const told = take('roleDivisions', 'roles', rolesIn);
  const roleIds = take('roleIds', 'texts', textsIn);
  const divisionIds = take('divisionIds', 'texts', textsIn);
  const pairs = pairsOf(roleIds ?? [], divisionIds ?? []);
  const divisions = found.get('divisionIds');
  if (divisions !== undefined && divisionIds !== undefined && (pairs ?? []).length === 0)
    unknown.push(keyOf(divisions));

  return {
    settings: {
      ...(name !== undefined && { name }),
      ...(description !== undefined && { description }),
      ...(authorizedGrantType !== undefined && { authorizedGrantType }),
      ...(accessTokenValiditySeconds !== undefined && { accessTokenValiditySeconds }),
      ...(registeredRedirectUri !== undefined && { registeredRedirectUri }),
      ...(scope !== undefined && { scope }),
      ...rolesOf(told, roleIds, pairs ?? []),
    },
    leftOut: {
      wrong,
      unknown: unknown.slice(0, MOST_NAMED),
      more: Math.max(0, unknown.length - MOST_NAMED),
    },
    droppedSecret,
  };
}

/** The properties by what they mean. Null says what a field left out says; of a name that is there twice the last counts. */
function sorted(client: Node): {
  found: ReadonlyMap<Field, Node>;
  unknown: string[];
  droppedSecret: boolean;
} {
  const found = new Map<Field, Node>();
  const unknown: string[] = [];
  let droppedSecret = false;
  for (const property of lastOfEach(client)) {
    const key = keyOf(property);
    const name = plainName(property);
    const value = property.children?.[1];
    const field = FIELDS.get(name);
    if (value === undefined || value.type === 'null') continue;
    if (SECRETS.has(name)) droppedSecret ||= value.type === 'string' && value.value !== '';
    else if (field !== undefined) {
      const other = found.get(field);
      const [better, worse] =
        other !== undefined && rank(field, other) < rank(field, property)
          ? [other, property]
          : [property, other];
      found.set(field, better);
      if (worse !== undefined) unknown.push(keyOf(worse));
    } else if (!OF_ANOTHER_CLIENT.has(name) && !(name === 'state' && value.value === USUAL_STATE))
      unknown.push(key);
  }
  return { found, unknown, droppedSecret };
}

function lastOfEach({ children = [] }: Node): Iterable<Node> {
  return new Map(children.map((property) => [property.children?.[0]?.value, property])).values();
}

function rank(field: Field, property: Node): number {
  const names: readonly string[] = NAMES[field];
  return names.indexOf(plainName(property));
}

function keyOf(property: Node): string {
  return shownKey(String(property.children?.[0]?.value));
}

function plainName(property: Node): string {
  return String(property.children?.[0]?.value)
    .slice(0, 200)
    .toLowerCase()
    .replace(/[\s_-]/g, '');
}

/** Where no division is said, the person is asked for one. */
function rolesOf(
  told: readonly SaidRole[] | undefined,
  roleIds: readonly string[] | undefined,
  pairs: readonly RoleDivision[],
): Pick<ClientSettings, 'roleDivisions' | 'rolesWithoutDivision'> {
  if (told === undefined && roleIds === undefined) return {};
  const roleDivisions: RoleDivision[] = [...pairs];
  const without = new Set(pairs.length === 0 ? roleIds : []);
  for (const { roleId, divisionId } of told ?? []) {
    if (divisionId === undefined) without.add(roleId);
    else roleDivisions.push({ roleId, divisionId });
  }
  return { roleDivisions, ...(without.size > 0 && { rolesWithoutDivision: [...without] }) };
}

function fieldsOf<Name extends string>(names: Readonly<Record<Name, unknown>>): Name[] {
  return Object.keys(names).filter((name): name is Name => name in names);
}
