import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { accountIdOf } from '../../../src/core/signIn/accountId.ts';
import { KnownClients } from '../../../src/host/signIn/knownClients.ts';
import { SESSIONS_KEY } from '../../../src/host/signIn/sessions.ts';
import { recall } from '../../../src/host/wizard/memory.ts';
import { fixture, memento, sessionsIn, WIZARD } from './storage.ts';

describe('What 0.1.0 stored on its first day', () => {
  const { workspaceState, secrets } = fixture('first');

  it('is a draft whose answers are all there, but for a consent that did not say to what', () => {
    const { formerDrafts, draft, ...others } = recall(memento(workspaceState));
    const stored: { [WIZARD]: { draft: { replaceClientId: boolean } } } = JSON.parse(
      JSON.stringify(workspaceState),
    );
    const { draft: before, ...rest } = stored[WIZARD];
    const { replaceClientId: _, ...answers } = before;
    assert.deepEqual(draft, answers);
    assert.deepEqual(others, rest);
    assert.deepEqual(formerDrafts, []);
  });

  it('is a sign-in to the practice org, which is kept as a record of another version', async () => {
    const records = secrets[SESSIONS_KEY];
    assert.deepEqual(await sessionsIn(records), { sessions: [], others: records });
  });
});

describe('What 0.1.0 stored once one could sign in', () => {
  const { workspaceState, globalState, secrets } = fixture('signedIn');

  it('is a draft for the admin page', () => {
    assert.deepEqual(recall(memento(workspaceState)), {
      ...Object(workspaceState[WIZARD]),
      formerDrafts: [],
    });
  });

  it('is every sign-in, with what was found on the computer, too', async () => {
    const sessions = (await sessionsIn(secrets[SESSIONS_KEY]))?.sessions ?? [];
    assert.deepEqual(
      sessions.map(({ orgName, source, renewal }) => [
        orgName,
        'holds' in source ? source.holds : source.kind,
        renewal?.kind,
      ]),
      [
        ['Made Up Ltd.', 'browser', 'refresh-token'],
        ['Made Up GmbH', 'client-credentials', 'client-credentials'],
        ['Made Up Plc', 'access-token', undefined],
      ],
    );
  });

  it('is every client to sign in with, and every region', () => {
    const known = new KnownClients(memento(globalState));
    assert.deepEqual(known.clients(), globalState['genesysOAuth.signInClients']);
    assert.deepEqual(known.regions(), globalState['genesysOAuth.recentRegions']);
  });
});

describe('What was stored while there was one practice org only', () => {
  const session = {
    id: 'session-1',
    accessToken: 'a token',
    account: { id: 'practice/an-org', label: 'Administrator · Practice Org' },
    scopes: [],
    orgName: 'Practice Org',
    region: 'mypurecloud.com',
    source: { kind: 'practice-org' },
  };
  const accountsIn = async (account: string, source: object) => {
    const records = [{ ...session, account: { ...session.account, id: account }, source }];
    return (await sessionsIn(records))?.sessions.map((each) => each.account.id);
  };

  it('is a sign-in to that of its region, so that the next one takes its place', async () => {
    const { source } = session;
    const now = accountIdOf({ practice: true, region: session.region, id: 'an-org' });
    assert.deepEqual(await accountsIn('practice/an-org', source), [now]);
    assert.deepEqual(await accountsIn(now, source), [now]);
  });

  it('is nothing of a real org', async () => {
    assert.deepEqual(await accountsIn('practice/an-org', { kind: 'access-token' }), ['practice/an-org']);
  });
});
