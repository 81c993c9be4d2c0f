import assert from 'node:assert/strict';
import { getEventListeners } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import * as vscode from 'vscode';
import type { Way } from '../../src/core/signIn/ways.ts';
import type { AwaitedReturn } from '../../src/host/signIn/prompts/awaitReturn.ts';
import { nativePrompts } from '../../src/host/signIn/prompts/prompts.ts';

const CLIENT_ID = '8b6f2c1e-0000-4000-8000-4d0a7e95b3f2';
const SECRET = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQ';
const region = 'mypurecloud.jp';

describe('what a sign-in asks', () => {
  const prompts = nativePrompts();
  let inputs: Inputs;
  beforeEach(() => {
    inputs = watchInputs();
  });
  afterEach(() => inputs.dispose());

  describe('the Client ID', () => {
    const question = { region, grant: 'CODE', canPrepare: true } as const;

    it('is not taken for what it is not, and each mistake is told in its own words', async () => {
      const asked = prompts.askClientId(question);
      await inputs.enter('');
      assert.match(inputs.complaint(), /Nothing is entered yet/);
      await inputs.enter(CLIENT_ID.slice(0, 20));
      assert.match(inputs.complaint(), /36 characters, and this has 20/);
      await inputs.enter(SECRET);
      assert.match(inputs.complaint(), /looks like a secret/);
      await inputs.enter('my client');
      assert.match(inputs.complaint(), /This is no Client ID/);
      await inputs.enter(` ${CLIENT_ID}\t`);
      assert.deepEqual(await asked, { kind: 'client-id', clientId: CLIENT_ID });
    });

    it('is not complained about while it is typed, unless it cannot become one', async () => {
      const asked = prompts.askClientId(question);
      await inputs.type('8b6f2c');
      assert.equal(inputs.complaint(), '');
      await inputs.type('my client');
      assert.match(inputs.complaint(), /This is no Client ID/);
      await inputs.type('8b6f2c1e-');
      assert.equal(inputs.complaint(), '');
      await inputs.close();
      assert.equal(await asked, undefined);
    });

    it('need not exist where one can be prepared', async () => {
      const asked = prompts.askClientId(question);
      inputs.press('I have no client for this yet');
      assert.deepEqual(await asked, { kind: 'prepare' });
    });

    it('has to exist where none can be prepared', async () => {
      const asked = prompts.askClientId({ region, grant: 'CLIENT-CREDENTIALS', canPrepare: false });
      assert.deepEqual(inputs.box().buttons, []);
      assert.match(inputs.box().prompt ?? '', /Client Credentials.*Tokyo/);
      await inputs.close();
      await asked;
    });
  });

  describe('a secret', () => {
    it('is shown as dots, outlives a switch of windows, and leaves the box at once', async () => {
      const asked = prompts.askClientSecret({ region, clientId: CLIENT_ID });
      const box = inputs.box();
      assert.equal(box.password, true);
      assert.equal(box.ignoreFocusOut, true);
      await inputs.enter(SECRET);
      assert.equal(await asked, SECRET);
      assert.equal(box.value, '');
    });

    it('is not a Client ID, nor anything with other characters', async () => {
      const asked = prompts.askClientSecret({ region, clientId: CLIENT_ID });
      await inputs.type(CLIENT_ID);
      assert.match(inputs.complaint(), /looks like a Client ID/);
      await inputs.type('秘密');
      assert.match(inputs.complaint(), /characters that no secret has/);
      assert.doesNotMatch(inputs.complaint(), /秘密/);
      await inputs.close();
      assert.equal(await asked, undefined);
    });

    it('may be a token, with the word Bearer before it', async () => {
      const asked = prompts.askAccessToken({ region });
      const box = inputs.box();
      assert.equal(box.password, true);
      await inputs.enter('short');
      assert.match(inputs.complaint(), /no access token/);
      await inputs.enter(CLIENT_ID);
      assert.match(inputs.complaint(), /looks like a Client ID/);
      await inputs.enter(`Bearer ${SECRET}`);
      assert.equal(await asked, SECRET);
      assert.equal(box.value, '');
    });
  });

  describe('the region', () => {
    const domains = () => inputs.list().items.flatMap((row) => ('domain' in row ? [row.domain] : []));

    it('is one of all 18, those used before first, and once each', async () => {
      const asked = prompts.askRegion({ recent: ['mypurecloud.de', 'genesys.example.org'] });
      assert.deepEqual(domains().slice(0, 2), ['mypurecloud.de', 'genesys.example.org']);
      assert.equal(domains().length, 19);
      assert.equal(new Set(domains()).size, 19);
      await inputs.close();
      assert.equal(await asked, undefined);
    });

    for (const typed of [
      'ap_northeast_1',
      'https://apps.mypurecloud.jp/directory/#/admin',
      'tokyo',
      'apne1',
    ]) {
      it(`is found by ${typed}`, async () => {
        const asked = prompts.askRegion({ recent: [] });
        await inputs.search(typed);
        assert.equal(await asked, 'mypurecloud.jp');
      });
    }

    it('is the one that is written out, not one that begins like it', async () => {
      const asked = prompts.askRegion({ recent: ['mypurecloud.com.au'] });
      await inputs.search('mypurecloud.com');
      assert.equal(await asked, 'mypurecloud.com');
    });

    it('may be a domain of a company of its own', async () => {
      const asked = prompts.askRegion({ recent: [] });
      await inputs.search('genesys.example.org');
      assert.equal(await asked, 'genesys.example.org');
    });

    it('is not what no region is called', async () => {
      const asked = prompts.askRegion({ recent: [] });
      await inputs.search('no such place');
      await inputs.close();
      assert.equal(await asked, undefined);
    });
  });

  it('ways are told with what they need, and Enter takes the first', async () => {
    const ways: Way[] = [{ kind: 'access-token' }, { kind: 'practice-org' }];
    const asked = prompts.askWay(ways);
    assert.ok(inputs.list().items.every(({ label, detail }) => label && detail));
    await inputs.accept();
    assert.deepEqual(await asked, { kind: 'access-token' });
  });

  describe('a login in the browser', () => {
    const url = new URL('https://login.example.org/oauth/authorize?state=right');
    const right = 'http://localhost:1234/?code=a-code&state=right';
    const login: AwaitedReturn = {
      region,
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
      const arrived = sleep(20, new URL(right));
      assert.deepEqual(await prompts.awaitReturn({ ...login, arrived }), {
        kind: 'returned',
        url: new URL(right),
      });
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
      assert.equal((await asked)?.kind, 'returned');
    });

    it('leaves neither a timer nor a listener behind, however it ends', async () => {
      const timers = watchTimers(login.minutes * 60_000);
      try {
        const { signal } = new AbortController();
        const byHand = prompts.awaitReturn(login, signal);
        assert.equal(timers.running(), 1);
        assert.equal(getEventListeners(signal, 'abort').length, 1);
        await inputs.close();
        assert.equal(await byHand, undefined);
        const arrived = Promise.resolve(new URL(right));
        await prompts.awaitReturn({ ...login, arrived }, signal);
        assert.equal(timers.running(), 0);
        assert.equal(getEventListeners(signal, 'abort').length, 0);
      } finally {
        timers.dispose();
      }
    });

    it('is called off by its signal, before and after it was asked for', async () => {
      const ending = new AbortController();
      const asked = prompts.awaitReturn(login, ending.signal);
      ending.abort();
      assert.equal(await asked, undefined);
      assert.equal(await prompts.awaitReturn(login, ending.signal), undefined);
      assert.equal(await prompts.askRegion({ recent: [] }, ending.signal), undefined);
    });
  });
});

/** The inputs that VS Code shows, and the hands of the person before them. */
type Inputs = {
  box(): vscode.InputBox;
  list(): vscode.QuickPick<vscode.QuickPickItem>;
  /** What stands below the box. */
  complaint(): string;
  type(text: string): Promise<void>;
  /** Presses Enter. */
  accept(): Promise<void>;
  enter(text: string): Promise<void>;
  /** Types into the list, waits for what it makes of it, and presses Enter. */
  search(text: string): Promise<void>;
  press(tooltip: string): void;
  /** Presses Escape. */
  close(): Promise<void>;
  dispose(): void;
};

/**
 * Holds on to each input that is made, because no command types into one or presses its buttons. A list tells of a
 * value that it is given, as when it is typed; a box does not.
 */
function watchInputs(): Inputs {
  const { createInputBox, createQuickPick } = vscode.window;
  let box: vscode.InputBox | undefined;
  let list: vscode.QuickPick<vscode.QuickPickItem> | undefined;
  const typed = new vscode.EventEmitter<string>();
  const pressed = new vscode.EventEmitter<vscode.QuickInputButton>();
  Reflect.set(vscode.window, 'createInputBox', () => {
    box = createInputBox();
    Object.defineProperty(box, 'onDidTriggerButton', { value: pressed.event });
    Object.defineProperty(box, 'onDidChangeValue', { value: typed.event });
    return box;
  });
  Reflect.set(vscode.window, 'createQuickPick', () => {
    list = createQuickPick();
    return list;
  });
  const shownBox = () => {
    assert.ok(box);
    return box;
  };
  const shownList = () => {
    assert.ok(list);
    return list;
  };
  const accept = async () => {
    await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    await sleep(50);
  };
  const type = async (text: string) => {
    shownBox().value = text;
    typed.fire(text);
    await sleep(20);
  };
  return {
    box: shownBox,
    list: shownList,
    complaint: () => {
      const { validationMessage } = shownBox();
      return typeof validationMessage === 'string' ? validationMessage : '';
    },
    type,
    accept,
    enter: async (text) => {
      await type(text);
      await accept();
    },
    search: async (text) => {
      shownList().value = text;
      await sleep(100);
      await accept();
    },
    press: (tooltip) => {
      const button = shownBox().buttons.find((each) => each.tooltip === tooltip);
      assert.ok(button, tooltip);
      pressed.fire(button);
    },
    close: async () => {
      await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
    },
    dispose: () => {
      Reflect.set(vscode.window, 'createInputBox', createInputBox);
      Reflect.set(vscode.window, 'createQuickPick', createQuickPick);
      pressed.dispose();
      typed.dispose();
    },
  };
}

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
