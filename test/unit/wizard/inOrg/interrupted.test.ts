import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'mocha';
import type { Failure } from '../../../../src/core/operations/run.ts';
import type { ProcedureId } from '../../../../src/core/procedures/draft.ts';
import type { PlanStep } from '../../../../src/core/procedures/plan.ts';
import type { TroubleAsked as Trouble } from '../../../../src/practiceOrg/practice/troubles.ts';
import type { ActedWizard } from '../../../wizard/acted.ts';
import { FRAMEWORK, type OrgDesk, SCIM } from '../../../wizard/orgDesk.ts';
import { useOrgDesk } from '../../../wizard/useOrgDesk.ts';

const TOKEN = { method: 'POST', pathPrefix: '/login/oauth/token' } as const;
const CREATE = { method: 'POST', pathPrefix: '/api/v2/oauth/clients' } as const;
const READ = { method: 'GET', pathPrefix: '/api/v2/oauth/clients/' } as const;
const PROOF = { method: 'GET', pathPrefix: '/api/v2/scim/v2/serviceproviderconfig' } as const;

/** More often than any request is repeated. */
const ALWAYS = 20;

describe('Save, interrupted at each step: before it, in it, and right after it', () => {
  const useDesk = useOrgDesk();
  let desk: OrgDesk;
  let wizard: ActedWizard;
  let frameworkBefore: string | undefined;

  beforeEach(() => {
    desk = useDesk();
    frameworkBefore = desk.texts.get(FRAMEWORK.uri);
  });

  async function begin(procedure: ProcedureId): Promise<void> {
    wizard = await desk.begin(procedure);
    await desk.connect(wizard);
    const provider = procedure === 'scim' ? { provider: 'entra' as const } : {};
    await wizard.answers({ name: 'Interrupted', ...provider });
  }

  async function save(): Promise<void> {
    await wizard.does(wizard.save());
  }

  /** Cancels as this step begins; every step before it is done then, and this one is not. */
  async function saveUntil(step: PlanStep['kind']): Promise<void> {
    wizard.cancelsBefore = step;
    await save();
    wizard.cancelsBefore = undefined;
    const run = stoppedBy('cancelled');
    assert.equal(run.plan[run.done]?.kind, step);
  }

  async function goOn(): Promise<void> {
    await wizard.does({ type: 'retry', createAnyway: false });
  }

  async function trouble(...troubles: Trouble[]): Promise<void> {
    await desk.org.turn({ troubles });
  }

  function stoppedBy(kind: Failure['kind']) {
    const run = wizard.run('stopped');
    assert.equal(run.failure.kind, kind);
    return run;
  }

  /** The clients that the org has from this Save. */
  async function clientsMade(): Promise<number> {
    const token = await desk.org.signIn('administrator');
    const { body } = await desk.org.call(token, 'GET', '/api/v2/oauth/clients');
    return JSON.stringify(body).split('"name":"Interrupted"').length - 1;
  }

  /** All is as if nothing had happened: one client, its secret, its token, and the file that names it. */
  async function allIsDone(): Promise<void> {
    const { client, hasSecret, plan } = wizard.run('finished');
    assert.equal(await clientsMade(), 1);
    assert.equal(hasSecret, true);
    assert.ok(wizard.world.secrets.get(client.id));
    const isScim = plan.some(({ kind }) => kind === 'write-scim-file');
    assert.match(desk.texts.get(isScim ? SCIM.uri : FRAMEWORK.uri) ?? '', new RegExp(client.id));
    if (isScim) assert.ok(wizard.world.secrets.get(`token of ${client.id}`));
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
      assert.equal(desk.texts.get(FRAMEWORK.uri), frameworkBefore);
      assert.equal(desk.texts.has(SCIM.uri), false);
      await goOn();
      await allIsDone();
    });
  }

  it('before keep-secret: cancelling waits until the secret, which comes only once, is kept', async () => {
    await begin('scim');
    wizard.cancelsBefore = 'keep-secret';
    await save();
    wizard.cancelsBefore = undefined;
    const run = stoppedBy('cancelled');
    assert.equal(run.plan[run.done]?.kind, 'read-back');
    assert.ok(run.client && wizard.world.secrets.has(run.client.id));
    await goOn();
    await allIsDone();
  });

  /** Lets a step meet a trouble that no other step meets. */
  async function meet(step: PlanStep['kind'], ...troubles: Trouble[]): Promise<void> {
    await saveUntil(step);
    await trouble(...troubles);
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
    wizard.run('taken-back');
    assert.equal(await clientsMade(), 0);
  });

  it('after create-client: a lost secret is replaced by a new one when the person agrees, and Save goes on', async () => {
    await begin('scim');
    await meet('create-client', { kind: 'lost', times: 1, ...CREATE });
    const { client } = stoppedBy('not-proven');
    assert.ok(client);
    await wizard.does({ type: 'replace-secret' });
    stoppedBy('not-proven');
    desk.agrees = true;
    await wizard.does({ type: 'replace-secret' });
    await allIsDone();
    assert.equal(wizard.run('finished').client.id, client.id);
  });

  it('in keep-secret: the secret waits for the keyring, and is kept once it opens', async () => {
    await begin('scim');
    desk.isKeyringLocked = true;
    await save();
    const { client } = stoppedBy('secret-not-kept');
    assert.ok(client);
    assert.equal(wizard.world.secrets.has(client.id), false);
    desk.isKeyringLocked = false;
    await goOn();
    await allIsDone();
  });

  it('in read-back: an org that cannot be read does not stop Save, and the page says so', async () => {
    await begin('scim');
    await meet('read-back', { kind: 'dropped', times: ALWAYS, ...READ });
    assert.equal(wizard.run('finished').readBack?.kind, 'unread');
    await allIsDone();
  });

  it('after read-back: an answer that was lost is asked for again', async () => {
    await begin('scim');
    await meet('read-back', { kind: 'lost', times: 1, ...READ });
    assert.deepEqual(wizard.run('finished').readBack, { kind: 'as-asked' });
    await allIsDone();
  });

  const proofTroubles: [string, Trouble][] = [
    ['in prove: a login host that is not there', { kind: 'dropped', times: 1, ...TOKEN }],
    ['in prove: a proxy in place of the login host', { kind: 'html', times: 1, ...TOKEN }],
    ['after prove: a token whose answer was lost', { kind: 'lost', times: 1, ...TOKEN }],
    ['in prove: an org that does not let SCIM be read', { kind: 'forbidden', times: 1, ...PROOF }],
    ['after prove: SCIM answers that are lost each time', { kind: 'lost', times: ALWAYS, ...PROOF }],
  ];
  for (const [what, each] of proofTroubles) {
    it(`${what} stops Save before a token is handed on, and the proof is repeated`, async () => {
      await begin('scim');
      await meet('prove', each);
      stoppedBy('not-proven');
      assert.equal(desk.texts.has(SCIM.uri), false);
      await trouble();
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
      assert.ok(client);
      assert.equal(wizard.world.secrets.has(`token of ${client.id}`), false);
      assert.equal(desk.texts.has(SCIM.uri), false);
      await goOn();
      await allIsDone();
    });
  }

  it('in write-scim-file: a place that cannot be written to is named, and everything else stands', async () => {
    await begin('scim');
    await saveUntil('write-scim-file');
    desk.unwritable.add(SCIM.uri);
    await goOn();
    const run = stoppedBy('file-not-written');
    assert.ok(run.failure.kind === 'file-not-written');
    assert.equal(run.failure.path, SCIM.path);
    desk.unwritable.clear();
    await goOn();
    await allIsDone();
  });

  it('in edit-framework-file: what somebody wrote meanwhile stays, and their region is asked about', async () => {
    await begin('embeddable');
    await saveUntil('edit-framework-file');
    assert.ok(frameworkBefore);
    const taken = frameworkBefore.replace(
      /(mypurecloud\.com['"]\s*:\s*['"])/,
      '$10b1f0c5e-0000-4000-8000-00000000beef',
    );
    assert.notEqual(taken, frameworkBefore);
    desk.texts.set(FRAMEWORK.uri, taken);
    await goOn();
    stoppedBy('file-changed');
    assert.equal(desk.texts.get(FRAMEWORK.uri), taken);
    desk.texts.set(FRAMEWORK.uri, frameworkBefore);
    await goOn();
    await allIsDone();
  });

  it('before edit-framework-file with an existing client: nothing was made, so the answers are still a draft', async () => {
    await begin('embeddable');
    await wizard.answers({ target: { kind: 'by-hand' } });
    await save();
    const { id } = wizard.run('finished').client;
    await wizard.does({ type: 'start-over' });
    await wizard.does({ type: 'choose-procedure', procedure: 'embeddable' });
    await wizard.answers({ adopts: id });
    await saveUntil('edit-framework-file');
    await wizard.does({ type: 'back-to-answers' });
    assert.equal(wizard.remembered.draft.adopts, id);
    await save();
    assert.equal(wizard.run('finished').client.id, id);
    assert.deepEqual(wizard.remembered.draft, {});
    assert.equal(await clientsMade(), 1);
  });

  it('in edit-framework-file: a file that is gone is not made anew in silence', async () => {
    await begin('embeddable');
    await saveUntil('edit-framework-file');
    desk.texts.delete(FRAMEWORK.uri);
    await goOn();
    stoppedBy('file-not-written');
    assert.equal(desk.texts.has(FRAMEWORK.uri), false);
    desk.texts.set(FRAMEWORK.uri, frameworkBefore ?? '');
    await goOn();
    await allIsDone();
  });

  it('after the last step: cancelling changes nothing any more', async () => {
    await begin('embeddable');
    await save();
    await wizard.does({ type: 'cancel' });
    await allIsDone();
  });
});
