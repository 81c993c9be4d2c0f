import { parseJson } from '../../platform/text.ts';
import { isSecretName } from '../../privileges/calls/secretsInText.ts';
import type { FailedCall } from '../symptom.ts';
import type { Gathering } from './gathering.ts';
import { shown, takeAddress, takeForm } from './requests.ts';
import { apiError, codeOfMessage, isApiCode, isOAuthCode } from './signs.ts';
import { callsOf, takeText } from './text.ts';

type Members = Readonly<Record<string, unknown>>;

/** What people paste of a failure is far less deep. */
const DEEPEST = 40;
/** Reading a JSON text that is a value of another one takes as long as looking at so many values. */
const VALUES_OF_A_TEXT = 200;

/**
 * Takes JSON: a HAR, an error, a list of them, or whatever holds them. False where the text is none. Secrets are masked text by text: the whole of it would
 * not be JSON afterwards.
 */
export function takeJson(gathering: Gathering, text: string): boolean {
  const value = LIKE_JSON.test(text) ? parseJson(text) : undefined;
  if (value === undefined) return false;
  walk(gathering, value, undefined);
  return true;
}

/** Genesys and SDKs nest it: `{"client": {"id": …}}`. */
function clientIdIn(value: Members): unknown {
  const client = value['client'] ?? value['OAuthClient'];
  return isMembers(client) ? client['id'] : client;
}

/** A list or members, which is what is read as JSON. */
const LIKE_JSON = /^\s*[[{]/;

/** The entries of a HAR. */
function entriesOf(value: Members): readonly unknown[] | undefined {
  const entries = isMembers(value['log']) ? value['log']['entries'] : undefined;
  return Array.isArray(entries) ? entries : undefined;
}

/** An entry of a HAR. Those that went well tell who logged in and how, and are counted; those of other hosts are not ours. */
function takeEntry(gathering: Gathering, entry: unknown): void {
  if (!isMembers(entry) || !isMembers(entry['request'])) return;
  const { request } = entry;
  const response = isMembers(entry['response']) ? entry['response'] : {};
  const address = gathering.withoutSecrets(textOf(request['url']));
  const status = typeof response['status'] === 'number' ? response['status'] : 0;
  const error = textOf(response['_error']) || textOf(entry['_error']);
  const url = takeAddress(gathering, address);
  if (hasSecretHeader(request['headers'])) gathering.leftOut();
  const redirect = gathering.withoutSecrets(textOf(response['redirectURL']));
  if (redirect !== '') takeAddress(gathering, redirect);
  if (url === undefined || !gathering.isLookedAt(url.hostname)) return;
  const body = isMembers(request['postData']) ? textOf(request['postData']['text']) : '';
  const form = gathering.withoutSecrets(body);
  takeForm(gathering, form);
  const answer = isMembers(response['content']) ? textOf(response['content']['text']) : '';
  if (status > 0 && status < 400 && error === '') {
    if (url.pathname.endsWith('/oauth/token') && gathering.looksAt(VALUES_OF_A_TEXT))
      takeJson(gathering, answer);
    gathering.wentWell();
  } else if (gathering.isFull) gathering.failedMore();
  else {
    gathering.reading();
    gathering.at(textOf(entry['startedDateTime']));
    const [call] = callsOf(`${textOf(request['method'])} ${address}`);
    const clientId = url.searchParams.get('client_id') ?? new URLSearchParams(form).get('client_id');
    gathering.ofClient(clientId ?? undefined, () =>
      takeFailure(gathering, answer, `${error} ${address}`, { call, status }),
    );
  }
}

/** The answer to a request that failed; one without words tells its status. */
function takeFailure(gathering: Gathering, answer: string, rest: string, about: About): void {
  const before = gathering.size;
  const parsed = parseJson(answer);
  if (parsed !== undefined) walk(gathering, parsed, about);
  else takeText(gathering, gathering.withoutSecrets(`${answer.slice(0, MOST_WORDS)}\n${rest}`));
  const { call, status } = about;
  if (gathering.size === before && call !== undefined && status > 0)
    gathering.add(apiError('', { code: undefined, status, call }));
}

/** Whether somebody showed there who they are. */
function hasSecretHeader(headers: unknown): boolean {
  return (
    Array.isArray(headers) && headers.some((each) => isMembers(each) && isSecretName(textOf(each['name'])))
  );
}

/** An error page has fewer. */
const MOST_WORDS = 100_000;

type About = { readonly call: FailedCall | undefined; readonly status: number };

/**
 * Looks into every member, because SDKs, logs and gateways wrap an error in what they like; into JSON texts in it, too. What is
 * too much is left: the first ones tell what the others do.
 */
function walk(gathering: Gathering, root: unknown, about: About | undefined): void {
  const words: string[] = [];
  lookAt(root, 0);
  // One by one they would each be searched for every sign.
  takeText(gathering, gathering.withoutSecrets(words.join('\n')));

  /** False once nothing more is looked at. */
  function lookAt(given: unknown, depth: number): boolean {
    const isJson = typeof given === 'string' && LIKE_JSON.test(given);
    if (!gathering.looksAt(isJson ? VALUES_OF_A_TEXT : 1)) return false;
    const value = isJson ? (parseJson(given) ?? given) : given;
    if (typeof value === 'string') words.push(value);
    if (depth >= DEEPEST || typeof value !== 'object' || value === null) return true;
    const entries = isMembers(value) ? entriesOf(value) : undefined;
    if (entries !== undefined) {
      for (const entry of entries) takeEntry(gathering, entry);
      return true;
    }
    const isError = isMembers(value) && takeError(gathering, value, about);
    const children = isError ? wrappedIn(value) : childrenOf(gathering, value);
    return children.every((child) => lookAt(child, depth + 1));
  }
}

/** What stands under the name of a secret is nobody's business. */
function childrenOf(gathering: Gathering, value: object): readonly unknown[] {
  if (Array.isArray(value)) return value;
  return Object.entries(value).flatMap(([name, each]: [string, unknown]) => {
    if (typeof each !== 'string' || !isSecretName(name)) return [each];
    gathering.leftOut();
    return [];
  });
}

/** What may hold further errors, beside what was read of an error itself. */
function wrappedIn(value: object): readonly unknown[] {
  return Object.entries(value).flatMap(([name, each]: [string, unknown]) =>
    (name === 'errors' || name === 'body' || name === 'config') && typeof each === 'object' ? [each] : [],
  );
}

/** How SCIM marks an error (RFC 7644, 3.12); its status is a text. */
const SCIM_ERROR = 'urn:ietf:params:scim:api:messages:2.0:Error';

const CLIENT_MEMBER = /^(?:oauth_?)?client_?id$/i;

function takeError(gathering: Gathering, value: Members, about: About | undefined): boolean {
  const named = Object.entries(value).flatMap(([name, each]) => (CLIENT_MEMBER.test(name) ? [each] : []));
  const ids = [...named, clientIdIn(value)].filter((id) => typeof id === 'string');
  for (const id of ids) gathering.clientId(id);
  return gathering.ofClient(ids[0], () => takeErrorItself(gathering, value, about));
}

function takeErrorItself(gathering: Gathering, value: Members, about: About | undefined): boolean {
  const moment = value['timestamp'] ?? value['time'];
  if (typeof moment === 'string') gathering.at(moment);
  if (typeof value['access_token'] === 'string') {
    const seconds = value['expires_in'];
    gathering.leftOut();
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
      gathering.withoutSecrets(textOf(value['error_description']) || textOf(value['description'])),
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
  const message = gathering.withoutSecrets(told);
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
