import { randomUUID } from 'node:crypto';
import type { OrgFacts } from '../../core/procedures/context.ts';
import type { Grant } from './flows/flow.ts';
import type { Session } from './session.ts';

/** How the ID of an account in a practice org begins. */
const PRACTICE = 'practice/';

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

/** Whether such an ID is of somebody who is signed in to a practice org. */
export function isPracticeAccount(accountId: string): boolean {
  return accountId.startsWith(PRACTICE);
}

/** The ID of whoever is signed in to this org, which stays when they sign in again. */
export function accountIdOf({ practice, region, id }: Pick<OrgFacts, 'practice' | 'region' | 'id'>): string {
  return `${practice ? `${PRACTICE}${region}` : region}/${id}`;
}

/** The ID of the org of an account, by the ID of that. */
export function orgIdOf(account: string): string {
  return account.slice(account.lastIndexOf('/') + 1);
}
