import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { compareRecords } from '../../../src/core/clients/difference.ts';
import {
  changedFields,
  deletedHereAt,
  done,
  HistoryEntry,
  hasNewSecretSinceToken,
  type NewHistoryEntry,
  standingOf,
} from '../../../src/core/clients/history.ts';
import { changeEntry, deletionEntry, fateEntry, notCertain } from '../../../src/core/operations/history.ts';
import type { Fate } from '../../../src/core/operations/severalClients.ts';
import { type ClientRecord, clientOf } from '../../../src/core/platform/clientRecord.ts';
import type { OAuthClient } from '../../../src/core/platform/oauthClients.ts';

const client: OAuthClient = {
  id: 'client-1',
  name: 'CRM',
  scope: ['users', 'routing'],
  registeredRedirectUri: ['https://crm.test/'],
  state: 'active',
};

let count = 0;

function noted(entry: HistoryEntry['what'] | NewHistoryEntry): HistoryEntry {
  count += 1;
  const at = '2026-03-01T09:00:00.000Z';
  return { ...(typeof entry === 'string' ? done(entry) : entry), id: `${count}`, at };
}

const changedTo = (after: Partial<OAuthClient>) =>
  noted(done('changed', { fields: changedFields(compareRecords(client, { ...client, ...after }), after) }));

describe('What was done to a client', () => {
  it('is still so as long as each field has the value that it was given, in whatever order', () => {
    const entry = changedTo({ name: 'Help line', scope: ['users', 'analytics'] });
    const standing = (now: Partial<OAuthClient>) => standingOf(entry, [entry], { ...client, ...now });
    assert.equal(standing({ name: 'Help line', scope: ['analytics', 'users'] }), 'still-so');
    assert.equal(standing({ name: 'Help line', scope: ['users'] }), 'changed-since');
    assert.equal(standing({ name: 'CRM', scope: ['users', 'analytics'] }), 'changed-since');
    assert.equal(standingOf(entry, [entry], undefined), 'changed-since');
  });

  it('is not so any more where a field has another value of the same length', () => {
    const named = changedTo({ name: 'Help line' });
    assert.equal(standingOf(named, [named], { ...client, name: 'Help desk' }), 'changed-since');
    const rolesOf = (roleId: string) => ({ roleDivisions: [{ roleId, divisionId: '*' }] });
    const given = changedTo(rolesOf('admin'));
    assert.equal(standingOf(given, [given], { ...client, ...rolesOf('agent') }), 'changed-since');
    assert.equal(standingOf(given, [given], { ...client, ...rolesOf('admin') }), 'still-so');
  });

  it('tells when a client was deleted from here, unless it came back since', () => {
    const at = (...newestFirst: Parameters<typeof noted>[0][]) => deletedHereAt(newestFirst.map(noted));
    assert.equal(at('deleted', 'changed', 'created'), '2026-03-01T09:00:00.000Z');
    assert.equal(at('restored', 'deleted'), undefined);
    assert.equal(at('created'), undefined);
    assert.equal(at(notCertain(done('deleted')), 'created'), undefined);
  });

  it('S6: tells whether the client got another secret since its last token: whether that one goes on is not known then', () => {
    const since = (...newestFirst: HistoryEntry['what'][]) => hasNewSecretSinceToken(newestFirst.map(noted));
    assert.equal(since(), false);
    assert.equal(since('created'), false);
    assert.equal(since('token-made', 'secret-rotated', 'created'), false);
    assert.equal(since('secret-rotated', 'created'), true);
    assert.equal(since('changed', 'secret-rotated', 'token-made', 'created'), true);
    assert.equal(since('secret-rotated'), true, 'what was before it is not known');
  });

  it('is read as it was kept, and not where it is something else', () => {
    const entry = changedTo({ name: 'Help line' });
    assert.deepEqual(HistoryEntry.parse({ ...entry, undoes: 'entry-1' }), { ...entry, undoes: 'entry-1' });
    const odd = [{ what: 'renamed' }, { outcome: 'perhaps' }, { fields: [{ name: 'name' }] }, { at: 7 }];
    for (const part of odd)
      assert.equal(HistoryEntry.safeParse({ ...entry, ...part }).success, false, JSON.stringify(part));
  });

  it('keeps no value of a field, whatever it is', () => {
    const entry = changedTo({ description: 'Zx81CanaryThatNobodyMayRead' });
    assert.ok(!JSON.stringify(entry).includes('Canary'));
    assert.deepEqual(
      entry.fields?.map(({ name }) => name),
      ['description'],
    );
  });

  it('is undone once an undo says so, and not certain where the answer was lost', () => {
    const entry = changedTo({ name: 'Help line' });
    const undo = noted(done('change-undone', { undoes: entry.id }));
    assert.equal(standingOf(entry, [undo, entry], { ...client, name: 'Help line' }), 'undone');
    assert.equal(standingOf(undo, [undo, entry], client), 'unknown');
    const lost = noted(notCertain(done('secret-rotated')));
    assert.equal(standingOf(lost, [lost], client), 'not-certain');
  });

  it('is told by the state of the client where it was about that', () => {
    const inactive = { ...client, state: 'inactive' };
    for (const [what, now, standing] of [
      ['created', client, 'still-so'],
      ['created', undefined, 'changed-since'],
      ['activated', client, 'still-so'],
      ['activated', inactive, 'changed-since'],
      ['activated', undefined, 'changed-since'],
      ['activated', { id: 'client-1', name: 'CRM' }, 'still-so'],
      ['restored', client, 'still-so'],
      ['deactivated', inactive, 'still-so'],
      ['deactivated', client, 'changed-since'],
      ['deactivated', undefined, 'changed-since'],
      ['deleted', undefined, 'still-so'],
      ['deleted', inactive, 'still-so'],
      ['deleted', client, 'changed-since'],
      ['token-made', client, 'unknown'],
    ] as const) {
      const entry = noted(what);
      assert.equal(standingOf(entry, [entry], now), standing, `${what} ${now?.state}`);
    }
  });

  it('says of a secret only that a later one has taken its place', () => {
    const [newer, older] = [noted('secret-rotated'), noted('secret-rotated')];
    assert.equal(standingOf(newer, [newer, older], client), 'unknown');
    assert.equal(standingOf(older, [newer, older], client), 'changed-since');
    assert.equal(standingOf(newer, [noted('activated'), newer, older], client), 'unknown');
  });

  it('claims nothing of a field that the list of clients does not show', () => {
    const entry = noted(done('changed', { fields: [{ name: 'somethingNew', mark: '3-abc' }] }));
    assert.equal(standingOf(entry, [entry], client), 'unknown');
    const { fields = [] } = changedTo({ name: 'Help line' });
    const both = noted(done('changed', { fields: [...fields, { name: 'somethingNew', mark: '3-abc' }] }));
    assert.equal(standingOf(both, [both], { ...client, name: 'Help line' }), 'unknown');
    assert.equal(standingOf(both, [both], client), 'changed-since');
    const none = noted(done('changed', { fields: [] }));
    assert.equal(standingOf(none, [none], client), 'unknown');
  });

  it('is the same where nothing, an empty text and an empty list stand for each other', () => {
    const emptied = { scope: [], description: '' };
    const before = { ...client, description: 'Help line' };
    const fields = changedFields(compareRecords(before, { ...before, ...emptied }), emptied);
    const entry = noted(done('changed', { fields }));
    for (const nothing of [undefined, null])
      assert.equal(
        standingOf(entry, [entry], { ...client, scope: nothing, description: nothing }),
        'still-so',
        String(nothing),
      );
    assert.equal(standingOf(entry, [entry], { ...client, scope: ['users'] }), 'changed-since');
  });

  it('is about the state of a client that is active unless it says otherwise', () => {
    const inactive = { ...client, state: 'inactive' };
    const entry = noted(done('changed', { fields: changedFields(compareRecords(inactive, client), client) }));
    const { state: _, ...stateless } = client;
    assert.equal(standingOf(entry, [entry], stateless), 'still-so');
    assert.equal(standingOf(entry, [entry], inactive), 'changed-since');
  });
});

describe('The end of an operation, as it is noted', () => {
  const before = { ...client };

  it('is what a change was about: the state, or the fields', () => {
    const sent = { ...before, state: 'inactive' };
    const of = (kind: 'activate' | 'deactivate', was: ClientRecord) =>
      changeEntry([{ kind }], { before: was, sent, after: sent }).what;
    assert.equal(of('deactivate', before), 'deactivated');
    assert.equal(of('activate', before), 'activated');
    assert.equal(of('activate', { ...before, dateToDelete: '2026-03-08T00:00:00Z' }), 'restored');
    const after = { ...before, scope: ['users'] };
    const { what, fields } = changeEntry([{ kind: 'add-scopes', scopes: [] }], {
      before,
      sent: after,
      after,
    });
    assert.deepEqual([what, fields?.map(({ name }) => name)], ['changed', ['scope']]);
  });

  it('is the fields of a change that was about more than the state', () => {
    const inactive = { ...before, state: 'inactive' };
    const sent = { ...before, scope: ['users', 'routing', 'analytics'] };
    const changes = [{ kind: 'activate' }, { kind: 'add-scopes', scopes: ['analytics'] }] as const;
    const { what, fields } = changeEntry(changes, { before: inactive, sent, after: sent });
    assert.equal(what, 'changed');
    assert.deepEqual(fields?.map(({ name }) => name).sort(), ['scope', 'state']);
  });

  it('is still so where an org says more of the roles of a client than its list is read for', () => {
    const roleDivisions = [{ roleId: 'admin', divisionId: '*' }];
    const after = { ...before, roleDivisions: roleDivisions.map((each) => ({ ...each, note: 'new' })) };
    const entry = noted(changeEntry([], { before, sent: { ...before, roleDivisions }, after }));
    assert.equal(standingOf(entry, [entry], clientOf(after)), 'still-so');
    assert.equal(standingOf(entry, [entry], { ...client, roleDivisions: [] }), 'changed-since');
  });

  it('is what a deletion has left', () => {
    const error = { kind: 'cancelled' } as const;
    assert.equal(deletionEntry({ ok: true }, before)?.what, 'deleted');
    assert.equal(deletionEntry({ ok: false, error, left: 'as-it-was' }, before), undefined);
    assert.equal(deletionEntry({ ok: false, error, left: 'inactive' }, before)?.what, 'deactivated');
    assert.deepEqual(deletionEntry({ kind: 'not-deleted', error, left: 'unknown' }, before), {
      what: 'deleted',
      outcome: 'not-certain',
    });
    assert.equal(deletionEntry({ kind: 'changed-meanwhile', now: before }, before), undefined);
  });

  it('is no deactivation where a deletion has left a client inactive that was so before', () => {
    const error = { kind: 'cancelled' } as const;
    const inactive = { ...before, state: 'inactive' };
    assert.equal(deletionEntry({ kind: 'not-deleted', error, left: 'inactive' }, inactive), undefined);
  });

  it('is of each of several what was done to it, and nothing where it was left as it was', () => {
    const org = { account: 'a', orgName: 'Org', region: 'mypurecloud.com', practice: false, readAt: '' };
    const found = { client: { ...client, authorizedGrantType: 'CODE' }, org: { ...org, clients: [] } };
    const error = { kind: 'no-answer', reason: 'broken' } as const;
    const sent = { ...before, state: 'inactive' };
    const changed = { kind: 'changed', before, sent, after: sent, unexpected: [] } as const;
    const of = (kind: 'activate' | 'deactivate' | 'delete', fate: Fate) => {
      const entry = fateEntry({ kind }, { found, fate });
      return entry && `${entry.what} ${entry.outcome}`;
    };
    assert.equal(of('deactivate', changed), 'deactivated done');
    assert.equal(of('activate', { kind: 'uncertain', error, lookup: undefined }), 'activated not-certain');
    assert.equal(of('delete', { kind: 'deleted' }), 'deleted done');
    assert.equal(of('delete', { kind: 'failed', error, left: 'inactive' }), 'deactivated done');
    assert.equal(of('delete', { kind: 'failed', error, left: 'unknown' }), 'deleted not-certain');
    assert.equal(of('deactivate', { kind: 'failed', error }), undefined);
    assert.equal(of('deactivate', { kind: 'unchanged' }), undefined);
    assert.equal(of('delete', { kind: 'not-begun', error }), undefined);
    const uris = ['https://crm.test/', 'https://crm.test/b'];
    const lost: Fate = { kind: 'uncertain', error, lookup: undefined };
    const addition = fateEntry({ kind: 'add-redirect-uris', uris }, { found, fate: lost });
    assert.deepEqual(
      addition?.fields?.map(({ name }) => name),
      ['registeredRedirectUri'],
    );
  });
});
