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
  ...(['report'] as const),
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
  compareClientWithOrg: 'compare',
  deleteClient: 'delete',
};

/** What quick fixes, code lenses and rows do, by what they give. */
const IN_NO_PALETTE: Readonly<Record<string, (loaded: Features, given: unknown) => Promise<void> | void>> = {
  showMoreClients: ({ clients }, row) => clients.showMore(row),
  frameworkAction: async (loaded, request) => await loaded.frameworkAction(request),
  scimAction: async ({ scimAction }, request) => await scimAction(request),
  readOperations: async ({ readOperations }) => await readOperations(),
  explain: async ({ explain }, code) => await explain(code),
};

/** Registers every command, and what it does once the features are loaded. */
export function registerCommands(features: () => Promise<Features>): readonly Disposable[] {
  /**
   * Registers the command of this name. `given` is what VS Code gives it: the row of a view whose menu it is in, and all
   * that are selected there.
   */
  function command(
    name: string,
    run: (loaded: Features, ...given: unknown[]) => Promise<void> | void,
    group = 'genesysOAuth',
  ): Disposable {
    const asked = async (...given: unknown[]) => await run(await features(), ...given);
    return commands.registerCommand(`${group}.${name}`, asked);
  }

  return [
    command('createClient', async ({ openWizard }) => await openWizard()),
    command('createEmbeddableClient', async ({ openWizard }) => await openWizard('embeddable')),
    command('createScimClient', async ({ openWizard }) => await openWizard('scim')),
    command('copySecret', async ({ showKeptSecrets }) => await showKeptSecrets()),
    command('showLog', ({ services }) => services.log.show()),
    command('doctor', async ({ doctor }, about) => await doctor.ask(about)),
    command('compareWithOrg', async ({ drift }, given) => await drift.compare(given)),
    command('makeOrgMatch', async ({ drift }, given) => await drift.makeOrgMatch(given)),
    command('makeFileMatch', async ({ drift }, given) => await drift.makeFileMatch(given)),
    command('manageClient', async ({ clients }, row) => await clients.manage(row)),
    command('manageSeveralClients', async ({ clients }) => await clients.manageSeveral()),
    command('filterClients', async ({ clients }) => await clients.filter()),
    command('clearClientFilter', async ({ clients }) => await clients.clearFilter()),
    command('askLastUse', async ({ clients }, row, rows) => await clients.askLastUse(row, rows)),
    command('refreshClients', async ({ clients }) => await clients.refresh()),
    ...NAMED_AS_THEIR_FEATURE.map((name) => command(name, async (loaded) => await loaded[name]())),
    ...Object.entries(ROW_COMMANDS).map(([name, action]) =>
      command(name, async ({ clients }, row, rows) => await clients.act(row, action, rows)),
    ),
    ...Object.entries(IN_NO_PALETTE).map(([name, run]) => command(name, run, '_genesysOAuth')),
  ];
}
