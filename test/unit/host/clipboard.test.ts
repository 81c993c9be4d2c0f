import assert from 'node:assert/strict';
import { mock } from 'node:test';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { afterEach, beforeEach, describe, it } from 'mocha';
import {
  copySecret,
  guardClipboard,
  SECRET_ON_CLIPBOARD_SECONDS,
  takeOff,
} from '../../../src/host/secrets/clipboard.ts';
import { noteCopied } from '../../../src/host/secrets/copiedNote.ts';

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

  describe('when VS Code was killed before', () => {
    /** What VS Code keeps. */
    const kept = new Map<string, unknown>();
    const notes = {
      get: <T>(key: string, otherwise?: T) => (kept.get(key) ?? otherwise) as T,
      update: async (key: string, value: unknown) => {
        if (value === undefined) kept.delete(key);
        else kept.set(key, value);
      },
    };

    beforeEach(async () => {
      kept.clear();
      mock.timers.reset();
      mock.timers.enable({ apis: ['setTimeout', 'Date'] });
      await guardClipboard(clipboard, notes);
      await copySecret(clipboard, 'canary-secret');
    });

    // The timers of a test would be cleared among those of the next one.
    afterEach(takeOff);

    /** What stands is what stood right before; the timers end with the process, and the clock goes on. */
    async function killedFor(seconds: number): Promise<void> {
      const [text, noted] = [clipboard.text, [...kept]];
      await takeOff();
      clipboard.text = text;
      for (const [key, value] of noted) kept.set(key, value);
      mock.timers.setTime(Date.now() + seconds * 1000);
    }

    it('notes what the secret cannot be told from', () => {
      assert.equal(kept.size, 1);
      assert.doesNotMatch(JSON.stringify([...kept]), /canary/);
    });

    it('is taken off at the next start, and what is noted of it too', async () => {
      await killedFor(3600);
      await guardClipboard(clipboard, notes);
      assert.deepEqual([clipboard.text, kept.size], ['', 0]);
    });

    it('has its whole time where the next start is soon, because a window may be open that copied it', async () => {
      await killedFor(20);
      await guardClipboard(clipboard, notes);
      assert.equal(await textAfter(39), 'canary-secret');
      assert.equal(await textAfter(1), '');
    });

    for (const text of ['a shopping list', '', 'canary-secret and more', 'canary-token'])
      it(`leaves alone what else is there by then: "${text}"`, async () => {
        await clipboard.writeText(text);
        await killedFor(3600);
        await guardClipboard({ ...clipboard, writeText: async () => assert.fail('it was written') }, notes);
        assert.deepEqual([clipboard.text, kept.size], [text, 0]);
      });

    it('does nothing about a note that is none, or a clipboard that cannot be read', async () => {
      for (const note of ['x', { salt: 1 }, null, { until: 'soon' }]) {
        await notes.update([...kept.keys()][0] ?? '', note);
        await killedFor(3600);
        await guardClipboard(clipboard, notes);
        assert.equal(clipboard.text, 'canary-secret');
      }
      await copySecret(clipboard, 'canary-secret');
      await killedFor(3600);
      await guardClipboard({ ...clipboard, readText: () => Promise.reject(new Error('no display')) }, notes);
      assert.equal(kept.size, 1, 'the next start tries once more');
    });

    it('leaves the note of a secret that another window has copied since, be it this one that ends or a start', async () => {
      const [key = ''] = kept.keys();
      const first = kept.get(key);
      const copiedElsewhere = async () => {
        await noteCopied(notes, 'canary-token', Date.now() + 60_000);
        clipboard.text = 'canary-token';
      };
      await copiedElsewhere();
      await takeOff();
      assert.deepEqual([clipboard.text, kept.size], ['canary-token', 1], 'this window ends');
      kept.set(key, first);
      mock.timers.setTime(Date.now() + 3_600_000);
      const readText = async () => {
        const { text } = clipboard;
        await copiedElsewhere();
        return text;
      };
      await guardClipboard({ ...clipboard, readText }, notes);
      assert.equal(kept.size, 1, 'while a start looks at the clipboard');
    });

    it('leaves no note once it was taken off in time', async () => {
      assert.equal(await textAfter(60), '');
      assert.equal(kept.size, 0);
      await copySecret(clipboard, 'canary-secret');
      await takeOff();
      assert.equal(kept.size, 0);
    });
  });

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
