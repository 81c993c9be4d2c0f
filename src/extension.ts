import * as vscode from 'vscode';
import type { Features } from './host/features.ts';
import { createLog } from './host/log.ts';
import { registerAuthenticationProvider } from './host/signIn/authenticationProvider.ts';

type FeatureModule = typeof import('./host/features.ts');

/** Registers what VS Code may ask for; everything behind it is loaded when it is first asked. */
export function activate(context: vscode.ExtensionContext): void {
  const log = createLog();
  const sessionChanges =
    new vscode.EventEmitter<vscode.AuthenticationProviderAuthenticationSessionsChangeEvent>();
  let loading: Promise<FeatureModule & Features> | undefined;

  function features(): Promise<FeatureModule & Features> {
    loading ??= import('./host/features.ts').then((module) => ({
      ...module,
      ...module.createFeatures(context, log, sessionChanges),
    }));
    return loading;
  }

  function command(id: string, run: (loaded: FeatureModule & Features) => Promise<void>): vscode.Disposable {
    return vscode.commands.registerCommand(`genesysOAuth.${id}`, async () => await run(await features()));
  }

  context.subscriptions.push(
    log,
    sessionChanges,
    registerAuthenticationProvider(sessionChanges, async () => (await features()).services),
    vscode.commands.registerCommand('genesysOAuth.showLog', () => log.show()),
    command('createClient', async ({ wizard }) => await wizard.open(undefined)),
    command('createEmbeddableClient', async ({ wizard }) => await wizard.open('embeddable')),
    command('signIn', async ({ signIn, services }) => await signIn(services)),
    command('signOut', async ({ signOut, services }) => await signOut(services)),
    command('startPracticeOrg', async ({ startPracticeOrg, services }) => await startPracticeOrg(services)),
    command('resetPracticeOrg', async ({ resetPracticeOrg, services }) => await resetPracticeOrg(services)),
    vscode.window.registerWebviewPanelSerializer('genesysOAuth.wizard', {
      deserializeWebviewPanel: async (panel) => await (await features()).wizard.revive(panel),
    }),
  );
}
