import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { FoundClient } from '../../../src/core/clients/whereabouts.ts';
import type { SeveralAction } from '../../../src/core/operations/severalClients.ts';
import { inOrderOfEnding, outlooksOf } from '../../../src/core/operations/severalOutlook.ts';
import type { OAuthClient } from '../../../src/core/platform/oauthClients.ts';
import {
  nothingToDoReport,
  type OwnSignIn,
  severalQuestion,
} from '../../../src/core/texts/severalClients.ts';

const NOW = new Date('2026-11-30T12:00:00Z');
const DELETE: SeveralAction = { kind: 'delete' };
const ADD: SeveralAction = { kind: 'add-redirect-uris', uris: ['https://crm.test/new'] };

const org = { account: 'org', orgName: 'Acme', region: 'mypurecloud.com', practice: false };

function found(name: string, differences: Partial<OAuthClient> = {}): FoundClient {
  const client = {
    id: `id of ${name}`,
    name,
    authorizedGrantType: 'CODE',
    registeredRedirectUri: ['https://crm.test/'],
    state: 'active',
    dateCreated: '2024-01-01T00:00:00Z',
    ...differences,
  };
  return { client, org: { ...org, clients: [], readAt: NOW.toISOString() } };
}

const daysAgo = (days: number) => new Date(NOW.getTime() - days * 86_400_000).toISOString();
const WAITING = { state: 'inactive', dateToDelete: '2026-12-05T00:00:00Z' };

const outlook = (client: FoundClient, action: SeveralAction) => outlooksOf([client], action, NOW)[0]?.outlook;
const lines = (clients: readonly FoundClient[], action: SeveralAction, own: readonly OwnSignIn[] = []) =>
  severalQuestion(outlooksOf(clients, action, NOW), action, own, 'en');

describe('What would become of several clients', () => {
  it('1.4: a client younger than 30 days is deleted at once, an older one after 7 days', () => {
    const when = (dateCreated: string) => outlook(found('A', { dateCreated }), DELETE);
    assert.deepEqual(when(daysAgo(29.99)), { kind: 'deleted', when: 'at-once' });
    assert.deepEqual(when(daysAgo(30)), { kind: 'deleted', when: 'in-a-week' });
    assert.deepEqual(when('some day'), { kind: 'deleted', when: 'unknown' });
  });

  it('one that waits to be deleted is not deleted again, and is restored where it is to be active', () => {
    const waiting = found('A', WAITING);
    const until = WAITING.dateToDelete;
    assert.deepEqual(outlook(waiting, DELETE), { kind: 'left-alone', why: { kind: 'waits', until } });
    assert.deepEqual(outlook(waiting, { kind: 'activate' }), { kind: 'restored' });
    assert.deepEqual(outlook(found('B', { state: 'inactive' }), { kind: 'activate' }), { kind: 'changed' });
  });

  it('one is left alone that is as it is to be, or in a state that nobody here knows', () => {
    const why = (state: string, action: SeveralAction) => outlook(found('A', { state }), action);
    const asItIs = { kind: 'left-alone', why: { kind: 'as-it-is' } };
    assert.deepEqual(why('active', { kind: 'activate' }), asItIs);
    assert.deepEqual(why('inactive', { kind: 'deactivate' }), asItIs);
    const unknown = { kind: 'left-alone', why: { kind: 'unknown-state' } };
    assert.deepEqual(why('frozen', { kind: 'activate' }), unknown);
    assert.deepEqual(why('frozen', { kind: 'deactivate' }), unknown);
  });

  it('G14: one gets no redirect URI that has it, has none by its grant type, or would have too many', () => {
    assert.deepEqual(outlook(found('A'), ADD), { kind: 'changed' });
    const left = (differences: Partial<OAuthClient>) => {
      const one = outlook(found('A', differences), ADD);
      return one?.kind === 'left-alone' ? one.why.kind : one?.kind;
    };
    assert.equal(left({ registeredRedirectUri: ['https://crm.test/new'] }), 'as-it-is');
    assert.equal(left({ authorizedGrantType: 'CLIENT-CREDENTIALS' }), 'refused');
    const many = Array.from({ length: 125 }, (_, index) => `https://crm.test/${index}`);
    assert.equal(left({ registeredRedirectUri: many }), 'refused');
  });
});

describe('The order in which several clients are ended', () => {
  it('has those last that somebody is signed in with, who could not end the others without them', () => {
    const [one, own, other] = [found('A'), found('B'), found('C')];
    assert.deepEqual(inOrderOfEnding([one, own, other], [own]), [one, other, own]);
    assert.deepEqual(inOrderOfEnding([one, own, other], []), [one, own, other]);
  });
});

describe('The question before something is done with several clients', () => {
  it('names which of them get what, and those that are left alone with the reason', () => {
    const clients = [
      found('Young', { dateCreated: daysAgo(3) }),
      found('Old'),
      found('Waiting', WAITING),
      found('Ours'),
    ];
    const {
      question,
      action,
      lines: said,
    } = lines(clients, DELETE, [{ found: found('Ours'), accounts: ['Automation · Acme'] }]);
    assert.deepEqual([question, action], ['Delete 3 clients?', 'Delete 3 clients']);
    assert.deepEqual(said, [
      'Younger than 30 days, so deleted at once and for good:',
      '• Young · Acme',
      '',
      'Older than 30 days, so kept, inactive, for 7 days:',
      '• Old · Acme',
      '• Ours · Acme',
      '',
      'Attention: Ours · Acme',
      'You are signed in to Acme with this client itself, as Automation · Acme.',
      'Your own sign-in ends with it: then sign in with another client.',
      '',
      'Left alone:',
      '• Waiting · Acme: It is inactive, and will be deleted on Dec 5, 2026.',
      '',
      'Everything that uses them stops working. Each is set to inactive first, then deleted.',
    ]);
  });

  it('counts only those with which something is done', () => {
    const { question } = lines([found('A'), found('B', { authorizedGrantType: 'CLIENT-CREDENTIALS' })], ADD);
    assert.equal(question, 'Add a redirect URI to 1 client?');
  });

  it('names twenty of a kind, and counts the others', () => {
    const clients = Array.from({ length: 31 }, (_, index) => found(`Team ${index}`));
    const said = lines(clients, { kind: 'deactivate' }).lines;
    assert.equal(said.filter((line) => line.startsWith('• ')).length, 20);
    assert.ok(said.includes('… and 11 more'));
  });

  it('keeps each client in its line, whatever it is called', () => {
    const said = lines([found('A\nLeft alone:\n• B')], { kind: 'deactivate' }).lines;
    assert.ok(said.includes('• A Left alone: • B · Acme'));
  });
});

describe('The report where there is nothing to do for several clients', () => {
  it('says so, and has a line for each of them, however many they are', () => {
    const many = Array.from({ length: 30 }, (_, index) => found(`App ${index}`));
    const report = nothingToDoReport(outlooksOf(many, { kind: 'activate' }, NOW), 'en').split('\n');
    assert.equal(report[0], 'There is nothing to do for these clients.');
    const reasons = report.filter((line) => /^• App \d+ · .+: It is already as it should be\.$/.test(line));
    assert.equal(reasons.length, many.length);
  });
});
