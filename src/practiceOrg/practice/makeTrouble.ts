import { setTimeout } from 'node:timers/promises';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import type { Context, MiddlewareHandler, Next } from 'hono';
import { ApiError } from '../errors.ts';
import type { HttpEnv } from '../http.ts';
import type { Org } from '../org.ts';
import { bearerToken, endSignIn, endToken } from '../world/tokens.ts';
import { type Trouble, takeTrouble } from './switches.ts';

const proxyPage = `<!doctype html>
<html lang="en"><head><title>Access through the proxy</title></head>
<body><h1>Please sign in to the network first</h1></body></html>
`;

/** Makes answers slow, as the switches say. */
export function slowDown(org: Org): MiddlewareHandler<HttpEnv> {
  return async (_c, next) => {
    if (org.switches.latencyMs > 0) await setTimeout(org.switches.latencyMs);
    await next();
  };
}

/** Makes calls go wrong, as the switches say. */
export function makeTrouble(org: Org): MiddlewareHandler<HttpEnv> {
  return async (c, next) => {
    const { met, left } = takeTrouble(org.switches.troubles, c.req.method, c.req.path);
    org.switches = { ...org.switches, troubles: left };
    await (met === undefined ? next() : goWrong(org, met, c, next));
  };
}

async function goWrong(org: Org, trouble: Trouble, c: Context<HttpEnv>, next: Next): Promise<void> {
  switch (trouble.kind) {
    case 'forbidden':
      throw new ApiError('missing.permissions', { permissions: 'practice:rehearsal:forbidden' });
    case 'expired-token':
      endToken(org.world, bearerToken(c.req.header('authorization')) ?? '');
      throw new ApiError('bad.credentials');
    case 'signed-out':
      endSignIn(org.world, bearerToken(c.req.header('authorization')) ?? '');
      throw new ApiError('bad.credentials');
    case 'too-many-requests': {
      const seconds = trouble.retryAfterSeconds ?? 1;
      c.header('Retry-After', String(seconds));
      throw new ApiError('too.many.requests.retry.after', { seconds });
    }
    case 'server-error':
      throw new ApiError('internal.server.error');
    case 'unavailable':
      throw new ApiError('service.unavailable');
    case 'html':
      c.res = await c.html(proxyPage);
      return;
    case 'dropped':
      return drop(c);
    case 'lost':
      await next();
      return drop(c);
    case 'truncated':
      await next();
      return truncate(c);
  }
}

function drop(c: Context<HttpEnv>): void {
  c.env.outgoing.destroy();
  // Joined with an answer that is there, it would be sent.
  c.res = undefined;
  c.res = RESPONSE_ALREADY_SENT;
}

/** Promises the whole body, sends half of it and hangs up. */
async function truncate(c: Context<HttpEnv>): Promise<void> {
  const body = Buffer.from(await c.res.arrayBuffer());
  const { outgoing } = c.env;
  outgoing.writeHead(c.res.status, {
    ...Object.fromEntries(c.res.headers),
    'content-length': String(body.byteLength),
  });
  await new Promise<void>((sent) => outgoing.write(body.subarray(0, body.byteLength >> 1), () => sent()));
  drop(c);
}
