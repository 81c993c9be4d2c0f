import { readCalls } from '../../privileges/calls/pasted/readCalls.ts';
import type { FailedCall } from '../symptom.ts';
import type { Gathering } from './gathering.ts';
import { shown, takeAddress, takeForm } from './requests.ts';
import {
  API_CODE,
  apiError,
  browserMessages,
  codeOfMessage,
  hostNotFound,
  invalidPage,
  isTimeRefused,
  OAUTH_CODE,
} from './signs.ts';

/** Characters before and behind an error that may belong to it: a command, its headers, the rest of its answer. */
const AROUND = 600;
/** So many addresses are read, and so many errors. */
const MOST_ADDRESSES = 2000;
const MOST_ERRORS = 200;
/** Only in a text of this size every call is asked about; in a longer one, those of its errors. */
const SHORT = 20_000;
const MOST_CALLS = 5;

const ADDRESS = /https?:\/\/[^\s"'<>`|\\^]{1,4000}/gi;

/** Takes words: those of an error page, a console, log lines, a command with its answer. Secrets were masked before. */
export function takeText(gathering: Gathering, text: string): void {
  const hosts = takeAddresses(gathering, text);
  const page = invalidPage(text);
  if (page !== undefined) gathering.add(page);
  takeLines(gathering, text, hosts);
  takeOAuthErrors(gathering, text);
  const errors = takeApiErrors(gathering, text);
  takeTokenAnswer(gathering, text);
  // Those in addresses were read with their hosts.
  takeClientIds(gathering, text.replace(ADDRESS, ' '));
  if (errors === 0 && text.length <= SHORT) takeCalls(gathering, text);
}

function takeAddresses(gathering: Gathering, text: string): readonly string[] {
  const hosts: string[] = [];
  let left = MOST_ADDRESSES;
  for (const [address] of text.matchAll(ADDRESS)) {
    if (left-- === 0) break;
    const url = takeAddress(gathering, address.replace(/\.{3}$/, '…').replace(/[),.;\]}]+$/, ''));
    if (url !== undefined) hosts.push(url.hostname);
  }
  return hosts;
}

/** Longer lines are of a program, and not written for people. */
const LONGEST_LINE = 4000;
const MOST_LINES = 50_000;

function takeLines(gathering: Gathering, text: string, hosts: readonly string[]): void {
  const only = new Set(hosts).size === 1 ? hosts[0] : undefined;
  let left = MOST_LINES;
  for (let start = 0; start <= text.length && left > 0; left -= 1) {
    const end = text.indexOf('\n', start);
    const line = text.slice(start, Math.min(end === -1 ? text.length : end, start + LONGEST_LINE));
    start = end === -1 ? text.length + 1 : end + 1;
    for (const message of browserMessages(line)) gathering.add(message);
    const host = hostNotFound(line, only);
    if (host !== undefined) {
      gathering.host(host);
      gathering.add({ kind: 'host-not-found', host });
    }
    if (isTimeRefused(line)) gathering.add({ kind: 'time-refused' });
    if (/grant_type=/.test(line)) takeForm(gathering, formIn(line));
    if (/\bAADSTS\d/.test(line)) gathering.isForeign();
  }
}

/** The fields of a form in a command, each as `name=value` wherever it stands. */
function formIn(line: string): string {
  const fields = line.match(/\b(?:grant_type|client_id|redirect_uri|code_verifier)=[^\s&"']*/g) ?? [];
  return fields.join('&');
}

function takeOAuthErrors(gathering: Gathering, text: string): void {
  let left = MOST_ERRORS;
  for (const match of text.matchAll(OAUTH_CODE)) {
    if (left-- === 0) break;
    const before = text.slice(Math.max(0, match.index - 200), match.index);
    // In an address it was read already.
    if (/https?:\/\/\S*$/.test(before)) continue;
    const behind = text.slice(match.index + match[0].length, match.index + match[0].length + AROUND);
    const description = shown(descriptionIn(behind));
    gathering.ofClient(clientOfLine(gathering, text, match.index), () =>
      gathering.add({ kind: 'oauth-error', code: match[0], ...(description !== '' && { description }) }),
    );
    takeMoment(gathering, before);
  }
}

/** What stands behind a code: under its name, or in the rest of the line. */
function descriptionIn(behind: string): string {
  const named = /(?:error_)?description\\?["']? {0,3}[:=] {0,3}\\?["']?([^"'\n&\\]{1,300})/i.exec(
    behind,
  )?.[1];
  if (named !== undefined) return named;
  const rest = /^[\s"':,)\]\-–—]{0,6}([^\n"{}]{0,300})/.exec(behind)?.[1] ?? '';
  return /^["',}]/.test(behind) ? '' : rest;
}

function takeApiErrors(gathering: Gathering, text: string): number {
  let count = 0;
  for (const match of text.matchAll(API_CODE)) {
    count += 1;
    if (count > MOST_ERRORS) break;
    takeApiError(gathering, text, match.index, match[0]);
  }
  if (count > 0) return count;
  const code = codeOfMessage(text);
  if (code !== undefined) {
    takeApiError(gathering, text, 0, code, text.length);
    return 1;
  }
  return takeStatus(gathering, text);
}

function takeApiError(gathering: Gathering, text: string, at: number, code: string, length = AROUND): void {
  const before = text.slice(Math.max(0, at - AROUND), at);
  const behind = text.slice(at, at + Math.min(length, 2 * AROUND));
  const call = lastCall(before) ?? firstCall(behind);
  // The message stands on either side of the code, in one line or in an object.
  const message = `${before.slice(before.lastIndexOf('{') + 1).slice(-400)} ${behind.split('}')[0] ?? ''}`;
  gathering.ofClient(clientOfLine(gathering, text, at), () =>
    gathering.add(apiError(message, { code, status: statusIn(message), call })),
  );
  takeMoment(gathering, before);
}

const STATUS =
  /(?:\bHTTP\/[\d.]{1,3} |\bstatus(?:[_ ]?code)?\\?["']? {0,3}[:=]? {0,3}|(?<![\w.:/-]))([45]\d\d)(?= |\b(?![\w.:/-]))/i;

function statusIn(text: string): number | undefined {
  const [, status] = STATUS.exec(text) ?? [];
  return status === undefined ? undefined : Number(status);
}

/** An answer without words, such as `HTTP/1.1 401`, is about the call that stands before it. */
function takeStatus(gathering: Gathering, text: string): number {
  if (text.length > SHORT) return 0;
  const status = statusIn(text);
  const [call] = callsOf(text);
  if (status === undefined || call === undefined) return 0;
  gathering.add(apiError(text, { code: undefined, status, call }));
  takeMoment(gathering, text);
  return 1;
}

function takeCalls(gathering: Gathering, text: string): void {
  for (const call of callsOf(text).slice(0, MOST_CALLS)) gathering.add({ kind: 'call', call });
}

/** The calls of a text, as core/privileges reads them. */
export function callsOf(text: string): readonly FailedCall[] {
  return readCalls(text).calls.flatMap(({ named }) =>
    named.by === 'endpoint' ? [{ ...(named.method && { method: named.method }), path: named.path }] : [],
  );
}

function lastCall(text: string): FailedCall | undefined {
  return /\/api\/v2\//.test(text) ? callsOf(text).at(-1) : undefined;
}

function firstCall(text: string): FailedCall | undefined {
  return /\/api\/v2\//.test(text) ? callsOf(text)[0] : undefined;
}

function takeTokenAnswer(gathering: Gathering, text: string): void {
  const at = text.search(/"access_token\\?" {0,3}:/);
  if (at === -1) return;
  const answer = text.slice(Math.max(0, at - 200), at + AROUND);
  const seconds = /"expires_in\\?" {0,3}: {0,3}(\d{1,9})/.exec(answer)?.[1];
  gathering.add({
    kind: 'token-answer',
    hasRefreshToken: /"refresh_token\\?" {0,3}:/.test(answer),
    ...(seconds !== undefined && { expiresInSeconds: Number(seconds) }),
  });
}

const CLIENT_ID =
  /(?:client[_ -]?id|クライアント ?(?:ID)?|oauth ?client|\bclient|(?:^|\s)(?:-u|--user)\b)[^\n0-9a-f]{0,12}\b([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})(?![\w-])/gi;

function takeClientIds(gathering: Gathering, text: string): void {
  let left = MOST_ADDRESSES;
  for (const [, id = ''] of text.matchAll(CLIENT_ID)) {
    if (left-- === 0) break;
    gathering.clientId(id);
  }
}

/** The only client that a line of a log names. */
function clientOfLine(gathering: Gathering, text: string, at: number): string | undefined {
  const start = Math.max(text.lastIndexOf('\n', at) + 1, at - AROUND);
  const end = text.indexOf('\n', at);
  const line = text.slice(start, Math.min(end === -1 ? text.length : end, at + AROUND));
  // An address of somebody else names a client of theirs.
  const own = line.replace(ADDRESS, (address) =>
    URL.canParse(address) && gathering.isLookedAt(new URL(address).hostname) ? address : ' ',
  );
  const ids = new Set([...own.matchAll(CLIENT_ID)].map(([, id = '']) => id.toLowerCase()));
  return ids.size === 1 ? [...ids][0] : undefined;
}

const MOMENT =
  /\b(\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d(?:[.,]\d{1,9})?)?(?:Z|[+-]\d\d:?\d\d)?)|\b(\w{3}, \d\d \w{3} \d{4} \d\d:\d\d:\d\d GMT)/g;

/** The last moment before an error. One without a time zone is not certain, and is left out. */
function takeMoment(gathering: Gathering, before: string): void {
  const last = [...before.matchAll(MOMENT)].at(-1)?.[0];
  if (last !== undefined && /(?:Z|GMT|[+-]\d\d:?\d\d)$/.test(last))
    gathering.at(last.replace(' ', last.includes(',') ? ' ' : 'T'));
}
