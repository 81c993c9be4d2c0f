// Values of 'vscode' are imported by name, because this is part of what is loaded at activation.
import type { Disposable } from 'vscode';
import { commands } from 'vscode';
import type { ClientPageAction } from '../core/clientPage/messages.ts';
import type { Features } from './features.ts';

/** Commands of the palette that do what the feature of their name does. */
const NAMED_AS_THEIR_FEATURE = [
  ...(['signIn', 'signOut', 'showAccounts'] as const),
  ...(['startPracticeOrg', 'startAnotherPracticeOrg', 'resetPracticeOrg'] as const),
  ...(['showPracticeGuide', 'rehearseTrouble'] as const),
  ...(['refreshChecks', 'checkWorkspace', 'rotateSecret', 'makeScimToken', 'findNeeds'] as const),
];

/** What the menu of a client does in the view, of several with all that are selected. */
export const ROW_COMMANDS: Readonly<Record<string, ClientPageAction>> = {
  copyClientId: 'copy-id',
  openClientPage: 'open-admin-page',
  editClient: 'edit',
  rightSizeClient: 'right-size',
  duplicateClient: 'duplicate',
  addRedirectUris: 'add-pages',
  rotateSecretOfClient: 'rotate',
  deactivateClient: 'deactivate',
  activateClient: 'activate',
  restoreClient: 'restore',
  addRedirectUri: 'add-redirect-uri',
  keepClientAsCode: 'keep-as-code',
  doctorOfClient: 'doctor',
  deleteClient: 'delete',
};

/** Registers every command, and what it does once the features are loaded. */
export function registerCommands(features: () => Promise<Features>): readonly Disposable[] {
  /** `given` is what VS Code gives a command: the row of a view whose menu it is in, and all that are selected there. */
  function command(
    id: string,
    run: (loaded: Features, ...given: unknown[]) => Promise<void> | void,
  ): Disposable {
    return commands.registerCommand(id, async (...given: unknown[]) => await run(await features(), ...given));
  }

  return [
    command('genesysOAuth.createClient', async ({ openWizard }) => await openWizard()),
    command('genesysOAuth.createEmbeddableClient', async ({ openWizard }) => await openWizard('embeddable')),
    command('genesysOAuth.createScimClient', async ({ openWizard }) => await openWizard('scim')),
    command('genesysOAuth.copySecret', async ({ showKeptSecrets }) => await showKeptSecrets()),
    command('genesysOAuth.showLog', ({ services }) => services.log.show()),
    command('genesysOAuth.doctor', async ({ doctor }, about) => await doctor.ask(about)),
    command('genesysOAuth.manageClient', async ({ clients }, row) => await clients.manage(row)),
    command('genesysOAuth.manageSeveralClients', async ({ clients }) => await clients.manageSeveral()),
    command('genesysOAuth.filterClients', async ({ clients }) => await clients.filter()),
    command('genesysOAuth.clearClientFilter', async ({ clients }) => await clients.clearFilter()),
    command('genesysOAuth.askLastUse', async ({ clients }, row, rows) => await clients.askLastUse(row, rows)),
    command('genesysOAuth.refreshClients', async ({ clients }) => await clients.refresh()),
    ...NAMED_AS_THEIR_FEATURE.map((name) =>
      command(`genesysOAuth.${name}`, async (loaded) => await loaded[name]()),
    ),
    ...Object.entries(ROW_COMMANDS).map(([name, action]) =>
      command(`genesysOAuth.${name}`, async ({ clients }, row, rows) => await clients.act(row, action, rows)),
    ),
    // Behind quick fixes, code lenses and rows, and in no palette.
    command('_genesysOAuth.showMoreClients', ({ clients }, row) => clients.showMore(row)),
    command(
      '_genesysOAuth.frameworkAction',
      async (loaded, request) => await loaded.frameworkAction(request),
    ),
    command('_genesysOAuth.scimAction', async ({ scimAction }, request) => await scimAction(request)),
    command('_genesysOAuth.explain', async ({ explain }, code) => await explain(code)),
  ];
}
