import type { Cause } from '../cause.ts';
import type { Rule } from '../verdict.ts';
import { clockWrong, cookiesBlocked, popUpsBlocked } from './browser.ts';
import { clientBeingDeleted, clientMissing, clientNotActive, secretRotated } from './client.ts';
import { grantUnsuited, grantWithdrawn, pkceWithoutVerifier } from './grant.ts';
import { otherRegion, unknownHost } from './host.ts';
import { embeddingNotAllowed, ipNotAllowed, rateLimited } from './organization.ts';
import {
  partnerPage,
  redirectUriInexact,
  redirectUriMissing,
  redirectUriOfOtherRegion,
} from './redirectUris.ts';
import { divisionLacksObject, noRole, roleLacksPermission } from './roles.ts';
import { clientNotAuthorized, scopeMissing, scopesEnforced } from './scopes.ts';
import { hipaaTimeout, inactivityTimeout, noRefreshToken, scimTokenEnded, tokenEnded } from './tokens.ts';

/** The rule of each cause. */
export const rules: Readonly<Record<Cause, Rule>> = {
  'unknown-host': unknownHost,
  'other-region': otherRegion,
  'client-missing': clientMissing,
  'client-being-deleted': clientBeingDeleted,
  'client-not-active': clientNotActive,
  'grant-withdrawn': grantWithdrawn,
  'grant-unsuited': grantUnsuited,
  'pkce-without-verifier': pkceWithoutVerifier,
  'redirect-uri-of-other-region': redirectUriOfOtherRegion,
  'redirect-uri-inexact': redirectUriInexact,
  'redirect-uri-missing': redirectUriMissing,
  'partner-page': partnerPage,
  'secret-rotated': secretRotated,
  'client-not-authorized': clientNotAuthorized,
  'scopes-enforced': scopesEnforced,
  'scope-missing': scopeMissing,
  'no-role': noRole,
  'role-lacks-permission': roleLacksPermission,
  'division-lacks-object': divisionLacksObject,
  'scim-token-ended': scimTokenEnded,
  'token-ended': tokenEnded,
  'hipaa-timeout': hipaaTimeout,
  'inactivity-timeout': inactivityTimeout,
  'no-refresh-token': noRefreshToken,
  'embedding-not-allowed': embeddingNotAllowed,
  'ip-not-allowed': ipNotAllowed,
  'rate-limited': rateLimited,
  'clock-wrong': clockWrong,
  'cookies-blocked': cookiesBlocked,
  'pop-ups-blocked': popUpsBlocked,
};
