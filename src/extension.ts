// Values of 'vscode' are imported by name: importing all of it as a namespace makes the bundle copy it at activation.
import type * as vscode from 'vscode';
import { EventEmitter, window, workspace } from 'vscode';
import { isScimConfigPath } from './core/scim/configName.ts';
import { registerTools } from './host/agents/registerTools.ts';
import { ClientsView } from './host/clientsView/view.ts';
import type { Features } from './host/features.ts';
import { isFrameworkPath, onDidChangePatterns } from './host/framework/filePatterns.ts';
import { isAnythingNoted } from './host/interrupted/noted.ts';
import { concernsApi } from './host/privileges/callingDocuments.ts';
import { registerCommands } from './host/registerCommands.ts';
import { registerAuthenticationProvider } from './host/signIn/authenticationProvider.ts';
import { watchFromStart } from './host/watch/atStart.ts';

let loading: Promise<Features> | undefined;

/** Registers what VS Code may ask for; everything behind it is loaded when it is first asked. */
export function activate(context: vscode.ExtensionContext): void {
  const sessionChanges = new EventEmitter<vscode.AuthenticationProviderAuthenticationSessionsChangeEvent>();
  const clientsView = new ClientsView(features);

  function features(): Promise<Features> {
    loading ??= import('./host/createFeatures.ts')
      .then(({ createFeatures }) => createFeatures(context, sessionChanges, clientsView))
      .catch((error) => {
        loading = undefined;
        throw error;
      });
    return loading;
  }

  /** Fills the tabs of a kind again that VS Code kept over a reload; `kept` is what such a tab says that it is about. */
  function reviving(
    kind: string,
    revive: (loaded: Features, panel: vscode.WebviewPanel, kept: unknown) => Promise<void> | void,
  ): vscode.Disposable {
    return window.registerWebviewPanelSerializer(`genesysOAuth.${kind}`, {
      deserializeWebviewPanel: async (panel, kept) => await revive(await features(), panel, kept),
    });
  }

  /** Whoever opens one of these files wants to know what is wrong with it. */
  function watch(document: vscode.TextDocument): void {
    const { uri } = document;
    if (isFrameworkPath(uri) || isScimConfigPath(uri.path) || concernsApi(document)) void features();
  }

  const watchAll = () => {
    for (const document of workspace.textDocuments) watch(document);
  };
  watchAll();
  context.subscriptions.push(
    sessionChanges,
    clientsView,
    workspace.onDidOpenTextDocument(watch),
    workspace.onDidSaveTextDocument(watch),
    ...onDidChangePatterns(watchAll),
    registerAuthenticationProvider(sessionChanges, features),
    ...registerCommands(context, features),
    ...registerTools(context, features),
    watchFromStart(features),
    reviving('wizard', ({ reviveWizard }, panel) => reviveWizard(panel)),
    reviving('client', ({ clients }, panel, kept) => clients.reopen(panel, kept)),
    reviving('doctor', ({ doctor }, panel, kept) => doctor.reopen(panel, kept)),
  );
  if (isAnythingNoted(context)) void features().then(({ tellInterrupted }) => tellInterrupted());
}

/** VS Code waits for this at its end: nobody would take a secret off the clipboard later. */
export async function deactivate(): Promise<void> {
  const loaded = await loading?.catch(() => undefined);
  await loaded?.takeSecretOffClipboard();
}
