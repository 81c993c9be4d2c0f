// Values of 'vscode' are imported by name, because this is part of what is loaded at activation.
import type { Disposable } from 'vscode';
import { commands } from 'vscode';
import type { ClientPageAction } from '../core/clientPage/messages.ts';
import type { Features } from './features.ts';

/** Commands of the palette that do what the feature of their name does, with what a link gives. */
const NAMED_AS_THEIR_FEATURE = [
  ...(['signIn', 'signOut', 'showAccounts'] as const),
  ...(['startPracticeOrg', 'startAnotherPracticeOrg', 'resetPracticeOrg'] as const),
  ...(['showPracticeGuide', 'rehearseTrouble'] as const),
  ...(['refreshChecks', 'checkWorkspace', 'rotateSecret', 'makeScimToken', 'findNeeds'] as const),
  ...(['report', 'showEndings', 'saveEndingsCalendar'] as const),
  ...(['compareWithOrg', 'makeOrgMatch', 'makeFileMatch'] as const),
];

/** What creates a client, and by which procedure, where that is said. */
const CREATING = {
  createClient: undefined,
  createEmbeddableClient: 'embeddable',
  createScimClient: 'scim',
} as const;

/** What is done with the clients of all orgs, with a row or several where VS Code gives them. */
const WITH_CLIENTS = {
  manageClient: 'manage',
  manageSeveralClients: 'manageSeveral',
  filterClients: 'filter',
  clearClientFilter: 'clearFilter',
  askLastUse: 'askLastUse',
  refreshClients: 'refresh',
} as const;

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
    ...Object.entries(CREATING).map(([name, procedure]) =>
      command(name, async ({ openWizard }) => await openWizard(procedure)),
    ),
    command('copySecret', async ({ showKeptSecrets }) => await showKeptSecrets()),
    command('showLog', ({ services }) => services.log.show()),
    command('doctor', async ({ doctor }, about) => await doctor.ask(about)),
    ...Object.entries(WITH_CLIENTS).map(([name, method]) =>
      command(name, async ({ clients }, row, rows) => await clients[method](row, rows)),
    ),
    ...NAMED_AS_THEIR_FEATURE.map((name) =>
      command(name, async (loaded, given) => await loaded[name](given)),
    ),
    ...Object.entries(ROW_COMMANDS).map(([name, action]) =>
      command(name, async ({ clients }, row, rows) => await clients.act(row, action, rows)),
    ),
    ...Object.entries(IN_NO_PALETTE).map(([name, run]) => command(name, run, '_genesysOAuth')),
  ];
}
