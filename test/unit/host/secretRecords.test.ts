import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'mocha';
import { SecretRecords } from '../../../src/host/secrets/secretRecords.ts';

const LIST = 'kind';

describe('Records in the keyring that several windows change', () => {
  /** What all windows share. */
  let kept: Map<string, string>;
  /** Is awaited before each change of the keyring. */
  let beforeStore: (key: string) => Promise<void>;

  beforeEach(() => {
    kept = new Map();
    beforeStore = async () => undefined;
  });

  function aWindow(): SecretRecords {
    return new SecretRecords(
      {
        get: async (key) => kept.get(key),
        store: async (key, value) => {
          await beforeStore(key);
          kept.set(key, value);
        },
        delete: async (key) => void kept.delete(key),
      },
      LIST,
    );
  }

  const put = async (records: SecretRecords, id: string, text: string) =>
    await records.change(new Map([[id, text]]), []);
  const read = async (records: SecretRecords) => [...(await records.all()).byId];

  /** Both windows read the list before either writes it. */
  function meetAtTheList(): void {
    let waiting: (() => void)[] = [];
    beforeStore = async (key) => {
      if (key !== LIST) return;
      await new Promise<void>((resolve) => {
        waiting.push(resolve);
        if (waiting.length < 2) return;
        for (const each of waiting) each();
        waiting = [];
        beforeStore = async () => undefined;
      });
    };
  }

  it('are all there after two windows added one at once, and the list is mended by either', async () => {
    const [first, second] = [aWindow(), aWindow()];
    meetAtTheList();
    await Promise.all([put(first, 'a', 'of the first'), put(second, 'b', 'of the second')]);
    assert.equal(JSON.parse(kept.get(LIST) ?? '').length, 1, 'one has written over the list of the other');
    await Promise.all([first.mend(), second.mend()]);
    for (const window of [first, second, aWindow()])
      assert.deepEqual(
        new Map(await read(window)),
        new Map([
          ['a', 'of the first'],
          ['b', 'of the second'],
        ]),
      );
  });

  it('lose nothing that another window wrote of one while this one changes another', async () => {
    const [first, second] = [aWindow(), aWindow()];
    await put(first, 'a', 'old');
    await put(first, 'b', 'b');
    await first.all();
    await put(second, 'a', 'renewed');
    await put(first, 'b', 'also renewed');
    assert.deepEqual(await read(aWindow()), [
      ['a', 'renewed'],
      ['b', 'also renewed'],
    ]);
  });

  it('stay removed, although another window still knows of them', async () => {
    const [first, second] = [aWindow(), aWindow()];
    await put(first, 'a', 'a');
    await second.all();
    await first.change(new Map(), ['a']);
    await second.mend();
    assert.deepEqual(await read(second), []);
    assert.deepEqual([...kept], [[LIST, '[]']]);
  });

  it('come in the order in which they were added, whatever becomes of each', async () => {
    const window = aWindow();
    for (const id of ['a', 'b', 'c']) await put(window, id, id);
    await put(window, 'a', 'renewed');
    assert.deepEqual(
      (await read(window)).map(([id]) => id),
      ['a', 'b', 'c'],
    );
  });

  it('leave what else is in the list as it is', async () => {
    const other = { of: 'another version' };
    kept.set(LIST, JSON.stringify([other]));
    const window = aWindow();
    await put(window, 'a', 'a');
    await window.change(new Map(), ['a']);
    assert.deepEqual((await window.all()).others, [other]);
  });

  it('are never there without being listed: nobody could forget them', async () => {
    beforeStore = async (key) => {
      if (key === LIST) throw new Error('locked');
    };
    await assert.rejects(put(aWindow(), 'a', 'a'), /locked/);
    assert.deepEqual([...kept], []);
  });
});
