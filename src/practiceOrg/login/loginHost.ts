import { Hono } from 'hono/quick';
import type { HttpEnv } from '../http.ts';
import type { Org } from '../org.ts';
import { authorizePage } from './authorize.ts';
import { tokenEndpoint } from './token.ts';

/** The login host: what `https://login.{region}` is for a real org. */
export function loginHost(org: Org): Hono<HttpEnv> {
  const app = new Hono<HttpEnv>();
  app.route('/oauth/authorize', authorizePage(org));
  app.route('/oauth/token', tokenEndpoint(org));
  return app;
}
