import { letsPeopleLogIn } from '../clients/usable.ts';
import { GrantType } from '../platform/oauthClients.ts';
import type { ProcedureId } from './draft.ts';

/** The grant types of which a procedure's client can be (rules G6, E3, S3). */
export function possibleGrantTypes(procedure: ProcedureId): readonly GrantType[] {
  switch (procedure) {
    case 'general':
    case 'edit':
      return GrantType.options;
    case 'embeddable':
      return ['CODE', 'TOKEN'];
    case 'scim':
      return ['CLIENT-CREDENTIALS'];
  }
}

/** G12: a client that speaks for itself may do what its roles allow. */
export function asksForRoles(grantType: GrantType): boolean {
  return grantType === 'CLIENT-CREDENTIALS';
}

/** G14: a login that goes through the browser needs to know where it may lead. */
export function asksForRedirectUris(grantType: GrantType): boolean {
  return letsPeopleLogIn(grantType) === 'yes';
}

/** G15: a client that speaks for people may do what its scopes allow. */
export function asksForScopes(grantType: GrantType): boolean {
  return grantType !== 'CLIENT-CREDENTIALS';
}
