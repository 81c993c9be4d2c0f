import * as l10n from '@vscode/l10n';

/** Somebody (their account) is signed in to an org with a client of it. */
export function signedInWithText(account: string, orgName: string): string {
  return l10n.t('You are signed in to {0} with this client itself, as {1}.', orgName, account);
}

/** What it means for one's own sign-in, a line each, when nobody gets a token with the client any more. */
export function ownSignInEnds(accounts: readonly string[], orgName: string): readonly string[] {
  return accounts.flatMap((account) => [
    signedInWithText(account, orgName),
    l10n.t('Your own sign-in ends with it: then sign in with another client.'),
  ]);
}

/** The same when the client gets another secret. */
export function ownSignInRenewed(accounts: readonly string[], orgName: string): readonly string[] {
  return accounts.flatMap((account) => [
    signedInWithText(account, orgName),
    l10n.t('Whoever signs in with its secret elsewhere has to enter the new one there.'),
  ]);
}
