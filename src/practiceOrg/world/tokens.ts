import type { Caller } from './caller.ts';
import { findClient } from './clients.ts';
import { fingerprint } from './random.ts';
import type { AccessToken, Client } from './records.ts';
import type { World } from './world.ts';

/** A token as the login host hands it out; the org itself keeps only its fingerprint. */
export type IssuedToken = { readonly token: string; readonly record: AccessToken };

/** Issues an access token that lives as long as the client says. `personId` null: the client acts for itself. */
export function issueAccessToken(world: World, client: Client, personId: string | null): IssuedToken {
  const token = world.random.secret();
  const now = world.clock.now();
  const record: AccessToken = {
    fingerprint: fingerprint(token),
    clientId: client.id,
    personId,
    scope: [...client.scope],
    expiresAt: now + client.accessTokenValiditySeconds * 1000,
    lastUsedAt: now,
  };
  world.accessTokens.set(record.fingerprint, record);
  return { token, record };
}

/** Issues a token that renews a person's sign-in through the client. */
export function issueRefreshToken(world: World, client: Client, personId: string): string {
  const token = world.random.secret();
  const print = fingerprint(token);
  world.refreshTokens.set(print, { fingerprint: print, clientId: client.id, personId });
  return token;
}

/**
 * Who a bearer token speaks for; undefined when it opens nothing: unknown,
 * run out, idle for `idleTimeoutSeconds` (null: never idles out), of a client that is disabled or gone, or
 * of a person who is inactive or gone.
 */
export function callerOf(world: World, token: string, idleTimeoutSeconds: number | null): Caller | undefined {
  const record = world.accessTokens.get(fingerprint(token));
  const client = record && findClient(world, record.clientId);
  if (record === undefined || client === undefined || client.state === 'disabled') return undefined;
  const now = world.clock.now();
  const idlesAt = idleTimeoutSeconds === null ? Infinity : record.lastUsedAt + idleTimeoutSeconds * 1000;
  if (now >= record.expiresAt || now >= idlesAt) return undefined;
  const person = record.personId === null ? null : world.people.get(record.personId);
  if (person === undefined || person?.state === 'inactive') return undefined;
  return { token: record, client, person };
}

/** Notes that a token is in use: its idle time begins again. */
export function noteUse(world: World, { token }: Caller): void {
  token.lastUsedAt = world.clock.now();
}

/** The token in an Authorization header; undefined when the header is missing or of another kind. */
export function bearerToken(authorization: string | undefined): string | undefined {
  return /^bearer\s+(\S+)\s*$/i.exec(authorization ?? '')?.[1];
}

/** Ends a token before its time. */
export function endToken(world: World, token: string): void {
  world.accessTokens.delete(fingerprint(token));
}

/** Ends a token and all that could renew the sign-in of its person. */
export function endSignIn(world: World, token: string): void {
  const ended = world.accessTokens.get(fingerprint(token));
  endToken(world, token);
  for (const [print, { clientId, personId }] of world.refreshTokens) {
    if (clientId === ended?.clientId && personId === ended.personId) world.refreshTokens.delete(print);
  }
}
