import { permissionsNamed } from '../../clients/permissions.ts';
import type { FailedCall, Symptom } from '../symptom.ts';

type ApiError = Extract<Symptom, { kind: 'api-error' }>;

/**
 * The errors of the Platform API that tell why a call fails, with the words by which each is known where its code is not
 * shown (Genesys facts 1.5).
 */
const API_ERRORS: readonly (readonly [code: string, status: number, message: RegExp])[] = [
  ['authentication.required', 401, /No authentication bearer token specified/i],
  ['bad.credentials', 401, /Invalid login credentials/i],
  ['ip.not.authorized', 401, /originating from this IP address are not authorized/i],
  ['app.not.authorized.for.scope', 403, /App not authorized to use scope/i],
  ['authz.policy.denied', 403, /security policies have denied access/i],
  [
    'missing.any.division.permissions',
    403,
    /permissions assigned: .{0,500} in at least one of the following division/i,
  ],
  ['missing.any.permissions', 403, /at least one of the following permissions assigned/i],
  ['missing.division.permission', 403, /missing the following permission .{0,200} in the provided division/i],
  ['missing.division.permissions', 403, /doesn't have required permissions to the division/i],
  ['missing.permissions', 403, /missing the following permission\(s\)/i],
  ['not.authorized', 403, /not authorized to perform the requested action/i],
  ['not.a.user', 400, /requires a user context/i],
  ['bad.grant.type', 400, /Invalid grant type\./i],
  ['not.found', 404, /The requested resource was not found/i],
  ['client.not.found', 404, /Client was not found\./i],
  ['too.many.requests.retry.after', 429, /Rate limit exceeded the maximum\. Retry the request/i],
  ['too.many.requests', 429, /Rate limit exceeded the maximum \[/i],
];

const STATUS = new Map(API_ERRORS.map(([code, status]) => [code, status]));

/** Every code of the list, where it stands as a word. The longest comes first, because codes begin with others. */
export const API_CODE = new RegExp(
  `(?<![\\w.])(?:${API_ERRORS.map(([code]) => code.replaceAll('.', '\\.'))
    .sort((one, other) => other.length - one.length)
    .join('|')})(?![\\w.]*\\w)`,
  'g',
);

/** The code whose words a message has. */
export function codeOfMessage(text: string): string | undefined {
  return API_ERRORS.find(([, , message]) => message.test(text))?.[0];
}

/** Codes are dotted words; those of other products are not. */
export function isApiCode(code: string): boolean {
  return /^[a-z][a-z0-9]*(?:\.[a-z0-9]+)+$/.test(code) && code.length <= 80;
}

/** What is known of an error beside its message. */
type Around = {
  readonly code: string | undefined;
  readonly status?: number | undefined;
  readonly call?: FailedCall | undefined;
};

/** An error of the Platform API with what its message names. */
export function apiError(message: string, { code, status, call }: Around): ApiError {
  const known = code ?? codeOfMessage(message);
  const usual = known === undefined ? undefined : STATUS.get(known);
  const told = status ?? usual;
  const seconds = /(?:\bin \[?|Retry-After"?:? {0,9}"?)(\d{1,6})\b/i.exec(message)?.[1];
  const isRate = told === 429;
  const ip = known === 'ip.not.authorized' ? IPV4.exec(message)?.[1] : undefined;
  return {
    kind: 'api-error',
    ...(told !== undefined && { status: told }),
    ...(known !== undefined && { code: known }),
    ...(call !== undefined && { call }),
    permissions: known?.includes('permission') ? [...permissionsIn(message)] : [],
    anyPermission: known?.includes('.any.') === true,
    scopes: known === 'app.not.authorized.for.scope' ? [...scopesIn(message)] : [],
    ...(ip !== undefined && { ip }),
    ...(isRate && seconds !== undefined && { retryAfterSeconds: Number(seconds) }),
  };
}

const IPV4 = /\b(\d{1,3}(?:\.\d{1,3}){3})\b/;

function permissionsIn(message: string): readonly string[] {
  return permissionsNamed({ kind: 'forbidden', answer: { status: 403, message } });
}

/** Names of scopes behind "to use scope"; the platform writes one or a list. */
function scopesIn(message: string): readonly string[] {
  const list =
    /to use scopes? {0,3}\[?([a-z][\w:-]*(?: {0,2},? {0,2}[a-z][\w-]*(?::readonly)?)*)/i.exec(message)?.[1] ??
    '';
  const [first = '', ...rest] = list.split(/[, ]+/);
  // What follows without a comma is the next word of the sentence.
  return list.includes(',') ? [first, ...rest].filter((each) => each !== '') : first === '' ? [] : [first];
}

/** The codes of OAuth (RFC 6749, 4.1.2.1 and 5.2; RFC 6750, 3.1). */
const OAUTH_CODES: readonly string[] = [
  'invalid_request',
  'invalid_client',
  'invalid_grant',
  'unauthorized_client',
  'unsupported_grant_type',
  'unsupported_response_type',
  'invalid_scope',
  'invalid_token',
  'access_denied',
];

/** Each of them, as a word. */
export const OAUTH_CODE = new RegExp(`(?<![\\w.])(?:${OAUTH_CODES.join('|')})(?!\\w)`, 'g');

export function isOAuthCode(word: string): boolean {
  return OAUTH_CODES.includes(word);
}

/** The words of the login host's page, and whether they are a guess: only the English ones have a source (Genesys facts 1.6). */
const INVALID_PAGES: readonly (readonly [words: RegExp, guessed: boolean])[] = [
  [/OAuth client ID or redirect URI is invalid/i, false],
  [/クライアント ?ID ?(?:または|か|もしくは) ?リダイレクト ?URI ?が(?:無効|正しくありません)/i, true],
  [/(?:invalid|unregistered|mismatched) (?:oauth )?(?:redirect[_ ]?ur[il]|client[_ ]id)/i, true],
  [/redirect[_ ]?ur[il] {0,3}(?:is |was )?(?:invalid|not (?:valid|registered)|mismatch)/i, true],
  [/リダイレクト ?UR[IL] ?が(?:無効|正しくありません|一致しません|登録されていません)/i, true],
];

export function invalidPage(text: string): Symptom | undefined {
  const found = INVALID_PAGES.find(([words]) => words.test(text));
  return found && { kind: 'invalid-login-page', guessed: found[1] };
}

/** What browsers write to their console, in the words of Chromium and Firefox; the Japanese ones are a guess. */
const BROWSER_MESSAGES: readonly (readonly [about: 'framing' | 'cookies' | 'pop-ups', words: RegExp])[] = [
  [
    'framing',
    /frame-ancestors|X-Frame-Options|refused to (?:connect|frame|display)|(?:フレーム|埋め込み)[^。\n]{0,30}(?:拒否|許可されてい?ません)/i,
  ],
  [
    'cookies',
    /third[- ]party cookies?[^\n]{0,80}(?:block|disabled)|(?:block|reject)\w* [^\n]{0,60}cookie|cookie [^\n]{0,80}(?:was|were|been) (?:blocked|rejected)|サードパーティ(?:の)? ?(?:Cookie|クッキー)[^。\n]{0,20}ブロック/i,
  ],
  [
    'pop-ups',
    /pop-?ups?(?: window)? (?:was |were |has been |is )?blocked|blocked (?:a |the )?(?:pop-?up|opening)|ポップアップ[^。\n]{0,20}ブロック/i,
  ],
];

export function browserMessages(line: string): readonly Symptom[] {
  return BROWSER_MESSAGES.flatMap(([about, words]): Symptom[] => {
    if (!words.test(line)) return [];
    const site = about === 'framing' ? embeddingSite(line) : undefined;
    return [{ kind: 'browser-message', about, ...(site !== undefined && { site }) }];
  });
}

/** The page that embeds, where a message names it beside the one that is embedded. */
function embeddingSite(line: string): string | undefined {
  return /(?:from|in a frame on|by|ancestor) ["']?https?:\/\/([\w.-]{1,253})/i.exec(line)?.[1]?.toLowerCase();
}

const NOT_FOUND =
  /(?:ENOTFOUND|EAI_AGAIN|Could not resolve host:?|UnknownHostException:?|Name or service not known:?|No such host is known\.?) {0,3}\(?["']?([a-z0-9-]+(?:\.[a-z0-9-]+)+)/i;
const NOT_FOUND_IN_BROWSER = /ERR_NAME_NOT_RESOLVED|DNS_PROBE_FINISHED_NXDOMAIN|NS_ERROR_UNKNOWN_HOST/;

/** The name that led nowhere; `only`: what it is where a browser does not say which. */
export function hostNotFound(line: string, only: string | undefined): string | undefined {
  const [, host] = NOT_FOUND.exec(line) ?? [];
  if (host !== undefined) return host.toLowerCase();
  return NOT_FOUND_IN_BROWSER.test(line) ? only : undefined;
}

const TIME =
  /not yet valid|CERT_NOT_YET_VALID|certificate has expired|CERT_HAS_EXPIRED|ERR_CERT_DATE_INVALID|clock skew|(?:NotOnOrAfter|NotBefore)(?! {0,3}=|%3D)|SEC_ERROR_EXPIRED|証明書の(?:有効期限|期限)/i;

export function isTimeRefused(line: string): boolean {
  return TIME.test(line);
}
