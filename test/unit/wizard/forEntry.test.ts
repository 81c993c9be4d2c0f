import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { orgOf } from '../../../src/core/procedures/context.ts';
import type { ProcedureId } from '../../../src/core/procedures/draft.ts';
import { ActedWizard } from '../../wizard/acted.ts';
import { aFile } from '../../wizard/samples.ts';

const ELSEWHERE = 'mypurecloud.de';

describe('The wizard, asked for at an entry of framework.js', () => {
  const file = aFile({ path: 'entry/framework.js', clientIds: '{}' });

  async function connected(procedure: ProcedureId = 'embeddable'): Promise<ActedWizard> {
    return await ActedWizard.begin({ memory: { procedure }, files: [aFile(), file] });
  }

  async function openFor({ wizard }: ActedWizard, region: string | undefined): Promise<void> {
    await wizard.openFor({ uri: file.uri, region });
  }

  function isAtFile({ state }: ActedWizard): boolean {
    const { target } = state.memory.draft;
    return target?.kind === 'existing-file' && target.uri === file.uri;
  }

  it('is at the org of its region and at its file at once', async () => {
    const wizard = await connected();
    const { region } = wizard.world.org;
    await openFor(wizard, region);
    const { memory, context } = wizard.state;
    assert.equal(memory.procedure, 'embeddable');
    assert.equal(orgOf(context)?.region, region);
    assert.equal(isAtFile(wizard), true);
  });

  it('goes on with the answers for that region, at this file', async () => {
    const wizard = await connected();
    await wizard.answers({ name: 'Half an answer' });
    await openFor(wizard, wizard.world.org.region);
    assert.equal(wizard.state.memory.draft.name, 'Half an answer');
    assert.equal(isAtFile(wizard), true);
  });

  it('sets answers for another region aside, to be offered again', async () => {
    const wizard = await connected();
    const { region } = wizard.world.org;
    await wizard.answers({ name: 'Half an answer' });
    await openFor(wizard, ELSEWHERE);
    const { memory, context, connecting } = wizard.state;
    assert.deepEqual(
      memory.formerDrafts.map(({ draft }) => draft.name),
      ['Half an answer'],
    );
    assert.deepEqual(memory.draft, { target: { kind: 'existing-file', uri: file.uri } });
    assert.deepEqual([orgOf(context), connecting.kind], [undefined, 'disconnected']);
    await openFor(wizard, region);
    assert.equal(orgOf(wizard.state.context)?.region, region);
  });

  it('sets answers for another procedure aside, too', async () => {
    const wizard = await connected('scim');
    await wizard.answers({ name: 'SCIM' });
    await openFor(wizard, undefined);
    const { procedure, formerDrafts, draft } = wizard.state.memory;
    assert.deepEqual([procedure, formerDrafts.length, draft.name], ['embeddable', 1, undefined]);
  });

  it('begins with a new client where the result of the last one stands', async () => {
    const wizard = await connected();
    await wizard.answers({ name: 'The first one', target: { kind: 'by-hand' } });
    await wizard.does(wizard.save());
    wizard.run('finished');
    await openFor(wizard, wizard.world.org.region);
    const { run, memory } = wizard.state;
    assert.deepEqual([run, memory.draft.name, memory.formerDrafts], [null, undefined, []]);
    assert.equal(isAtFile(wizard), true);
  });

  it('shows a Save first that is not through', async () => {
    const wizard = await connected();
    await wizard.answers({ name: 'The first one', target: { kind: 'by-hand' } });
    wizard.cancelsBefore = 'read-back';
    await wizard.does(wizard.save());
    const before = wizard.state;
    assert.equal(before.run?.kind, 'stopped');
    await openFor(wizard, ELSEWHERE);
    assert.deepEqual(wizard.state, before);
  });

  it('is no draft to be offered when nothing but the place was known', async () => {
    const wizard = await connected();
    await openFor(wizard, wizard.world.org.region);
    await wizard.wizard.begin('scim');
    assert.deepEqual(wizard.state.memory.formerDrafts, []);
  });
});
