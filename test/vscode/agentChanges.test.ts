import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'mocha';
import type { WishedChange } from '../../src/core/agents/desk.ts';
import { clientEffects, prepareChange } from '../../src/core/operations/changeClient.ts';
import { createClient } from '../../src/core/platform/oauthClients.ts';
import { AgentChanges } from '../../src/host/agents/changes.ts';
import { AGENT_DESKTOP, automation } from '../host/practiceClients.ts';
import { FakeDialogs } from './fakeDialogs.ts';
import type { Rehearsal } from './rehearsal.ts';
import { until } from './until.ts';
import { useWindows } from './windows.ts';

const ASKS = 'An AI agent asks for this. Agree only if you want it yourself.';

describe('A change of a client that an AI agent asks for', () => {
  const windows = useWindows();
  let window: Rehearsal;
  let dialogs: FakeDialogs;
  let wish: WishedChange;
  let answer: (agrees: boolean) => void;

  beforeEach(async () => {
    window = await windows.open();
    await window.connectAs('administrator');
    const made = await createClient(await automation(window.org.baseUrl), AGENT_DESKTOP);
    assert.ok(made.ok);
    const { id: clientId } = made.value.client;
    await window.services.orgClients.refresh();
    const [org] = window.services.orgClients.practiceOrReal();
    assert.ok(org);
    const changes = [{ kind: 'add-scopes', scopes: ['presence'] }] as const;
    const effects = clientEffects(
      async (call) => await window.services.connections.call(org.account, call),
      clientId,
    );
    const prepared = await prepareChange(effects, changes);
    assert.ok(prepared.kind === 'ready');
    wish = { org: { ...org, id: 'org', readOnly: undefined }, clientId, changes, preview: prepared.preview };
    dialogs = new FakeDialogs();
    dialogs.confirms = async () => await new Promise((resolve) => (answer = resolve));
  });

  const changesAnsweredWithin = (milliseconds?: number) =>
    new AgentChanges({ ...window.services, dialogs }, milliseconds);
  const puts = async () => await window.received(`PUT /api/v2/oauth/clients/${wish.clientId}`);
  const asked = async () => await until(() => dialogs.said.length > 0);

  it('is shown with who asks for it, one at a time, and made when the person agrees', async () => {
    const changes = changesAnsweredWithin();
    const { signal } = new AbortController();
    const first = changes.make(wish, signal);
    await asked();
    assert.equal((await changes.make(wish, signal)).kind, 'not-asked');
    assert.equal(await puts(), 0);
    answer(true);
    assert.deepEqual(await first, { kind: 'changed' });
    const lines = (dialogs.said[0] ?? '').split('\n');
    assert.match(lines[0] ?? '', /^Change the client "Agent desktop" in /);
    assert.deepEqual(lines.slice(1, 4), [ASKS, '', 'Scopes: + presence']);
    assert.equal(await puts(), 1);
  });

  it('is not made by an answer that comes when the agent has given up, and the person is told', async () => {
    const giving = new AbortController();
    const made = changesAnsweredWithin().make(wish, giving.signal);
    await asked();
    giving.abort();
    assert.deepEqual(await made, { kind: 'unanswered' });
    answer(true);
    await until(() => dialogs.said.at(-1)?.startsWith('The AI agent does not wait') === true);
    assert.equal(await puts(), 0);
  });

  it('is not made when nobody answers in time, nor when the person declines', async () => {
    assert.deepEqual(await changesAnsweredWithin(1).make(wish, new AbortController().signal), {
      kind: 'unanswered',
    });
    dialogs.confirms = () => false;
    assert.deepEqual(await changesAnsweredWithin().make(wish, new AbortController().signal), {
      kind: 'declined',
    });
    assert.equal(await puts(), 0);
  });
});
