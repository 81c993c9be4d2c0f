import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { setTimeout } from 'node:timers/promises';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import type { Context, MiddlewareHandler } from 'hono';
import type { HttpEnv } from '../http.ts';
import type { Org } from '../org.ts';
import { parseJson } from '../parseJson.ts';
import { misshapen } from './misshapen.ts';
import type { Trouble } from './troubles.ts';
import { takeTrouble } from './whichCalls.ts';

/** Makes answers slow, as the switches say. */
export function slowDown(org: Org): MiddlewareHandler<HttpEnv> {
  return async (c, next) => {
    if (org.switches.latencyMs > 0) await pause(c.env.outgoing, org.switches.latencyMs);
    await next();
  };
}

/** Notes which trouble a call meets, if any, and lets its answer go wrong. What becomes of the work is another matter. */
export function spoilAnswer(org: Org): MiddlewareHandler<HttpEnv> {
  return async (c, next) => {
    const { met, left } = takeTrouble(org.switches.troubles, c.req.method, c.req.path);
    org.switches = { ...org.switches, troubles: left };
    c.set('trouble', met);
    await next();
    if (met !== undefined) await answer(met, c);
  };
}

async function answer(trouble: Trouble, c: Context<HttpEnv>): Promise<void> {
  switch (trouble.kind) {
    case 'dropped':
    case 'lost':
      return hangUp(c);
    case 'truncated':
      await sendHalf(c);
      return hangUp(c);
    case 'slow':
      return await pause(c.env.outgoing, trouble.milliseconds);
    case 'stalled':
      if (trouble.before === 'rest-of-body') await sendHalf(c);
      await untilGone(c.env.outgoing);
      return hangUp(c);
    case 'dripping':
      return await send(c, (body) => drops(c.env.outgoing, body, trouble));
    case 'oversized':
      return await send(c, (body) => behindBlanks(body, trouble.megabytes));
    case 'empty':
      c.res = new Response(null, c.res);
      return;
    case 'wrong-types':
    case 'nulls': {
      const json = parseJson(await c.res.clone().text());
      if (json !== undefined) c.res = new Response(JSON.stringify(misshapen(json, trouble)), c.res);
      return;
    }
    case 'forbidden':
    case 'expired-token':
    case 'signed-out':
    case 'too-many-requests':
    case 'server-error':
    case 'unavailable':
    case 'refused':
    case 'html':
    case 'half-deleted':
    case 'changed-meanwhile':
    case 'deleted-meanwhile':
      return;
  }
}

function hangUp(c: Context<HttpEnv>): void {
  c.env.outgoing.destroy();
  sent(c);
}

/** Nothing more is sent: joined with an answer that is there, this one would be. */
function sent(c: Context<HttpEnv>): void {
  c.res = undefined;
  c.res = RESPONSE_ALREADY_SENT;
}

/** Promises the whole body and sends half of it. */
async function sendHalf(c: Context<HttpEnv>): Promise<void> {
  const body = Buffer.from(await c.res.arrayBuffer());
  const { outgoing } = c.env;
  outgoing.writeHead(c.res.status, {
    ...Object.fromEntries(c.res.headers),
    'content-length': String(body.byteLength),
  });
  await new Promise<void>((sent) => outgoing.write(body.subarray(0, body.byteLength >> 1), () => sent()));
}

/** Sends what is made of the body piece by piece, as fast as the client reads, and no longer than it listens. */
async function send(c: Context<HttpEnv>, pieces: (body: Buffer) => AsyncIterable<Buffer>): Promise<void> {
  const body = Buffer.from(await c.res.arrayBuffer());
  const { outgoing } = c.env;
  const { 'content-length': _, ...headers } = Object.fromEntries(c.res.headers);
  outgoing.writeHead(c.res.status, headers);
  outgoing.flushHeaders();
  // It fails when the client hangs up, and then there is nobody to tell.
  await pipeline(pieces(body), outgoing).catch(() => outgoing.destroy());
  sent(c);
}

const BLANK = Buffer.from(' ');

async function* drops(
  outgoing: ServerResponse,
  body: Buffer,
  { milliseconds, ends }: Extract<Trouble, { kind: 'dripping' }>,
): AsyncGenerator<Buffer> {
  for (const byte of body) {
    yield Buffer.of(byte);
    await pause(outgoing, milliseconds);
  }
  while (!ends && !outgoing.destroyed) {
    yield BLANK;
    await pause(outgoing, milliseconds);
  }
}

const MEGABYTE = 1_000_000;
const BLANKS = Buffer.alloc(MEGABYTE / 10, BLANK);

async function* behindBlanks(body: Buffer, megabytes: number): AsyncGenerator<Buffer> {
  for (let left = megabytes * MEGABYTE; left > 0; left -= BLANKS.byteLength) yield BLANKS;
  yield body;
}

/** Waits so many milliseconds, but no longer than the client does. */
async function pause(outgoing: ServerResponse, milliseconds: number): Promise<void> {
  if (outgoing.destroyed) return;
  const over = new AbortController();
  const end = () => over.abort();
  outgoing.once('close', end);
  await setTimeout(milliseconds, undefined, { signal: over.signal }).catch(() => undefined);
  outgoing.off('close', end);
}

/** Waits until the client, or the org itself, has ended the connection. */
async function untilGone(outgoing: ServerResponse): Promise<void> {
  if (!outgoing.destroyed) await once(outgoing, 'close');
}
