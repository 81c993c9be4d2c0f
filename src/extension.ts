// Values of 'vscode' are imported by name: importing all of it as a namespace makes the bundle copy it at activation.
import type * as vscode from 'vscode';
import { commands, EventEmitter, window, workspace } from 'vscode';
import type { ClientPageAction } from './core/clientPage/messages.ts';
import { isScimConfigPath } from './core/scim/configName.ts';
import { ClientsView } from './host/clientsView/view.ts';
import type { Features } from './host/features.ts';
import { isFrameworkPath, onDidChangePatterns } from './host/framework/filePatterns.ts';
import { isAnythingNoted } from './host/interrupted/noted.ts';
import { registerAuthenticationProvider } from './host/signIn/authenticationProvider.ts';

let loading: Promise<Features> | undefined;

/** Registers what VS Code may ask for; everything behind it is loaded when it is first asked. */
export function activate(context: vscode.ExtensionContext): void {
  const sessionChanges = new EventEmitter<vscode.AuthenticationProviderAuthenticationSessionsChangeEvent>();
  const clientsView = new ClientsView(features);

  function features(): Promise<Features> {
    loading ??= import('./host/features.ts')
      .then(({ createFeatures }) => createFeatures(context, sessionChanges, clientsView))
      .catch((error) => {
        loading = undefined;
        throw error;
      });
    return loading;
  }

  function command(id: string, run: (loaded: Features) => Promise<void>): vscode.Disposable {
    return commands.registerCommand(`genesysOAuth.${id}`, async () => await run(await features()));
  }

  /** Of a row of the view of clients. */
  function rowCommand(id: string, kind: ClientPageAction): vscode.Disposable {
    return commands.registerCommand(`genesysOAuth.${id}`, async (row: unknown) =>
      (await features()).clients.act(row, kind),
    );
  }

  /** Whoever opens one of these files wants to know what is wrong with it. */
  function watch({ uri }: vscode.TextDocument): void {
    if (isFrameworkPath(uri) || isScimConfigPath(uri.path)) void features();
  }

  const watchAll = () => {
    for (const document of workspace.textDocuments) watch(document);
  };
  watchAll();
  context.subscriptions.push(
    sessionChanges,
    clientsView,
    workspace.onDidOpenTextDocument(watch),
    ...onDidChangePatterns(watchAll),
    registerAuthenticationProvider(sessionChanges, features),
    command('createClient', async ({ openWizard }) => await openWizard()),
    command('createEmbeddableClient', async ({ openWizard }) => await openWizard('embeddable')),
    command('createScimClient', async ({ openWizard }) => await openWizard('scim')),
    command('signIn', async ({ signIn }) => await signIn()),
    command('signOut', async ({ signOut }) => await signOut()),
    command('showAccounts', async ({ showAccounts }) => await showAccounts()),
    command('startPracticeOrg', async ({ startPracticeOrg }) => await startPracticeOrg()),
    command('startAnotherPracticeOrg', async (loaded) => await loaded.startAnotherPracticeOrg()),
    command('showPracticeGuide', async ({ showPracticeGuide }) => await showPracticeGuide()),
    command('resetPracticeOrg', async ({ resetPracticeOrg }) => await resetPracticeOrg()),
    command('rehearseTrouble', async ({ rehearseTrouble }) => await rehearseTrouble()),
    command('refreshChecks', async ({ refreshChecks }) => await refreshChecks()),
    command('rotateSecret', async ({ rotateSecret }) => await rotateSecret()),
    command('copySecret', async ({ showKeptSecrets }) => await showKeptSecrets()),
    command('makeScimToken', async ({ makeScimToken }) => await makeScimToken()),
    command('checkWorkspace', async ({ checkWorkspace }) => await checkWorkspace()),
    commands.registerCommand('genesysOAuth.manageClient', async (row: unknown) =>
      (await features()).clients.manage(row),
    ),
    command('refreshClients', async ({ clients }) => await clients.refresh()),
    rowCommand('copyClientId', 'copy-id'),
    rowCommand('openClientPage', 'open-admin-page'),
    rowCommand('addRedirectUris', 'add-pages'),
    rowCommand('rotateSecretOfClient', 'rotate'),
    rowCommand('deactivateClient', 'deactivate'),
    rowCommand('activateClient', 'activate'),
    rowCommand('deleteClient', 'delete'),
    commands.registerCommand('_genesysOAuth.showMoreClients', async (row: unknown) =>
      (await features()).clients.showMore(row),
    ),
    // Behind quick fixes and code lenses, and in no palette.
    commands.registerCommand('_genesysOAuth.frameworkAction', async (request: unknown) =>
      (await features()).frameworkAction(request),
    ),
    commands.registerCommand('_genesysOAuth.scimAction', async (request: unknown) =>
      (await features()).scimAction(request),
    ),
    commands.registerCommand('_genesysOAuth.explain', async (code: unknown) =>
      (await features()).explain(code),
    ),
    command('showLog', async ({ services }) => services.log.show()),
    window.registerWebviewPanelSerializer('genesysOAuth.wizard', {
      deserializeWebviewPanel: async (panel) => await (await features()).reviveWizard(panel),
    }),
  );
  if (isAnythingNoted(context)) void features().then(({ tellInterrupted }) => tellInterrupted());
}

/** VS Code waits for this at its end: nobody would take a secret off the clipboard later. */
export async function deactivate(): Promise<void> {
  const loaded = await loading?.catch(() => undefined);
  await loaded?.takeSecretOffClipboard();
}
