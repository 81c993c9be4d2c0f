import type { Node } from 'jsonc-parser';
import { readJson } from '../../../scim/jsonDocument.ts';
import { lineFinder, methodOf } from '../reading.ts';
import { isSecretName, withoutSecrets } from '../secretsInText.ts';
import { type Desk, takeRequest } from './desk.ts';

/**
 * Reads a HAR, a Postman collection or an OpenAPI description. Of one that is cut, what stands before is read. False for
 * JSON of another kind, which is left to the reader of text. Secrets are masked text by text: the whole of it would not be
 * JSON afterwards.
 */
export function readJsonCalls(text: string, desk: Desk): boolean {
  if (!/^\uFEFF?\s*\{/.test(text)) return false;
  const { root, errorOffset } = readJson(text);
  const lineOf = lineFinder(text);
  const read = readerOf(root);
  if (root === undefined || read === undefined) return false;
  read({ ...desk, root, lineOf });
  if (errorOffset !== undefined) desk.gathering.note({ kind: 'not-json', line: lineOf(errorOffset) });
  return true;
}

type JsonDesk = Desk & { root: Node; lineOf: (offset: number) => number };

function readerOf(root: Node | undefined): ((desk: JsonDesk) => void) | undefined {
  if (member(member(root, 'log'), 'entries')?.type === 'array') return readHar;
  if (member(root, 'item')?.type === 'array') return readPostman;
  if (member(root, 'collection', 'item')?.type === 'array') return readPostman;
  if (member(root, 'paths')?.type === 'object') return readOpenApi;
  return undefined;
}

function readHar({ root, lineOf, ...desk }: JsonDesk): void {
  for (const entry of listed(member(root, 'log', 'entries'))) {
    const request = member(entry, 'request');
    const address = stringOf(member(request, 'url'));
    const method = methodOf(member(request, 'method')?.value);
    // What a browser asks beforehand of another origin needs no permission.
    if (request === undefined || address === undefined || method === 'OPTIONS') continue;
    const isTaken = takeRequest(desk, 'har', {
      method,
      address,
      line: lineOf(request.offset),
      sureness: 'certain',
    });
    if (!isTaken && /^https?:/i.test(address)) desk.gathering.countWithoutEndpoint();
  }
}

/** Deeper than anybody has folders; jsonc-parser's depth is bounded already. */
function readPostman({ root, lineOf, ...desk }: JsonDesk): void {
  const collection = member(root, 'collection') ?? root;
  const values = variablesOf(collection);
  const waiting = [...listed(member(collection, 'item'))];
  for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) {
    waiting.unshift(...listed(member(item, 'item')));
    const request = member(item, 'request');
    if (request === undefined) continue;
    const address = postmanAddress(request);
    if (address === undefined) continue;
    const isTaken = takeRequest(desk, 'postman', {
      method: request.type === 'string' ? 'GET' : (methodOf(member(request, 'method')?.value) ?? 'GET'),
      address: withValues(address, values),
      line: lineOf(request.offset),
      sureness: 'certain',
    });
    if (!isTaken) desk.gathering.countWithoutEndpoint();
  }
}

function postmanAddress(request: Node): string | undefined {
  const url = request.type === 'string' ? request : member(request, 'url');
  const whole = stringOf(url) ?? stringOf(member(url, 'raw'));
  if (whole !== undefined) return whole;
  const path = listed(member(url, 'path')).map(
    (part) => stringOf(part) ?? stringOf(member(part, 'value')) ?? '',
  );
  if (path.length === 0) return undefined;
  const host = member(url, 'host');
  const written =
    stringOf(host) ??
    listed(host)
      .map((part) => stringOf(part) ?? '')
      .join('.');
  const scheme = written === '' || written.startsWith('{{') ? '' : 'https://';
  return `${scheme}${written}/${path.join('/')}`;
}

/** The variables of a collection that can be a part of an address; what else they hold is nobody's business. */
function variablesOf(collection: Node | undefined): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  for (const variable of listed(member(collection, 'variable'))) {
    const key = stringOf(member(variable, 'key')) ?? stringOf(member(variable, 'id'));
    const value = stringOf(member(variable, 'value'));
    const isAddress =
      value !== undefined && /^(?:https?:\/\/|\{\{|\/|[\w-]+(?:\.[\w-]+)+(?:\/|$)|api\/)/i.test(value);
    if (key !== undefined && isAddress && !isSecretName(key)) values.set(key, value);
  }
  return values;
}

/** A variable can be made of others; of themselves they are not. */
const DEEPEST_VARIABLE = 5;

function withValues(address: string, values: ReadonlyMap<string, string>): string {
  let written = address;
  for (let depth = 0; depth < DEEPEST_VARIABLE; depth += 1) {
    const next = written.replace(
      /\{\{\s*([^{}]+?)\s*\}\}/g,
      (whole, name: string) => values.get(name) ?? whole,
    );
    if (next === written || next.length > 10_000) return written;
    written = next;
  }
  return written;
}

function readOpenApi({ root, lineOf, ...desk }: JsonDesk): void {
  const server = serverOf(root);
  for (const property of member(root, 'paths')?.children ?? []) {
    const [key, methods] = property.children ?? [];
    const path = stringOf(key);
    if (path === undefined || methods?.type !== 'object') continue;
    for (const operation of methods.children ?? []) {
      const method = methodOf(operation.children?.[0]?.value);
      if (method === undefined) continue;
      const request = { method, line: lineOf(operation.offset), sureness: 'likely' } as const;
      takePath(desk, server, path, request);
    }
  }
}

/** Takes an operation that a description of an API offers: its path stands below what its servers have in common. */
export function takePath(
  desk: Desk,
  server: string,
  path: string,
  request: Omit<Parameters<typeof takeRequest>[2], 'address'>,
): void {
  const address = /\/api\/v[12]\//i.test(path) ? hostAlone(server) + path : server + path;
  const isTaken = takeRequest(desk, 'openapi', { ...request, address });
  if (!isTaken) desk.gathering.countWithoutEndpoint();
}

function hostAlone(server: string): string {
  return /^[a-z]+:\/\/[^/]*/i.exec(server)?.[0] ?? '';
}

function serverOf(root: Node): string {
  const server = stringOf(member(listed(member(root, 'servers'))[0], 'url'));
  if (server !== undefined) return server.replace(/\/+$/, '');
  const host = stringOf(member(root, 'host'));
  const basePath = (stringOf(member(root, 'basePath')) ?? '').replace(/\/+$/, '');
  return host === undefined ? basePath : `https://${host}${basePath}`;
}

function member(node: Node | undefined, ...names: readonly string[]): Node | undefined {
  let found = node;
  for (const name of names) {
    found =
      found?.type === 'object'
        ? found.children?.find((each) => each.children?.[0]?.value === name)?.children?.[1]
        : undefined;
  }
  return found;
}

function listed(node: Node | undefined): readonly Node[] {
  return node?.type === 'array' ? (node.children ?? []) : [];
}

/** Every text that is taken from JSON comes from here, without the secrets in it. */
function stringOf(node: Node | undefined): string | undefined {
  return typeof node?.value === 'string' ? withoutSecrets(node.value) : undefined;
}
