import * as vscode from 'vscode';
import type { Features } from './host/features.ts';
import { createLog } from './host/log.ts';
import { registerAuthenticationProvider } from './host/signIn/authenticationProvider.ts';

/** Registers what VS Code may ask for; everything behind it is loaded when it is first asked. */
export function activate(context: vscode.ExtensionContext): void {
  const log = createLog();
  const sessionChanges =
    new vscode.EventEmitter<vscode.AuthenticationProviderAuthenticationSessionsChangeEvent>();
  let loading: Promise<Features> | undefined;

  function features(): Promise<Features> {
    loading ??= import('./host/features.ts').then(({ createFeatures }) =>
      createFeatures(context, log, sessionChanges),
    );
    return loading;
  }

  function command(id: string, run: (loaded: Features) => Promise<void>): vscode.Disposable {
    return vscode.commands.registerCommand(`genesysOAuth.${id}`, async () => await run(await features()));
  }

  context.subscriptions.push(
    log,
    sessionChanges,
    registerAuthenticationProvider(sessionChanges, async () => (await features()).services),
    vscode.commands.registerCommand('genesysOAuth.showLog', () => log.show()),
    command('createClient', async ({ openWizard }) => await openWizard()),
    command('createEmbeddableClient', async ({ openWizard }) => await openWizard('embeddable')),
    command('signIn', async ({ signIn }) => await signIn()),
    command('signOut', async ({ signOut }) => await signOut()),
    command('startPracticeOrg', async ({ startPracticeOrg }) => await startPracticeOrg()),
    command('resetPracticeOrg', async ({ resetPracticeOrg }) => await resetPracticeOrg()),
    vscode.window.registerWebviewPanelSerializer('genesysOAuth.wizard', {
      deserializeWebviewPanel: async (panel) => await (await features()).reviveWizard(panel),
    }),
  );
}
