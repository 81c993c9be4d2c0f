import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { PracticeSetting } from '../../../src/core/export/practiceTools.ts';
import { ActedWizard } from '../../wizard/acted.ts';

const RUNNING = { kind: 'running', region: 'mypurecloud.jp', baseUrl: 'http://127.0.0.1:52001' } as const;
const FAILED = {
  kind: 'failed',
  region: 'mypurecloud.jp',
  failure: { kind: 'practice-org-not-started', reason: 'spawn ENOENT' },
} as const;
const show = { type: 'show-practice-guide', region: 'mypurecloud.jp' } as const;

describe('How to point other clients at the practice org', () => {
  it('is shown with the address of now, wherever the person is, and leads back there', async () => {
    const wizard = await ActedWizard.begin({ memory: { step: 'scopes' } });
    wizard.world.guide = RUNNING;
    await wizard.does(show);
    assert.deepEqual(wizard.state.guide, RUNNING);
    await wizard.does({ type: 'leave-practice-guide' });
    assert.equal(wizard.state.guide, null);
    assert.equal(wizard.state.memory.step, 'scopes');
  });

  it('says why it cannot be shown, and can be asked for again', async () => {
    const wizard = await ActedWizard.begin();
    wizard.world.guide = FAILED;
    await wizard.does(show);
    assert.deepEqual(wizard.state.guide, FAILED);
    wizard.world.guide = { ...RUNNING, baseUrl: 'http://127.0.0.1:52002' };
    await wizard.does(show);
    assert.deepEqual(wizard.state.guide, wizard.world.guide);
  });

  it('does not come back by itself when the person left it before the practice org had started', async () => {
    const wizard = await ActedWizard.begin();
    let start = (_: { baseUrl: string }) => {};
    wizard.world.ports.reachPracticeOrg = async () => await new Promise((resolve) => (start = resolve));
    const showing = wizard.does(show);
    assert.deepEqual(wizard.state.guide, { kind: 'starting', region: 'mypurecloud.jp' });
    await wizard.does({ type: 'leave-practice-guide' });
    start(RUNNING);
    await showing;
    assert.equal(wizard.state.guide, null);
  });

  it('copies each of its settings, and nothing once it was left', async () => {
    const wizard = await ActedWizard.begin();
    wizard.world.guide = RUNNING;
    await wizard.does(show);
    for (const what of PracticeSetting.options) {
      wizard.world.clipboard = '';
      await wizard.does({ type: 'copy', what });
      assert.match(wizard.world.clipboard, /52001/, what);
    }
    await wizard.does({ type: 'leave-practice-guide' });
    wizard.world.clipboard = 'before';
    await wizard.does({ type: 'copy', what: 'practice-address' });
    assert.equal(wizard.world.clipboard, 'before');
  });
});
