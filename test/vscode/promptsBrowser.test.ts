import assert from 'node:assert/strict';
import { getEventListeners } from 'node:events';
import * as vscode from 'vscode';
import type { AwaitedReturn } from '../../src/host/signIn/prompts/awaitReturn.ts';
import { nativePrompts } from '../../src/host/signIn/prompts/prompts.ts';
import { FakeDialogs } from './fakeDialogs.ts';
import { type Inputs, watchInputs } from './inputs.ts';

describe('what a login in the browser asks', () => {
  const prompts = nativePrompts(new FakeDialogs());
  let inputs: Inputs;
  beforeEach(() => {
    inputs = watchInputs();
  });
  afterEach(() => inputs.dispose());

  const url = new URL('https://login.example.org/oauth/authorize?state=right');
  const right = 'http://localhost:1234/?code=a-code&state=right';
  const login: AwaitedReturn = {
    region: 'mypurecloud.jp',
    state: 'right',
    returns: 'loopback',
    arrived: undefined,
    minutes: 5,
    open: () => {},
    copyLink: () => {},
  };

  it('is not ended by an address that does not hold its end', async () => {
    const asked = prompts.awaitReturn({ ...login, returns: 'paste' });
    await inputs.enter('the page cannot be shown');
    assert.match(inputs.complaint(), /not the address of a page/);
    await inputs.enter(url.href);
    assert.match(inputs.complaint(), /does not hold the end of a login/);
    await inputs.enter(right.replace('right', 'wrong'));
    assert.match(inputs.complaint(), /the end of another login/);
    await inputs.enter(right);
    assert.deepEqual(await asked, { kind: 'returned', url: new URL(right) });
  });

  it('ends by itself when the browser comes back', async () => {
    const browser = new vscode.EventEmitter<URL>();
    const arrived = new Promise<URL>((resolve) => browser.event(resolve));
    const asked = prompts.awaitReturn({ ...login, arrived });
    assert.equal(inputs.box().busy, true);
    browser.fire(new URL(right));
    assert.deepEqual(await asked, { kind: 'returned', url: new URL(right) });
  });

  it('is given up after so many minutes', async () => {
    assert.deepEqual(await prompts.awaitReturn({ ...login, minutes: 0.001 }), { kind: 'timed-out' });
  });

  it('opens the browser again and gives the link away, and waits on', async () => {
    const done: string[] = [];
    const open = () => void done.push('opened');
    const copyLink = () => void done.push('copied');
    const asked = prompts.awaitReturn({ ...login, open, copyLink });
    assert.equal(inputs.box().busy, true);
    inputs.press('Open the browser again');
    inputs.press('Copy the link of the login page');
    assert.deepEqual(done, ['opened', 'copied']);
    await inputs.enter(right);
    assert.deepEqual(await asked, { kind: 'returned', url: new URL(right) });
  });

  it('leaves neither a timer nor a listener behind, however it ends', async () => {
    const timers = watchTimers(login.minutes * 60_000);
    try {
      const { signal } = new AbortController();
      const byHand = prompts.awaitReturn(login, { signal });
      assert.equal(timers.running(), 1);
      assert.equal(getEventListeners(signal, 'abort').length, 1);
      await inputs.close();
      assert.equal(await byHand, undefined);
      const arrived = Promise.resolve(new URL(right));
      await prompts.awaitReturn({ ...login, arrived }, { signal });
      assert.equal(timers.running(), 0);
      assert.equal(getEventListeners(signal, 'abort').length, 0);
    } finally {
      timers.dispose();
    }
  });

  it('is called off by its signal, before and after it was asked for', async () => {
    const ending = new AbortController();
    const asked = prompts.awaitReturn(login, { signal: ending.signal });
    ending.abort();
    assert.equal(await asked, undefined);
    assert.equal(await prompts.awaitReturn(login, { signal: ending.signal }), undefined);
    assert.equal(await prompts.askRegion({ recent: [] }, { signal: ending.signal }), undefined);
  });
});

/** Counts the timers of this many milliseconds that run. */
function watchTimers(milliseconds: number): { running(): number; dispose(): void } {
  const { setTimeout, clearTimeout } = globalThis;
  const running = new Set<unknown>();
  Reflect.set(globalThis, 'setTimeout', (run: () => void, delay: number) => {
    const timer = setTimeout(run, delay);
    if (delay === milliseconds) running.add(timer);
    return timer;
  });
  Reflect.set(globalThis, 'clearTimeout', (timer: NodeJS.Timeout) => {
    running.delete(timer);
    clearTimeout(timer);
  });
  return {
    running: () => running.size,
    dispose: () => {
      Object.assign(globalThis, { setTimeout, clearTimeout });
    },
  };
}
