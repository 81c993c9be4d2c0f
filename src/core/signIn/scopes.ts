/** The scopes of the client that people sign in with here (Genesys facts 2.4). */
export const SIGN_IN_SCOPES = ['authorization', 'oauth', 'organization:readonly', 'user-basic-info'] as const;

/** The scopes that a token lacks for what comes next; one that may write may read, too. */
export function lackingScopes(held: readonly string[]): string[] {
  return SIGN_IN_SCOPES.filter(
    (scope) => !held.includes(scope) && !held.includes(scope.replace(/:readonly$/, '')),
  );
}
