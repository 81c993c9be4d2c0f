import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'mocha';
import type { Session } from '../../../src/host/signIn/session.ts';
import { SESSIONS_KEY, Sessions } from '../../../src/host/signIn/sessions.ts';
import { fixture } from './storage.ts';

const aSession = (id: string, accessToken = `token of ${id}`): Session => ({
  id,
  accessToken,
  account: { id: `account of ${id}`, label: id },
  scopes: [],
  orgName: id,
  region: 'mypurecloud.jp',
  source: { kind: 'access-token' },
});

describe('The sessions of several windows', () => {
  /** The keyring that they share. */
  let kept: Map<string, string>;
  let ended: string[];
  let listeners: ((event: { key: string }) => void)[];
  /** Is awaited before each write. */
  let beforeStore: (key: string) => Promise<void>;

  beforeEach(() => {
    kept = new Map();
    ended = [];
    listeners = [];
    beforeStore = async () => undefined;
  });

  function aWindow(): Sessions {
    const nothing = { dispose: () => undefined };
    const tell = (key: string) => {
      for (const each of listeners) each({ key });
    };
    const storage = {
      get: async (key: string) => kept.get(key),
      store: async (key: string, value: string) => {
        await beforeStore(key);
        kept.set(key, value);
        tell(key);
      },
      delete: async (key: string) => {
        if (kept.delete(key)) tell(key);
      },
      onDidChange: (listener: (event: { key: string }) => void) => {
        listeners.push(listener);
        return nothing;
      },
    };
    const endedIds = {
      ids: async () => ended,
      add: async (ids: readonly string[]) => void ended.push(...ids),
      onDidChange: () => nothing,
    };
    const changes = { event: () => nothing, fire: () => undefined, dispose: () => undefined };
    return new Sessions(storage, endedIds, changes);
  }

  const idsIn = async (window: Sessions) => (await window.all()).map(({ id }) => id).sort();

  /** Lets this many writes of a key begin before any of them is done. */
  function meetAt(isMeant: (key: string) => boolean, count: number): void {
    const waiting: (() => void)[] = [];
    beforeStore = async (key) => {
      if (!isMeant(key) || waiting.length === count) return;
      await new Promise<void>((resolve) => {
        waiting.push(resolve);
        if (waiting.length === count) for (const each of waiting) each();
      });
    };
  }

  it('are all there when ten windows sign in at once', async () => {
    const windows = Array.from({ length: 10 }, aWindow);
    for (const each of windows) await each.all();
    meetAt((key) => key === SESSIONS_KEY, 10);
    const ids = windows.map((_, index) => `session-${index}`);
    await Promise.all(windows.map(async (window, index) => await window.add(aSession(ids[index] ?? ''))));
    for (const each of windows) await each.lookAgain();
    for (const each of [...windows, aWindow()]) assert.deepEqual(await idsIn(each), ids);
  });

  it('keep a renewed token, although another window signs in to another org at the same moment', async () => {
    const [first, second] = [aWindow(), aWindow()];
    await first.add(aSession('a'));
    await second.all();
    meetAt(() => true, 2);
    await Promise.all([first.replace(aSession('a', 'renewed')), second.add(aSession('b'))]);
    const now = await aWindow().all();
    assert.deepEqual(now.map(({ id, accessToken }) => [id, accessToken]).sort(), [
      ['a', 'renewed'],
      ['b', 'token of b'],
    ]);
  });

  it('end in all of them when somebody signs out in the middle of a renewal', async () => {
    const [first, second] = [aWindow(), aWindow()];
    await first.add(aSession('a'));
    await second.all();
    await Promise.all([first.replace(aSession('a', 'renewed')), second.remove('a')]);
    for (const each of [first, second, aWindow()]) assert.deepEqual(await idsIn(each), []);
  });

  it('of ten clicks on one account are one, the last', async () => {
    const window = aWindow();
    const clicks = Array.from({ length: 10 }, (_, index) => ({
      ...aSession(`click-${index}`),
      account: { id: 'one account', label: 'one' },
    }));
    await Promise.all(clicks.map(async (each) => await window.add(each)));
    assert.deepEqual(await idsIn(window), ['click-9']);
    const tokens = [...kept.values()].filter((value) => value.includes('token of'));
    assert.equal(tokens.length, 1, 'nothing is left of the others in the keyring');
  });

  it('from before, when all stood in one list, are all there after the first change', async () => {
    const before = fixture('signedIn').secrets[SESSIONS_KEY];
    assert.ok(Array.isArray(before));
    kept.set(SESSIONS_KEY, JSON.stringify(before));
    const ids = before.map(({ id }) => String(id));
    const window = aWindow();
    assert.deepEqual(await idsIn(window), [...ids].sort());
    await window.add(aSession('new'));
    assert.deepEqual(await idsIn(aWindow()), [...ids, 'new'].sort());
    assert.equal(kept.get(SESSIONS_KEY), JSON.stringify([...ids, 'new']), 'the list holds no token any more');
  });
});
