import type { OrgFacts } from '../procedures/context.ts';

/** How the ID of an account in a practice org begins. */
const PRACTICE = 'practice/';

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
