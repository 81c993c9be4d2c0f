import type { OAuthClientRequest } from '../platform/oauthClients.ts';
import type { Answers } from './draft.ts';
import { parseDuration } from './duration.ts';
import { asksForRedirectUris, asksForRoles, asksForScopes } from './grantTypes.ts';
import { redirectUriLines } from './redirectUris.ts';

/**
 * The client that these answers describe, with only what its grant type has (rules G12 to G15), or undefined while the
 * duration is no number.
 */
export function requestOf(answers: Answers): OAuthClientRequest | undefined {
  const durationSeconds = parseDuration(answers.duration);
  if (durationSeconds === undefined) return undefined;
  const { grantType } = answers;
  const description = answers.description.trim();
  return {
    name: answers.name.trim(),
    ...(description !== '' && { description }),
    authorizedGrantType: grantType,
    accessTokenValiditySeconds: durationSeconds,
    ...(asksForRedirectUris(grantType) && {
      registeredRedirectUri: unique(redirectUriLines(answers.redirectUris).map(({ uri }) => uri)),
    }),
    ...(asksForScopes(grantType) && { scope: unique(answers.scopes) }),
    ...(asksForRoles(grantType) && {
      roleDivisions: answers.roles.flatMap(({ roleId, divisionIds }) =>
        unique(divisionIds).map((divisionId) => ({ roleId, divisionId })),
      ),
    }),
  };
}

function unique(values: readonly string[]): string[] {
  return [...new Set(values)];
}
