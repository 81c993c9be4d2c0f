import type * as vscode from 'vscode';
import type { ToolCalls } from '../core/agents/toolCalls.ts';
import type { PublishedProcedure } from '../core/procedures/draft.ts';
import type { ClientCommands } from './clientsView/clientsView.ts';
import type { Doctor } from './doctor/doctor.ts';
import type { Services } from './services.ts';

/** Everything behind the commands. None of them rejects: what fails is told to the person. */
export type Features = {
  services: Services;
  /** Runs a command, by its whole name and with what VS Code gives it. Throws for one that there is not. */
  run(name: string, given: readonly unknown[]): Promise<void>;
  /** Calls a tool for agents, by its name in core/agents. */
  callTool: ToolCalls['call'];
  /** Asks what the client is for, unless that is given. */
  openWizard(procedure?: PublishedProcedure): Promise<void>;
  reviveWizard(panel: vscode.WebviewPanel): Promise<void>;
  signIn(): Promise<void>;
  /** Undefined when the person cancelled. */
  signInForAccountsMenu(): Promise<vscode.AuthenticationSession | undefined>;
  /** Who is signed in, as other extensions may know it. */
  sessionsForOthers(): Promise<vscode.AuthenticationSession[]>;
  showAccounts(): Promise<void>;
  signOut(): Promise<void>;
  startPracticeOrg(): Promise<void>;
  startAnotherPracticeOrg(): Promise<void>;
  resetPracticeOrg(): Promise<void>;
  /** Says how to point other clients at the practice org. */
  showPracticeGuide(): Promise<void>;
  rehearseTrouble(): Promise<void>;
  refreshChecks(): Promise<void>;
  rotateSecret(): Promise<void>;
  showKeptSecrets(): Promise<void>;
  takeSecretOffClipboard(): Promise<void>;
  makeScimToken(given?: unknown): Promise<void>;
  /** Finds out what an application needs for what it calls. */
  findNeeds(): Promise<void>;
  /** Reads what an API says of its operations. */
  readOperations(): Promise<void>;
  /** Does what was offered at a SCIM config file. */
  scimAction(request: unknown): Promise<void>;
  /** Writes what auditors ask about the clients of an org. */
  report(): Promise<void>;
  /** What is done with the clients of all orgs. */
  clients: ClientCommands;
  /** Lists what ends by itself, and what can be done about it. */
  showEndings(): Promise<void>;
  /** Saves a calendar file with what ends; of the token that a link means, where one is given. */
  saveEndingsCalendar(given: unknown): Promise<void>;
  /** Why a login or a call fails. */
  doctor: Pick<Doctor, 'reopen'> & {
    /** Asks what it is about, unless that is given. */
    ask(given: unknown): Promise<void>;
  };
  /** What was meant, held against the orgs. */
  compareWithOrg(given: unknown): Promise<void>;
  /** What the titles of a comparison offer. */
  makeOrgMatch(given: unknown): Promise<void>;
  makeFileMatch(given: unknown): Promise<void>;
  /** Checks every framework.js of the workspace, open or not. */
  checkWorkspace(): Promise<void>;
  /** Shows what the documentation says of the code of a diagnostic. */
  explain(code: unknown): Promise<void>;
  /** Tells of what the last end of VS Code interrupted. */
  tellInterrupted(): Promise<void>;
  /** Does what was offered at a framework.js. */
  frameworkAction(request: unknown): Promise<void>;
};
