import { join } from 'node:path';
import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import { KnownOperations } from '../core/privileges/knownOperations.ts';
import { reasonOf } from '../core/reason.ts';
import { folderOfFiles } from '../disk/folderOfFiles.ts';
import { ClientHistory } from './clients/clientHistory.ts';
import { OrgClientsCache } from './clients/orgClients.ts';
import { OwnRights } from './clients/ownRights.ts';
import { WorkspaceMentions } from './clientsView/mentions.ts';
import { WrittenClients } from './drift/writtenClients.ts';
import type { ExtensionContext } from './extensionContext.ts';
import { Rotations } from './interrupted/rotations.ts';
import type { Log } from './log.ts';
import { type ClientSecrets, clientSecrets } from './secrets/clientSecrets.ts';
import { type Browser, systemBrowser } from './signIn/browser.ts';
import { EndedSessions } from './signIn/endedSessions.ts';
import { readEnvironment } from './signIn/environment.ts';
import type { FlowTools, LoginTools } from './signIn/flows/flow.ts';
import { findSignIns } from './signIn/found.ts';
import { KnownClients, nothingEnteredYet } from './signIn/knownClients.ts';
import { PracticeOrgs } from './signIn/practiceOrgs.ts';
import { nativePrompts } from './signIn/prompts/prompts.ts';
import { Connections } from './signIn/sessionConnections.ts';
import { type SessionChanges, Sessions } from './signIn/sessions.ts';
import { SignIn } from './signIn/signIn.ts';
import { type Dialogs, nativeDialogs } from './ui/dialogs.ts';
import { OrgTime } from './watch/orgTime.ts';

/** What the features share: who is signed in, what their orgs have, where secrets are kept, how the practice orgs are reached. */
export type Services = {
  context: ExtensionContext;
  log: Log;
  /** How the person is asked and told something. */
  dialogs: Dialogs;
  practiceOrgs: PracticeOrgs;
  sessions: Sessions;
  connections: Connections;
  signIn: SignIn;
  orgClients: OrgClientsCache;
  rights: OwnRights;
  /** By which clock, and how early, it is said that something ends. */
  time: OrgTime;
  secrets: ClientSecrets;
  rotations: Rotations;
  /** What was done to clients from this VS Code. */
  history: ClientHistory;
  /** Clients as they were last written, or exported, from this VS Code. */
  written: WrittenClients;
  /** Where the files of the workspace name clients. */
  mentions: WorkspaceMentions;
  /** What the APIs say of their operations. */
  operations: KnownOperations;
  browser: Browser;
  /** How somebody is asked something, and how a browser finds back. */
  loginTools: LoginTools;
};

/** Makes the services. Tests put somebody else in the place of the person and the browser by `replacements`. */
export function createServices(
  context: ExtensionContext,
  log: Log,
  sessionChanges: SessionChanges,
  replacements: Partial<FlowTools> = {},
): Services {
  l10n.config({ contents: vscode.l10n.bundle ?? {} });
  const dialogs = nativeDialogs(log);
  const practiceOrgs = new PracticeOrgs(context, log);
  const ended = new EndedSessions(context.globalStorageUri);
  const sessions = new Sessions(context.secrets, ended, sessionChanges);
  const browser = systemBrowser();
  const tools: FlowTools = {
    practiceOrgs,
    prompts: nativePrompts(dialogs),
    browser,
    environment: () => readEnvironment(browser),
    findSignIns,
    knownClients: new KnownClients(context.globalState),
    entered: nothingEnteredYet(),
    ...replacements,
  };
  const connections = new Connections(sessions, practiceOrgs, log);
  const signIn = new SignIn(tools, sessions, connections);
  const orgClients = new OrgClientsCache(sessions, connections, signIn);
  const rights = new OwnRights(connections, sessions);
  const time = new OrgTime(connections);
  const secrets = clientSecrets(context.secrets, context.globalState);
  const looking = context.secrets.onDidChange(({ key }) => {
    void secrets.lookAgain(key).catch((error) => log.warn(reasonOf(error)));
  });
  const rotations = new Rotations(context.globalState, context.globalStorageUri.fsPath);
  const history = new ClientHistory(context.globalState, log);
  const written = new WrittenClients(context.globalState, log);
  const mentions = new WorkspaceMentions();
  context.subscriptions.push(
    practiceOrgs,
    ended,
    sessions,
    orgClients,
    rights,
    time,
    looking,
    history,
    written,
    mentions,
  );
  const operations = new KnownOperations(
    folderOfFiles(join(context.globalStorageUri.fsPath, 'operations')),
    (text) => log.warn(text),
  );
  const known = {
    sessions,
    connections,
    signIn,
    orgClients,
    rights,
    time,
    secrets,
    rotations,
    history,
    written,
    mentions,
    operations,
  };
  return { context, log, dialogs, practiceOrgs, ...known, browser: tools.browser, loginTools: tools };
}
