import * as vscode from 'vscode';
import type { ToolCalls } from '../core/agents/toolCalls.ts';
import { aboutOf } from '../core/clientPage/messages.ts';
import type { FoundClient } from '../core/clients/whereabouts.ts';
import type { StepId } from '../core/procedures/step.ts';
import type { WrittenConnection } from '../core/scim/connections.ts';
import { accountIdOf } from '../core/signIn/accountId.ts';
import { practiceGuideTitle } from '../core/texts/practiceOrg.ts';
import { ClientChanges } from './clients/clientChanges.ts';
import { duplicateClient } from './clients/duplicateClient.ts';
import { editClient } from './clients/editClient.ts';
import { refreshChecks } from './clients/refreshChecks.ts';
import { removeClient } from './clients/removeClient.ts';
import { showClients } from './clientsView/clientsView.ts';
import type { ClientsView } from './clientsView/view.ts';
import { runCommand } from './commands.ts';
import { explain } from './diagnostics/documentation.ts';
import { Doctor } from './doctor/doctor.ts';
import { Drift } from './drift/drift.ts';
import type { ExtensionContext } from './extensionContext.ts';
import type { Features } from './features.ts';
import { createFramework } from './framework/feature.ts';
import { tellOfRotations, tellOfSave } from './interrupted/tell.ts';
import { createLog } from './log.ts';
import { CallAids } from './privileges/callAids.ts';
import { findNeeds } from './privileges/findNeeds.ts';
import { readOperations } from './privileges/readOperations.ts';
import { rightSizeClient } from './privileges/rightSizeClient.ts';
import { ScopeAids } from './privileges/scopeAids.ts';
import { registerCallAids } from './privileges/watchCalls.ts';
import { registerScopeHover } from './privileges/watchScopes.ts';
import { readingsFor } from './report/readingsFor.ts';
import { reportOnClients } from './report/report.ts';
import { ClientOfToken, chooseConnection } from './scim/chooseConnection.ts';
import { removeSecret, ScimCodeActions, SecretRequest, TokenRequest } from './scim/codeActions.ts';
import { scimDiagnostics } from './scim/diagnostics.ts';
import { scimHover } from './scim/hover.ts';
import { makeScimToken } from './scim/makeToken.ts';
import { guardClipboard, takeOff } from './secrets/clipboard.ts';
import { showKeptSecrets } from './secrets/keptSecrets.ts';
import { rotateSecret } from './secrets/rotateSecret.ts';
import { createServices } from './services.ts';
import { AccountStatus, showAccounts } from './signIn/accountStatus.ts';
import { choosePracticeOrg } from './signIn/choosePracticeOrg.ts';
import { signIn, signOut, startAnotherPracticeOrg, startPracticeOrg } from './signIn/commands.ts';
import { type PrepareClient, signInInteractively } from './signIn/interactive.ts';
import { rehearseTrouble } from './signIn/rehearseTrouble.ts';
import { resetPracticeOrg } from './signIn/resetPracticeOrg.ts';
import { forOthers } from './signIn/session.ts';
import type { SessionChanges } from './signIn/sessions.ts';
import { followSessions } from './walkthrough.ts';
import { EndingStatus } from './watch/endingStatus.ts';
import { saveCalendar } from './watch/saveCalendar.ts';
import { showEndings } from './watch/showEndings.ts';
import { WizardPanel } from './wizard/panel.ts';

/** Milliseconds after loading until what ends is first looked at: whoever made it load is served before. */
const QUIET = 2000;

/**
 * Makes the features. Loaded when the first command runs, the view of clients is opened or the first framework.js is, so
 * that activation stays quick.
 */
export function createFeatures(
  context: ExtensionContext,
  sessionChanges: SessionChanges,
  clientsView: Pick<ClientsView, 'show'>,
): Features {
  const log = createLog();
  context.subscriptions.push(log);
  const services = createServices(context, log, sessionChanges);
  void guardClipboard(vscode.env.clipboard, context.globalState);
  const wizard = new WizardPanel(services, {
    open: async (org, client) =>
      clients.open(aboutOf({ client, org: { ...org, account: accountIdOf(org) } })),
    findOutWhy: async ({ region, ...org }, { id: clientId, name }) => {
      const subject = { kind: 'client', region, clientId } as const;
      await doctor.ask({ subject, account: accountIdOf({ region, ...org }), name });
    },
    remove: async (org, client) => {
      const { region, practice } = org;
      const home = { account: accountIdOf(org), orgName: org.name, region, practice };
      return await removeClient(services, dialogs, changes, { ...client, org: home });
    },
  });
  const prepareClient: PrepareClient = async (region) => await wizard.openToPrepareClient(region);
  const { dialogs } = services;
  const signInFirst = async () => await signInInteractively(services, prepareClient);
  const told = async (work: Promise<void>) => await work.catch(dialogs.failUnforeseen);
  const makeToken = async (uri: vscode.Uri, connection: WrittenConnection) =>
    await makeScimToken(services, dialogs, signInFirst, uri, connection);
  const makeTokenFor = async (given?: unknown) => {
    const chosen = await chooseConnection(dialogs, ClientOfToken.safeParse(given).data);
    if (chosen !== undefined) await makeToken(chosen.uri, chosen.connection);
  };
  const framework = createFramework(services, {
    actOn: async (...of) => await clients.actOn(...of),
    createClient: async (place) => await wizard.openFor(place),
    signIn: signInFirst,
  });
  const changes = new ClientChanges(services, dialogs);
  const edit = async (found: FoundClient, page?: StepId) =>
    await editClient(
      services,
      found,
      async (client) => await wizard.openWith({ ...client, ...(page !== undefined && { page }) }),
    );
  const clients = showClients(clientsView, services, changes, signInFirst, {
    edit: async (found) => await edit(found),
    'right-size': async (found) =>
      await rightSizeClient(services, found, async (client) => await wizard.openWith(client)),
    duplicate: async (found) =>
      await duplicateClient(services, found, signInFirst, async (draft) => await wizard.openWith(draft)),
    'make-token': async ({ org, client }) => await makeTokenFor({ region: org.region, clientId: client.id }),
    doctor: async (found) => await doctor.askAbout(found),
    compare: async (found) => await drift.compareClient(found),
  });
  const drift = new Drift(services, {
    changes,
    signIn: signInFirst,
    createFor: async (place) => await wizard.openFor(place),
    createScim: async () => await wizard.open('scim'),
    openWith: async (draft) => await wizard.openWith(draft),
    keepAsCode: async (found) => await clients.actOn(found, [], 'keep-as-code'),
  });
  const doctor = new Doctor(services, services.mentions, {
    changes,
    actOn: clients.actOn,
    edit,
    createClient: async (place) =>
      place === undefined ? await wizard.open(undefined) : await wizard.openFor(place),
    makeScimToken: makeToken,
    signIn: signInFirst,
  });
  let agents: Promise<ToolCalls> | undefined;
  const toolCalls = async () => {
    agents ??= import('./agents/desk.ts').then(({ beginToolCalls }) =>
      beginToolCalls(services, async (draft) => await wizard.openWith(draft)),
    );
    return await agents;
  };
  const readings = readingsFor(services, clients.lastUses);
  const forgetPractice = async () =>
    await readings.forgetPractice((await services.sessions.all()).map(({ account }) => account.id));
  const callAids = new CallAids(services.operations);
  const scopeAids = new ScopeAids(services.operations, log);
  context.subscriptions.push(
    framework,
    drift,
    scopeAids,
    registerScopeHover(async () => ({ scopeAids })),
    ...registerCallAids(async () => ({ callAids, services })),
    new AccountStatus(services),
    new EndingStatus(clients.watch, services.time),
    clients.watch.begin(QUIET),
    scimDiagnostics(services),
    new ScimCodeActions(services),
    scimHover(services),
    followSessions(services),
    services.sessions.onDidChange(() => void forgetPractice().catch(dialogs.failUnforeseen)),
    // Where the keyring tells no other window of a change, it is noticed at the next look at this one.
    vscode.window.onDidChangeWindowState(({ focused }) => {
      if (focused) void services.sessions.lookAgain();
    }),
  );
  const features: Features = {
    services,
    run: async (name, given) => await runCommand(features, name, given),
    callTool: async (...of) => await (await toolCalls()).call(...of),
    openWizard: async (procedure) => await told(wizard.open(procedure)),
    reviveWizard: async (panel) => await told(wizard.revive(panel)),
    signIn: async () => await told(signIn(services, prepareClient)),
    signInForAccountsMenu: async () => {
      const session = await signInInteractively(services, prepareClient);
      return session && forOthers(session);
    },
    sessionsForOthers: async () => (await services.sessions.all()).map(forOthers),
    showAccounts: async () => await told(showAccounts(services, prepareClient)),
    signOut: async () => await told(signOut(services)),
    startPracticeOrg: async () => await told(startPracticeOrg(services)),
    startAnotherPracticeOrg: async () => await told(startAnotherPracticeOrg(services)),
    resetPracticeOrg: async () => await told(resetPracticeOrg(services)),
    showPracticeGuide: async () => {
      const region = await choosePracticeOrg(services, practiceGuideTitle());
      if (region !== undefined) await told(wizard.openPracticeGuide(region));
    },
    rehearseTrouble: async () => await told(rehearseTrouble(services)),
    refreshChecks: async () => await told(refreshChecks(services, dialogs, signInFirst)),
    rotateSecret: async () => await told(rotateSecret(services, dialogs, signInFirst)),
    makeScimToken: async (given) => await told(makeTokenFor(given)),
    findNeeds: async () => await told(findNeeds(services, async (draft) => await wizard.openWith(draft))),
    readOperations: async () => await told(readOperations(services)),
    scimAction: async (request) => {
      if (request instanceof TokenRequest) await told(makeToken(request.uri, request.connection));
      if (request instanceof SecretRequest) await told(removeSecret(dialogs, request));
    },
    takeSecretOffClipboard: takeOff,
    showKeptSecrets: async () => await told(showKeptSecrets(services, dialogs)),
    report: async () => await told(reportOnClients(services, readings, signInFirst)),
    clients: {
      manage: async (row) => await told(clients.manage(row)),
      open: clients.open,
      lastUses: clients.lastUses,
      watch: clients.watch,
      actOn: clients.actOn,
      manageSeveral: async () => await told(clients.manageSeveral()),
      act: async (row, kind, rows) => await told(clients.act(row, kind, rows)),
      filter: async () => await told(clients.filter()),
      clearFilter: async () => await told(clients.clearFilter()),
      askLastUse: async (row, rows) => await told(clients.askLastUse(row, rows)),
      refresh: async () => await told(clients.refresh()),
      showMore: clients.showMore,
      reopen: clients.reopen,
    },
    showEndings: async () =>
      await told(
        showEndings(services, clients.watch, {
          makeToken,
          openClient: clients.open,
          signIn: async () => await signIn(services, prepareClient),
          refresh: clients.refresh,
        }),
      ),
    saveEndingsCalendar: async (given) => {
      const saving = saveCalendar(clients.watch, dialogs, given).then(() => {});
      await told(saving);
    },
    doctor: {
      ask: async (given) => await told(doctor.ask(given)),
      reopen: (panel, kept) => doctor.reopen(panel, kept),
    },
    compareWithOrg: async (given) => await told(drift.compare(given)),
    makeOrgMatch: async (given) => await told(drift.makeOrgMatch(given)),
    makeFileMatch: async (given) => await told(drift.makeFileMatch(given)),
    checkWorkspace: async () => await told(framework.checkWorkspace()),
    explain: async (code) => await told(explain(context.extensionUri, code)),
    tellInterrupted: async () => {
      await Promise.all([
        told(tellOfSave(context, dialogs, async () => await wizard.isShown())),
        told(tellOfRotations(services, dialogs, signInFirst)),
      ]);
    },
    frameworkAction: async (request) => await told(framework.act(request)),
  };
  return features;
}
