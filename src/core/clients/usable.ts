import { GrantType, type OAuthClient } from '../platform/oauthClients.ts';

/** What is said of a client by a word of the API: `unknown` for one that its documentation does not have. */
type Answer = 'yes' | 'no' | 'unknown';

/** Whether tokens can be made with a client in this state; one that says nothing is active (Genesys facts 1.2 and 1.4). */
export function worksInState(state: string | undefined): Answer {
  switch (state) {
    case undefined:
    case 'active':
      return 'yes';
    case 'disabled':
    case 'inactive':
      return 'no';
    default:
      return 'unknown';
  }
}

/** Whether people can log in on a page with a client of this grant type (procedure rule E3, Genesys facts 1.2). */
export function letsPeopleLogIn(grantType: string | undefined): Answer {
  if (grantType === 'CODE' || grantType === 'TOKEN') return 'yes';
  return isKnownGrantType(grantType) ? 'no' : 'unknown';
}

/** Whether the API's documentation has this grant type; PASSWORD stands only there (Genesys facts 1.2). */
export function isKnownGrantType(grantType: string | undefined): boolean {
  return grantType === 'PASSWORD' || GrantType.safeParse(grantType).success;
}

/** Whether a client calls as itself, so that its own roles count, and no person's (procedure rule G12). */
export function speaksForItself(client: OAuthClient | undefined): boolean {
  return client?.authorizedGrantType === 'CLIENT-CREDENTIALS';
}

/** Whether a client shows a secret to get its tokens; one of the implicit grant never does (Genesys facts 1.2). */
export function holdsSecret({ authorizedGrantType }: OAuthClient): boolean {
  const grant = GrantType.safeParse(authorizedGrantType);
  return grant.success && grant.data !== 'TOKEN';
}

/** What becomes of a client that is deleted; `unknown` where its age is not known. */
export type DeletionFate = 'at-once' | 'in-a-week' | 'unknown';

/** Milliseconds of age from which on a deleted client can be restored (Genesys facts 1.4). */
const RESTORABLE_FROM_AGE = 30 * 86_400_000;

/**
 * Whether a deletion takes a client at once and for good, or in a week: its age tells (Genesys facts 1.4).
 *
 * @param now by the clock of its org
 */
export function deletionFate(
  { dateCreated = '' }: Pick<OAuthClient, 'dateCreated'>,
  now: Date,
): DeletionFate {
  const age = now.getTime() - Date.parse(dateCreated);
  if (Number.isNaN(age)) return 'unknown';
  return age < RESTORABLE_FROM_AGE ? 'at-once' : 'in-a-week';
}

/**
 * When the org deletes a client by itself (ISO 8601), where it says so: until then it can be restored (Genesys facts 1.4).
 */
export function dayOfDeletion({ dateToDelete }: { readonly dateToDelete?: unknown }): string | undefined {
  if (typeof dateToDelete !== 'string' || Number.isNaN(Date.parse(dateToDelete))) return undefined;
  return dateToDelete;
}
