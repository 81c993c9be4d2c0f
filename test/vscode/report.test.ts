import assert from 'node:assert/strict';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'mocha';
import * as vscode from 'vscode';
import * as z from 'zod';
import { createClient } from '../../src/core/platform/oauthClients.ts';
import type { ReportReadings } from '../../src/core/report/readings.ts';
import { placeOf } from '../../src/core/texts/regions.ts';
import { LastUses } from '../../src/host/clients/lastUses.ts';
import { readingsFor } from '../../src/host/report/readingsFor.ts';
import { reportOnClients } from '../../src/host/report/report.ts';
import { startAnotherPracticeOrg } from '../../src/host/signIn/commands.ts';
import { steer } from '../../src/host/signIn/practiceOrg.ts';
import type { Choice, ListQuestion } from '../../src/host/ui/askOneOf.ts';
import type { Report } from '../../src/host/ui/dialogs.ts';
import { shownAt } from '../canaries/sweep.ts';
import { AGENT_DESKTOP, automation } from '../host/practiceClients.ts';
import { makeTemporaryFolder, type TemporaryFolder } from '../host/temporaryFolder.ts';
import { FakeDialogs } from './fakeDialogs.ts';
import type { Rehearsal } from './rehearsal.ts';
import { useWindows } from './windows.ts';

const HOME = 'mypurecloud.com';
const TOKYO = 'mypurecloud.jp';

/** What is read of a report in JSON. */
const Written = z.object({
  notRead: z.array(z.object({ what: z.string(), why: z.string() })),
  summary: z.object({ clients: z.number(), callsRead: z.number(), lastUseRead: z.number() }),
  changes: z.optional(z.object({ added: z.number(), gone: z.array(z.object({ name: z.string() })) })),
  clients: z.array(
    z.object({ name: z.string(), calls: z.object({ kind: z.string() }), problems: z.array(z.unknown()) }),
  ),
});

/** Somebody who wants all orgs, and may cancel once so many questions about the use of clients are answered. */
class Auditor extends FakeDialogs {
  cancelsAfter = Number.POSITIVE_INFINITY;
  cancelsAtOnce = false;

  override async chooseSome<Value>(
    question: ListQuestion,
    rows: readonly Choice<Value>[],
  ): Promise<Value[] | undefined> {
    await super.choose(question, rows);
    return rows.filter(({ picked }) => picked).map(({ value }) => value);
  }

  override async progress<T>(
    title: string,
    work: (signal: AbortSignal, report: Report) => Promise<T>,
  ): Promise<T> {
    const cancelling = new AbortController();
    if (this.cancelsAtOnce && title === 'Reading for the report') cancelling.abort();
    return await super.progress(
      title,
      async (_, report) =>
        await work(cancelling.signal, (message, percent) => {
          report(message, percent);
          if (Number.parseInt(message, 10) >= this.cancelsAfter) cancelling.abort();
        }),
    );
  }
}

describe('A report on the OAuth clients, from the command to its files', () => {
  const windows = useWindows();
  let window: Rehearsal;
  let dialogs: Auditor;
  let readings: ReportReadings;
  let folder: TemporaryFolder;
  let former: string | undefined;
  /** Secrets are looked for in each of them (`test/canaries`). */
  let saved: string[];

  beforeEach(async () => {
    window = await windows.open();
    dialogs = new Auditor();
    folder = await makeTemporaryFolder('report');
    former = undefined;
    saved = shownAt('the reports that are saved');
    readings = readingsFor(window.services, new LastUses(window.services));
  });

  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await folder.remove();
  });

  const services = () => ({ ...window.services, dialogs });
  const place = (name: string) => vscode.Uri.file(join(folder.path, name));

  /** Calls the command, and answers with these rows; `name` is that of the file, where it is one. */
  async function report(name: string, ...choices: string[]): Promise<void> {
    dialogs.choices = [...choices];
    await reportOnClients(services(), readings, async () => undefined, {
      file: async () => place(name),
      folder: async () => vscode.Uri.file(folder.path),
      former: async () => (former === undefined ? undefined : place(former)),
    });
    for (const each of await files()) saved.push(await text(each));
  }

  const text = async (name: string) => await readFile(join(folder.path, name), 'utf8');
  const written = async (name: string) => Written.parse(JSON.parse(await text(name)));
  const files = async () => (await readdir(folder.path)).sort();
  const said = () => dialogs.said.join('\n');

  async function make(name: string): Promise<void> {
    const made = await createClient(await automation(window.org.baseUrl), { ...AGENT_DESKTOP, name });
    assert.ok(made.ok);
  }

  async function signInTo(region: string): Promise<void> {
    window.person.habits = { loginHint: 'administrator', practiceRegion: region };
    await window.connect('practice-org');
    assert.deepEqual(window.state().connecting, { kind: 'connected' });
  }

  /** Somebody is signed in to two orgs, of which the one in Tokyo was never read. */
  async function signInToTwo(): Promise<void> {
    dialogs.choices = [placeOf(TOKYO)];
    await startAnotherPracticeOrg(services());
    await signInTo(HOME);
    await signInTo(TOKYO);
    dialogs.said.length = 0;
  }

  it('has the lists alone within some requests, and asks nothing about a client', async () => {
    await make('予約センター <b>');
    await window.connectAs('administrator');
    await report('report.md', 'Markdown', 'Lists alone', 'Compare with none');
    const markdown = await text('report.md');
    assert.match(markdown, /^# OAuth clients of Practice Org\n/);
    assert.match(markdown, /### 予約センター \\<b\\>\n/);
    assert.match(markdown, /Neither the last use of the clients nor their calls were read\./);
    assert.equal((await window.requests()).filter((request) => request.includes('/usage/')).length, 0);
    assert.match(said(), /The report is saved in .*report\.md\./);
    assert.deepEqual(await files(), ['report.md'], 'no draft is left');
  });

  it('has everything of each client, and names no role by its ID', async () => {
    await make('Page');
    await window.connectAs('administrator');
    await report('report.json', 'JSON', 'Everything', 'Compare with none');
    const { clients, summary, notRead } = await written('report.json');
    assert.deepEqual(notRead, []);
    assert.deepEqual([summary.callsRead, summary.lastUseRead], [clients.length, clients.length]);
    assert.equal(
      clients.find(({ name }) => name === 'Page')?.calls.kind,
      'too-early',
      'it was made a moment ago',
    );
    assert.match(await text('report.json'), /"role":"/);
  });

  it('is written as it is after Cancel, says so, and goes on from there the next time', async () => {
    for (let number = 0; number < 8; number += 1) await make(`Page ${number}`);
    await window.connectAs('administrator');
    dialogs.cancelsAfter = 3;
    dialogs.clicks = 'Write it as it is';
    await report('first.json', 'JSON', 'Everything', 'Compare with none');
    const first = await written('first.json');
    assert.ok(first.summary.callsRead >= 3 && first.summary.callsRead < first.summary.clients);
    assert.deepEqual(
      first.notRead.map(({ what, why }) => [what, why]),
      [
        ['calls', 'You cancelled it.'],
        ['last-use', 'You cancelled it.'],
      ],
    );
    assert.match(
      said(),
      /Not everything was read\. What was read stays, and the next report goes on from there\./,
    );
    const asked = async () =>
      (await window.requests()).filter((each) => each.endsWith('/usage/query')).length;
    const before = await asked();
    dialogs.cancelsAfter = Number.POSITIVE_INFINITY;
    await report('second.json', 'JSON', 'Everything', 'Compare with none');
    const second = await written('second.json');
    assert.deepEqual([second.notRead, second.summary.callsRead], [[], second.summary.clients]);
    const open = second.summary.clients - first.summary.callsRead;
    assert.ok((await asked()) - before <= 2 * open, 'nothing was asked twice');
  });

  it('goes on after a reload, and says how old what it goes on with is', async () => {
    for (let number = 0; number < 8; number += 1) await make(`Page ${number}`);
    await window.connectAs('administrator');
    dialogs.cancelsAfter = 3;
    await report('first.json', 'JSON', 'Everything', 'Compare with none');
    assert.deepEqual(await files(), []);
    const asked = async () =>
      (await window.requests()).filter((each) => each.endsWith('/usage/query')).length;
    const before = await asked();
    readings = readingsFor(window.services, new LastUses(window.services));
    const orgs = window.services.orgClients.current();
    const all = readings.open(orgs);
    await readings.takeUp(orgs);
    const open = readings.open(orgs);
    assert.ok(open < all, `${open} of ${all}`);
    dialogs.cancelsAfter = Number.POSITIVE_INFINITY;
    let details: string[] = [];
    const choose = dialogs.choose.bind(dialogs);
    dialogs.choose = async (question, rows) => {
      details = [...details, ...rows.map(({ detail = '' }) => detail)];
      return await choose(question, rows);
    };
    await report('second.json', 'JSON', 'Everything', 'Compare with none');
    assert.ok(details.some((detail) => /What is known was told .+ or later\.$/.test(detail)));
    const { notRead, summary } = await written('second.json');
    assert.deepEqual([notRead, summary.callsRead], [[], summary.clients]);
    assert.ok((await asked()) - before <= open, 'nothing was asked twice');
    await readings.forgetPractice([]);
    assert.equal(readings.open(orgs), all, 'of a practice org that is no more, nothing is known');
    await readings.takeUp(orgs);
    assert.equal(readings.open(orgs), all);
  });

  it('goes on at once where the person wants that', async () => {
    for (let number = 0; number < 8; number += 1) await make(`Page ${number}`);
    await window.connectAs('administrator');
    dialogs.cancelsAfter = 3;
    dialogs.clicks = 'Go on reading';
    dialogs.accepts = true;
    dialogs.beforeAccepting = async () => {
      dialogs.cancelsAfter = Number.POSITIVE_INFINITY;
    };
    await report('report.json', 'JSON', 'Everything', 'Compare with none');
    const { summary, notRead } = await written('report.json');
    assert.deepEqual([notRead, summary.callsRead], [[], summary.clients]);
  });

  it('is not written where the person wants neither', async () => {
    for (let number = 0; number < 8; number += 1) await make(`Page ${number}`);
    await window.connectAs('administrator');
    dialogs.cancelsAfter = 1;
    await report('report.json', 'JSON', 'Everything', 'Compare with none');
    assert.deepEqual(await files(), []);
  });

  it('is not written after Cancel where all that was to be asked is known already', async () => {
    await window.connectAs('administrator');
    await report('first.json', 'JSON', 'Everything', 'Compare with none');
    dialogs.cancelsAtOnce = true;
    await report('second.json', 'JSON', 'Everything', 'Compare with none');
    assert.deepEqual(await files(), ['first.json']);
  });

  it('says what one may not read and why, and has the rest', async () => {
    await window.connectAs('administrator');
    await window.trouble({
      kind: 'forbidden',
      permission: 'authorization:role:view',
      pathPrefix: '/api/v2/authorization/roles',
    });
    await report('report.md', 'Markdown', 'Lists alone', 'Compare with none');
    assert.match(await text('report.md'), /Not read, or not to the end: .*roles.*authorization:role:view/);
    assert.match(
      said(),
      /The report of Practice Org says what could not be read\. .*authorization:role:view/,
    );
  });

  it('has of an org that refuses to tell how clients are used why it does, and the rest', async () => {
    await make('Page');
    await window.connectAs('administrator');
    await window.trouble({
      kind: 'forbidden',
      permission: 'usage:client:view',
      pathPrefix: '/api/v2/oauth/clients/',
      times: 1_000,
    });
    dialogs.clicks = 'Write it as it is';
    await report('report.json', 'JSON', 'Everything', 'Compare with none');
    const { notRead, clients } = await written('report.json');
    assert.deepEqual(
      notRead.map(({ what, why }) => [what, why.includes('usage:client:view')]),
      [
        ['calls', true],
        ['last-use', true],
      ],
    );
    assert.ok(clients.every(({ calls }) => calls.kind === 'not-read'));
  });

  /** The org in Tokyo tells nobody its clients any more. */
  async function closeTokyo(): Promise<void> {
    const troubles = [
      { kind: 'forbidden', permission: 'oauth:client:view', pathPrefix: '/api/v2/oauth/clients', times: 100 },
    ];
    await steer(await window.services.practiceOrgs.reach(TOKYO), 'PATCH switches', { body: { troubles } });
  }

  it('goes into a file for each org; that of one that is away has an older list, and says so', async () => {
    await signInToTwo();
    await window.services.orgClients.refresh();
    await closeTokyo();
    await report('', '', 'JSON', 'Lists alone', 'Compare with none');
    const names = await files();
    const of = (region: string) => names.find((name) => name.includes(region)) ?? '';
    assert.deepEqual((await written(of('mypurecloud-com'))).notRead, []);
    const away = await written(of('mypurecloud-jp'));
    assert.deepEqual(
      away.notRead.map(({ what, why }) => [what, why.includes('oauth:client:view')]),
      [['list', true]],
    );
    assert.ok(away.clients.length > 0);
    assert.match(said(), /The report of Practice Org · .*mypurecloud\.jp says what could not be read\./);
    await report('', '', 'Terraform');
    assert.match(said(), /Practice Org · .*mypurecloud\.jp: The list of clients, which is an older one: /);
  });

  it('has none of an org that never told its clients, which is told with the reason', async () => {
    await signInToTwo();
    await closeTokyo();
    window = await windows.open({ beside: window });
    readings = readingsFor(window.services, new LastUses(window.services));
    await report('report.json', '', 'JSON', 'Lists alone', 'Compare with none');
    assert.match(
      said(),
      /The OAuth clients of Practice Org · .*mypurecloud\.jp could not be read\. .*oauth:client:view/,
    );
    assert.deepEqual(await files(), ['report.json']);
  });

  it('writes over no file of another one in a folder', async () => {
    await signInToTwo();
    await report('', '', 'CSV', 'Lists alone', 'Compare with none');
    await report('', '', 'CSV', 'Lists alone', 'Compare with none');
    const names = await files();
    assert.equal(names.length, 4);
    assert.equal(names.filter((name) => name.endsWith(' (2).csv')).length, 2);
  });

  it('writes over no file that has appeared since the person chose a place, and says where it is', async () => {
    await window.connectAs('administrator');
    const wait = dialogs.wait.bind(dialogs);
    dialogs.wait = async (title, work) => {
      await writeFile(join(folder.path, 'report.csv'), 'of another one');
      return await wait(title, work);
    };
    await report('report.csv', 'CSV', 'Lists alone', 'Compare with none');
    assert.equal(await text('report.csv'), 'of another one');
    assert.match(await text('report (2).csv'), /^\ufefforganization,region,client_id/);
    assert.match(said(), /The report is saved in .*report \(2\)\.csv\./);
  });

  it('says what has changed since the last one, which is kept for this, or since one in a file', async () => {
    await make('Goes');
    await window.connectAs('administrator');
    await report('first.json', 'JSON', 'Lists alone', 'Compare with none');
    const goes = window.services.orgClients.current()[0]?.clients.find(({ name }) => name === 'Goes');
    await steer(window.org, 'POST reset');
    await make('Comes');
    await window.signOutElsewhere();
    await window.connectAs('administrator');
    assert.ok(goes);
    former = 'first.json';
    for (const with_ of ['Compare with the last report', 'Compare with a report in JSON…']) {
      await report('second.json', 'JSON', 'Lists alone', with_);
      const { changes } = await written('second.json');
      if (with_ === 'Compare with a report in JSON…')
        assert.deepEqual([changes?.added, changes?.gone.map(({ name }) => name)], [1, ['Goes']]);
      else assert.ok(changes !== undefined);
    }
  });

  it('is compared with nothing that is damaged, of another org, or none of this kind, which is told', async () => {
    await window.connectAs('administrator');
    await report('first.json', 'JSON', 'Lists alone', 'Compare with none');
    const whole = await text('first.json');
    for (const [content, told] of [
      [whole.slice(0, whole.length / 2), /is damaged/],
      ['client_id,name\n', /is no report of this extension/],
      [whole.replace(/"account":"[^"]+"/, '"account":"elsewhere/org"'), /is of another organization/],
      [undefined, /could not be read/],
    ] as const) {
      former = content === undefined ? 'not there.json' : 'former.json';
      if (content !== undefined) await writeFile(join(folder.path, 'former.json'), content);
      dialogs.said.length = 0;
      dialogs.accepts = true;
      await report('second.md', 'Markdown', 'Lists alone', 'Compare with a report in JSON…');
      assert.match(said(), told);
      assert.doesNotMatch(await text('second.md'), /Changed since/);
    }
  });

  it('is told where there is no such folder', async () => {
    await window.connectAs('administrator');
    await report('nowhere/report.md', 'Markdown', 'Lists alone', 'Compare with none');
    assert.match(said(), /The report of Practice Org was not saved\..*choose another place/);
    assert.deepEqual(await files(), []);
  });

  it('takes the place of a file that the person chose', async () => {
    await window.connectAs('administrator');
    await writeFile(join(folder.path, 'report.csv'), 'former');
    await report('report.csv', 'CSV', 'Lists alone', 'Compare with none');
    assert.match(await text('report.csv'), /^\ufefforganization,region,client_id/);
  });

  it('has as Terraform what Terraform takes over, and asks for nothing more', async () => {
    await make('Page');
    await window.connectAs('administrator');
    await report('report.tf', 'Terraform');
    const terraform = await text('report.tf');
    assert.match(terraform, /resource "genesyscloud_oauth_client" "page" \{/);
    assert.match(terraform, /^# .*\nprovider "genesyscloud"/);
  });

  it('is not begun where nobody is signed in and nobody wants to be', async () => {
    await report('report.md');
    assert.deepEqual([dialogs.said.length, await files()], [0, []]);
  });
});
