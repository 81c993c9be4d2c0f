import type * as vscode from 'vscode';
import { authentication, CancellationError } from 'vscode';
import type { Services } from '../services.ts';
import type { SessionChanges } from './sessions.ts';

const PROVIDER_ID = 'genesys-cloud';

/** Puts the sessions into VS Code's Accounts menu; what they need is loaded when VS Code first asks. */
export function registerAuthenticationProvider(
  changes: SessionChanges,
  services: () => Promise<Services>,
): vscode.Disposable {
  const provider: vscode.AuthenticationProvider = {
    onDidChangeSessions: changes.event,
    getSessions: async (_scopes, { account }) => {
      const sessions = await (await services()).sessions.all();
      return sessions.filter((session) => account === undefined || session.account.id === account.id);
    },
    createSession: async () => {
      const session = await (await services()).signIn.signIn();
      if (session === undefined) throw new CancellationError();
      return session;
    },
    removeSession: async (id) => await (await services()).signIn.signOut(id),
  };
  const options = { supportsMultipleAccounts: true };
  return authentication.registerAuthenticationProvider(PROVIDER_ID, 'Genesys Cloud', provider, options);
}
