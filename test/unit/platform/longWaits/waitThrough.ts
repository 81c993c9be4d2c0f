// node --expose-gc waitThrough.mjs, as it is bundled: asks hosts that say too little, through the real limits and under memory
// pressure, each request at the same time. Prints a line of JSON for each that ended: what it was, how, after how many seconds.
import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import { setTimeout } from 'node:timers/promises';
import * as z from 'zod/mini';
import { clientCredentialsLogin } from '../../../../src/core/platform/login.ts';
import { probeLoginPage } from '../../../../src/core/platform/loginPage.ts';
import { send } from '../../../../src/core/platform/request.ts';
import { addressOf } from '../../../host/useServer.ts';
import { CANCEL_AFTER_SECONDS, GIVE_UP_AFTER_SECONDS, HOSTS, SENDERS, type Waited } from './cases.ts';

const answer = { 'content-type': 'application/json', 'content-length': '1000000' };

const LISTENERS: Record<(typeof HOSTS)[number], RequestListener> = {
  'no headers': () => undefined,
  'headers and no body': (_request, response) => {
    response.writeHead(200, answer);
    response.flushHeaders();
  },
  'a body that drips': (_request, response) => {
    response.writeHead(200, answer);
    const dripping = setInterval(() => response.write(' '), 500);
    response.on('close', () => clearInterval(dripping));
  },
};

/** Gives the kind of the error with which it ended. */
const SEND: Record<(typeof SENDERS)[number], (url: string, signal: AbortSignal) => Promise<string>> = {
  'a read': async (apiUrl, signal) => await ask(apiUrl, 'GET', signal),
  'a write': async (apiUrl, signal) => await ask(apiUrl, 'POST', signal),
  'a login': async (loginUrl, signal) => {
    const result = await clientCredentialsLogin(loginUrl, 'client', 'canary-secret', signal);
    return result.ok ? 'ok' : result.error.kind;
  },
  'a login page': async (loginUrl, signal) => {
    const standing = await probeLoginPage(new URL(loginUrl), signal);
    return standing.kind === 'failed' ? standing.error.kind : standing.kind;
  },
};

async function ask(apiUrl: string, method: 'GET' | 'POST', signal: AbortSignal): Promise<string> {
  const connection = { apiUrl, accessToken: 'canary-token', language: 'en' };
  const result = await send(connection, { method, path: '/', answer: z.unknown() }, signal);
  return result.ok ? 'ok' : result.error.kind;
}

/** What nobody holds any more is collected, as in a process that has much to do. */
function press(): void {
  const litter = Array.from({ length: 20_000 }, (_, index) => ({ index }));
  if (litter.length > 0) globalThis.gc?.();
}

setInterval(press, 500).unref();
// What has not ended by then never will.
void setTimeout(GIVE_UP_AFTER_SECONDS * 1000).then(() => process.exit(0));
await Promise.all(
  HOSTS.flatMap((host) =>
    SENDERS.flatMap((sender) =>
      [undefined, CANCEL_AFTER_SECONDS].map(async (cancelAfter) => {
        const server = createServer(LISTENERS[host]).listen(0, '127.0.0.1');
        await once(server, 'listening');
        const person = new AbortController();
        if (cancelAfter !== undefined) void setTimeout(cancelAfter * 1000).then(() => person.abort());
        const started = performance.now();
        const ended = await SEND[sender](addressOf(server), person.signal);
        const seconds = (performance.now() - started) / 1000;
        const waited: Waited = { host, sender, isCancelled: cancelAfter !== undefined, ended, seconds };
        process.stdout.write(`${JSON.stringify(waited)}\n`);
      }),
    ),
  ),
);
process.exit(0);
