import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { after, afterEach, before, beforeEach } from 'mocha';
import * as vscode from 'vscode';
import {
  CLIENTS_PATH,
  createClient,
  getClient,
  type OAuthClient,
  type OAuthClientRequest,
} from '../../src/core/platform/oauthClients.ts';
import { automation, frameworkClient } from '../host/practiceClients.ts';
import { steer } from '../host/steer.ts';
import { useNoAutoSave } from './autoSave.ts';
import { type Rehearsal, rehearse } from './rehearsal.ts';
import { until } from './until.ts';

const LOOK_AGAIN_MILLISECONDS = 50;
const { fs } = vscode.workspace;

/** Somebody who edits framework.js with the extension itself, which signs in to a practice org of the test. */
export type FrameworkDesk = {
  /** The practice org, which is as new before each test; nobody is signed in to it at first. */
  org(): Rehearsal;
  /** A place in the folder that comes and goes with the test; the folder itself when the path is empty. */
  place(path: string): vscode.Uri;
  write(text: string | Uint8Array, path?: string): Promise<vscode.Uri>;
  /**
   * Writes a file of which VS Code will tell when it goes. It hears nothing of what is in a folder that it has not heard of
   * yet, nor of what goes as soon as it came: each folder around the file, and the file, is made when that before is known.
   */
  writeKnown(text: string, path?: string): Promise<vscode.Uri>;
  open(text: string, path?: string): Promise<vscode.TextEditor>;
  /** Signs in to the practice org as its administrator, by the command. */
  signIn(): Promise<void>;
  /** Makes a client that suits the Embeddable Framework, but for these changes. */
  client(changes?: Partial<OAuthClientRequest>): Promise<OAuthClient>;
  /** Somebody else changes a client. */
  change(id: string, changes: Partial<OAuthClient>): Promise<void>;
  /** A client as the org has it now. */
  read(id: string): Promise<OAuthClient>;
  /** Takes the first answer of every list that is shown until this is done. */
  answering(doing: () => PromiseLike<unknown>): Promise<void>;
  /**
   * Resolves once the extension has checked all that was opened so far, and VS Code has told of what it found: one more
   * framework.js, opened after all of them, has got its finding.
   */
  untilChecked(): Promise<void>;
};

/** A file whose only entry is this one, on a line of its own. */
export function frameworkWith(region: string, clientId: string, settings = ''): string {
  return `window.Framework = {\n  config: {\n    clientIds: {\n      '${region}': '${clientId}',\n    },\n    settings: { ${settings} },\n  },\n};\n`;
}

export function useFrameworkDesk(): FrameworkDesk {
  let rehearsal: Rehearsal;
  let folder: vscode.Uri;
  let isSignedIn = false;
  let folders = 0;
  let openedLast = 0;

  useNoAutoSave();

  before(async () => {
    rehearsal = await rehearse();
  });

  after(async () => {
    await rehearsal.dispose();
  });

  beforeEach(async () => {
    await steer(rehearsal.org, 'POST', 'reset');
    const [first] = vscode.workspace.workspaceFolders ?? [];
    assert.ok(first);
    // VS Code may tell late that the folder of the test before was deleted: that must not be this one.
    folders += 1;
    folder = vscode.Uri.joinPath(first.uri, `framework-desk-${folders}`);
  });

  afterEach(async () => {
    await rehearsal.turn({ troubles: [], latencyMs: 0 });
    if (isSignedIn) await vscode.commands.executeCommand('genesysOAuth.signOut');
    isSignedIn = false;
    for (const document of vscode.workspace.textDocuments.filter(({ isDirty }) => isDirty)) {
      await vscode.window.showTextDocument(document);
      await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    }
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await fs.delete(folder, { recursive: true, useTrash: false }).then(undefined, () => undefined);
  });

  const place = (path: string) => vscode.Uri.joinPath(folder, path);

  async function write(text: string | Uint8Array, path = 'framework.js'): Promise<vscode.Uri> {
    const uri = place(path);
    await fs.writeFile(uri, typeof text === 'string' ? new TextEncoder().encode(text) : text);
    return uri;
  }

  async function writeKnown(text: string, path = 'framework.js'): Promise<vscode.Uri> {
    const known: string[] = [];
    const watcher = vscode.workspace.createFileSystemWatcher('**/*', false, true, true);
    watcher.onDidCreate((uri) => known.push(uri.toString()));
    const untilKnown = async (uri: vscode.Uri) => await until(() => known.includes(uri.toString()));
    try {
      const names = path.split('/');
      for (const depth of names.keys()) {
        const around = place(names.slice(0, depth).join('/'));
        await fs.createDirectory(around);
        await untilKnown(around);
      }
      const uri = await write(text, path);
      await untilKnown(uri);
      return uri;
    } finally {
      watcher.dispose();
    }
  }

  async function untilChecked(): Promise<void> {
    openedLast += 1;
    const last = await write(frameworkWith('mypurecloud.com', ''), `opened-last/${openedLast}/framework.js`);
    const isLast = (uri: vscode.Uri) => uri.toString() === last.toString();
    let isTold = false;
    const listening = vscode.languages.onDidChangeDiagnostics(({ uris }) => {
      isTold ||= uris.some(isLast) && codesAt(last).includes('no-client-id');
    });
    try {
      await openAsPersonsDo(last);
      await until(() => isTold);
    } finally {
      listening.dispose();
    }
  }

  return {
    org: () => rehearsal,
    place,
    write,
    writeKnown,
    open: async (text, path) => await openAsPersonsDo(await write(text, path)),
    // The first way is the practice org, and the first person its administrator.
    signIn: async () => {
      await answering(() => vscode.commands.executeCommand('genesysOAuth.signIn'));
      isSignedIn = true;
    },
    client: async (changes = {}) => {
      const { region } = rehearsal.org;
      const made = await createClient(await automation(rehearsal.org.baseUrl), {
        ...frameworkClient(region),
        ...changes,
      });
      assert.ok(made.ok, JSON.stringify(made));
      return made.value.client;
    },
    change: async (id, changes) => {
      const { apiUrl, accessToken } = await automation(rehearsal.org.baseUrl);
      const answer = await fetch(`${apiUrl}${CLIENTS_PATH}/${id}`, {
        method: 'PUT',
        headers: { authorization: `Bearer ${accessToken}`, 'content-type': 'application/json' },
        body: JSON.stringify({ ...frameworkClient(rehearsal.org.region), ...changes }),
      });
      assert.ok(answer.ok, await answer.text());
    },
    read: async (id) => {
      const read = await getClient(await automation(rehearsal.org.baseUrl), id);
      assert.ok(read.ok, JSON.stringify(read));
      return read.value;
    },
    answering,
    untilChecked,
  };
}

async function answering(doing: () => PromiseLike<unknown>): Promise<void> {
  let isDone = false;
  const done = Promise.resolve(doing()).finally(() => {
    isDone = true;
  });
  // As a person who presses Enter: the extension's lists are out of reach, because each extension has a `vscode` of its own.
  while (!isDone) {
    await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    await sleep(LOOK_AGAIN_MILLISECONDS);
  }
  await done;
}

/** What an extension opens, VS Code keeps open after its tab was closed; what a person opens, it does not. */
async function openAsPersonsDo(uri: vscode.Uri): Promise<vscode.TextEditor> {
  const isShown = () => vscode.window.activeTextEditor?.document.uri.toString() === uri.toString();
  // A tab that stays: in a preview, the next file would close this one.
  await vscode.commands.executeCommand('vscode.open', uri, { preview: false });
  await until(isShown);
  const { activeTextEditor } = vscode.window;
  assert.ok(activeTextEditor);
  return activeTextEditor;
}

/**
 * What the extension shows at a file, by its codes; without what is said of every client here: that it is one of the
 * practice org.
 */
export function codesAt(uri: vscode.Uri): unknown[] {
  return diagnosticsAt(uri)
    .map(codeOf)
    .filter((code) => code !== 'practice-client');
}

/** The code of a diagnostic, without the link behind it. */
export function codeOf({ code }: vscode.Diagnostic): unknown {
  return typeof code === 'object' ? code.value : code;
}

export function diagnosticsAt(uri: vscode.Uri): vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(uri).filter(({ source }) => source === 'Genesys OAuth');
}

/** Resolves once exactly these codes are shown. */
export async function untilCodes(uri: vscode.Uri, ...codes: string[]): Promise<void> {
  const expected = JSON.stringify(codes.toSorted());
  await until(() => JSON.stringify(codesAt(uri).toSorted()) === expected).catch(() =>
    assert.deepEqual(codesAt(uri).toSorted(), codes.toSorted()),
  );
}
