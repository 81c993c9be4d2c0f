import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { useFrameworkFile } from './frameworkFile.ts';
import { inMemorySecrets } from './inMemory.ts';
import { type Rehearsal, rehearse } from './rehearsal.ts';
import { until } from './until.ts';

describe('Saving, in the files, the keyring and the editors of VS Code', () => {
  let wizard: Rehearsal;
  let locked = false;
  const file = useFrameworkFile();

  beforeEach(async () => {
    locked = false;
    wizard = await rehearse({ secrets: inMemorySecrets((key) => locked && key.includes('clientSecret')) });
    await wizard.connectAs('administrator');
    await wizard.does({ type: 'answer', revision: 1, change: { name: 'Agent desktop' } });
  });

  afterEach(async () => await wizard.dispose());

  function stopped() {
    const { run } = wizard.state();
    assert.ok(run?.kind === 'stopped');
    return run;
  }

  function finished() {
    const { run } = wizard.state();
    assert.ok(run?.kind === 'finished', JSON.stringify(run));
    return run;
  }

  it('creates one client, keeps its secret, and changes one value of framework.js', async () => {
    await wizard.save();
    const { client, hasSecret } = finished();
    assert.equal(hasSecret, true);
    assert.equal(
      await file.read(),
      file.before().replace(/(mypurecloud\.com['"]\s*:\s*['"])/, `$1${client.id}`),
    );
    assert.equal(await wizard.clientsCreated(), 1);
  });

  it('G11: serves several regions with one client, in one change of framework.js', async () => {
    await wizard.does({ type: 'answer', revision: 2, change: { moreRegions: ['usw2.pure.cloud'] } });
    await wizard.save();
    const { client } = finished();
    assert.deepEqual(client.registeredRedirectUri, [
      'https://apps.mypurecloud.com/crm/index.html',
      'https://apps.usw2.pure.cloud/crm/index.html',
    ]);
    const text = await file.read();
    assert.equal(text.split(client.id).length - 1, 2);
    assert.match(text, new RegExp(`usw2\\.pure\\.cloud['"]\\s*:\\s*['"]${client.id}`));
    assert.equal(await wizard.clientsCreated(), 1);
  });

  it('G11: goes on to another region with the same answers, and still signed in to the first', async () => {
    await wizard.save();
    const first = finished().client.id;
    await wizard.does({ type: 'another-region' });
    const { run, memory, context, connecting } = wizard.state();
    assert.deepEqual([run, memory.step, connecting.kind], [null, 'connect', 'disconnected']);
    assert.equal(context.destination.kind, 'undecided');
    assert.equal(memory.draft.name, 'Agent desktop');
    assert.equal((await wizard.accounts()).length, 1);
    await wizard.connectAs('administrator');
    await wizard.does({
      type: 'answer',
      revision: 9,
      change: { mayReplace: [{ uri: file.uri().toString(), region: 'mypurecloud.com', clientId: first }] },
    });
    await wizard.save();
    assert.notEqual(finished().client.id, first);
  });

  it('G16: tells the page the Client ID and never the secret, nor the access token', async () => {
    await wizard.save();
    const { client } = finished();
    const secret = await wizard.secretKept(client.id);
    assert.ok(secret !== undefined && secret.length > 20);
    const told = wizard.told.join('\n');
    assert.equal(told.includes(client.id), true);
    assert.equal(told.includes(secret), false);
    assert.equal(/accessToken"|secret":|Bearer/.test(told), false);
  });

  it('shows the file that it changed', async () => {
    await wizard.save();
    const isShown = () =>
      vscode.window.visibleTextEditors.some(
        ({ document }) => document.uri.toString() === file.uri().toString(),
      );
    await until(isShown);
  });

  it('opens from the page only files that the wizard has shown', async () => {
    await wizard.does({ type: 'open-file', uri: 'file:///etc/hostname' });
    await wizard.does({ type: 'open-file', uri: file.uri().toString(), line: 3 });
    const shown = vscode.window.visibleTextEditors.map(({ document }) => document.uri.toString());
    assert.deepEqual([...new Set(shown)], [file.uri().toString()]);
  });

  it('waits with the secret while the keyring is locked', async () => {
    locked = true;
    await wizard.save();
    const { failure, client, done } = stopped();
    assert.equal(failure.kind, 'secret-not-kept');
    assert.equal(done, 1);
    assert.equal(await file.read(), file.before());
    locked = false;
    await wizard.does({ type: 'retry', createAnyway: false });
    assert.equal(finished().client.id, client?.id);
    assert.ok(await wizard.secretKept(finished().client.id));
    assert.equal(await wizard.clientsCreated(), 1);
  });

  it('E3: when the org refuses implicit clients, PKCE is one change away with everything else kept', async () => {
    await wizard.does({ type: 'answer', revision: 2, change: { grantType: 'TOKEN' } });
    await wizard.turn({ implicitRefused: true });
    await wizard.save();
    const { failure } = stopped();
    assert.ok(failure.kind === 'not-created' && failure.error.kind === 'rejected');
    assert.equal(failure.error.answer.code, 'bad.grant.type');
    await wizard.does({ type: 'back-to-answers' });
    await wizard.does({ type: 'answer', revision: 3, change: { grantType: 'CODE' } });
    await wizard.save();
    assert.equal(finished().client.name, 'Agent desktop');
  });
});
