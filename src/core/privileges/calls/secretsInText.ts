import { SECRET_SHAPE } from '../../platform/secretShape.ts';
import { isLikeAName } from './sdkNames.ts';
import { withoutSecretIds } from './secretIds.ts';

const WORDS =
  'secret|token|password|passwd|passphrase|pwd|api[-_]?key|private[-_]?key|assertion|credential|signature|code[-_]?verifier|session[-_]?id|jwt|bearer|x-auth|pass[-_]?code|auth[-_]?key';
const HEADERS = '(?:proxy-)?authorization|(?:set-)?cookie';

const SECRET_NAME = new RegExp(`${WORDS}|${HEADERS}`, 'i');

/** Behind the name, with quotes that a text in a text escapes; or with the bracket in which it stands. */
const NAME_END = String.raw`["'\\]{0,3}\]?\s{0,20}`;
/** In YAML the value may begin in the next line. */
const NEXT_LINE = String.raw`(?:[|>][+-]?[ \t]{0,20}\r?\n[ \t]{1,20})?`;
/** What parts a name from its value; of a list, from the first of them. */
const BETWEEN = String.raw`${NAME_END}(?:=>|:=|[:=])\s{0,20}${NEXT_LINE}(?:\[\s{0,20}(?=["']))?`;
/** What follows in a list or in JSON, and is no secret whatever stands before it. */
const PLAIN = String.raw`(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)\b|https?:|\/?(?:api|v2)\/|[{[(<]|(?:true|false|null|[\d.]{1,20})\s{0,20}[,}\]]`;
const VALUE = String.raw`(?:\\"(?:[^"\\\n]|\\\\\\"|\\(?!")[^\n])+|"(?:[^"\\\n]|\\[^\n])+|'[^'\n]+|(?!${PLAIN})[^\s"',;&#<>\\]+)`;
const PAIR_NAME = `["'](?:name|key)["']\\s{0,20}:\\s{0,20}["'][^"'\\n]{0,40}(?:${WORDS}|${HEADERS})[^"'\\n]{0,40}["']`;
/** Further members between the name and the value. */
const BESIDES = String.raw`(?:"[\w-]{1,40}"\s{0,20}:\s{0,20}(?:"[^"\\\n]{0,100}"|true|false|null|[\d.]{1,20})\s{0,20},\s{0,20}){0,5}`;
const PAIR_VALUE = String.raw`["']value["']\s{0,20}:\s{0,20}`;
/** Who asks stays where it is a client, because its ID is no secret; what it proves itself with goes. */
const CLIENT = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
const CURL_VALUE = String.raw`(?:\^?"[^"\n]*|'[^'\n]*|[^\s"'\\-][^\s"']*)`;

const FIRST_ARGUMENT = String.raw`(?:(?:[\w.]{1,80}|'[^'\n]{0,200}'|"[^"\n]{0,200}")\s{0,9},\s{0,9})`;
const QUOTED_ARGUMENT = String.raw`(?:\\"[^"\\\n]+|"[^"\n]+(?="\s{0,9}[),])|'[^'\n]+)`;

/** A quote, a blank or a brace, as an address encodes them, once or several times. */
const PERCENT = '(?:%(?:25){0,3}(?:2[027]|5B))';

/** Each takes time with the length of the text: what repeats is bounded, or is taken away. */
const SECRETS: readonly RegExp[] = [
  new RegExp(
    `((?:${HEADERS})${NAME_END}[:=]\\s{0,20}["']?(?:bearer|basic)[ \\t]{0,20}[\\\\^\`]?\\r?\\n[ \\t]{0,20})(?!${PLAIN})[^\\s"']{8,}`,
    'gi',
  ),
  new RegExp(
    `(\\(\\s{0,20}["'](?:${HEADERS})["']\\s{0,20},\\s{0,20}\\$?)(?:"[^"\\n]+|'[^'\\n]+|\`[^\`\\n]+)`,
    'gi',
  ),
  // Scopes and permissions such as authorization:role:view begin with the name of the header.
  new RegExp(
    `((?:${HEADERS})${NAME_END}[:=](?!\\s{0,20}(?:[{[]|null|true|false)|readonly\\b|[a-z]+:[a-z*]+)\\s{0,20}["'\\\\]{0,3})[^"'\\n\\\\]+`,
    'gi',
  ),
  new RegExp(`(${PAIR_NAME}\\s{0,20},\\s{0,20}${BESIDES}${PAIR_VALUE})"(?:[^"\\\\\\n]|\\\\[^\\n])*`, 'gi'),
  new RegExp(
    `(${PAIR_VALUE})"(?:[^"\\\\\\n]|\\\\[^\\n])*(?="\\s{0,20},\\s{0,20}${BESIDES}${PAIR_NAME})`,
    'gi',
  ),
  /\b((?:bearer|basic)\s{1,20})(?!\/)[\w.~+/=-]{4,}/gi,
  // A token that is added to the word before it, or stands behind it in quotes of its own.
  /\b((?:bearer|basic)\s{0,20}["'`]\s{0,20}[+.&]{0,2}\s{0,20})(?:"[^"\n]+|'[^'\n]+|`[^`\n]+)/gi,
  new RegExp(`((?:${WORDS})[\\w-]{0,40}${BETWEEN})${VALUE}`, 'gi'),
  new RegExp(
    `((?:${WORDS}|${HEADERS})[\\w-]{0,40}${PERCENT}{0,3}%(?:25){0,3}3[AD](?!readonly\\b|[a-z]+%(?:25){0,3}3A)(?:(?:${PERCENT}|\\+){0,3}(?:bearer|basic)(?=%|\\+))?(?:${PERCENT}|\\+){0,3})(?:(?!%(?:25){0,3}(?:2[267]|0[AD]))[^\\s"'&])+`,
    'gi',
  ),
  /([?&#]code=)[^&\s"'#]+/gi,
  /(:\/\/)[^\s/@"'?#]{1,300}(?=@)/g,
  new RegExp(
    `((?:^|\\s)(?:-[uUb]|--user|--proxy-user|--cookie|--oauth2-bearer)(?:[ \\t]{1,20}|=)(?:["']?${CLIENT}:)?)${CURL_VALUE}`,
    'gm',
  ),
  new RegExp(`((?:^|\\s)-[\\w-]{0,40}(?:${WORDS})[\\w-]{0,40}[ \\t]{1,20})${CURL_VALUE}`, 'gim'),
  new RegExp(`((?:${WORDS})\\w{0,40}\\(\\s{0,20}${FIRST_ARGUMENT}?)${QUOTED_ARGUMENT}`, 'gi'),
  /((?:^|\s)-u)[^\s:"']{1,200}:[^\s"']*/gm,
  new RegExp(`((?:${WORDS})[\\w-]{0,40}>\\s{0,20})(?![<{])[^\\s<>]+(?=\\s{0,20}</)`, 'gi'),
  new RegExp(`((?:${WORDS})[\\w-]{0,40}["']?\\s{1,20}value\\s{0,20}=\\s{0,20})(?:"[^"\\n]+|'[^'\\n]+)`, 'gi'),
  /()(?<![\w-])eyJ[\w-]{6,}(?:\.[\w-]+){0,3}/g,
];

/** What stands behind the word in a header of Digest: a hash of the password is among it. */
const DIGEST =
  /(\bdigest[ \t]{1,20})((?:[\w-]{1,40}[ \t]{0,9}=[ \t]{0,9}(?:\\?"[^"\\\n]{0,500}\\?"|[^\s,"'\\]{1,500})(?:[ \t]{0,9},(?:[ \t]{0,20}\r?\n)?[ \t]{0,20})?){1,20})/gi;

/** Texts that are added to a masked one are parts of it. */
const ADDED = /(…["'`])((?:\s{0,20}[+.&]\s{0,20}(?:"[^"\n]*"|'[^'\n]*'|`[^`\n]*`)){1,50})/g;

/** The cookies of a HAR: whatever they are called, one of them is somebody's session. */
const COOKIES = /("cookies"\s{0,20}:\s{0,20}\[)((?:[^\]"]|"(?:[^"\\\n]|\\[^\n])*")*)/gi;
const COOKIE_VALUE = /("value"\s{0,20}:\s{0,20}")(?:[^"\\\n]|\\[^\n])*/gi;

/**
 * A text without the secrets that are recognised in it: headers that say who asks, tokens, secrets and passwords by the
 * names before them, and whatever is formed like one. Lines stay where they are.
 */
export function withoutSecrets(text: string): string {
  const withoutCookies = text.replace(
    COOKIES,
    (_, before: string, cookies: string) => `${before}${cookies.replace(COOKIE_VALUE, '$1…')}`,
  );
  const withoutDigest = withoutCookies.replace(
    DIGEST,
    (_, before: string, members: string) => `${before}…${lineEndsOf(members)}`,
  );
  const named = SECRETS.reduce(
    (masked, secret) =>
      masked.replace(secret, (whole, before: string) => `${before}${quoteOf(whole, before)}…`),
    withoutDigest,
  );
  const whole = named.replace(ADDED, (_, masked: string, added: string) => `${masked}${lineEndsOf(added)}`);
  return withoutSecretIds(whole).replace(SECRET_SHAPE, (word) => (isLikeAName(word) ? word : '…'));
}

/** Lines stay where they are. */
function lineEndsOf(text: string): string {
  return text.replace(/[^\n]+/g, '');
}

/** Whether what is called so is a secret. */
export function isSecretName(name: string): boolean {
  return SECRET_NAME.test(name);
}

/** The quote with which a value begins stays, so that where words begin and end is still seen. */
function quoteOf(whole: string, before: string): string {
  return /^[\\^]?["'`]/.exec(whole.slice(before.length))?.[0] ?? '';
}
