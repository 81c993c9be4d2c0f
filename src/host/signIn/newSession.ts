import { randomUUID } from 'node:crypto';
import type { Token } from '../../core/platform/login.ts';
import type { Org } from '../../core/procedures/context.ts';
import type { Grant } from './flows/flow.ts';
import type { Session } from './session.ts';

/** A session of the account that a token opened: one for each org and region, and the practice org is never a real one. */
export function newSession(grant: Grant, org: Org): Session {
  const { token, region, source, renewal } = grant;
  const endsAt = endOf(token);
  const name = org.caller.kind === 'unknown' ? undefined : org.caller.name;
  return {
    id: randomUUID(),
    accessToken: token.accessToken,
    ...(endsAt !== undefined && { endsAt }),
    account: {
      id: accountIdOf(org),
      label: name === undefined ? org.name : `${name} · ${org.name}`,
    },
    scopes: org.tokenScopes.kind === 'known' ? org.tokenScopes.value : [],
    orgName: org.name,
    region,
    source,
    ...(renewal !== undefined && { renewal }),
  };
}

/** The ID of whoever is signed in to this org, which stays when they sign in again. */
export function accountIdOf({ practice, region, id }: Pick<Org, 'practice' | 'region' | 'id'>): string {
  return `${practice ? 'practice' : region}/${id}`;
}

/** When a token that was issued just now ends (ISO 8601), where its login host said how long it lasts. */
export function endOf({ expiresInSeconds }: Token): string | undefined {
  if (expiresInSeconds === undefined) return undefined;
  return new Date(Date.now() + expiresInSeconds * 1000).toISOString();
}
