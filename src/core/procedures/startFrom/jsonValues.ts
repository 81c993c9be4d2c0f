import { getNodeValue, type Node } from 'jsonc-parser';
import type { GrantType, RoleDivision } from '../../platform/oauthClients.ts';
import { inUsualWidth } from '../../platform/text.ts';
import { propertyValue } from '../../scim/jsonDocument.ts';
import { parseDuration } from '../duration.ts';

/** What a value says, and how many entries of a list say nothing; undefined where all of it says nothing. */
export type Said<Value> = { value: Value; lost: number } | undefined;

/** A role, in a division, or where no division is said. */
export type SaidRole = { roleId: string; divisionId: string | undefined };

export function textIn(node: Node): Said<string> {
  return node.type === 'string' ? said(String(node.value)) : undefined;
}

/** A number of seconds, also in quotes. */
export function secondsIn(node: Node): Said<number> {
  const value: unknown = node.type === 'string' ? parseDuration(String(node.value)) : getNodeValue(node);
  return typeof value === 'number' && Number.isFinite(value) ? said(value) : undefined;
}

/** The grant type, also as the only one of a list. */
export function grantTypeIn(node: Node): Said<string> {
  const [only, ...more] = node.type === 'array' ? (node.children ?? []) : [node];
  const text = only === undefined || more.length > 0 ? undefined : textIn(only)?.value;
  const grantType = text === undefined ? undefined : readGrantType(text);
  return grantType === undefined ? undefined : said(grantType);
}

/** The texts of a list; one text stands for a list of one. */
export function textsIn(node: Node): Said<string[]> {
  return listIn(node, (each) => textIn(each)?.value);
}

/** The scopes of a list, or of one text, as OAuth writes them: with blanks between. */
export function scopesIn(node: Node): Said<string[]> {
  return node.type === 'string'
    ? said(
        String(node.value)
          .split(/[\s,]+/)
          .filter((scope) => scope !== ''),
      )
    : textsIn(node);
}

/** The roles of a list, each by its ID and with its division, where that is said. */
export function rolesIn(node: Node): Said<SaidRole[]> {
  return listIn(node, roleIn);
}

function roleIn(node: Node): SaidRole | undefined {
  const roleId = idIn(node, 'role');
  return roleId === undefined ? undefined : { roleId, divisionId: idIn(node, 'division') };
}

/** `roleId`, `role_id`, or the ID of an object `role`. */
function idIn(node: Node, what: 'role' | 'division'): string | undefined {
  const held = propertyValue(node, what);
  const id =
    propertyValue(node, `${what}Id`) ?? propertyValue(node, `${what}_id`) ?? propertyValue(held, 'id');
  return id?.type === 'string' ? String(id.value) : undefined;
}

/** Of a list of which nothing says anything nothing is taken; an empty one says that there are none. */
function listIn<Value>(node: Node, read: (node: Node) => Value | undefined): Said<Value[]> {
  if (node.type !== 'array' && node.type !== 'string') return undefined;
  const children = node.type === 'string' ? [node] : (node.children ?? []);
  const value = children.map(read).filter((each) => each !== undefined);
  return value.length === 0 && children.length > 0
    ? undefined
    : { value, lost: children.length - value.length };
}

function said<Value>(value: Value): Said<Value> {
  return { value, lost: 0 };
}

/** Pairs of roles and divisions; more than that no request would be sent with. */
const MOST_PAIRS = 5000;

/** Each role in each division; undefined where there are more pairs than anybody means. */
export function pairsOf(
  roleIds: readonly string[],
  divisionIds: readonly string[],
): RoleDivision[] | undefined {
  if (roleIds.length * divisionIds.length > MOST_PAIRS) return undefined;
  return roleIds.flatMap((roleId) => divisionIds.map((divisionId) => ({ roleId, divisionId })));
}

/** What has no weight in the name of a grant type: "Token Implicit Grant (Browser)" is an implicit token. */
const WEIGHTLESS = /grant|type|flow|browser|extension|enabled|with|の付与|付与/g;

/**
 * How grant types are spelt, in lower case and without anything but letters and digits: in OAuth, in SDKs, and on the
 * admin page in English and Japanese, in its older and its newer words (Genesys facts 1.2). There is no value for PKCE: a
 * client of that kind is CODE.
 */
const SPELLINGS: Readonly<Record<GrantType | 'PASSWORD', readonly string[]>> = {
  CODE: [
    ...['code', 'authcode', 'authorizationcode', 'codeauthorization', 'コード許可'],
    ...['pkce', 'codepkce', 'authcodepkce', 'authorizationcodepkce', 'codeauthorizationpkce'],
    ...['pkcecode', 'pkceauthorizationcode', 'pkcecodeauthorization'],
  ],
  TOKEN: ['token', 'implicit', 'tokenimplicit', 'implicittoken', '暗黙', '暗黙ブラウザ'],
  'CLIENT-CREDENTIALS': ['clientcredentials', 'clientcredential', 'クライアント資格情報'],
  'SAML2-BEARER': [
    'saml2bearer',
    'saml2',
    'samlbearer',
    'urnietfparamsoauthsaml2bearer',
    'saml2ベアラ',
    'saml2ベアラー',
  ],
  PASSWORD: ['password'],
};

const GRANT_TYPES = new Map<string, string>(
  Object.entries(SPELLINGS).flatMap(([grantType, spellings]) =>
    spellings.map((spelling): [string, string] => [spelling, grantType]),
  ),
);

/** The grant type that a text names, as the API spells it; undefined where it names none. */
export function readGrantType(text: string): string | undefined {
  const letters = inUsualWidth(text)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}ー]/gu, '');
  return GRANT_TYPES.get(letters) ?? GRANT_TYPES.get(letters.replace(WEIGHTLESS, ''));
}
