import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'mocha';
import * as vscode from 'vscode';
import type { Failure } from '../../src/core/operations/run.ts';
import type { ProcedureId } from '../../src/core/procedures/draft.ts';
import type { PlanStep } from '../../src/core/procedures/plan.ts';
import { useFrameworkFile } from './frameworkFile.ts';
import { inMemorySecrets } from './inMemory.ts';
import { useMessages } from './messages.ts';
import { type Rehearsal, rehearse, type Trouble } from './rehearsal.ts';
import { useScimFile } from './scimFile.ts';

const TOKEN = { method: 'POST', pathPrefix: '/login/oauth/token' } as const;
const CREATE = { method: 'POST', pathPrefix: '/api/v2/oauth/clients' } as const;
const READ = { method: 'GET', pathPrefix: '/api/v2/oauth/clients/' } as const;
const PROOF = { method: 'GET', pathPrefix: '/api/v2/scim/v2/serviceproviderconfig' } as const;

/** More often than any request is repeated. */
const ALWAYS = 20;

describe('Save, interrupted at each step: before it, in it, and right after it', () => {
  let wizard: Rehearsal;
  const messages = useMessages();
  const frameworkFile = useFrameworkFile();
  const scimFile = useScimFile();
  let locked = false;

  beforeEach(async () => {
    locked = false;
  });

  afterEach(async () => await wizard.dispose());

  async function begin(procedure: ProcedureId): Promise<void> {
    const secrets = inMemorySecrets((key) => locked && key.includes('clientSecret'));
    wizard = await rehearse({ procedure, secrets });
    await wizard.connectAs('administrator');
    const provider = procedure === 'scim' ? { provider: 'entra' as const } : {};
    await wizard.does({ type: 'answer', revision: 1, change: { name: 'Interrupted', ...provider } });
  }

  /** Cancels as this step begins; every step before it is done then, and this one is not. */
  async function saveUntil(step: PlanStep['kind']): Promise<void> {
    wizard.cancelsBefore(step);
    await wizard.save();
    wizard.cancelsBefore(undefined);
    const run = stoppedBy('cancelled');
    assert.equal(run.plan[run.done]?.kind, step);
  }

  async function goOn(): Promise<void> {
    await wizard.does({ type: 'retry', createAnyway: false });
  }

  function stoppedBy(kind: Failure['kind']) {
    const { run } = wizard.state();
    assert.ok(run?.kind === 'stopped', JSON.stringify(run));
    assert.equal(run.failure.kind, kind);
    return run;
  }

  function finished() {
    const { run } = wizard.state();
    assert.ok(run?.kind === 'finished', JSON.stringify(run));
    return run;
  }

  /** The clients that the org has from this Save. */
  async function clientsMade(): Promise<number> {
    const [session] = await wizard.stored();
    const answer = await fetch(`${wizard.org.baseUrl}/api/v2/oauth/clients`, {
      headers: { authorization: `Bearer ${session?.accessToken}` },
    });
    const { entities }: { entities: { name: string }[] } = await answer.json();
    return entities.filter(({ name }) => name === 'Interrupted').length;
  }

  /** All is as if nothing had happened: one client, its secret, its token, and the file that names it. */
  async function allIsDone(): Promise<void> {
    const { client, hasSecret, plan } = finished();
    assert.equal(await clientsMade(), 1);
    assert.equal(hasSecret, true);
    assert.ok(await wizard.secretKept(client.id));
    const file = plan.some(({ kind }) => kind === 'write-scim-file') ? scimFile : frameworkFile;
    assert.match(await file.read(), new RegExp(client.id));
    if (file === scimFile) assert.ok(await wizard.secrets.get(`genesysOAuth.providerToken.${client.id}`));
  }

  const steps: [ProcedureId, PlanStep['kind']][] = [
    ['scim', 'create-client'],
    ['scim', 'read-back'],
    ['scim', 'prove'],
    ['scim', 'make-token'],
    ['scim', 'write-scim-file'],
    ['embeddable', 'create-client'],
    ['embeddable', 'read-back'],
    ['embeddable', 'edit-framework-file'],
  ];
  for (const [procedure, step] of steps) {
    it(`before ${step} of ${procedure}: stops there with nothing of it done, and goes on from there`, async () => {
      await begin(procedure);
      await saveUntil(step);
      assert.equal(await clientsMade(), step === 'create-client' ? 0 : 1);
      assert.equal(await frameworkFile.read(), frameworkFile.before());
      assert.equal(await exists(scimFile.uri()), false);
      await goOn();
      await allIsDone();
    });
  }

  it('before keep-secret: cancelling waits until the secret, which comes only once, is kept', async () => {
    await begin('scim');
    wizard.cancelsBefore('keep-secret');
    await wizard.save();
    wizard.cancelsBefore(undefined);
    const run = stoppedBy('cancelled');
    assert.equal(run.plan[run.done]?.kind, 'read-back');
    assert.ok(run.client && (await wizard.secretKept(run.client.id)));
    await goOn();
    await allIsDone();
  });

  /** Lets a step meet a trouble that no other step meets. */
  async function meet(step: PlanStep['kind'], ...troubles: Trouble[]): Promise<void> {
    await saveUntil(step);
    await wizard.trouble(...troubles);
    await goOn();
  }

  it('in create-client: a request that never arrived made nothing, and is sent again', async () => {
    await begin('scim');
    await meet('create-client', { kind: 'dropped', times: 1, ...CREATE });
    stoppedBy('not-created');
    assert.equal(await clientsMade(), 0);
    await goOn();
    await allIsDone();
  });

  it('after create-client: an answer that was lost loses the secret, so SCIM stops where it is needed', async () => {
    await begin('scim');
    await meet('create-client', { kind: 'lost', times: 1, ...CREATE });
    const run = stoppedBy('not-proven');
    assert.ok(run.failure.kind === 'not-proven');
    assert.equal(run.failure.error.kind, 'no-secret');
    assert.equal(run.hasSecret, false);
    assert.equal(await clientsMade(), 1);
    await wizard.does({ type: 'take-back' });
    assert.equal(wizard.state().run?.kind, 'taken-back');
    assert.equal(await clientsMade(), 0);
  });

  it('after create-client: a lost secret is replaced by a new one when the person agrees, and Save goes on', async () => {
    await begin('scim');
    await meet('create-client', { kind: 'lost', times: 1, ...CREATE });
    const { client } = stoppedBy('not-proven');
    assert.ok(client);
    await wizard.does({ type: 'replace-secret' });
    stoppedBy('not-proven');
    messages.answers.warning = 'Make a new secret';
    await wizard.does({ type: 'replace-secret' });
    await allIsDone();
    assert.equal(wizard.state().run?.client?.id, client.id);
    assert.ok(await wizard.secretKept(client.id));
    assert.equal(await clientsMade(), 1);
  });

  it('in keep-secret: the secret waits for the keyring, and is kept once it opens', async () => {
    await begin('scim');
    locked = true;
    await wizard.save();
    const { client } = stoppedBy('secret-not-kept');
    assert.ok(client);
    assert.equal(await wizard.secretKept(client.id), undefined);
    locked = false;
    await goOn();
    await allIsDone();
  });

  it('in read-back: an org that cannot be read does not stop Save, and the page says so', async () => {
    await begin('scim');
    await meet('read-back', { kind: 'dropped', times: ALWAYS, ...READ });
    assert.equal(finished().readBack?.kind, 'unread');
    await allIsDone();
  });

  it('after read-back: an answer that was lost is asked for again', async () => {
    await begin('scim');
    await meet('read-back', { kind: 'lost', times: 1, ...READ });
    assert.deepEqual(finished().readBack, { kind: 'as-asked' });
    await allIsDone();
  });

  const proofTroubles: [string, Trouble][] = [
    ['in prove: a login host that is not there', { kind: 'dropped', times: 1, ...TOKEN }],
    ['in prove: a proxy in place of the login host', { kind: 'html', times: 1, ...TOKEN }],
    ['after prove: a token whose answer was lost', { kind: 'lost', times: 1, ...TOKEN }],
    ['in prove: an org that does not let SCIM be read', { kind: 'forbidden', times: 1, ...PROOF }],
    ['after prove: SCIM answers that are lost each time', { kind: 'lost', times: ALWAYS, ...PROOF }],
  ];
  for (const [what, trouble] of proofTroubles) {
    it(`${what} stops Save before a token is handed on, and the proof is repeated`, async () => {
      await begin('scim');
      await meet('prove', trouble);
      stoppedBy('not-proven');
      assert.equal(await exists(scimFile.uri()), false);
      await wizard.trouble();
      await goOn();
      await allIsDone();
    });
  }

  for (const kind of ['dropped', 'lost', 'truncated', 'unavailable'] as const) {
    it(`${kind === 'lost' ? 'after' : 'in'} make-token (${kind}): no file speaks of a token that nobody has`, async () => {
      await begin('scim');
      await meet('make-token', { kind, times: 1, ...TOKEN });
      const { client, tokenEndsAt } = stoppedBy('token-not-made');
      assert.equal(tokenEndsAt, undefined);
      assert.equal(await wizard.secrets.get(`genesysOAuth.providerToken.${client?.id}`), undefined);
      assert.equal(await exists(scimFile.uri()), false);
      await goOn();
      await allIsDone();
    });
  }

  it('in write-scim-file: a place that cannot be written to is named, and everything else stands', async () => {
    await begin('scim');
    await saveUntil('write-scim-file');
    await vscode.workspace.fs.createDirectory(scimFile.uri());
    await goOn();
    const run = stoppedBy('file-not-written');
    assert.ok(run.failure.kind === 'file-not-written');
    assert.equal(run.failure.path, 'genesys-scim.json');
    await vscode.workspace.fs.delete(scimFile.uri(), { recursive: true });
    await goOn();
    await allIsDone();
  });

  it('in edit-framework-file: what somebody wrote meanwhile stays, and their region is asked about', async () => {
    await begin('embeddable');
    await saveUntil('edit-framework-file');
    const taken = frameworkFile
      .before()
      .replace(/(mypurecloud\.com['"]\s*:\s*['"])/, '$10b1f0c5e-0000-4000-8000-00000000beef');
    assert.notEqual(taken, frameworkFile.before());
    await frameworkFile.write(taken);
    await goOn();
    stoppedBy('file-changed');
    assert.equal(await frameworkFile.read(), taken);
    await frameworkFile.write(frameworkFile.before());
    await goOn();
    await allIsDone();
  });

  it('before edit-framework-file with an existing client: nothing was made, so the answers are still a draft', async () => {
    await begin('embeddable');
    await wizard.does({ type: 'answer', revision: 2, change: { target: { kind: 'by-hand' } } });
    await wizard.save();
    const { id } = finished().client;
    await wizard.does({ type: 'start-over' });
    await wizard.does({ type: 'choose-procedure', procedure: 'embeddable' });
    await wizard.does({ type: 'answer', revision: 100, change: { adopts: id } });
    await saveUntil('edit-framework-file');
    await wizard.does({ type: 'back-to-answers' });
    assert.equal(wizard.remembered().draft.adopts, id);
    await wizard.save();
    assert.equal(finished().client.id, id);
    assert.deepEqual(wizard.remembered().draft, {});
    assert.equal(await clientsMade(), 1);
  });

  it('in edit-framework-file: a file that is gone is not made anew in silence', async () => {
    await begin('embeddable');
    await saveUntil('edit-framework-file');
    await vscode.workspace.fs.delete(frameworkFile.uri());
    await goOn();
    stoppedBy('file-not-written');
    assert.equal(await exists(frameworkFile.uri()), false);
    await frameworkFile.write(frameworkFile.before());
    await goOn();
    await allIsDone();
  });

  it('after the last step: cancelling changes nothing any more', async () => {
    await begin('embeddable');
    await wizard.save();
    await wizard.does({ type: 'cancel' });
    await allIsDone();
  });
});

async function exists(uri: vscode.Uri): Promise<boolean> {
  return await vscode.workspace.fs.stat(uri).then(
    () => true,
    () => false,
  );
}
