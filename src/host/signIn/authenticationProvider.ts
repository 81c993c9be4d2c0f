import type * as vscode from 'vscode';
import { authentication, CancellationError, env, l10n } from 'vscode';
import type { Features } from '../features.ts';
import type { SessionChanges } from './sessions.ts';

const PROVIDER_ID = 'genesys-cloud';

/** Puts the sessions into VS Code's Accounts menu; what they need is loaded when VS Code first asks. */
export function registerAuthenticationProvider(
  changes: SessionChanges,
  features: () => Promise<Features>,
): vscode.Disposable {
  const provider: vscode.AuthenticationProvider = {
    onDidChangeSessions: changes.event,
    getSessions: async (scopes, { account }) => {
      const sessions = await (await features()).sessionsForOthers();
      return sessions.filter(
        (session) =>
          (account === undefined || session.account.id === account.id) &&
          missingScopes(session, scopes ?? []).length === 0,
      );
    },
    createSession: async (scopes) => {
      const session = await (await features()).signInForAccountsMenu();
      if (session === undefined) throw new CancellationError();
      // A Genesys Cloud token has the scopes of its client; none can be asked for, so none may be promised.
      const missing = missingScopes(session, scopes);
      if (missing.length === 0) return session;
      throw new Error(
        l10n.t(
          'You are signed in as {0}, but the token lacks these scopes: {1}. A token has the scopes of its OAuth client. Add them to that client and sign in again, or sign in with another client.',
          session.account.label,
          new Intl.ListFormat(env.language).format(missing),
        ),
      );
    },
    removeSession: async (id) => {
      await (await features()).services.signIn.signOut(id);
    },
  };
  const options = { supportsMultipleAccounts: true };
  return authentication.registerAuthenticationProvider(PROVIDER_ID, 'Genesys Cloud', provider, options);
}

function missingScopes(session: vscode.AuthenticationSession, scopes: readonly string[]): readonly string[] {
  return scopes.filter((scope) => !session.scopes.includes(scope));
}
