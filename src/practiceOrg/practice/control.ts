import { Hono } from 'hono';
import * as z from 'zod/mini';
import { parseBody } from '../api/body.ts';
import { ApiError } from '../errors.ts';
import { type HostNames, isHostName } from '../hostAndOrigin.ts';
import type { HttpEnv } from '../http.ts';
import { type Org, resetOrg, switchesNow } from '../org.ts';
import { parseJson } from '../parseJson.ts';
import { fingerprint } from '../world/random.ts';
import { bearerToken } from '../world/tokens.ts';
import { readSwitches, SwitchError, turn } from './readSwitches.ts';
import { whatThereIs } from './whatThereIs.ts';

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
    try {
      turn(org, readSwitches(parseJson(c.get('body')?.text ?? '')));
    } catch (error) {
      if (!(error instanceof SwitchError)) throw error;
      throw new ApiError('constraint.validation', { finding: error.message });
    }
    return c.json(switchesNow(org));
  });
  app.get('/catalogue', (c) => c.json(whatThereIs));
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
