import type { Context, MiddlewareHandler, Next } from 'hono';
import { ApiError } from '../errors.ts';
import type { HttpEnv } from '../http.ts';
import type { Org } from '../org.ts';
import type { Clock } from '../world/clock.ts';
import { fingerprint } from '../world/random.ts';
import { bearerToken, endSignIn, endToken } from '../world/tokens.ts';
import {
  deleteByAnother,
  type Held,
  heldAt,
  keepHalf,
  renameByAnother,
  somebodyBut,
} from './somebodyElse.ts';
import type { Trouble } from './troubles.ts';

const proxyPage = `<!doctype html>
<html lang="en"><head><title>Access through the proxy</title></head>
<body><h1>Please sign in to the network first</h1></body></html>
`;

/** Lets go wrong what a call asks for, when it has met a trouble. What becomes of the answer is another matter. */
export function spoilWork(org: Org): MiddlewareHandler<HttpEnv> {
  return async (c, next) => {
    const trouble = c.get('trouble');
    await (trouble === undefined ? next() : work(org, trouble, c, next));
  };
}

async function work(org: Org, trouble: Trouble, c: Context<HttpEnv>, next: Next): Promise<void> {
  switch (trouble.kind) {
    case 'forbidden':
      throw new ApiError('missing.permissions', { permissions: trouble.permission });
    case 'expired-token':
      endToken(org.world, tokenOf(c));
      throw new ApiError('bad.credentials');
    case 'signed-out':
      endSignIn(org.world, tokenOf(c));
      throw new ApiError('bad.credentials');
    case 'too-many-requests':
      throw tooManyRequests(trouble, org, c);
    case 'server-error':
      throw new ApiError('internal.server.error');
    case 'unavailable':
      throw new ApiError('service.unavailable');
    case 'refused':
      throw refusal(trouble.code);
    case 'html':
      c.res = await c.html(proxyPage, trouble.status);
      return;
    case 'dropped':
      c.res = c.body(null);
      return;
    case 'half-deleted': {
      const leaveHalf = keepHalf(org.world, met(c));
      await next();
      if (!c.res.ok) return;
      leaveHalf();
      throw new ApiError('internal.server.error');
    }
    case 'changed-meanwhile':
      return await meanwhile(c, next, () => {
        const { personId = null } = org.world.accessTokens.get(fingerprint(tokenOf(c))) ?? {};
        const author = somebodyBut(org.world, personId);
        if (author !== undefined) renameByAnother(org.world, met(c), author);
      });
    case 'deleted-meanwhile':
      return await meanwhile(c, next, () => deleteByAnother(org.world, met(c)));
    case 'lost':
    case 'truncated':
    case 'slow':
    case 'stalled':
    case 'dripping':
    case 'empty':
    case 'oversized':
    case 'wrong-types':
    case 'nulls':
      return await next();
  }
}

/** Between a client's read and its write: after the one, before the other. */
async function meanwhile(c: Context<HttpEnv>, next: Next, happens: () => void): Promise<void> {
  if (c.req.method !== 'GET') happens();
  await next();
  if (c.req.method === 'GET') happens();
}

/** What the call is about; such a trouble meets no other. */
function met(c: Context<HttpEnv>): Held {
  const held = heldAt(c.req.path);
  if (held === undefined) throw new Error(`${c.req.path} is about nothing that the org holds.`);
  return held;
}

function tokenOf(c: Context<HttpEnv>): string {
  return bearerToken(c.req.header('authorization')) ?? '';
}

const A_HUGE_NUMBER = 1_000_000_000;

function tooManyRequests(
  { retryAfter, retryAfterSeconds }: Extract<Trouble, { kind: 'too-many-requests' }>,
  { clock }: Org,
  c: Context<HttpEnv>,
): ApiError {
  switch (retryAfter) {
    case 'seconds':
      return comeAgain(c, String(retryAfterSeconds), retryAfterSeconds);
    case 'date':
      return comeAgain(c, dateIn(clock, retryAfterSeconds), retryAfterSeconds);
    case 'past-date':
      return comeAgain(c, dateIn(clock, -3600), 0);
    case 'negative':
      return comeAgain(c, '-1', -1);
    case 'far-too-long':
      return comeAgain(c, String(A_HUGE_NUMBER), A_HUGE_NUMBER);
    case 'text':
      return comeAgain(c, 'soon', 1);
    case 'absent':
      return new ApiError('too.many.requests', { limit: 300, window: 60 });
  }
}

function comeAgain(c: Context<HttpEnv>, header: string, seconds: number): ApiError {
  c.header('Retry-After', header);
  return new ApiError('too.many.requests.retry.after', { seconds });
}

/** By the org's time, which the header Date of each answer tells. */
function dateIn(clock: Clock, seconds: number): string {
  return new Date(clock.now() + seconds * 1000).toUTCString();
}

const SAMPLES: Readonly<Record<string, string | number>> = { limit: 300, window: 60, seconds: 60 };

function refusal(code: Extract<Trouble, { kind: 'refused' }>['code']): ApiError {
  const names = [...new ApiError(code).template.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
  return new ApiError(code, Object.fromEntries(names.map((name) => [name, SAMPLES[name] ?? 'rehearsal'])));
}
