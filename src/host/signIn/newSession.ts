import { randomUUID } from 'node:crypto';
import type { OrgFacts } from '../../core/procedures/context.ts';
import { accountIdOf } from '../../core/signIn/accountId.ts';
import type { Grant } from './flows/flow.ts';
import type { Session } from './session.ts';

/**
 * A session of the account that a token opened: one for each org and region, and the practice org is never a real one.
 * The end of the token (ISO 8601) is what the login host said, not that of the org's idle time.
 */
export function newSession(grant: Grant, org: OrgFacts, endsAt: string | undefined): Session {
  const { token, region, source, renewal } = grant;
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
