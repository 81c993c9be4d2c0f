import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Concern, ListedClient } from '../../../src/core/clients/concerns.ts';
import { groupsOf } from '../../../src/core/clients/groups.ts';
import { GrantType } from '../../../src/core/platform/oauthClients.ts';
import { groupName } from '../../../src/core/texts/clientList.ts';

const IMPLICIT: Concern = { kind: 'implicit-grant' };
const token = (standing: 'expiring' | 'expired'): Concern => ({
  kind: 'token',
  standing,
  endsAt: '1970-01-01T00:00:00Z',
  at: { kind: 'scim', uri: '', path: '', line: 1 },
});
const ENDED = token('expired');
const ENDING = token('expiring');

function listed(
  name: string,
  grant: string | undefined,
  state = 'active',
  ...concerns: Concern[]
): ListedClient {
  const authorizedGrantType = grant === undefined ? {} : { authorizedGrantType: grant };
  return { client: { id: `id of ${name}`, name, state, ...authorizedGrantType }, mentions: [], concerns };
}

const shown = (...clients: ListedClient[]) =>
  groupsOf(clients).map((group) => [groupName(group.id), ...group.clients.map(({ client }) => client.name)]);

describe('The clients of an org, in groups', () => {
  it('begin with those that need attention, what keeps people out first, and what matters as much by name', () => {
    const clients = [
      listed('Wallboard', 'TOKEN', 'active', IMPLICIT),
      listed('Ping', 'CLIENT-CREDENTIALS', 'active', ENDING),
      listed('Zscaler', 'CLIENT-CREDENTIALS', 'active', ENDED),
      listed('Okta', 'CLIENT-CREDENTIALS', 'active', ENDED, IMPLICIT),
      listed('App', 'CODE'),
    ];
    assert.deepEqual(shown(...clients), [
      ['Need attention', 'Okta', 'Zscaler', 'Ping', 'Wallboard'],
      ['Code Authorization / PKCE', 'App'],
    ]);
  });

  it('are by name as people count, so that 2 comes before 10', () => {
    const clients = ['Team 10', 'team 2', 'Team 1'].map((name) => listed(name, 'CODE'));
    assert.deepEqual(shown(...clients)[0]?.slice(1), ['Team 1', 'team 2', 'Team 10']);
  });

  it('are each in one group, whatever the API calls their grant type and state', () => {
    const grants = [...GrantType.options, 'PASSWORD', 'NEW', undefined];
    const clients = grants.flatMap((grant) => [
      listed(`${grant}`, grant),
      listed(`${grant} off`, grant, 'disabled'),
      listed(`${grant} later`, grant, 'a new state'),
    ]);
    const names = groupsOf(clients).flatMap((group) => group.clients.map(({ client }) => client.name));
    assert.deepEqual(names.sort(), clients.map(({ client }) => client.name).sort());
    assert.equal(groupsOf(clients).at(-1)?.id, 'not-active');
  });

  it('by use are those that nobody used for longest first, whatever is to be looked after', () => {
    const used = (name: string, day: string, ...concerns: Concern[]): ListedClient => ({
      ...listed(name, 'CODE', 'active', ...concerns),
      use: { kind: 'used', day },
    });
    const clients = [
      used('New', '2026-11-29', ENDED),
      used('Old', '2026-01-02'),
      used('Older', '2025-12-31'),
    ];
    const groups = groupsOf(clients, 'use').map((group) => group.clients.map(({ client }) => client.name));
    assert.deepEqual(groups.flat(), ['Older', 'Old', 'New']);
    const unused = [listed('A', 'CODE'), listed('B', 'CODE', 'active', ENDED)].map((each) => ({
      ...each,
      use: { kind: 'unused' as const },
    }));
    assert.deepEqual(
      groupsOf(unused, 'use').flatMap((group) => group.clients.map(({ client }) => client.name)),
      ['A', 'B'],
    );
  });

  it('are none where there are none', () => {
    assert.deepEqual(groupsOf([]), []);
  });
});
