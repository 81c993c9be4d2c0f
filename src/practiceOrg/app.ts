import { type Context, Hono, type Next } from 'hono';
import { platformApi } from './api/platformApi.ts';
import { ApiError } from './errors.ts';
import { type Allowed, HostNames, onlyAllowed } from './hostAndOrigin.ts';
import { type HttpEnv, isScimPath, publishedPath } from './http.ts';
import { identity } from './identity.ts';
import { loginHost } from './login/loginHost.ts';
import type { Org } from './org.ts';
import { control } from './practice/control.ts';
import { fewNames } from './practice/requestLog.ts';
import { slowDown, spoilAnswer } from './practice/spoilAnswer.ts';
import { spoilWork } from './practice/spoilWork.ts';
import { fewSignIns, type Room, withinRoom } from './room.ts';
import { SCIM_JSON, ScimError, scimErrorBody } from './scim/scimError.ts';
import { wholeBody } from './wholeBody.ts';

export type AppOptions = {
  readonly allowed: Allowed;
  /** Opens the control operations. */
  readonly controlToken: string;
  readonly room: Room;
  /** Awaited after each request that may have changed the org, before it is answered. */
  saved(): Promise<void>;
  /** Whoever may steer the org wants it to end. */
  end(): void;
};

/**
 * Everything the org serves: `/login` (also at the root), `/api` (and `/api/api`, where the official SDK's gateway
 * setting looks for it) and `/practice`.
 */
export function createApp(org: Org, { allowed, controlToken, room, saved, end }: AppOptions): Hono<HttpEnv> {
  const app = new Hono<HttpEnv>({ getPath: publishedPath });
  const names = new HostNames(allowed.allowedHosts);
  app.use(onlyAllowed(names, allowed));
  app.use(async (c, next) => {
    c.set('correlationId', org.random.uuid());
    c.header('ININ-Correlation-Id', c.get('correlationId'));
    c.header('Date', new Date(org.clock.now()).toUTCString());
    await next();
  });
  // What was done is saved before its answer goes wrong, which may take as long as the client waits.
  const trouble = [spoilAnswer(org), saving, spoilWork(org)];
  app.use('/api/*', logged, wholeBody, slowDown(org), ...trouble, withinRoom(org, room));
  app.use('/login/*', logged, wholeBody, ...trouble, fewSignIns(org, room));
  app.use('/practice/*', wholeBody, saving);
  app.route('/login', loginHost(org));
  app.route('/api', platformApi(org));
  app.route('/practice', identity(controlToken));
  app.route('/practice', control(org, controlToken, { names, end }));
  app.notFound((c) => refuse(c, new ApiError('not.found')));
  app.onError((error, c) => {
    if (error instanceof ApiError || error instanceof ScimError) return refuse(c, error);
    process.emitWarning(error);
    return refuse(c, new ApiError('internal.server.error'));
  });
  return app;

  async function saving(c: Context<HttpEnv>, next: Next): Promise<void> {
    await next();
    if (c.req.method !== 'GET' || c.get('trouble') !== undefined) await saved();
  }

  async function logged(c: Context<HttpEnv>, next: Next): Promise<void> {
    await next();
    const { outgoing } = c.env;
    const ignored = fewNames(c.get('ignored') ?? []);
    org.requests.add({
      at: new Date(org.clock.now()).toISOString(),
      method: c.req.method,
      path: c.req.path,
      status: outgoing.writableFinished ? outgoing.statusCode : outgoing.destroyed ? null : c.res.status,
      ...(ignored.length > 0 && { ignored }),
    });
  }
}

function refuse(c: Context<HttpEnv>, error: ApiError | ScimError): Response {
  if (error instanceof ScimError || isScimPath(c.req.path)) {
    return c.json(scimErrorBody(error), error.status, { 'Content-Type': SCIM_JSON });
  }
  return c.json(error.toBody(c.get('correlationId')), error.status);
}
