import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'mocha';
import { done } from '../../src/core/clients/history.ts';
import { createClient } from '../../src/core/platform/oauthClients.ts';
import { carryOutOn } from '../../src/host/clients/carryOut.ts';
import { ClientChanges } from '../../src/host/clients/clientChanges.ts';
import { ClientHistory } from '../../src/host/clients/clientHistory.ts';
import { AGENT_DESKTOP, automation } from '../host/practiceClients.ts';
import { FakeDialogs } from './fakeDialogs.ts';
import type { Rehearsal } from './rehearsal.ts';
import { aSecondLater, sharedStorage } from './sharedStorage.ts';
import { until } from './until.ts';
import { useWindows } from './windows.ts';

const CLIENT = { id: 'client-1', region: 'mypurecloud.jp', practice: false };

describe('What was done to clients', () => {
  const log = { warn: (reason: unknown) => assert.fail(String(reason)) };

  it('is kept for each client apart, the newest first', async () => {
    const history = new ClientHistory(sharedStorage().aWindow(), log, aSecondLater());
    await history.add(CLIENT, done('created'));
    await history.add({ ...CLIENT, id: 'CLIENT-1' }, done('secret-rotated'));
    await history.add({ ...CLIENT, practice: true }, done('deleted'));
    await history.add({ ...CLIENT, id: 'client-11' }, done('deleted'));
    assert.deepEqual(
      history.of(CLIENT).map(({ what }) => what),
      ['secret-rotated', 'created'],
    );
    await history.forgetPractice(CLIENT.region);
    assert.deepEqual(history.of({ ...CLIENT, practice: true }), []);
    assert.equal(history.of(CLIENT).length, 2);
  });

  it('is not written over by another window that notes something at the same time', async () => {
    const storage = sharedStorage();
    const [first, second] = [storage.aWindow(), storage.aWindow()];
    await new ClientHistory(first, log).add(CLIENT, done('activated'));
    await new ClientHistory(second, log).add(CLIENT, done('deactivated'));
    const whats = new ClientHistory(storage.aWindow(), log).of(CLIENT).map(({ what }) => what);
    assert.deepEqual(whats.sort(), ['activated', 'deactivated']);
  });

  it('has an end: the oldest goes first, of a client and of all', async () => {
    const storage = sharedStorage();
    const history = new ClientHistory(storage.aWindow(), log, aSecondLater());
    for (let count = 0; count < 55; count += 1) await history.add(CLIENT, done('changed'));
    assert.equal(history.of(CLIENT).length, 50);
    assert.equal(history.of(CLIENT).at(-1)?.at, new Date(6000).toISOString());
    for (let count = 0; count < 480; count += 1)
      await history.add({ ...CLIENT, id: `other-${count}` }, done('created'));
    assert.equal(storage.values.size, 500);
    assert.equal(history.of(CLIENT).length, 20);
  });

  it('is told without what has no meaning any more, and its loss fails nothing', async () => {
    const storage = sharedStorage();
    const warned: unknown[] = [];
    const refusing = {
      ...storage.aWindow(),
      update: async () => {
        throw new Error('The disk is full.');
      },
    };
    const history = new ClientHistory(refusing, { warn: (reason) => warned.push(reason) });
    await history.add(CLIENT, done('created'));
    assert.equal(warned.length, 1);
    const window = storage.aWindow();
    await new ClientHistory(window, log).add(CLIENT, done('created'));
    const [key] = window.keys();
    await window.update(`${key}-2`, { what: 'created' });
    await window.update(`${key}-3`, 'created');
    assert.equal(new ClientHistory(window, log).of(CLIENT).length, 1);
  });
});

describe('What is done to a client from this VS Code', () => {
  const windows = useWindows();
  let window: Rehearsal;
  let dialogs: FakeDialogs;
  let clientId: string;

  beforeEach(async () => {
    window = await windows.open();
    dialogs = new FakeDialogs();
    const made = await createClient(await automation(window.org.baseUrl), AGENT_DESKTOP);
    assert.ok(made.ok);
    clientId = made.value.client.id;
    await window.connectAs('administrator');
    await window.services.orgClients.refresh();
  });

  function noted(id = clientId): string[] {
    const entries = window.services.history.of({ id, region: window.org.region, practice: true });
    return entries.map(({ what, outcome }) => (outcome === 'done' ? what : `${what}?`));
  }

  async function act(action: Parameters<typeof carryOutOn>[4]): Promise<void> {
    const [org] = window.services.orgClients.current();
    const client = org?.clients.find(({ id }) => id === clientId);
    assert.ok(org !== undefined && client !== undefined);
    const changes = new ClientChanges(window.services, dialogs);
    await carryOutOn(window.services, dialogs, changes, { org, client }, action);
  }

  const change = (kind: 'activate' | 'deactivate') => ({ kind: 'change', change: { kind } }) as const;

  it('is noted as it ends: changed, undone, rotated, deleted', async () => {
    assert.deepEqual(noted(), []);
    await act(change('deactivate'));
    await act(change('activate'));
    await act({ kind: 'rotate' });
    dialogs.accepts = true;
    const uris = ['https://crm.test/more'];
    await act({ kind: 'change', change: { kind: 'add-redirect-uris', uris } });
    await until(() => noted().length === 5);
    await act({ kind: 'delete' });
    assert.deepEqual(noted(), [
      'deleted',
      'change-undone',
      'changed',
      'secret-rotated',
      'activated',
      'deactivated',
    ]);
    const secret = await window.secretKept(clientId);
    assert.ok(secret === undefined || !window.remembers().includes(secret));
  });

  it('is not noted where nothing came of it, and as not certain where nobody knows', async () => {
    const edit = { method: 'PUT', pathPrefix: '/api/v2/oauth/clients/' } as const;
    await window.trouble({ kind: 'forbidden', times: 1, ...edit });
    await act(change('deactivate'));
    dialogs.confirms = () => false;
    await act({ kind: 'delete' });
    assert.deepEqual(noted(), []);
    dialogs.confirms = (question) => !question.startsWith('It is not certain');
    await window.trouble({ kind: 'lost', times: 1, method: 'POST', pathPrefix: `/api/v2/oauth/clients/` });
    await act({ kind: 'rotate' });
    assert.deepEqual(noted(), ['secret-rotated?']);
  });

  it('is noted as half of it where a deletion stops half-way', async () => {
    await window.trouble({
      kind: 'forbidden',
      times: 1,
      method: 'DELETE',
      pathPrefix: '/api/v2/oauth/clients/',
    });
    await act({ kind: 'delete' });
    assert.deepEqual(noted(), ['deactivated']);
  });

  it('begins with its creation by Save', async () => {
    const change = { name: 'Night shift', target: { kind: 'by-hand' as const } };
    await window.does({ type: 'answer', revision: 1, change });
    await window.save();
    const { run } = window.state();
    assert.ok(run?.kind === 'finished', JSON.stringify(run));
    assert.deepEqual(noted(run.client.id), ['created']);
  });
});
