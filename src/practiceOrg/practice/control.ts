import { Hono } from 'hono/quick';
import * as z from 'zod/mini';
import { parseBody } from '../api/body.ts';
import type { HttpEnv } from '../http.ts';
import { type Org, resetOrg, switchesNow, turnSwitches } from '../org.ts';
import { switches } from './switches.ts';

/** `/practice/…`: steering the simulation from outside. Not part of any contract but our own. */
export function control(org: Org): Hono<HttpEnv> {
  const app = new Hono<HttpEnv>();
  app.get('/switches', (c) => c.json(switchesNow(org)));
  app.patch('/switches', async (c) => {
    const body: unknown = await c.req.json().catch(() => undefined);
    const change = parseBody(z.partial(switches), body, 'Switches');
    turnSwitches(org, switches.parse({ ...switchesNow(org), ...change }));
    return c.json(switchesNow(org));
  });
  app.post('/reset', (c) => {
    resetOrg(org);
    return c.body(null, 204);
  });
  app.get('/requests', (c) => c.json(org.requests.list()));
  return app;
}
