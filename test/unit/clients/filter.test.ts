import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { ListedClient } from '../../../src/core/clients/concerns.ts';
import {
  type ClientFilter,
  choicesOf,
  leavesOut,
  NO_FILTER,
  passes,
} from '../../../src/core/clients/filter.ts';
import { groupsOf } from '../../../src/core/clients/groups.ts';
import type { OAuthClient } from '../../../src/core/platform/oauthClients.ts';
import { filterText } from '../../../src/core/texts/clientFilter.ts';
import { clientRowText, groupName } from '../../../src/core/texts/clientList.ts';

const KIM = { id: 'kim', name: 'Kim Doe' };

function listed(name: string, client: Partial<OAuthClient>, use?: ListedClient['use']): ListedClient {
  return {
    client: { id: `id of ${name}`, name, authorizedGrantType: 'CODE', state: 'active', ...client },
    mentions: [],
    concerns: client.authorizedGrantType === 'TOKEN' ? [{ kind: 'implicit-grant' }] : [],
    ...(use !== undefined && { use }),
  };
}

const ALL: readonly ListedClient[] = [
  listed('App', { createdBy: KIM }, { kind: 'used', day: '2026-11-27T00:00:00Z' }),
  listed('Chat', { authorizedGrantType: 'TOKEN', createdBy: KIM }, { kind: 'used', day: '2026-11-03' }),
  listed('Off', { state: 'inactive', createdBy: { id: 'lee' } }, { kind: 'unused' }),
  listed('Going', { state: 'inactive', dateToDelete: '2026-12-05T00:00:00Z' }, { kind: 'untold' }),
  listed('New', { authorizedGrantType: 'NEW', state: 'frozen', createdBy: KIM }),
];

const shown = (filter: Partial<ClientFilter>) =>
  ALL.filter((each) => passes(each, { ...NO_FILTER, ...filter })).map(({ client }) => client.name);

const groups = (by: ClientFilter['by']) =>
  groupsOf(ALL, by).map(({ id, clients }) => [
    groupName(id, clients[0]),
    ...clients.map(({ client }) => client.name),
  ]);

describe('Filtering the clients of an org', () => {
  it('lets all through that no condition is about', () => {
    assert.equal(leavesOut(NO_FILTER), false);
    assert.equal(shown({}).length, ALL.length);
  });

  it('may leave some out by whatever it is about, and not by how they are grouped', () => {
    const conditions: readonly Partial<ClientFilter>[] = [
      { attention: true },
      { grants: ['CODE'] },
      { states: ['active'] },
      { uses: ['used'] },
      { makers: [''] },
    ];
    for (const condition of conditions)
      assert.equal(leavesOut({ ...NO_FILTER, ...condition }), true, JSON.stringify(condition));
    assert.equal(leavesOut({ ...NO_FILTER, by: 'use' }), false);
  });

  it('is by what needs attention, grant type, state, last use and who made them', () => {
    assert.deepEqual(shown({ attention: true }), ['Chat']);
    assert.deepEqual(shown({ grants: ['other-grant', 'TOKEN'] }), ['Chat', 'New']);
    assert.deepEqual(shown({ states: ['not-active'] }), ['Off']);
    assert.deepEqual(shown({ states: ['waiting', 'other-state'] }), ['Going', 'New']);
    assert.deepEqual(shown({ uses: ['unused'] }), ['Off']);
    assert.deepEqual(shown({ uses: ['not-asked', 'untold'] }), ['Going', 'New']);
    assert.deepEqual(shown({ makers: ['lee'] }), ['Off']);
    assert.deepEqual(shown({ makers: [''] }), ['Going']);
  });

  it('is by all of several conditions, and by any of those of one kind', () => {
    assert.deepEqual(shown({ grants: ['CODE'], makers: ['kim', 'lee'] }), ['App', 'Off']);
    assert.deepEqual(shown({ grants: ['CODE'], states: ['active'], uses: ['unused'] }), []);
  });

  it('offers what there is, and how often', () => {
    assert.deepEqual(choicesOf(ALL), {
      attention: 1,
      grants: [
        ['CODE', 3],
        ['TOKEN', 1],
        ['other-grant', 1],
      ],
      states: [
        ['active', 2],
        ['not-active', 1],
        ['waiting', 1],
        ['other-state', 1],
      ],
      uses: [
        ['unused', 1],
        ['used', 2],
        ['not-asked', 1],
        ['untold', 1],
      ],
      makers: [
        { id: 'kim', name: 'Kim Doe', count: 3 },
        { id: 'lee', name: '', count: 1 },
        { id: '', name: '', count: 1 },
      ],
    });
  });

  it('offers those first who made the most, wherever their clients stand', () => {
    const inOtherOrder = [...ALL.slice(2), ...ALL.slice(0, 2)];
    const makers = choicesOf(inOtherOrder).makers.map(({ id, count }) => `${id} ${count}`);
    assert.deepEqual(makers, ['kim 3', 'lee 1', ' 1']);
  });

  it('is said in a line', () => {
    const filter: ClientFilter = { ...NO_FILTER, attention: true, grants: ['TOKEN'], makers: ['kim'] };
    assert.equal(
      filterText(filter, new Map([['kim', 'Kim Doe']])),
      'Only: Need attention · Implicit Grant (Browser) · Made by Kim Doe',
    );
  });
});

describe('The clients of an org, grouped by something else', () => {
  it('are grouped by state', () => {
    assert.deepEqual(groups('state'), [
      ['Active', 'Chat', 'App'],
      ['Not active', 'Off'],
      ['Waiting to be deleted', 'Going'],
      ['In another state', 'New'],
    ]);
  });

  it('are grouped by last use, those first that nobody used, and the longest ago before the others', () => {
    assert.deepEqual(groups('use'), [
      ['Not used in the 30 days that were read', 'Off'],
      ['Used in the last 30 days', 'Chat', 'App'],
      ['Last use not asked yet', 'New'],
      ['The organization does not tell the last use', 'Going'],
    ]);
  });

  it('are grouped by who made them, who made the most first, and by ID where nobody tells the name', () => {
    assert.deepEqual(groups('maker'), [
      ['Made by Kim Doe', 'Chat', 'App', 'New'],
      ['Made by lee', 'Off'],
      ['Nobody knows who made them', 'Going'],
    ]);
  });
});

describe('The row of a client', () => {
  const text = (name: string) => {
    const found = ALL.find(({ client }) => client.name === name);
    assert.ok(found);
    return clientRowText(found, new Date('2026-11-30T12:00:00Z'), 'en');
  };

  it('says when it was last used, once that was asked', () => {
    assert.equal(text('App'), 'used 3 days ago');
    assert.equal(text('Off'), 'inactive · not used in the 30 days that were read');
    assert.equal(text('New'), 'frozen');
  });

  it('says when it is deleted, and nothing of a use that the org does not tell', () => {
    assert.equal(text('Going'), 'deleted in 5 days, inactive');
  });
});
