import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { ClientPort } from '../../src/core/wizard/ports.ts';
import type { ExtensionContext } from '../../src/host/extensionContext.ts';
import { shownAt } from '../canaries/sweep.ts';

/** What VS Code gives an extension, with nothing in it that lasts. */
export function inMemoryContext(secrets: vscode.SecretStorage, storage: vscode.Uri): ExtensionContext {
  const extension = vscode.extensions.all.find(
    ({ packageJSON }) => packageJSON.name === 'genesys-oauth-wizard',
  );
  assert.ok(extension);
  return {
    secrets,
    extensionMode: vscode.ExtensionMode.Test,
    extensionUri: extension.extensionUri,
    asAbsolutePath: (path) => vscode.Uri.joinPath(extension.extensionUri, path).fsPath,
    globalStorageUri: storage,
    subscriptions: [],
    workspaceState: inMemoryState(),
    globalState: { ...inMemoryState(), setKeysForSync: () => {} },
  };
}

function inMemoryState(): vscode.Memento {
  const memory = new Map<string, string>();
  const written = shownAt('the state that VS Code keeps');
  return {
    keys: () => [...memory.keys()],
    get: <T>(key: string, fallback?: T) => {
      const stored = memory.get(key);
      return stored === undefined ? fallback : JSON.parse(stored);
    },
    update: async (key: string, value: unknown) => {
      memory.set(key, JSON.stringify(value));
      written.push(`${key}: ${JSON.stringify(value)}`);
    },
  };
}

/** A keyring; `locked` makes it refuse. */
export function inMemorySecrets(isLocked: (key: string) => boolean = () => false): vscode.SecretStorage {
  const kept = new Map<string, string>();
  const change = new vscode.EventEmitter<vscode.SecretStorageChangeEvent>();
  return {
    onDidChange: change.event,
    get: async (key: string) => kept.get(key),
    delete: async (key: string) => {
      if (isLocked(key)) throw new Error('The keyring is locked.');
      if (kept.delete(key)) change.fire({ key });
    },
    store: async (key: string, value: string) => {
      if (isLocked(key)) throw new Error('The keyring is locked.');
      kept.set(key, value);
      change.fire({ key });
    },
  };
}

/** Beside a wizard of its own, where nobody opens a client's page, and nobody wants to delete one. */
export const noClients: ClientPort = {
  open: async () => undefined,
  findOutWhy: async () => undefined,
  remove: async () => ({ kind: 'not-deleted', error: { kind: 'cancelled' }, left: 'as-it-was' }),
};
