import { isKnownGrantType, worksInState } from '../../clients/usable.ts';
import type { OAuthClient } from '../../platform/oauthClients.ts';
import type { ProcedureId } from '../draft.ts';
import { possibleGrantTypes } from '../grantTypes.ts';

/** Why a client cannot do what a procedure is for, whatever else is changed. */
export type Unfit = 'grant-type' | 'not-active';

/** Why a client certainly cannot be adopted by a procedure; undefined when it may (rules E3, S3; Genesys facts 1.4). */
export function unfitFor(
  procedure: ProcedureId,
  { authorizedGrantType, state }: OAuthClient,
): Unfit | undefined {
  const fits = possibleGrantTypes(procedure).some((each) => each === authorizedGrantType);
  if (!fits && isKnownGrantType(authorizedGrantType)) return 'grant-type';
  return worksInState(state) === 'no' ? 'not-active' : undefined;
}

/** The procedures whose client's ID goes somewhere, so that one that exists already serves as well as a new one. */
export function mayAdopt(procedure: ProcedureId): boolean {
  switch (procedure) {
    case 'embeddable':
    case 'scim':
      return true;
    case 'general':
      return false;
  }
}
