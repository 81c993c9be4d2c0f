import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'mocha';
import { carryOutOn } from '../../src/host/clients/carryOut.ts';
import { ClientChanges } from '../../src/host/clients/clientChanges.ts';
import { keepAsCode } from '../../src/host/clients/keepAsCode.ts';
import { WrittenClients } from '../../src/host/drift/writtenClients.ts';
import { AGENTS, type DriftDesk, useDriftDesk } from './driftDesk.ts';
import { aSecondLater, sharedStorage } from './sharedStorage.ts';
import { until } from './until.ts';

const HOME = { id: 'client-1', region: 'mypurecloud.jp', practice: false };
const client = (id: string, name = 'CRM') => ({ id, name, authorizedGrantType: 'CODE', secret: 'canary' });

const log = { warn: (reason: unknown) => assert.fail(String(reason)) };

describe('Clients as they were last written here', () => {
  it('are kept for each client apart, without a secret, and forgotten with a practice org', async () => {
    const storage = sharedStorage();
    const written = new WrittenClients(storage.aWindow(), log);
    await written.note('saved', { home: HOME, account: 'account-1', client: client('client-1') });
    await written.note('exported', { home: { ...HOME, practice: true }, client: client('client-1', 'Mine') });
    assert.equal(written.of({ ...HOME, id: 'CLIENT-1' })?.fields.name, 'CRM');
    assert.doesNotMatch(JSON.stringify([...storage.values]), /canary/);
    assert.deepEqual(written.homes().length, 2);
    await written.forgetPractice(HOME.region);
    assert.equal(written.of({ ...HOME, practice: true }), undefined);
    assert.equal(written.of(HOME)?.account, 'account-1');
    assert.deepEqual(
      written.in(HOME).map(({ id }) => id),
      ['client-1'],
    );
  });

  it('are not written over by another window that notes something at the same time', async () => {
    const storage = sharedStorage();
    const [first, second] = [storage.aWindow(), storage.aWindow()];
    const other = { ...HOME, id: 'client-2' };
    await new WrittenClients(first, log).note('saved', { home: HOME, client: client('client-1') });
    await new WrittenClients(second, log).note('saved', { home: other, client: client('client-2') });
    const written = new WrittenClients(storage.aWindow(), log);
    assert.ok(written.of(HOME) && written.of(other));
  });

  it('have an end: the oldest goes first', async () => {
    const storage = sharedStorage();
    const written = new WrittenClients(storage.aWindow(), log, aSecondLater());
    await written.note('saved', { home: HOME, client: client('client-1') });
    const many = Array.from({ length: 600 }, (_, index) => {
      return { home: { ...HOME, id: `other-${index}` }, client: client(`other-${index}`) };
    });
    await written.note('exported', ...many);
    assert.equal(storage.values.size, 500);
    assert.equal(written.of(HOME), undefined);
    assert.ok(written.of({ ...HOME, id: 'other-599' }));
  });

  it('are told without what has no meaning any more, and their loss fails nothing', async () => {
    const window = sharedStorage().aWindow();
    const written = new WrittenClients(window, log);
    await written.note('saved', { home: HOME, client: client('client-1') });
    const [key = ''] = window.keys();
    await window.update(key, { at: 'x', origin: 'saved', fields: { name: 7 } });
    assert.equal(written.of(HOME)?.fields.name, undefined);
    await window.update(key, 'saved');
    assert.equal(written.of(HOME), undefined);
    const warned: unknown[] = [];
    const refusing = { ...window, update: async () => assert.fail('The disk is full.') };
    const broken = new WrittenClients(refusing, { warn: (reason) => warned.push(reason) });
    await broken.note('saved', { home: HOME, client: client('client-1') });
    assert.equal(warned.length, 1);
  });
});

describe('What is done from this VS Code', () => {
  const { desk: now } = useDriftDesk();
  let desk: DriftDesk;
  let id: string;

  beforeEach(async () => {
    desk = now();
    id = await desk.make(AGENTS);
    await desk.window.services.orgClients.refresh();
  });

  const written = () => {
    const { region, practice } = desk.found(id).org;
    return desk.window.services.written.of({ id, region, practice });
  };
  const act = async (action: Parameters<typeof carryOutOn>[4]) => {
    const { services } = desk.window;
    await carryOutOn(
      services,
      desk.dialogs,
      new ClientChanges(services, desk.dialogs),
      desk.found(id),
      action,
    );
  };

  it('is remembered: a change, and its undoing', async () => {
    await act({ kind: 'change', change: { kind: 'deactivate' } });
    assert.deepEqual([written()?.origin, written()?.fields.state], ['changed', 'inactive']);
    desk.dialogs.accepts = true;
    await act({ kind: 'change', change: { kind: 'activate' } });
    await until(() => written()?.fields.state === 'inactive');
  });

  it('is not remembered once the client is deleted from here', async () => {
    const { region, practice } = (await desk.remember(id)).org;
    await act({ kind: 'delete' });
    assert.equal(desk.window.services.written.of({ id, region, practice }), undefined);
  });

  it('is remembered as it was kept as code', async () => {
    desk.dialogs.choices = ['Terraform'];
    const services = { ...desk.window.services, dialogs: desk.dialogs };
    await keepAsCode(services, { show: async () => undefined }, [desk.found(id)]);
    assert.deepEqual([written()?.origin, written()?.fields.name], ['exported', 'Agents']);
    await desk.changes(id, { description: 'Mine' });
    await desk.drift.compareClient(desk.found(id));
    assert.match((await desk.sides()).meant, /As it was kept as code from here/);
    assert.deepEqual(await desk.differing(), ['− Description: For the desks', '+ Description: Mine']);
  });

  it('is remembered as Save has made it', async () => {
    const change = { name: 'Night shift', target: { kind: 'by-hand' as const } };
    await desk.window.does({ type: 'answer', revision: 1, change });
    await desk.window.save();
    const { run } = desk.window.state();
    assert.ok(run?.kind === 'finished', JSON.stringify(run));
    id = run.client.id;
    await desk.window.services.orgClients.refresh();
    assert.deepEqual([written()?.origin, written()?.fields.name], ['saved', 'Night shift']);
    await desk.drift.compareClient(desk.found(id));
    assert.match(desk.said(), /Nothing differs/);
    assert.ok(!JSON.stringify(written()).includes((await desk.window.secretKept(id)) ?? 'canary'));
  });
});
