import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'mocha';
import * as vscode from 'vscode';
import type { ExtensionContext } from '../../src/host/extensionContext.ts';
import { COPIED_KEY, isAnythingNoted } from '../../src/host/interrupted/noted.ts';
import { copySecret, guardClipboard, takeOff } from '../../src/host/secrets/clipboard.ts';
import { inMemoryContext, inMemorySecrets } from './inMemory.ts';
import { until } from './until.ts';

const CANARY = 'canary-secret';

describe('A secret that was copied before VS Code was killed', () => {
  const { clipboard } = vscode.env;
  let context: ExtensionContext;

  beforeEach(() => {
    context = inMemoryContext(inMemorySecrets(), vscode.Uri.file('/'));
  });

  afterEach(async () => {
    await takeOff();
    await clipboard.writeText('');
  });

  /** As every start of the extension does. */
  const start = async () => await guardClipboard(clipboard, context.globalState);

  const isNoted = () => context.globalState.get(COPIED_KEY) !== undefined;

  /** The window before is not disposed of, and the minute of the secret is over. */
  async function kill(): Promise<void> {
    const noted = Object(context.globalState.get(COPIED_KEY));
    await context.globalState.update(COPIED_KEY, { ...noted, until: Date.now() - 1 });
  }

  it('is taken off the real clipboard at the next start, which has a reason to load for that', async () => {
    await start();
    await copySecret(clipboard, CANARY);
    assert.equal(await clipboard.readText(), CANARY);
    await kill();
    assert.ok(isAnythingNoted(context));

    await start();
    await until(async () => (await clipboard.readText()) === '');
    await until(() => !isNoted());
    assert.equal(isAnythingNoted(context), false);
  });

  it('leaves alone what somebody copied in another program since', async () => {
    await start();
    await copySecret(clipboard, CANARY);
    await kill();
    await clipboard.writeText('a shopping list');

    await start();
    await until(() => !isNoted());
    assert.equal(await clipboard.readText(), 'a shopping list');
  });
});
