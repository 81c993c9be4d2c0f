import { once } from 'node:events';
import { createServer, type IncomingMessage, request } from 'node:http';
import * as z from 'zod/mini';
import { parseJson } from '../../src/core/platform/text.ts';
import { addressOf } from '../host/useServer.ts';

/** What a client sent, and with which status it was answered then. `{{n:place}}` stands for what the n-th answer said there. */
const Exchange = z.object({
  method: z.string(),
  path: z.string(),
  headers: z.record(z.string(), z.string()),
  body: z.string(),
  status: z.int(),
});
type Exchange = z.infer<typeof Exchange>;

/** Everything that a client sent in one run, so that it can be asked again without the client. */
export const Recording = z.object({ client: z.string(), version: z.string(), exchanges: z.array(Exchange) });
export type Recording = z.infer<typeof Recording>;

/** Headers that change an answer. */
const HEADERS = ['authorization', 'content-type', 'accept', 'if-match'];

/** Headers that belong to one connection. */
const OF_A_CONNECTION = new Set([
  'host',
  'connection',
  'keep-alive',
  'content-length',
  'transfer-encoding',
  'accept-encoding',
]);

/** What an org makes up, and no two orgs alike: IDs, tokens, codes, secrets and versions. */
const MADE_UP = /^(?:W\/)?"?[\w.-]{8,}"?$/;

type Answer = {
  status: number;
  headers: IncomingMessage['headers'];
  /** Names and values in turn, in the letters that were sent. */
  rawHeaders: readonly string[];
  body: string;
};

/** A way to the org that writes down what passes. */
export async function startRecorder(org: string): Promise<{ url: string; stop(): Promise<Exchange[]> }> {
  const exchanges: Exchange[] = [];
  const answers: Answer[] = [];
  const server = createServer((incoming, outgoing) => {
    void (async () => {
      const { method = 'GET', url: path = '/' } = incoming;
      const body = await textOf(incoming);
      const answer = await send(org, { method, path, headers: headersOf(incoming.headers), body });
      const sent = { method, path, headers: kept(incoming.headers), body, status: answer.status };
      exchanges.push(withPlaceholders(sent, answers));
      answers.push(answer);
      for (let at = 0; at < answer.rawHeaders.length; at += 2) {
        const [name = '', value = ''] = answer.rawHeaders.slice(at, at + 2);
        if (!OF_A_CONNECTION.has(name.toLowerCase())) outgoing.appendHeader(name, value);
      }
      outgoing.writeHead(answer.status).end(answer.body);
    })();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: addressOf(server),
    stop: async () => {
      server.closeAllConnections();
      server.close();
      return exchanges;
    },
  };
}

/** Asks an org all of it again. Gives what was answered with another status, each in a line. `token` is one for its API. */
export async function replay({ exchanges }: Recording, org: string, token: string): Promise<string[]> {
  const answers: Answer[] = [];
  const different: string[] = [];
  for (const exchange of exchanges) {
    const fill = (text: string) => filled(text, answers).replaceAll('{{token}}', token);
    const headers = Object.fromEntries(
      Object.entries(exchange.headers).map(([name, value]) => [name, fill(value)]),
    );
    const { method } = exchange;
    const answer = await send(org, { method, path: fill(exchange.path), headers, body: fill(exchange.body) });
    answers.push(answer);
    if (answer.status !== exchange.status)
      different.push(
        `${answers.length}: ${method} ${exchange.path}: ${answer.status}, was ${exchange.status}`,
      );
  }
  return different;
}

function send(org: string, { method, path, headers, body }: Omit<Exchange, 'status'>): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(org);
    const length = body === '' ? {} : { 'content-length': Buffer.byteLength(body) };
    const sent = request({ hostname, port, method, path, headers: { ...headers, ...length } }, (answer) => {
      textOf(answer).then((body) => {
        const { statusCode: status = 0, headers, rawHeaders } = answer;
        resolve({ status, headers, rawHeaders, body });
      }, reject);
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

async function textOf(stream: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString('utf8');
}

/** As they came, but for those that belong to one connection. */
function headersOf(headers: IncomingMessage['headers']): Record<string, string> {
  const entries = Object.entries(headers).filter(([name]) => !OF_A_CONNECTION.has(name));
  return Object.fromEntries(entries.map(([name, value]) => [name, String(value)]));
}

function kept(headers: IncomingMessage['headers']): Record<string, string> {
  return Object.fromEntries(Object.entries(headersOf(headers)).filter(([name]) => HEADERS.includes(name)));
}

function withPlaceholders(exchange: Exchange, answers: readonly Answer[]): Exchange {
  const values = new Map<string, string>();
  for (const [index, answer] of answers.entries()) {
    for (const [place, value] of leaves(answer)) {
      if (MADE_UP.test(value) && !values.has(value)) values.set(value, `{{${index}:${place}}}`);
    }
  }
  const longestFirst = [...values].sort(([one], [other]) => other.length - one.length);
  const put = (text: string) =>
    longestFirst.reduce((before, [value, placeholder]) => before.replaceAll(value, () => placeholder), text);
  const headers = Object.entries(exchange.headers).map(([name, value]) => [name, put(value)]);
  return {
    ...exchange,
    path: put(exchange.path),
    headers: Object.fromEntries(headers),
    body: put(exchange.body),
  };
}

function filled(text: string, answers: readonly Answer[]): string {
  return text.replace(/\{\{(\d+):([^}]*)\}\}/g, (_, index: string, wanted: string) => {
    const answer = answers[Number(index)];
    return answer === undefined ? '' : (new Map(leaves(answer)).get(wanted) ?? '');
  });
}

/** Every text in an answer with its place: in its body, or among what its `Location` hands on. */
function leaves({ headers, body }: Answer): [place: string, value: string][] {
  const { location } = headers;
  const handedOn = location === undefined ? [] : [...new URL(location, 'http://localhost').searchParams];
  return [
    ...handedOn.map(([name, value]): [string, string] => [`location.${name}`, value]),
    ...leavesOf(parseJson(body), ''),
  ];
}

function leavesOf(value: unknown, place: string): [string, string][] {
  if (typeof value === 'string') return [[place, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, part]) =>
    leavesOf(part, place === '' ? name : `${place}.${name}`),
  );
}
