import { createHmac } from 'node:crypto';
import { Hono } from 'hono';
import type { HttpEnv } from './http.ts';

/**
 * `/practice/identity?challenge=…`: shows that this is the org with that control token, without either side sending it.
 * Whoever started an org asks this before they send anything else: another program may listen where it was.
 */
export function identity(controlToken: string): Hono<HttpEnv> {
  const app = new Hono<HttpEnv>();
  app.get('/identity', (c) => {
    const challenge = c.req.query('challenge') ?? '';
    return c.json({ proof: createHmac('sha256', controlToken).update(challenge).digest('hex') });
  });
  return app;
}
