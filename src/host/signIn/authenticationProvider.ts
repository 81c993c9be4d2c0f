import type * as vscode from 'vscode';
import { authentication, CancellationError } from 'vscode';
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
          (account === undefined || session.account.id === account.id) && hasScopes(session, scopes ?? []),
      );
    },
    createSession: async (scopes) => {
      const session = await (await features()).signInForAccountsMenu();
      if (session === undefined) throw new CancellationError();
      // A Genesys Cloud token has the scopes of its client; none can be asked for, so none may be promised.
      if (!hasScopes(session, scopes)) throw new Error(`The token lacks one of: ${scopes.join(', ')}.`);
      return session;
    },
    removeSession: async (id) => {
      await (await features()).services.signIn.signOut(id);
    },
  };
  const options = { supportsMultipleAccounts: true };
  return authentication.registerAuthenticationProvider(PROVIDER_ID, 'Genesys Cloud', provider, options);
}

function hasScopes(session: vscode.AuthenticationSession, scopes: readonly string[]): boolean {
  return scopes.every((scope) => session.scopes.includes(scope));
}
