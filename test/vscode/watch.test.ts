import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { afterEach, beforeEach, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { ClientChanges } from '../../src/host/clients/clientChanges.ts';
import { removeClient } from '../../src/host/clients/removeClient.ts';
import { scimDiagnostics } from '../../src/host/scim/diagnostics.ts';
import { scimHover } from '../../src/host/scim/hover.ts';
import { watchFromStart } from '../../src/host/watch/atStart.ts';
import { EndingStatus } from '../../src/host/watch/endingStatus.ts';
import { OrgTime } from '../../src/host/watch/orgTime.ts';
import { saveCalendar } from '../../src/host/watch/saveCalendar.ts';
import { showEndings } from '../../src/host/watch/showEndings.ts';
import { HandClock } from '../host/handClock.ts';
import { makeTemporaryFolder, type TemporaryFolder } from '../host/temporaryFolder.ts';
import { ClientsDesk, useClientsDesk } from './clientsDesk.ts';
import { codesAt } from './frameworkDesk.ts';
import { hoverAt } from './hoverAt.ts';
import { type Inputs, watchInputs } from './inputs.ts';
import { useScimFile } from './scimFile.ts';
import { until } from './until.ts';

const DAY = 86_400_000;
const LIST = 'GET /api/v2/oauth/clients';
const LIFE = 38_880_000;

describe('What ends by itself, in a window', () => {
  const desks = useClientsDesk();
  const file = useScimFile();
  let desk: ClientsDesk;
  let folder: TemporaryFolder;
  let begun: vscode.Disposable[];
  let item: vscode.StatusBarItem | undefined;
  let isShown: boolean;

  beforeEach(async () => {
    desk = desks();
    folder = await makeTemporaryFolder('calendar');
    begun = [];
    item = undefined;
    isShown = false;
  });

  afterEach(async () => {
    for (const each of begun) each.dispose();
    await folder.remove();
  });

  /** As when the extension begins to watch, after its moment of quiet. */
  function begin(with_ = desk, time = with_.window.services.time): void {
    const { createStatusBarItem } = vscode.window;
    Reflect.set(vscode.window, 'createStatusBarItem', (...args: Parameters<typeof createStatusBarItem>) => {
      item = createStatusBarItem(...args);
      const { show, hide } = item;
      Object.defineProperty(item, 'show', { value: () => note(true, show.bind(item)) });
      Object.defineProperty(item, 'hide', { value: () => note(false, hide.bind(item)) });
      return item;
    });
    const { watch } = with_.commands;
    begun.push(new EndingStatus(watch, time));
    Reflect.set(vscode.window, 'createStatusBarItem', createStatusBarItem);
    begun.push(watch.begin(0));
  }

  function note(shown: boolean, tell: () => void): void {
    isShown = shown;
    tell();
  }

  const status = () => (isShown ? (item?.text ?? '') : '');
  const untilStatus = async (text: string) =>
    await until(() => status() === text).catch(() => assert.equal(status(), text));

  const connection = (more: Record<string, unknown>) => ({
    ...{ provider: 'okta', region: desk.window.org.region, practice: true, tokenDurationSeconds: LIFE },
    ...{ clientId: '5f0c3c1e-8a44-4d5c-9b0e-2f6f0a7d9e31', ...more },
  });
  const endsIn = (days: number) => new Date(Date.now() + days * DAY).toISOString();
  const textOf = (...connections: object[]) => JSON.stringify({ connections }, undefined, 2);

  /** The calendar file as it is saved. */
  async function savedCalendar(): Promise<string> {
    const path = join(folder.path, 'tokens.ics');
    const { showSaveDialog } = vscode.window;
    Reflect.set(vscode.window, 'showSaveDialog', async () => vscode.Uri.file(path));
    try {
      assert.ok(await saveCalendar(desk.commands.watch, desk.dialogs));
    } finally {
      Reflect.set(vscode.window, 'showSaveDialog', showSaveDialog);
    }
    return await readFile(path, 'utf8');
  }

  it('S6: says the same of a token 449, 450 and 451 days on, wherever it says it', async () => {
    const { window, rows } = desk;
    const clientId = await desk.make({ name: 'Identity' });
    await window.connectAs('administrator');
    await until(() => desk.known('Identity') !== undefined);
    begun.push(scimDiagnostics(window.services));
    await file.write(textOf(connection({ clientId, tokenEndsAt: endsIn(450) })));
    await file.show();
    begin();
    const said: unknown[] = [];
    for (const days of [449, 450, 451]) {
      await window.turn({ clockOffsetSeconds: days * 86_400 });
      // The org may refuse the token, which is that old by its clock; what time it is there, it says in any case.
      await window.services.orgClients.refresh();
      const row = async () => (await desk.shown()).find((line) => line.includes('Identity')) ?? '';
      const words = days === 449 ? 'ends tomorrow' : days === 450 ? 'ended today' : 'ended yesterday';
      await untilStatus(`$(watch) SCIM token of Okta (practice org) ${words}`);
      const code = days === 449 ? 'token-expiring' : 'token-expired';
      await until(() => codesAt(file.uri()).includes(code));
      const badge = await rows.badge();
      const calendar = await savedCalendar();
      said.push([
        (await row()).trim(),
        badge?.tooltip.split('\n'),
        /^SUMMARY:(.*)\r$/m.exec(calendar)?.[1],
        calendar.match(/BEGIN:VALARM/g)?.length ?? 0,
      ]);
      assert.match(String(item?.tooltip), /What ends in the practice org is counted by its clock\.$/);
    }
    const token = 'SCIM token of Okta (practice org)';
    assert.deepEqual(said, [
      [
        'Identity · token ends tomorrow',
        ['1 client needs attention', `${token} ends tomorrow`],
        `${token} ends`,
        2,
      ],
      [
        'Identity · token ended today',
        ['1 client needs attention', `${token} ended today`],
        `${token} has ended`,
        0,
      ],
      [
        'Identity · token ended yesterday',
        ['1 client needs attention', `${token} ended yesterday`],
        `${token} has ended`,
        0,
      ],
    ]);
  });

  it('is told to somebody who is not signed in, without a request and without a question', async () => {
    await file.write(textOf(connection({ tokenEndsAt: '2020-01-01T00:00:00Z' })));
    begin();
    await until(() => status().startsWith('$(watch) SCIM token of Okta (practice org) ended '));
    assert.deepEqual(await desk.window.requests(), []);
    assert.equal(desk.asksToSignIn, false);
    assert.deepEqual(desk.dialogs.said, []);
    const badge = await desk.rows.badge();
    assert.equal(badge?.value, 1, 'of a token whose client nobody has read, the badge tells as well');
    assert.match(badge?.tooltip ?? '', /^SCIM token of Okta \(practice org\) ended /);
  });

  it('shows no item where nothing ends soon, and says of a token whose end is unknown only when asked', async () => {
    await file.write(textOf(connection({ tokenEndsAt: endsIn(200) }), connection({ provider: 'entra' })));
    let asked = false;
    const noteAsked = () => {
      asked = true;
    };
    begun.push(desk.commands.watch.onDidAsk(noteAsked));
    begin();
    await until(() => asked);
    const { endings } = await desk.commands.watch.outlook();
    assert.deepEqual(
      endings.map(({ standing }) => standing),
      ['alive', 'unknown'],
    );
    assert.equal(status(), '');
    assert.equal(await desk.rows.badge(), undefined);
  });

  it('reads the clients of those orgs alone for whom somebody is signed in and whose region a file names', async () => {
    await desk.window.connectAs('administrator');
    const before = await desk.window.received(LIST);
    await file.write(textOf(connection({ tokenEndsAt: endsIn(3) })));
    begin();
    await untilStatus('$(watch) SCIM token of Okta (practice org) ends in 3 days');
    assert.equal(await desk.window.received(LIST), before, 'what was read a moment ago is fresh enough');
  });

  it('follows what an editor shows, also where that is thrown away, and the file on the disk', async () => {
    await file.write(textOf(connection({ tokenEndsAt: endsIn(3) })));
    begin();
    await untilStatus('$(watch) SCIM token of Okta (practice org) ends in 3 days');
    const editor = await file.show();
    const whole = new vscode.Range(0, 0, editor.document.lineCount, 0);
    await editor.edit((edit) => edit.replace(whole, textOf(connection({ tokenEndsAt: endsIn(300) }))));
    await until(() => status() === '');
    await vscode.commands.executeCommand('workbench.action.files.revert');
    await untilStatus('$(watch) SCIM token of Okta (practice org) ends in 3 days');
    await file.write(textOf(connection({ tokenEndsAt: endsIn(5) })));
    await untilStatus('$(watch) SCIM token of Okta (practice org) ends in 5 days');
    await file.write('{ "connections": [');
    await until(() => status() === '');
    const { unlooked } = await desk.commands.watch.outlook();
    assert.ok(unlooked.some((each) => each.kind === 'broken-file' && each.path === 'genesys-scim.json'));
  });

  it('turns by itself when the moment comes, and nothing else happens', async () => {
    await file.write(textOf(connection({ tokenEndsAt: new Date(Date.now() + 2500).toISOString() })));
    begin();
    await until(() => status().startsWith('$(watch) SCIM token of Okta (practice org) ends '));
    await until(() => status().startsWith('$(watch) SCIM token of Okta (practice org) ended '));
  });

  it('is counted anew when another day begins while VS Code stays open, wherever it is said', async () => {
    const { window } = desk;
    const clientId = await desk.make({ name: 'Identity' });
    await window.connectAs('administrator');
    const clock = new HandClock(new Date().setHours(23, 59, 59, 0));
    const time = new OrgTime(window.services.connections, clock);
    const open = new ClientsDesk(window, { time });
    begun.push(time);
    await until(() => open.known('Identity') !== undefined);
    await file.write(
      textOf(connection({ clientId, tokenEndsAt: new Date(clock.now().getTime() + 3 * DAY).toISOString() })),
    );
    begin(open, time);
    const said = async () => [
      status(),
      (await open.rows.badge())?.tooltip.split('\n')[1],
      (await open.shown()).find((line) => line.includes('Identity'))?.trim(),
    ];
    const days = (count: string) => [
      `$(watch) SCIM token of Okta (practice org) ends ${count}`,
      `SCIM token of Okta (practice org) ends ${count}`,
      `Identity · token ends ${count}`,
    ];
    const untilSaid = async (count: string) =>
      await until(async () => isDeepStrictEqual(await said(), days(count))).catch(async () =>
        assert.deepEqual(await said(), days(count)),
      );
    await untilSaid('in 3 days');
    await until(() => clock.waits > 0);
    clock.turn(2000);
    await untilSaid('in 2 days');
    // Asleep from one day to the next: the first minutes after waking tell it.
    await until(() => clock.waits > 0);
    clock.sleep(DAY);
    clock.turn(5 * 60_000);
    await untilSaid('tomorrow');
  });

  it('is known of the other orgs while one of them does not answer, which is said', async () => {
    const { window } = desk;
    const clientId = await desk.make({ name: 'Identity' });
    await window.connectAs('administrator');
    await until(() => desk.known('Identity') !== undefined);
    await desk.signInToAnotherOrg();
    await window.trouble({
      kind: 'server-error',
      times: 9,
      method: 'GET',
      pathPrefix: '/api/v2/oauth/clients',
    });
    await file.write(textOf(connection({ clientId, tokenEndsAt: endsIn(3) })));
    begin();
    await untilStatus('$(watch) SCIM token of Okta (practice org) ends in 3 days');
    await until(() => /The OAuth clients of Another Org could not be read/.test(String(item?.tooltip)));
  });

  it('is listed of the orgs that answer, though the person would not wait for the others', async () => {
    desk.dialogs.cancels = true;
    await file.write(textOf(connection({ tokenEndsAt: endsIn(3) })));
    const tools = {
      ...{ makeToken: async () => {}, openClient: () => {}, signIn: async () => {}, refresh: async () => {} },
    };
    await showEndings({ ...desk.window.services, dialogs: desk.dialogs }, desk.commands.watch, tools);
    assert.deepEqual(desk.dialogs.cancellable, ['Reading the OAuth clients…']);
    assert.equal(desk.dialogs.rows[0]?.label, 'SCIM token of Okta (practice org) ends in 3 days');
  });

  it('S6: says at a token of the file when it ends, however far that is, and offers to put it into a calendar', async () => {
    await vscode.extensions.getExtension('genesys-oauth-wizard.genesys-oauth-wizard')?.activate();
    await file.write(textOf(connection({ tokenEndsAt: endsIn(300) })));
    await file.show();
    const hovers = async () =>
      await vscode.commands.executeCommand<vscode.Hover[]>(
        'vscode.executeHoverProvider',
        file.uri(),
        new vscode.Position(3, 4),
      );
    const link =
      /\[Save a calendar file for this token\]\(command:genesysOAuth\.saveEndingsCalendar\?([^)]+)\)/;
    const text = async () =>
      (await hovers())
        .flatMap(({ contents }) => contents)
        .map((each) => (typeof each === 'string' ? each : each.value))
        .join();
    await until(async () => link.test(await text()));
    const year = new Date(endsIn(300)).getFullYear();
    // VS Code writes its blanks so that no Markdown is in them.
    assert.match((await text()).replaceAll('&nbsp;', ' '), new RegExp(`End of its token: .+ ${year},`));
    const [, given = ''] = link.exec(await text()) ?? [];
    const { clientId, provider, region } = connection({});
    assert.deepEqual(JSON.parse(decodeURIComponent(given)), [{ region, clientId, provider }]);
  });

  it('S6: is nothing of a client that was deleted here; what is left to do is said then, and at its connection', async () => {
    const { window, dialogs } = desk;
    const clientId = await desk.make({ name: 'Identity' });
    await window.connectAs('administrator');
    await until(() => desk.known('Identity') !== undefined);
    await file.write(textOf(connection({ clientId, tokenEndsAt: endsIn(3) })));
    begin();
    await until(() => isShown);
    const [org] = window.services.orgClients.current();
    assert.ok(org);
    dialogs.accepts = true;
    const changes = new ClientChanges(window.services, dialogs);
    await removeClient(window.services, dialogs, changes, { org, id: clientId, name: 'Identity' });
    assert.match(
      dialogs.said.at(-1) ?? '',
      /is deleted\. Take its connection out of genesys-scim\.json\. Turn off provisioning in Okta/,
    );
    await until(() => !isShown);
    begun.push(scimHover(window.services));
    await file.show();
    const document = await vscode.workspace.openTextDocument(file.uri());
    const said = async () => (await hoverAt(document, clientId)).replaceAll('&nbsp;', ' ');
    await until(async () => /You deleted its client here on/.test(await said()));
  });

  it('is as early as the setting says, for all that say it', async () => {
    const { window } = desk;
    const clientId = await desk.make({ name: 'Identity' });
    await window.connectAs('administrator');
    await until(() => desk.known('Identity') !== undefined);
    begun.push(scimDiagnostics(window.services));
    await file.write(textOf(connection({ clientId, tokenEndsAt: endsIn(50) })));
    await file.show();
    begin();
    const settings = vscode.workspace.getConfiguration('genesysOAuth');
    const set = async (days: unknown) =>
      await settings.update('endingSoonDays', days, vscode.ConfigurationTarget.Global);
    const isSaid = async () => [
      status() !== '',
      codesAt(file.uri()).includes('token-expiring'),
      (await desk.shown()).includes('    Identity · token ends in 50 days'),
      (await desk.rows.badge()) !== undefined,
    ];
    const untilAll = async (expected: boolean) =>
      await until(async () => (await isSaid()).every((each) => each === expected)).catch(async () =>
        assert.deepEqual(await isSaid(), [expected, expected, expected, expected]),
      );
    try {
      await untilAll(false);
      await set(60);
      await untilAll(true);
      await set('soon');
      await untilAll(false);
    } finally {
      await set(undefined);
    }
  });

  it('loads nothing at start where there is nothing to watch, and what watches where there is', async () => {
    const [root] = vscode.workspace.workspaceFolders ?? [];
    assert.ok(root);
    const framework = vscode.Uri.joinPath(root.uri, 'src', 'framework.js');
    const aside = vscode.Uri.joinPath(root.uri, 'src', 'framework.txt');
    let loaded = 0;
    const load = async () => {
      loaded += 1;
    };
    const { findFiles } = vscode.workspace;
    const wanted = new Map<string, readonly string[]>();
    Reflect.set(vscode.workspace, 'findFiles', async (...args: Parameters<typeof findFiles>) => {
      const found = await findFiles(...args);
      // Not what others search for meanwhile.
      if (args[0] instanceof vscode.RelativePattern && args[2] === 1)
        wanted.set(args[0].pattern, found.map(String));
      return found;
    });
    const settings = vscode.workspace.getConfiguration('genesysOAuth');
    const setPatterns = async (patterns: unknown) =>
      await settings.update('frameworkFiles', patterns, vscode.ConfigurationTarget.Global);
    await vscode.workspace.fs.rename(framework, aside);
    try {
      begun.push(watchFromStart(load, 0));
      await until(() => wanted.has('**/framework.js') && wanted.has('**/genesys-scim.json'));
      assert.deepEqual([loaded, ...[...wanted.values()].flat()], [0]);
      watchFromStart(load, 0).dispose();
      await file.write(textOf());
      begun.push(watchFromStart(load, 0));
      await until(() => loaded === 1);
      await vscode.workspace.fs.delete(file.uri());
      await setPatterns(['src/framework.txt']);
      begun.push(watchFromStart(load, 0));
      await until(() => loaded === 2);
    } finally {
      await setPatterns(undefined);
      await vscode.workspace.fs.rename(aside, framework);
      Reflect.set(vscode.workspace, 'findFiles', findFiles);
    }
  });

  it('is saved for the token that a link means, and not where the person chose no place', async () => {
    const okta = connection({ tokenEndsAt: endsIn(3) });
    await file.write(textOf(okta, connection({ provider: 'entra', tokenEndsAt: endsIn(4) })));
    assert.equal((await savedCalendar()).match(/BEGIN:VEVENT/g)?.length, 2);
    assert.match(desk.dialogs.said.join(), /The calendar file with 2 tokens is saved/);
    const { showSaveDialog } = vscode.window;
    Reflect.set(vscode.window, 'showSaveDialog', async () => undefined);
    try {
      const { clientId, provider, region } = okta;
      assert.equal(
        await saveCalendar(desk.commands.watch, desk.dialogs, { clientId, provider, region }),
        undefined,
      );
      await saveCalendar(desk.commands.watch, desk.dialogs, { clientId, provider: 'onelogin', region });
      assert.match(desk.dialogs.said.join(), /there is nothing to put into a calendar/);
    } finally {
      Reflect.set(vscode.window, 'showSaveDialog', showSaveDialog);
    }
  });

  describe('as a list, by the keyboard', () => {
    let inputs: Inputs;
    const done: string[] = [];

    beforeEach(() => {
      inputs = watchInputs();
      done.length = 0;
    });

    afterEach(() => inputs.dispose());

    const show = async () =>
      await showEndings(desk.window.services, desk.commands.watch, {
        makeToken: async (_, { provider }) => void done.push(`token of ${provider}`),
        openClient: ({ name }) => void done.push(`page of ${name}`),
        signIn: async () => void done.push('sign in'),
        refresh: async () => void done.push('refresh'),
      });
    const labels = () =>
      inputs
        .list()
        .items.filter(({ label }) => label !== '')
        .map(({ label }) => label);

    it('leads to a new token, back, and to what could not be looked at', async () => {
      const name = '$(trash) <b>[x](command:y)</b>';
      await file.write(
        textOf(
          connection({ tokenEndsAt: endsIn(3) }),
          connection({ provider: name, tokenEndsAt: endsIn(4) }),
        ),
      );
      let shown = show();
      await inputs.untilAsked(/What ends/);
      const okta = 'SCIM token of Okta (practice org) ends in 3 days';
      assert.deepEqual(labels().slice(0, 2), [
        okta,
        'SCIM token of \\$(trash) <b>[x](command:y)</b> (practice org) ends in 4 days',
      ]);
      assert.equal(inputs.list().items[0]?.detail, 'Make a new token, and give it to Okta (practice org).');
      await inputs.choose(okta);
      await inputs.untilAsked(/SCIM token of Okta/);
      assert.deepEqual(labels(), ['Make a new token', 'Open genesys-scim.json', 'Save a calendar file…']);
      await inputs.back();
      await inputs.untilAsked(/What ends/);
      await inputs.choose(okta);
      await inputs.untilAsked(/SCIM token of Okta/);
      await inputs.accept();
      await shown;
      assert.deepEqual(done, ['token of okta']);

      shown = show();
      await inputs.untilAsked(/What ends/);
      const signedOut = inputs
        .list()
        .items.find(({ detail = '' }) => detail.startsWith('Nobody is signed in'));
      await inputs.choose(signedOut?.label ?? '');
      await shown;
      assert.deepEqual(done, ['token of okta', 'sign in']);
    });
  });
});
