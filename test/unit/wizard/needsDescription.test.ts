import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { KnownDescription } from '../../../src/core/privileges/description.ts';
import { aDescription } from '../../wizard/description.ts';
import { begin, find, needsIn } from './needsAsked.ts';

describe('What the API says of its operations', () => {
  it('is said to be on its way, and no more once that was cancelled', async () => {
    const wizard = await begin();
    wizard.world.description = 'held';
    const finding = wizard.does({ type: 'find-needs', text: 'getUsers', anew: false });
    assert.deepEqual(wizard.state.needs.description, { kind: 'reading', host: 'api.mypurecloud.jp' });
    await wizard.does({ type: 'stop-finding' });
    await finding;
    assert.deepEqual(wizard.state.needs, { description: { kind: 'unasked' }, found: null });
  });

  it('is said not to be read, and then taken from a file', async () => {
    const wizard = await begin();
    wizard.world.description = { ok: false, why: { kind: 'cut-off' } };
    await wizard.does({ type: 'find-needs', text: 'getUsers', anew: false });
    const failed = { kind: 'failed', host: 'api.mypurecloud.jp', why: { kind: 'cut-off' } };
    assert.deepEqual(needsIn(wizard), { description: failed, found: null });
    await wizard.does({ type: 'take-description' });
    assert.deepEqual(needsIn(wizard), { description: failed, found: null }, 'cancelled');
    wizard.world.chosenFile = { ok: true, description: aDescription({ date: '2026-10-01T00:00:00.000Z' }) };
    await wizard.does({ type: 'take-description' });
    const { description, found } = needsIn(wizard);
    assert.equal(found?.scopes[0]?.scope, 'users:readonly');
    assert.equal(description.kind === 'known' && description.date, '2026-10-01T00:00:00.000Z');
  });

  it('is said to have more than could be understood', async () => {
    const wizard = await begin();
    wizard.world.description = { ok: true, description: aDescription({ unread: 3 }) };
    await find(wizard, 'getUsers');
    const { description } = needsIn(wizard);
    assert.equal(description.kind === 'known' && description.unread, 3);
  });

  it('answers whoever asked first, too, where a search asks while it is read', async () => {
    const wizard = await begin();
    let answer: (known: KnownDescription) => void = () => undefined;
    wizard.world.description = new Promise((resolve) => {
      answer = resolve;
    });
    await wizard.begins({ type: 'find-needs', text: 'getUsers', anew: false });
    await wizard.begins({ type: 'find-operations', search: 'getUsers', read: true });
    answer({ ok: true, description: aDescription() });
    await wizard.begins({ type: 'find-operations', search: 'getUsers', read: true });
    assert.equal(needsIn(wizard).found?.scopes[0]?.scope, 'users:readonly');
  });

  it('is told to be that of another region where the file that was chosen is', async () => {
    const wizard = await begin();
    wizard.world.description = { ok: false, why: { kind: 'cut-off' } };
    await wizard.does({ type: 'find-needs', text: 'getUsers', anew: false });
    wizard.world.chosenFile = { ok: false, why: { kind: 'file-unreadable', reason: 'EACCES' } };
    await wizard.does({ type: 'take-description' });
    wizard.world.chosenFile = { ok: true, description: aDescription({ host: 'api.mypurecloud.com' }) };
    await wizard.does({ type: 'take-description' });
    const { description } = needsIn(wizard);
    assert.deepEqual(description.kind === 'known' && description.insteadOf, { kind: 'cut-off' });
  });

  it('is told with the reason where it is that of another region', async () => {
    const wizard = await begin();
    wizard.world.description = {
      ok: true,
      description: aDescription({ host: 'api.mypurecloud.com' }),
      insteadOf: { kind: 'not-json' },
    };
    await find(wizard, 'getUsers');
    assert.deepEqual(wizard.state.needs.description, {
      kind: 'known',
      host: 'api.mypurecloud.com',
      date: '2026-11-20T00:00:00.000Z',
      insteadOf: { kind: 'not-json' },
    });
  });

  it('is not asked for while nobody has said where the client is made', async () => {
    const wizard = await begin({}, { connected: false });
    await wizard.does({ type: 'find-needs', text: 'getUsers', anew: false });
    assert.deepEqual(wizard.state.needs, { description: { kind: 'unasked' }, found: null });
  });

  it('is forgotten with the answers', async () => {
    const wizard = await begin();
    await find(wizard, 'getUsers');
    await wizard.does({ type: 'start-over' });
    assert.equal(wizard.state.needs.found, null);
  });
});
