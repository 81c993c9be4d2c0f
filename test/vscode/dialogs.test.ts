import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { createLog } from '../../src/host/log.ts';
import { AccountStatus, showAccounts } from '../../src/host/signIn/accountStatus.ts';
import { signOut } from '../../src/host/signIn/commands.ts';
import { separator } from '../../src/host/ui/askOneOf.ts';
import { askText, nothingEntered } from '../../src/host/ui/askText.ts';
import { type Dialogs, nativeDialogs } from '../../src/host/ui/dialogs.ts';
import { lensOf } from '../../src/host/ui/labels.ts';
import { firstOf } from '../../src/host/ui/questions.ts';
import { type Inputs, watchInputs } from './inputs.ts';
import { intercepted } from './interception.ts';
import { useMessages } from './messages.ts';
import type { Rehearsal } from './rehearsal.ts';
import { until } from './until.ts';
import { useWindows } from './windows.ts';

/** A name that an org may have. */
const NAME = '$(trash) [x](command:workbench.action.quit) $(sync~spin)';
/** The same where VS Code makes icons of names. */
const IN_A_ROW = '\\$(trash) [x](command:workbench.action.quit) \\$(sync~spin)';

const LINK = /\[[^\]]+\]\((?:https?:\/\/|command:|file:)/i;
const ICON = /(?<!\\)\$\([A-Za-z0-9-]+(?:~[A-Za-z]+)?\)/;

/** What a name must not become: below a box, and where something is under way, neither of both. */
function assertPlain(text: string, ...banned: RegExp[]): void {
  assert.ok(text.includes('trash'), text);
  for (const each of banned) assert.doesNotMatch(text, each);
}

describe('A name with the signs of an icon and of a link', () => {
  let inputs: Inputs;
  let dialogs: Dialogs;
  /** Texts of messages, of what is under way, and of modal messages. */
  let messages: string[];
  let underWay: string[];
  let modal: string[];
  const { showInformationMessage, showWarningMessage, showErrorMessage, withProgress } = vscode.window;

  beforeEach(() => {
    [messages, underWay, modal] = [[], [], []];
    inputs = watchInputs();
    dialogs = nativeDialogs(createLog());
    const show = async (message: string, ...rest: unknown[]) => {
      const isModal = rest.some((each) => typeof each === 'object' && each !== null && 'modal' in each);
      (isModal ? modal : messages).push(message);
    };
    for (const name of ['showInformationMessage', 'showWarningMessage', 'showErrorMessage'])
      Reflect.set(vscode.window, name, show);
    Reflect.set(vscode.window, 'withProgress', async (options: vscode.ProgressOptions, work: typeof run) => {
      underWay.push(options.title ?? '');
      return await work(
        { report: ({ message }) => void underWay.push(message) },
        new vscode.CancellationTokenSource().token,
      );
    });
    const run = async (
      _shown: { report(step: { message: string }): void },
      _token: vscode.CancellationToken,
    ): Promise<unknown> => undefined;
  });

  afterEach(() => {
    inputs.dispose();
    Object.assign(vscode.window, {
      ...{ showInformationMessage, showWarningMessage, showErrorMessage, withProgress },
    });
  });

  const question = { title: NAME, placeholder: NAME };
  const rows = [separator(NAME), { label: NAME, description: NAME, detail: NAME, value: 'a', picked: true }];
  const failure = { what: NAME, why: NAME, next: NAME, details: [NAME] };

  /** Each way to ask and to tell, with the name wherever a text goes. */
  const ways: Record<keyof Dialogs, () => unknown> = {
    progress: async () => await dialogs.progress(NAME, async (_signal, report) => report(NAME)),
    wait: async () => await dialogs.wait(NAME, async () => {}),
    confirm: async () => await dialogs.confirm(NAME, [NAME], 'Go on'),
    choose: async () => await dialogs.choose(question, rows),
    chooseStep: async () => await dialogs.chooseStep({ ...question, step: firstOf(2, 1) }, rows),
    chooseSome: async () => await dialogs.chooseSome(question, rows),
    enter: async () =>
      await dialogs.enter({ title: NAME, prompt: NAME, placeholder: NAME, read: nothingEntered }),
    tell: () => dialogs.tell(NAME),
    warn: () => dialogs.warn(NAME),
    offer: async () => await dialogs.offer(NAME, 'Undo'),
    answer: async () => await dialogs.answer('error', NAME, [{ title: 'Again', value: 1 }]),
    fail: () => dialogs.fail(failure),
    failUnforeseen: async () => await dialogs.failUnforeseen(new Error(NAME)),
  };

  for (const [way, show] of Object.entries(ways)) {
    it(`is text in Dialogs.${way}`, async () => {
      const isList = way.startsWith('choose');
      const shown = show();
      if (isList) {
        await inputs.untilAsked(/trash/);
        // Two that do not fit beside each other stand below.
        for (const { label, description = IN_A_ROW, detail = IN_A_ROW } of inputs.list().items)
          for (const each of [label, description, ...detail.split(' · ')]) assert.equal(each, IN_A_ROW);
        await inputs.close();
      }
      if (way === 'enter') {
        await inputs.untilAsked(/trash/);
        assertPlain(inputs.box().prompt ?? '', LINK, ICON);
        await inputs.close();
      }
      await shown;
      for (const text of messages) assertPlain(text, LINK);
      for (const text of underWay) assertPlain(text, LINK, ICON);
      assert.deepEqual(modal, way === 'confirm' ? [NAME] : []);
      const isUnderWay = way === 'progress' || way === 'wait';
      assert.equal(messages.length, isList || isUnderWay || way === 'enter' || way === 'confirm' ? 0 : 1);
      assert.equal(underWay.length, { progress: 2, wait: 1 }[way] ?? 0);
    });
  }

  it('is text below a box, in what it asks and in what is wrong', async () => {
    const asked = askText({
      ...{ title: NAME, prompt: NAME, placeholder: NAME },
      read: () => ({ kind: 'wrong', finding: NAME }),
    });
    assertPlain(inputs.box().prompt ?? '', LINK, ICON);
    await inputs.enter('x');
    assertPlain(inputs.complaint(), LINK, ICON);
    await inputs.close();
    assert.equal(await asked, undefined);
  });

  it('is text in a lens', () => {
    const lens = lensOf(new vscode.Range(0, 0, 0, 0), { title: NAME, command: 'x' });
    assert.equal(lens.command?.title, IN_A_ROW);
  });
});

describe('An org with such a name', () => {
  const windows = useWindows();
  const messages = useMessages();
  let window: Rehearsal;
  let inputs: Inputs;

  /** Signs in to the practice org as if it were another one, of this name. */
  async function signInTo(id: string): Promise<void> {
    await intercepted(
      async (request, send) => {
        const answer = await send();
        if (!request.url.includes('/organizations/me')) return answer;
        return Response.json({ ...(await answer.json()), id, name: NAME });
      },
      async () => await window.connectAs('administrator'),
    );
  }

  beforeEach(async () => {
    window = await windows.open();
    inputs = watchInputs();
    await signInTo('org-a');
  });

  afterEach(() => inputs.dispose());

  it('is text in the status bar, beside the icon of ours', async () => {
    const { createStatusBarItem } = vscode.window;
    let item: vscode.StatusBarItem | undefined;
    Reflect.set(vscode.window, 'createStatusBarItem', (...args: Parameters<typeof createStatusBarItem>) => {
      item = createStatusBarItem(...args);
      return item;
    });
    const status = new AccountStatus(window.services);
    try {
      await until(() => item?.text === `$(account) ${IN_A_ROW}`);
      assert.equal(typeof item?.tooltip, 'string', 'VS Code makes nothing of a text that is no Markdown');
    } finally {
      status.dispose();
      Reflect.set(vscode.window, 'createStatusBarItem', createStatusBarItem);
    }
  });

  it('is text in Accounts, from where one goes on to sign out, and back', async () => {
    const shown = showAccounts(window.services, async () => {});
    await inputs.untilAsked(/Accounts/);
    const [account] = inputs.list().items;
    assert.match(account?.label ?? '', /Practice Administrator · \\\$\(trash\)/);
    assert.equal(inputs.list().step, undefined);
    await inputs.choose(account?.label ?? '');
    await inputs.untilAsked(/Practice Administrator/);
    assert.deepEqual([inputs.list().step, inputs.list().totalSteps], [2, 2]);
    await inputs.back();
    await inputs.untilAsked(/Accounts/);
    await inputs.choose(account?.label ?? '');
    await inputs.untilAsked(/Practice Administrator/);
    await inputs.choose('Sign out');
    await shown;
    assert.deepEqual(await window.accounts(), []);
    assert.match(messages.told.join(), /is signed out/);
    assertPlain(messages.told.join(), LINK);

    const empty = showAccounts(window.services, async () => {});
    await inputs.untilAsked(/Accounts/);
    assert.deepEqual(
      inputs.list().items.map(({ label }) => label),
      ['Sign In'],
    );
    await inputs.close();
    await empty;
  });

  it('is text in Sign Out, in the list and in what is said then', async () => {
    await signInTo('org-b');
    const done = signOut(window.services);
    await inputs.untilAsked(/Sign Out/);
    for (const { label } of inputs.list().items) assertPlain(label, ICON);
    assert.equal(inputs.list().items.length, 2);
    await inputs.accept();
    await done;
    assert.equal((await window.accounts()).length, 1);
    assert.match(messages.told.join(), /is signed out/);
    assertPlain(messages.told.join(), LINK);
  });
});

describe('A failure that Genesys may say more about', () => {
  const { showErrorMessage } = vscode.window;
  const { openExternal } = vscode.env;

  afterEach(() => {
    Object.assign(vscode.window, { showErrorMessage });
    Object.defineProperty(vscode.env, 'openExternal', { value: openExternal, configurable: true });
  });

  it('leads to the page with the state of its services, and no other does', async () => {
    const opened: string[] = [];
    const buttons: string[][] = [];
    Reflect.set(vscode.window, 'showErrorMessage', async (_: string, ...titles: string[]) => {
      buttons.push(titles);
      return titles[0];
    });
    Object.defineProperty(vscode.env, 'openExternal', {
      value: async (uri: vscode.Uri) => opened.push(uri.toString(true)) > 0,
      configurable: true,
    });
    const failure = { what: 'Nothing was read.', why: 'It is away.', next: 'Try again later.', details: [] };
    const dialogs = nativeDialogs(createLog());
    dialogs.fail({ ...failure, hasStatusPage: true });
    dialogs.fail(failure);
    await until(() => opened.length > 0);
    assert.deepEqual(buttons, [['Open the Genesys status page', 'Details'], ['Details']]);
    assert.deepEqual(opened, ['https://status.mypurecloud.com/']);
  });
});
