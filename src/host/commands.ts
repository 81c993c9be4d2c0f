import type { ClientPageAction } from '../core/clientPage/messages.ts';
import type { Features } from './features.ts';

/** What a command does, by what VS Code gives it: the row whose menu it is in and all that are selected, or a link's own. */
type Run = (features: Features, ...given: unknown[]) => Promise<void> | void;

/** What the menu of a client does in the view, of several with all that are selected. */
export const ROW_COMMANDS: Readonly<Record<string, ClientPageAction>> = {
  copyClientId: 'copy-id',
  openClientPage: 'open-admin-page',
  editClient: 'edit',
  rightSizeClient: 'right-size',
  duplicateClient: 'duplicate',
  addRedirectUris: 'add-pages',
  rotateSecretOfClient: 'rotate',
  makeScimTokenOfClient: 'make-token',
  deactivateClient: 'deactivate',
  activateClient: 'activate',
  restoreClient: 'restore',
  addRedirectUri: 'add-redirect-uri',
  keepClientAsCode: 'keep-as-code',
  doctorOfClient: 'doctor',
  compareClientWithOrg: 'compare',
  deleteClient: 'delete',
};

/** The commands of the manifest, by their names there behind `genesysOAuth.`. */
const PALETTE_AND_MENUS: Readonly<Record<string, Run>> = {
  createClient: async ({ openWizard }) => await openWizard(),
  createEmbeddableClient: async ({ openWizard }) => await openWizard('embeddable'),
  createScimClient: async ({ openWizard }) => await openWizard('scim'),
  signIn: async (features) => await features.signIn(),
  signOut: async (features) => await features.signOut(),
  showAccounts: async (features) => await features.showAccounts(),
  startPracticeOrg: async (features) => await features.startPracticeOrg(),
  startAnotherPracticeOrg: async (features) => await features.startAnotherPracticeOrg(),
  resetPracticeOrg: async (features) => await features.resetPracticeOrg(),
  showPracticeGuide: async (features) => await features.showPracticeGuide(),
  rehearseTrouble: async (features) => await features.rehearseTrouble(),
  refreshChecks: async (features) => await features.refreshChecks(),
  checkWorkspace: async (features) => await features.checkWorkspace(),
  rotateSecret: async (features) => await features.rotateSecret(),
  copySecret: async (features) => await features.showKeptSecrets(),
  makeScimToken: async (features, given) => await features.makeScimToken(given),
  findNeeds: async (features) => await features.findNeeds(),
  doctor: async ({ doctor }, about) => await doctor.ask(about),
  compareWithOrg: async (features, given) => await features.compareWithOrg(given),
  makeOrgMatch: async (features, given) => await features.makeOrgMatch(given),
  makeFileMatch: async (features, given) => await features.makeFileMatch(given),
  // The same where no file says what is meant.
  takeOver: async (features, given) => await features.makeFileMatch(given),
  report: async (features) => await features.report(),
  showEndings: async (features) => await features.showEndings(),
  saveEndingsCalendar: async (features, given) => await features.saveEndingsCalendar(given),
  showLog: ({ services }) => services.log.show(),
  manageClient: async ({ clients }, row) => await clients.manage(row),
  manageSeveralClients: async ({ clients }) => await clients.manageSeveral(),
  filterClients: async ({ clients }) => await clients.filter(),
  clearClientFilter: async ({ clients }) => await clients.clearFilter(),
  askLastUse: async ({ clients }, row, rows) => await clients.askLastUse(row, rows),
  refreshClients: async ({ clients }) => await clients.refresh(),
};

/** What quick fixes, code lenses and rows do, by their names behind `_genesysOAuth.`. */
const IN_NO_PALETTE: Readonly<Record<string, Run>> = {
  showMoreClients: ({ clients }, row) => clients.showMore(row),
  frameworkAction: async (features, request) => await features.frameworkAction(request),
  scimAction: async ({ scimAction }, request) => await scimAction(request),
  readOperations: async ({ readOperations }) => await readOperations(),
  explain: async ({ explain }, code) => await explain(code),
};

/** What each command does, by its whole name. */
export const COMMANDS: ReadonlyMap<string, Run> = new Map([
  ...named('genesysOAuth', PALETTE_AND_MENUS),
  ...named('_genesysOAuth', IN_NO_PALETTE),
  ...Object.entries(ROW_COMMANDS).map(([name, action]): [string, Run] => [
    `genesysOAuth.${name}`,
    async ({ clients }, row, rows) => await clients.act(row, action, rows),
  ]),
]);

function named(group: string, runs: Readonly<Record<string, Run>>): [string, Run][] {
  return Object.entries(runs).map(([name, run]) => [`${group}.${name}`, run]);
}

/** Runs a command of the manifest, or one that is in no palette. Throws for a name that is neither. */
export async function runCommand(features: Features, name: string, given: readonly unknown[]): Promise<void> {
  const run = COMMANDS.get(name);
  if (run === undefined) throw new Error(`${name} is a command without anything to do.`);
  await run(features, ...given);
}
