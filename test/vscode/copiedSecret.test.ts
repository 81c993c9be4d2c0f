import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { createFeatures } from '../../src/host/createFeatures.ts';
import type { ExtensionContext } from '../../src/host/extensionContext.ts';
import { COPIED_KEY, isAnythingNoted } from '../../src/host/interrupted/noted.ts';
import { copySecret, takeOff } from '../../src/host/secrets/clipboard.ts';
import { makeTemporaryFolder, type TemporaryFolder } from '../host/temporaryFolder.ts';
import { inMemoryContext, inMemorySecrets } from './inMemory.ts';
import { until } from './until.ts';

const CANARY = 'canary-secret';

describe('A secret that was copied before VS Code was killed', () => {
  const { clipboard } = vscode.env;
  const changes = new vscode.EventEmitter<vscode.AuthenticationProviderAuthenticationSessionsChangeEvent>();
  let folder: TemporaryFolder;
  let context: ExtensionContext;

  beforeEach(async () => {
    folder = await makeTemporaryFolder('storage');
    context = inMemoryContext(inMemorySecrets(), vscode.Uri.file(folder.path));
  });

  afterEach(async () => {
    await takeOff();
    await clipboard.writeText('');
    for (const each of context.subscriptions.splice(0).reverse()) await each.dispose();
    await folder.remove();
  });

  function start(): void {
    createFeatures(context, changes, { show: () => undefined });
  }

  const isNoted = () => context.globalState.get(COPIED_KEY) !== undefined;

  /** The window before is not disposed of, and the minute of the secret is over. */
  async function kill(): Promise<void> {
    const noted = Object(context.globalState.get(COPIED_KEY));
    await context.globalState.update(COPIED_KEY, { ...noted, until: Date.now() - 1 });
  }

  it('is taken off the real clipboard at the next start, which has a reason to load for that', async () => {
    start();
    await copySecret(clipboard, CANARY);
    assert.equal(await clipboard.readText(), CANARY);
    await kill();
    assert.ok(isAnythingNoted(context));

    start();
    await until(async () => (await clipboard.readText()) === '');
    await until(() => !isNoted());
    assert.equal(isAnythingNoted(context), false);
  });

  it('leaves alone what somebody copied in another program since', async () => {
    start();
    await copySecret(clipboard, CANARY);
    await kill();
    await clipboard.writeText('a shopping list');

    start();
    await until(() => !isNoted());
    assert.equal(await clipboard.readText(), 'a shopping list');
  });
});
