import assert from 'node:assert/strict';
import { afterEach, beforeEach } from 'mocha';
import * as vscode from 'vscode';
import { FRAMEWORK_SCOPES, frameworkRedirectUris } from '../../src/core/clients/frameworkNeeds.ts';
import type { FoundClient } from '../../src/core/clients/whereabouts.ts';
import type { WrittenOrigin } from '../../src/core/drift/written.ts';
import { CLIENTS_PATH, createClient, type OAuthClientRequest } from '../../src/core/platform/oauthClients.ts';
import type { NewDraft } from '../../src/core/wizard/drafts.ts';
import type { FrameworkPlace } from '../../src/core/wizard/wizard.ts';
import { ClientChanges } from '../../src/host/clients/clientChanges.ts';
import { Drift } from '../../src/host/drift/drift.ts';
import { automation } from '../host/practiceClients.ts';
import { useNoAutoSave } from './autoSave.ts';
import { FakeDialogs } from './fakeDialogs.ts';
import type { Rehearsal } from './rehearsal.ts';
import { until } from './until.ts';
import { useWindows } from './windows.ts';

export const AGENTS: OAuthClientRequest = {
  name: 'Agents',
  description: 'For the desks',
  authorizedGrantType: 'CODE',
  accessTokenValiditySeconds: 64_800,
  registeredRedirectUri: [...frameworkRedirectUris('mypurecloud.com', true)],
  scope: [...FRAMEWORK_SCOPES],
};

/** Somebody who compares in a window of their own, beside another client that changes things by hand. */
export class DriftDesk {
  readonly dialogs = new FakeDialogs();
  readonly drift: Drift;
  /** What the wizard was opened for. */
  readonly opened: (FrameworkPlace | NewDraft | 'scim' | string)[] = [];
  askedToSignIn = 0;
  private readonly written: vscode.Uri[] = [];

  constructor(readonly window: Rehearsal) {
    const services = { ...window.services, dialogs: this.dialogs };
    this.drift = new Drift(services, {
      changes: new ClientChanges(services, this.dialogs),
      signIn: async () => {
        this.askedToSignIn += 1;
        return undefined;
      },
      createFor: async (place) => void this.opened.push(place),
      createScim: async () => void this.opened.push('scim'),
      openWith: async (draft) => void this.opened.push(draft),
      keepAsCode: async ({ client }) => void this.opened.push(client.id),
    });
  }

  /** Asks the org as another client, by a token of its own and nothing of ours; the body that it answers. */
  async elsewhere(
    method: 'GET' | 'POST' | 'PUT' | 'DELETE',
    path: string,
    body?: unknown,
  ): Promise<Record<string, unknown>> {
    const { apiUrl, accessToken } = await automation(this.window.org.baseUrl);
    const answer = await fetch(`${apiUrl}${path}`, {
      method,
      headers: { authorization: `Bearer ${accessToken}`, 'content-type': 'application/json' },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    assert.ok(answer.ok, text);
    return text === '' ? {} : JSON.parse(text);
  }

  /** Another client changes one of the org's by hand. */
  async changes(id: string, changes: Readonly<Record<string, unknown>>): Promise<void> {
    const now = await this.stored(id);
    await this.elsewhere('PUT', `${CLIENTS_PATH}/${id}`, { ...now, ...changes });
  }

  async deletes(id: string): Promise<void> {
    await this.changes(id, { state: 'inactive' });
    await this.elsewhere('DELETE', `${CLIENTS_PATH}/${id}`);
  }

  async stored(id: string): Promise<Record<string, unknown>> {
    return await this.elsewhere('GET', `${CLIENTS_PATH}/${id}`);
  }

  /** A client of the org that nobody here has written; its ID. */
  async make(request: OAuthClientRequest): Promise<string> {
    const made = await createClient(await automation(this.window.org.baseUrl), request);
    assert.ok(made.ok, JSON.stringify(made));
    return made.value.client.id;
  }

  /** The same client as it was saved from this VS Code. */
  async remember(id: string, origin: WrittenOrigin = 'saved'): Promise<FoundClient> {
    const { orgClients, written } = this.window.services;
    await orgClients.refresh();
    const found = this.found(id);
    const { account, region, practice } = found.org;
    await written.note(origin, { home: { id, region, practice }, account, client: found.client });
    return found;
  }

  found(id: string): FoundClient {
    const [org] = this.window.services.orgClients.current();
    const client = org?.clients.find((each) => each.id === id);
    assert.ok(org !== undefined && client !== undefined);
    return { org, client };
  }

  async file(name: string, text: string): Promise<vscode.Uri> {
    const uri = vscode.Uri.joinPath(this.folder, name);
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
    this.written.push(uri);
    return uri;
  }

  async text(uri: vscode.Uri): Promise<string> {
    const open = vscode.workspace.textDocuments.find(
      (document) => document.isDirty && document.uri.toString() === uri.toString(),
    );
    return open?.getText() ?? new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
  }

  /** Types behind the first brace of a file, and does not save that. */
  async type(uri: vscode.Uri, text: string): Promise<vscode.TextDocument> {
    const stored = await this.text(uri);
    const editor = await vscode.window.showTextDocument(uri);
    const { document } = editor;
    // VS Code may still have the document of a file that was deleted a moment ago.
    await vscode.commands.executeCommand('workbench.action.files.revert');
    await until(() => document.getText() === stored);
    const at = document.positionAt(document.getText().indexOf('"'));
    assert.ok(await editor.edit((edit) => edit.insert(at, text)));
    return document;
  }

  /** Both sides of the diff that is shown. */
  async sides(): Promise<{ meant: string; there: string; uri: vscode.Uri }> {
    const input = () => vscode.window.tabGroups.activeTabGroup.activeTab?.input;
    await until(() => input() instanceof vscode.TabInputTextDiff);
    const shown = input();
    assert.ok(shown instanceof vscode.TabInputTextDiff);
    const read = async (uri: vscode.Uri) => (await vscode.workspace.openTextDocument(uri)).getText();
    return { meant: await read(shown.original), there: await read(shown.modified), uri: shown.modified };
  }

  /** The lines that are not on the other side: what was meant with −, what is there with +. */
  async differing(): Promise<string[]> {
    const { meant, there } = await this.sides();
    const [left, right] = [meant.split('\n'), there.split('\n')];
    return [
      ...left.filter((line) => !right.includes(line)).map((line) => `− ${line}`),
      ...right.filter((line) => !left.includes(line)).map((line) => `+ ${line}`),
    ];
  }

  said(): string {
    return this.dialogs.said.join('\n');
  }

  async dispose(): Promise<void> {
    this.drift.dispose();
    for (const document of vscode.workspace.textDocuments.filter(({ isDirty }) => isDirty)) {
      await vscode.window.showTextDocument(document);
      await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    }
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    if (this.written.length > 0) await vscode.workspace.fs.delete(this.folder, { recursive: true });
  }

  /** In it are all files of this desk, some of them deeper. */
  private get folder(): vscode.Uri {
    const [root] = vscode.workspace.workspaceFolders ?? [];
    assert.ok(root);
    return vscode.Uri.joinPath(root.uri, 'drift-desk');
  }
}

/** A desk for each test of a file, at which the administrator of the practice org is signed in. */
export function useDriftDesk(): {
  desk(): DriftDesk;
  beside(): Promise<DriftDesk>;
} {
  useNoAutoSave();
  const windows = useWindows();
  const desks: DriftDesk[] = [];
  beforeEach(async () => {
    const desk = new DriftDesk(await windows.open());
    desks.push(desk);
    await desk.window.connectAs('administrator');
    await desk.window.services.orgClients.refresh();
  });
  afterEach(async () => {
    for (const each of desks.splice(0)) await each.dispose();
  });
  return {
    desk: () => {
      const [first] = desks;
      assert.ok(first);
      return first;
    },
    beside: async () => {
      const [first] = desks;
      assert.ok(first);
      const another = new DriftDesk(await windows.open({ beside: first.window }));
      desks.push(another);
      return another;
    },
  };
}
