import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { copySecret, SECRET_ON_CLIPBOARD_SECONDS } from '../../src/host/secrets/clipboard.ts';

describe('A secret on the clipboard', () => {
  const { setTimeout: realSetTimeout } = globalThis;
  let later: (() => void)[];

  beforeEach(() => {
    later = [];
    Reflect.set(globalThis, 'setTimeout', (work: () => void, milliseconds: number) => {
      if (milliseconds !== SECRET_ON_CLIPBOARD_SECONDS * 1000) return realSetTimeout(work, milliseconds);
      later.push(work);
      return { unref: () => {} };
    });
  });

  afterEach(() => {
    Reflect.set(globalThis, 'setTimeout', realSetTimeout);
  });

  async function aMinuteLater(): Promise<string> {
    for (const work of later) work();
    await new Promise((resolve) => realSetTimeout(resolve, 200));
    return await vscode.env.clipboard.readText();
  }

  it('is taken off again after a minute', async () => {
    await copySecret('canary-secret');
    assert.equal(await vscode.env.clipboard.readText(), 'canary-secret');
    assert.equal(await aMinuteLater(), '');
  });

  it('is left alone once something else is there', async () => {
    await copySecret('canary-secret');
    await vscode.env.clipboard.writeText('a shopping list');
    assert.equal(await aMinuteLater(), 'a shopping list');
  });
});
