import { parseJson } from '../../platform/text.ts';
import { isSecretName, withoutSecrets } from '../../privileges/calls/secretsInText.ts';
import type { FailedCall } from '../symptom.ts';
import { type Gathering, isOurHost } from './gathering.ts';
import { shown, takeAddress, takeForm } from './requests.ts';
import { apiError, codeOfMessage, isApiCode, isOAuthCode } from './signs.ts';
import { callsOf, takeText } from './text.ts';

type Members = Readonly<Record<string, unknown>>;

/** So many values are looked at, and so deep; what people paste of a failure has far fewer. */
const MOST_VALUES = 200_000;
const DEEPEST = 40;

/**
 * Takes JSON: a HAR, an error, a list of them, or whatever holds them. False where the text is none. Secrets are masked text by text: the whole of it would
 * not be JSON afterwards.
 */
export function takeJson(gathering: Gathering, text: string): boolean {
  if (!/^\s*[[{]/.test(text)) return false;
  const value = parseJson(text);
  if (value === undefined) return false;
  const entries = isMembers(value) && isMembers(value['log']) ? value['log']['entries'] : undefined;
  if (Array.isArray(entries)) for (const entry of entries) takeEntry(gathering, entry);
  else walk(gathering, value, undefined);
  return true;
}

/** An entry of a HAR. Those that went well tell who logged in and how, and are counted; those of other hosts are not ours. */
function takeEntry(gathering: Gathering, entry: unknown): void {
  if (!isMembers(entry) || !isMembers(entry['request'])) return;
  const { request } = entry;
  const response = isMembers(entry['response']) ? entry['response'] : {};
  const address = withoutSecrets(textOf(request['url']));
  const status = typeof response['status'] === 'number' ? response['status'] : 0;
  const error = textOf(response['_error']) || textOf(entry['_error']);
  const url = takeAddress(gathering, address);
  const redirect = withoutSecrets(textOf(response['redirectURL']));
  if (redirect !== '') takeAddress(gathering, redirect);
  if (url === undefined || !isOurHost(url.hostname)) return;
  if (isMembers(request['postData']))
    takeForm(gathering, withoutSecrets(textOf(request['postData']['text'])));
  const answer = isMembers(response['content']) ? textOf(response['content']['text']) : '';
  if (status > 0 && status < 400 && error === '') {
    if (url.pathname.endsWith('/oauth/token')) takeJson(gathering, answer);
    gathering.wentWell();
  } else if (gathering.isFull) gathering.failedMore();
  else {
    gathering.reading();
    gathering.at(textOf(entry['startedDateTime']));
    const [call] = callsOf(`${textOf(request['method'])} ${address}`);
    takeFailure(gathering, answer, `${error} ${address}`, { call, status });
  }
}

/** The answer to a request that failed; one without words tells its status. */
function takeFailure(gathering: Gathering, answer: string, rest: string, about: About): void {
  const before = gathering.size;
  const parsed = parseJson(answer);
  if (parsed !== undefined) walk(gathering, parsed, about);
  else takeText(gathering, withoutSecrets(`${answer.slice(0, MOST_WORDS)}\n${rest}`));
  const { call, status } = about;
  if (gathering.size === before && call !== undefined && status > 0)
    gathering.add(apiError('', { code: undefined, status, call }));
}

/** An error page has fewer. */
const MOST_WORDS = 100_000;

type About = { readonly call: FailedCall | undefined; readonly status: number };

/** Looks into every member, because SDKs, logs and gateways wrap an error in what they like. */
function walk(gathering: Gathering, root: unknown, about: About | undefined): void {
  const waiting: { readonly value: unknown; readonly depth: number }[] = [{ value: root, depth: 0 }];
  const words: string[] = [];
  let left = MOST_VALUES;
  for (let next = waiting.pop(); next !== undefined && left > 0; next = waiting.pop()) {
    left -= 1;
    const { value, depth } = next;
    if (typeof value === 'string') {
      if (!/^\s*[[{]/.test(value) || !takeJson(gathering, value)) words.push(value);
      continue;
    }
    if (depth >= DEEPEST || typeof value !== 'object' || value === null) continue;
    const isError = isMembers(value) && takeError(gathering, value, about);
    const children = isError ? wrappedIn(value) : childrenOf(value);
    for (let at = children.length - 1; at >= 0; at -= 1)
      waiting.push({ value: children[at], depth: depth + 1 });
  }
  // One by one they would each be searched for every sign.
  takeText(gathering, withoutSecrets(words.join('\n')));
}

/** What stands under the name of a secret is nobody's business. */
function childrenOf(value: object): readonly unknown[] {
  if (Array.isArray(value)) return value;
  return Object.entries(value).flatMap(([name, each]: [string, unknown]) =>
    typeof each === 'string' && isSecretName(name) ? [] : [each],
  );
}

/** What may hold further errors, beside what was read of an error itself. */
function wrappedIn(value: object): readonly unknown[] {
  return Object.entries(value).flatMap(([name, each]: [string, unknown]) =>
    (name === 'errors' || name === 'body' || name === 'config') && typeof each === 'object' ? [each] : [],
  );
}

/** How SCIM marks an error (RFC 7644, 3.12); its status is a text. */
const SCIM_ERROR = 'urn:ietf:params:scim:api:messages:2.0:Error';

const CLIENT_MEMBERS = new Set(['client_id', 'clientId', 'clientid', 'client_Id']);

function takeError(gathering: Gathering, value: Members, about: About | undefined): boolean {
  for (const name of CLIENT_MEMBERS) if (typeof value[name] === 'string') gathering.clientId(value[name]);
  const moment = value['timestamp'] ?? value['time'];
  if (typeof moment === 'string') gathering.at(moment);
  if (typeof value['access_token'] === 'string') {
    const seconds = value['expires_in'];
    gathering.add({
      kind: 'token-answer',
      hasRefreshToken: typeof value['refresh_token'] === 'string',
      ...(typeof seconds === 'number' && { expiresInSeconds: seconds }),
    });
    return true;
  }
  const oauth = textOf(value['error']);
  if (isOAuthCode(oauth)) {
    const description = shown(
      withoutSecrets(textOf(value['error_description']) || textOf(value['description'])),
    );
    const isForeign = /\bAADSTS\d/.test(description);
    if (isForeign) gathering.isForeign();
    gathering.add({
      kind: 'oauth-error',
      code: oauth,
      ...(description !== '' && { description }),
      at: 'token',
    });
    return true;
  }
  const told = textOf(value['message']) || textOf(value['detail']);
  const code = textOf(value['code']);
  if (told === '' && code === '') return false;
  const message = withoutSecrets(told);
  const isScim = JSON.stringify(value['schemas'] ?? '').includes(SCIM_ERROR);
  if (!isScim && !isApiCode(code) && codeOfMessage(message) === undefined) return false;
  const number = Number(value['status']);
  const status = number >= 400 && number < 600 ? number : about?.status;
  gathering.add(apiError(message, { code: isApiCode(code) ? code : undefined, status, call: about?.call }));
  return true;
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function isMembers(value: unknown): value is Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
