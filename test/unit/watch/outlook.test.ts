import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Mention } from '../../../src/core/clients/concerns.ts';
import { unlookedText } from '../../../src/core/texts/watch.ts';
import { type Asked, unlookedOrgs } from '../../../src/core/watch/outlook.ts';
import { scim } from './tokens.ts';

const REGION = 'mypurecloud.jp';

const FRAMEWORK: Mention = {
  kind: 'framework',
  uri: 'file:///crm/framework.js',
  path: 'framework.js',
  line: 4,
  use: { region: REGION, dedicatedLoginWindow: 'on', usePKCEAuthFlow: 'off' },
};

const account = (id: string, practice = false) => ({
  account: id,
  orgName: `Org ${id}`,
  region: REGION,
  practice,
});
const read = (id: string) => ({
  ...account(id),
  practice: false,
  clients: [],
  readAt: '2026-11-30T12:00:00Z',
});

const NOBODY: Asked = { accounts: [], known: [], failures: [], stopped: new Set() };

describe('What could not be looked at', () => {
  it('is each org that was not read, and why, while the others are there', () => {
    const asked: Asked = {
      accounts: ['a', 'b', 'c', 'd'].map((id) => account(id)),
      known: [read('a'), read('b')],
      failures: [{ org: account('b'), error: { kind: 'unreachable', reason: 'no route' } }],
      stopped: new Set(['c']),
    };
    const texts = unlookedOrgs([], asked).map(unlookedText);
    assert.equal(texts.length, 3);
    assert.match(texts[0] ?? '', /^The OAuth clients of Org b could not be read\. ./);
    assert.deepEqual(texts.slice(1), [
      'Org c does not run now, and is not started for this.',
      'The clients of Org d have not been read yet.',
    ]);
  });

  it('G9: is the grant of the clients in a framework.js of a region that nobody is signed in to', () => {
    const named = [
      { region: REGION, clientId: 'a', mentions: [FRAMEWORK] },
      { region: REGION, clientId: 'b', mentions: [FRAMEWORK, scim()] },
      { region: 'mypurecloud.com', clientId: 'c', mentions: [scim()] },
    ];
    assert.deepEqual(unlookedOrgs(named, NOBODY), [{ kind: 'signed-out', region: REGION, clients: 2 }]);
    assert.deepEqual(unlookedOrgs(named, { ...NOBODY, accounts: [account('a')], known: [read('a')] }), []);
    const words = unlookedOrgs(named.slice(0, 1), NOBODY).map(unlookedText);
    assert.match(
      words[0] ?? '',
      /^Nobody is signed in to Asia Pacific \(Tokyo\), mypurecloud\.jp\. Whether the grant of the client/,
    );
  });

  it('G9: is the grant of a client that the practice org of its region does not have', () => {
    const named = ['A', 'B'].map((id) => ({
      region: REGION,
      clientId: id.toLowerCase(),
      mentions: [FRAMEWORK],
    }));
    const practice = { ...read('p'), practice: true, clients: [{ id: 'A', name: 'Agent' }] };
    const asked = { ...NOBODY, accounts: [account('p', true)], known: [practice] };
    assert.deepEqual(unlookedOrgs(named, asked), [{ kind: 'signed-out', region: REGION, clients: 1 }]);
    assert.deepEqual(unlookedOrgs(named.slice(0, 1), asked), []);
    const both = { ...asked, accounts: [account('p', true), account('a')], known: [practice, read('a')] };
    assert.deepEqual(unlookedOrgs(named, both), []);
  });

  it('S6: is a file, or what stands in it behind a mistake', () => {
    const place = { uri: 'file:///a', path: 'idm/genesys-scim.json' };
    assert.deepEqual(
      [
        unlookedText({ kind: 'file', ...place, reason: 'It is larger than 5 MB.' }),
        unlookedText({ kind: 'broken-file', ...place, line: 7 }),
        unlookedText({ kind: 'more-files', name: 'genesys-scim.json', most: 50 }),
      ],
      [
        'idm/genesys-scim.json could not be read: It is larger than 5 MB.',
        'idm/genesys-scim.json is not valid JSON from line 7 on: what stands behind may be missing here.',
        'Only the first 50 files named genesys-scim.json were looked at.',
      ],
    );
  });
});
