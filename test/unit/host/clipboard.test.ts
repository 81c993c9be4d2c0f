import assert from 'node:assert/strict';
import { mock } from 'node:test';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { copySecret, SECRET_ON_CLIPBOARD_SECONDS, takeOff } from '../../../src/host/secrets/clipboard.ts';

describe('A secret on the clipboard', () => {
  const clipboard = {
    text: '',
    readText: async () => clipboard.text,
    writeText: async (text: string) => {
      clipboard.text = text;
    },
  };

  beforeEach(() => {
    clipboard.text = 'of before';
    mock.timers.enable({ apis: ['setTimeout'] });
  });

  afterEach(() => mock.timers.reset());

  /** What is on the clipboard after so much more time. */
  async function textAfter(seconds: number): Promise<string> {
    mock.timers.tick(seconds * 1000);
    // What the timer begins is done in this turn.
    await nextTurn();
    return clipboard.text;
  }

  it('is taken off again after a minute', async () => {
    assert.equal(SECRET_ON_CLIPBOARD_SECONDS, 60);
    await copySecret(clipboard, 'canary-secret');
    assert.equal(await textAfter(59), 'canary-secret');
    assert.equal(await textAfter(1), '');
  });

  it('is left alone once something else is there', async () => {
    await copySecret(clipboard, 'canary-secret');
    await clipboard.writeText('a shopping list');
    assert.equal(await textAfter(60), 'a shopping list');
  });

  for (const [other, text] of Object.entries({ itself: 'canary-secret', 'another secret': 'canary-token' })) {
    it(`makes room for ${other}, which then stays for a minute of its own`, async () => {
      await copySecret(clipboard, 'canary-secret');
      await textAfter(50);
      await copySecret(clipboard, text);
      assert.equal(await textAfter(59), text);
      assert.equal(await textAfter(1), '');
    });
  }

  it('is taken off at once when VS Code ends, and nothing else is', async () => {
    await copySecret(clipboard, 'canary-secret');
    await takeOff();
    assert.equal(clipboard.text, '');
    await copySecret(clipboard, 'canary-secret');
    await clipboard.writeText('a shopping list');
    await takeOff();
    assert.equal(clipboard.text, 'a shopping list');
    await clipboard.writeText('canary-secret');
    await takeOff();
    assert.equal(await textAfter(60), 'canary-secret', 'what somebody else copied');
  });
});
