import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { ClientsTree } from '../../src/host/clientsView/tree.ts';
import { AGENTS, type DriftDesk, useDriftDesk } from './driftDesk.ts';
import { until } from './until.ts';

const entry = (region: string, id: string) =>
  `window.Framework = { config: { clientIds: { '${region}': '${id}' }, settings: { dedicatedLoginWindow: true } } };\n`;

const OTHER = '22222222-8a44-4d5c-9b0e-2f6f0a7d9e31';

describe('Compare with the Organization: what was not compared', () => {
  const { desk: now } = useDriftDesk();
  let desk: DriftDesk;
  let id: string;

  beforeEach(async () => {
    desk = now();
    id = await desk.make(AGENTS);
  });

  it('is said with the reason: nobody is signed in to the organization of an entry', async () => {
    await desk.drift.compare(await desk.file('framework.js', entry('mypurecloud.de', OTHER)));
    assert.match(
      desk.said(),
      /Nothing was compared\. .*framework\.js, line 1: not compared\. Nobody is signed in/,
    );
  });

  it('is compared once somebody signs in there, which is offered with it', async () => {
    const uri = await desk.file('framework.js', entry('mypurecloud.de', OTHER));
    desk.dialogs.accepts = true;
    await desk.drift.compare(uri);
    assert.equal(desk.askedToSignIn, 1);
    await desk.remember(id);
    await desk.changes(id, { state: 'inactive' });
    desk.dialogs.choices = [`${vscode.workspace.asRelativePath(uri)}, line 1`];
    await desk.drift.compare(undefined);
    assert.equal(desk.askedToSignIn, 2);
  });

  it('is summed up where entries name no client, with the places on demand', async () => {
    const entries = ['mypurecloud.de', 'mypurecloud.jp'].map((region) => `'${region}': ''`).join(',\n');
    const uri = await desk.file(
      'framework.js',
      entry(desk.window.org.region, id).replace(/'[^']+': '[^']+'/, `$&,\n${entries}`),
    );
    await desk.drift.compare(uri);
    assert.match(desk.said(), /Nothing differs: .* 2 entries name no client\.$/);
    desk.dialogs.accepts = true;
    desk.dialogs.clicks = 'Show those without a client';
    const path = vscode.workspace.asRelativePath(uri);
    desk.dialogs.choices = [`${path}, line 3`];
    await desk.drift.compare(uri);
    assert.deepEqual(
      desk.dialogs.rows.map(({ label }) => label),
      [`${path}, line 2`, `${path}, line 3`],
    );
    // A comparison of before may show the file as well, at another line.
    const isOpened = () =>
      vscode.window.visibleTextEditors.some(
        ({ document, selection }) => document.uri.path === uri.path && selection.active.line === 2,
      );
    await until(isOpened);
  });

  it('is said beside what differs, where the organization is away for a part', async () => {
    await desk.remember(id);
    await desk.changes(id, { state: 'inactive' });
    await desk.file('framework.js', entry('mypurecloud.de', OTHER));
    await desk.drift.compare(undefined);
    assert.match(desk.said(), /1 thing differs · not compared: \d+/);
    assert.ok(desk.dialogs.rows.some(({ detail = '' }) => /mypurecloud\.de/.test(detail)));
  });

  for (const [kind, said] of [
    ['forbidden', /could not be read\. You lack a permission/],
    ['server-error', /could not be read\. /],
  ] as const)
    it(`is said with the reason: the organization answers ${kind}`, async () => {
      const uri = await desk.file('framework.js', entry(desk.window.org.region, id));
      await desk.window.trouble({ kind, times: 20, pathPrefix: '/api/v2/oauth/clients' });
      await desk.drift.compare(uri);
      assert.match(desk.said(), said);
      assert.match(desk.said(), /Practice Org could not be read/);
    });

  it('is compared after all, once an organization that is asked too much may be asked again', async () => {
    const uri = await desk.file('framework.js', entry(desk.window.org.region, id));
    await desk.window.trouble({
      kind: 'too-many-requests',
      retryAfterSeconds: 1,
      times: 4,
      pathPrefix: '/api/v2/oauth/clients',
    });
    await desk.drift.compare(uri);
    assert.match(desk.said(), /Nothing differs: 1 thing was compared/);
  });

  it('asks for no other client that a file names, where one client is compared', async () => {
    const found = await desk.remember(id);
    await desk.file('framework.js', entry(desk.window.org.region, OTHER));
    const before = (await desk.window.requests()).length;
    await desk.drift.compareClient(found);
    const sent = (await desk.window.requests()).slice(before).map((each) => JSON.stringify(each));
    assert.ok(sent.length > 0);
    assert.deepEqual(
      sent.filter((each) => each.includes(OTHER)),
      [],
    );
  });

  it('is asked for by its ID once, however often it is named, and not again where the org refuses all', async () => {
    const ids = [OTHER, OTHER.replace('2', '3'), OTHER.replace('2', '4')];
    const { region } = desk.window.org;
    for (const [at, one] of [...ids, OTHER].entries())
      await desk.file(`${at}/framework.js`, entry(region, one));
    const asked = async (kind?: 'too-many-requests') => {
      if (kind !== undefined)
        await desk.window.trouble({
          kind,
          retryAfterSeconds: 1,
          times: 20,
          pathPrefix: '/api/v2/oauth/clients/',
        });
      const before = (await desk.window.requests()).length;
      await desk.drift.compare(undefined);
      const sent = (await desk.window.requests()).slice(before).map((each) => JSON.stringify(each));
      return sent.flatMap((each) => ids.find((one) => each.includes(one)) ?? []);
    };
    assert.deepEqual((await asked()).toSorted(), ids);
    // A request that is refused so is sent again by itself.
    assert.equal(new Set(await asked('too-many-requests')).size, 1);
  });

  it('is nothing where the person cancels', async () => {
    await desk.remember(id);
    await desk.changes(id, { state: 'inactive' });
    desk.dialogs.cancels = true;
    await desk.drift.compare(undefined);
    assert.deepEqual(desk.dialogs.said, []);
  });

  it('goes on, after Cancel, with what was read, which is said, and reads it again before it mends', async () => {
    const found = await desk.remember(id);
    await desk.changes(id, { state: 'inactive' });
    const { dialogs, window } = desk;
    const lists = async () => await window.received('GET /api/v2/oauth/clients');
    const progress = dialogs.progress.bind(dialogs);
    dialogs.progress = async (title, work) => {
      const cancelling = new AbortController();
      const listening = window.services.orgClients.onDidChange(() => cancelling.abort());
      return await progress(title, async (_, report) => await work(cancelling.signal, report)).finally(() =>
        listening.dispose(),
      );
    };
    await desk.drift.compareClient(found);
    assert.deepEqual(dialogs.said, [
      'Not everything was compared. What was read of Practice Org stays for 10 minutes: a comparison within that goes on from there.',
    ]);
    dialogs.progress = progress;
    const before = await lists();
    await desk.drift.compareClient(found);
    assert.deepEqual(await desk.differing(), ['− State: active', '+ State: inactive']);
    assert.equal(await lists(), before);
    await desk.drift.makeOrgMatch((await desk.sides()).uri);
    assert.ok((await lists()) > before);
    assert.equal((await desk.stored(id))['state'], 'active');
  });

  it('writes code anew of what was kept as code, once it is taken over', async () => {
    const found = await desk.remember(id, 'exported');
    await desk.changes(id, { state: 'inactive' });
    await desk.drift.compareClient(found);
    assert.match((await desk.sides()).meant.replaceAll(/\s+/g, ' '), /The code that was kept stays as it is/);
    desk.dialogs.accepts = true;
    desk.dialogs.clicks = 'Write the Code Anew';
    await desk.drift.makeFileMatch((await desk.sides()).uri);
    assert.match(desk.said(), /The code that you kept of it says what it was before/);
    assert.deepEqual(desk.opened, [id]);
    const { region, practice } = found.org;
    assert.equal(desk.window.services.written.of({ id, region, practice })?.origin, 'taken-over');
  });

  it('is offered to sign in where nobody is, and nothing is asked where that is declined', async () => {
    await desk.window.signOutElsewhere();
    const before = (await desk.window.requests()).length;
    await desk.drift.compare(undefined);
    assert.deepEqual(desk.dialogs.said, ['Nobody is signed in, so there is nothing to compare with.']);
    assert.equal((await desk.window.requests()).length, before);
  });

  it('shows in the list of clients, and on the page, that a client was changed elsewhere', async () => {
    const found = await desk.remember(id);
    await desk.changes(id, { state: 'inactive' });
    await desk.window.services.orgClients.refresh();
    const { region, practice } = found.org;
    assert.ok(desk.window.services.written.of({ id, region, practice }));
    const { orgClients, time, written } = desk.window.services;
    const none = { all: async () => new Map(), onDidChange: () => ({ dispose: () => undefined }) };
    const tree = new ClientsTree(orgClients, none, time, () => undefined, written);
    const [listed] = (await tree.known()).filter(({ client }) => client.id === id);
    assert.deepEqual(
      listed?.listed.concerns.map(({ kind }) => kind),
      ['changed-elsewhere'],
    );
    await written.note('taken-over', { home: { id, region, practice }, client: desk.found(id).client });
    await until(async () =>
      (await tree.known()).every(
        ({ listed: { concerns } }) => !concerns.some(({ kind }) => kind === 'changed-elsewhere'),
      ),
    );
    tree.dispose();
  });
});
