import { Hono } from 'hono';
import * as z from 'zod/mini';
import { parseBody } from '../api/body.ts';
import { type HostNames, isHostName } from '../hostAndOrigin.ts';
import type { HttpEnv } from '../http.ts';
import { type Org, resetOrg, switchesNow, turnSwitches } from '../org.ts';
import { parseJson } from '../parseJson.ts';
import { fingerprint } from '../world/random.ts';
import { bearerToken } from '../world/tokens.ts';
import { switches } from './switches.ts';

const wrongToken =
  'The control operations need the header Authorization: Bearer with the controlToken that the practice org printed when it started.\n';

/** A name by which the org may be called from now on, until it ends. */
const host = z.strictObject({ name: z.string().check(z.refine(isHostName)) });

/**
 * `/practice/…`: steering the simulation from outside. Not part of any contract but our own, and only for whoever
 * started the org, or was told its control token by them.
 */
export function control(
  org: Org,
  controlToken: string,
  { names, end }: { names: HostNames; end(): void },
): Hono<HttpEnv> {
  const app = new Hono<HttpEnv>();
  const right = fingerprint(controlToken);
  app.use('/:operation', async (c, next) => {
    const token = bearerToken(c.req.header('authorization')) ?? '';
    if (fingerprint(token) === right) return await next();
    return c.text(wrongToken, 401, { 'WWW-Authenticate': 'Bearer realm="practice"' });
  });
  app.get('/switches', (c) => c.json(switchesNow(org)));
  app.patch('/switches', (c) => {
    const change = parseBody(z.partial(switches), parseJson(c.get('body')?.text ?? ''), 'Switches');
    turnSwitches(org, switches.parse({ ...switchesNow(org), ...change }));
    return c.json(switchesNow(org));
  });
  app.post('/reset', (c) => {
    resetOrg(org);
    return c.body(null, 204);
  });
  app.post('/hosts', (c) => {
    names.allow(parseBody(host, parseJson(c.get('body')?.text ?? ''), 'Host').name);
    return c.body(null, 204);
  });
  app.post('/end', (c) => {
    // It is answered once the state is saved.
    c.env.outgoing.once('close', end);
    return c.body(null, 204);
  });
  app.get('/requests', (c) => c.json(org.requests.list()));
  return app;
}
