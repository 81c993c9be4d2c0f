import { type Context, Hono } from 'hono';
import { ApiError, sharedCodes } from '../errors.ts';
import { type HttpEnv, mediaType } from '../http.ts';
import { preferredLanguage } from '../language.ts';
import { idleTimeoutSeconds, type Org } from '../org.ts';
import { parseJson } from '../parseJson.ts';
import { SCIM_JSON } from '../scim/scimError.ts';
import { type Caller, holds } from '../world/caller.ts';
import { isWithin } from '../world/networks.ts';
import { bearerToken, callerOf, noteUse } from '../world/tokens.ts';
import { fieldsIgnored, parseBody } from './body.ts';
import { apiDescription, DESCRIPTION_PATH } from './description.ts';
import type { Answer, Call, Operation } from './operation.ts';
import { notSimulated, operations } from './operations.ts';

/** A request that is answered, by its method and path as published. */
type Route = {
  readonly method: string;
  readonly path: string;
  answer(c: Context<HttpEnv>): Promise<Response> | Response;
};

/**
 * The Platform API below `/v2`: every operation, guarded by what it declares, and their description. Refusals are thrown as `ApiError`, and a
 * published operation that the org does not have is one: a client would take a 404 for an ID that is not known.
 */
export function platformApi(org: Org): Hono<HttpEnv> {
  const api = new Hono<HttpEnv>();
  for (const { method, path, answer } of routes(org)) {
    api.on(method, path.replace('/api', '').replaceAll(/\{(\w+)\}/g, ':$1'), answer);
  }
  return api;
}

/** What is answered and how; of two paths that fit a request, the one with a word where the other has `{…}` comes first. */
function routes(org: Org): Route[] {
  const simulated = operations.map((operation): Route => {
    const { method, path } = operation;
    return { method, path, answer: async (c) => send(c, operation, await perform(org, operation, c)) };
  });
  const refused = notSimulated.map(({ method, path }): Route => {
    const answer = () => {
      throw new ApiError('not.simulated', { operation: `${method} ${path}` });
    };
    return { method, path, answer };
  });
  const description: Route = {
    method: 'GET',
    path: DESCRIPTION_PATH,
    answer: (c) => c.json(apiDescription()),
  };
  // As text, `{` comes after every letter.
  return [...simulated, ...refused, description].sort((a, b) => (a.path < b.path ? -1 : 1));
}

async function perform(org: Org, operation: Operation, c: Context<HttpEnv>): Promise<Answer> {
  const caller = authenticate(org, c);
  try {
    const answer = await guarded(org, operation, caller, c);
    count(org, operation, caller, answer.status);
    return answer;
  } catch (error) {
    if (error instanceof ApiError) count(org, operation, caller, error.status);
    throw error;
  }
}

async function guarded(org: Org, operation: Operation, caller: Caller, c: Context<HttpEnv>): Promise<Answer> {
  if (c.req.query('preserveIdleTTL') !== 'true') noteUse(org.world, caller);
  limitRate(org, caller, c);
  authorize(org, caller, operation);
  const body = operation.takesBody ? jsonBody(operation, c) : undefined;
  const ignore: Call['ignore'] = (names) => c.set('ignored', names);
  return handle(operation, {
    org,
    world: org.world,
    caller,
    path: (name) => c.req.param(name) ?? '',
    query: (name) => c.req.query(name),
    header: (name) => c.req.header(name),
    queryList: (name) => (c.req.queries(name) ?? []).flatMap((value) => value.split(',')),
    search: () => new URL(c.req.url).searchParams,
    body,
    readBody: (schema, object) => {
      const taken = parseBody(schema, body, object);
      ignore(fieldsIgnored(body, taken));
      return taken;
    },
    ignore,
    language: preferredLanguage(c.req.header('accept-language')),
  });
}

function limitRate(org: Org, { token, client }: Caller, c: Context<HttpEnv>): void {
  const limit = org.switches.busyClients.includes(client.id) ? 0 : org.switches.callsPerMinute;
  const seconds = org.rates.take(token.fingerprint, org.clock.now(), limit);
  if (seconds === 0) return;
  c.header('Retry-After', String(seconds));
  throw new ApiError('too.many.requests', { limit: org.switches.callsPerMinute, window: 60 });
}

/** Handles a call; a refusal that the operation does not declare is our mistake, and so a 500. */
function handle(operation: Operation, call: Call): Answer {
  try {
    return operation.handle(call);
  } catch (error) {
    if (!(error instanceof ApiError) || sharedCodes.has(error.code)) throw error;
    if (operation.codes?.includes(error.code)) throw error;
    throw new Error(`${operation.method} ${operation.path} gives ${error.code} without declaring it`);
  }
}

function count(org: Org, { method, path }: Operation, { client }: Caller, status: number): void {
  org.usage.count({
    clientId: client.id,
    at: org.clock.now(),
    templateUri: path,
    httpMethod: method,
    status,
    times: 1,
  });
}

function jsonBody({ family }: Operation, c: Context<HttpEnv>): unknown {
  const type = mediaType(c.req.header('content-type'));
  const isScim = family === 'scim' && type === SCIM_JSON;
  if (type !== 'application/json' && !isScim) throw new ApiError('unsupported.media.type');
  const json = parseJson(c.get('body')?.text ?? '');
  if (json === undefined) throw new ApiError('bad.request');
  return json;
}

function send(c: Context<HttpEnv>, { family }: Operation, answer: Answer): Response {
  if (!('body' in answer) || answer.body === undefined) return c.body(null, answer.status);
  const headers: Record<string, string> = {};
  if (answer.etag !== undefined) headers['ETag'] = answer.etag;
  if (answer.location !== undefined) headers['Location'] = answer.location;
  if (family === 'scim') headers['Content-Type'] = scimType(c.req.header('accept'));
  return c.json(answer.body, answer.status, headers);
}

/** SCIM's own type, unless the client says that it takes plain JSON only. */
function scimType(accept = ''): string {
  return accept.includes('application/json') && !accept.includes(SCIM_JSON) ? 'application/json' : SCIM_JSON;
}

/** Who a request's Authorization header speaks for. Throws 401 when it is missing or opens nothing, or not from there. */
function authenticate(org: Org, c: Context<HttpEnv>): Caller {
  const token = bearerToken(c.req.header('authorization'));
  if (token === undefined) throw new ApiError('authentication.required');
  const caller = callerOf(org.world, token, idleTimeoutSeconds(org));
  if (caller === undefined) throw new ApiError('bad.credentials');
  if (!isAtAllowedAddress(org, caller)) {
    throw new ApiError('ip.not.authorized', { address: c.env.incoming.socket.remoteAddress ?? '' });
  }
  return caller;
}

/**
 * Whether the caller is at an address that the org allows. All are at the same one here: who signed in with the practice
 * org's own client counts as somebody in the office, every other client as one that calls from 127.0.0.1.
 */
function isAtAllowedAddress({ switches }: Org, { client }: Caller): boolean {
  if (switches.ipNotAllowed) return false;
  const { ipAllowList } = switches;
  return ipAllowList === null || client.owner === 'platform' || isWithin(ipAllowList, '127.0.0.1');
}

/** Throws 403 unless the caller's token has one of the operation's scopes and the caller its permissions. */
function authorize(org: Org, caller: Caller, { scopes, permissions }: Operation): void {
  // An org may enforce scopes or not: a client from before there were any has none (Genesys facts 4).
  const hasNone = caller.token.scope.length === 0 && !org.switches.scopesEnforced;
  const acceptsAnyScope = caller.person === null || hasNone;
  if (!acceptsAnyScope && !scopes.some((scope) => caller.token.scope.includes(scope))) {
    throw new ApiError('app.not.authorized.for.scope', { scopes: scopes.join(', ') });
  }
  if (permissions === undefined) return;
  const isHeld = (permission: string) => holds(org.world, caller, permission);
  if ('all' in permissions) {
    const missing = permissions.all.filter((permission) => !isHeld(permission));
    if (missing.length > 0) throw new ApiError('missing.permissions', { permissions: missing.join(', ') });
  } else if (!permissions.any.some(isHeld)) {
    const code = permissions.any.length === 1 ? 'missing.permissions' : 'missing.any.permissions';
    throw new ApiError(code, { permissions: permissions.any.join(', ') });
  }
}
