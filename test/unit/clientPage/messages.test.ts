import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import {
  ClientPageMessage,
  type ClientPageState,
  ClientPageTold,
} from '../../../src/core/clientPage/messages.ts';

const STATE: ClientPageState = {
  client: {
    id: '11111111-8a44-4d5c-9b0e-2f6f0a7d9e31',
    name: 'Okta',
    authorizedGrantType: 'CLIENT-CREDENTIALS',
  },
  org: { account: 'mypurecloud.jp/tanaka', name: 'Tanaka', region: 'mypurecloud.jp', practice: false },
  readAt: '2026-11-22T09:00:00Z',
  standing: 'there',
  keepsSecret: true,
  mentions: [{ kind: 'scim', uri: 'file:///a', path: 'genesys-scim.json', line: 3, tokenLifeSeconds: 60 }],
  use: { kind: 'known', value: [{ day: '2026-11-20', requests: 7 }] },
  roles: { kind: 'known', value: [{ name: 'SCIM Integration', divisions: 'all' }] },
  lackedPermissions: [],
  history: [],
};

/** What is told arrives as JSON. */
const arrived = (told: unknown) => ClientPageTold.safeParse(JSON.parse(JSON.stringify(told))).data;

describe('What the page of a client is told', () => {
  const states: Readonly<Record<string, ClientPageState>> = {
    'all is known': STATE,
    'it is read': { ...STATE, standing: 'gone', use: { kind: 'reading' }, roles: { kind: 'reading' } },
    'the org tells nothing': {
      ...STATE,
      standing: 'signed-out',
      use: { kind: 'untold', error: { kind: 'forbidden', answer: { status: 403 } } },
      roles: { kind: 'untold', error: { kind: 'forbidden', answer: { status: 403 } } },
    },
    'a role is held in some divisions': {
      ...STATE,
      roles: { kind: 'known', value: [{ name: 'Agent', divisions: ['Home', 'Osaka'] }] },
    },
  };
  for (const [when, state] of Object.entries(states)) {
    it(`arrives with nothing lost when ${when}`, () => {
      assert.deepEqual(arrived({ type: 'client', state }), { type: 'client', state });
    });
  }

  it('is not shown where a part of it is missing', () => {
    for (const name of Object.keys(STATE)) {
      const state = Object.fromEntries(Object.entries(STATE).filter(([each]) => each !== name));
      assert.equal(arrived({ type: 'client', state }), undefined, name);
    }
    assert.equal(arrived({ type: 'client' }), undefined);
    assert.equal(arrived({ type: 'client', state: { ...STATE, org: {} } }), undefined);
    assert.equal(
      arrived({ type: 'client', state: { ...STATE, roles: { kind: 'known', value: [{}] } } }),
      undefined,
    );
    assert.equal(arrived({ type: 'client', state: { ...STATE, use: { kind: 'known' } } }), undefined);
  });
});

describe('What a person does on the page of a client', () => {
  const read = (message: unknown) => ClientPageMessage.safeParse(message).data;

  it('arrives as it was sent', () => {
    for (const message of [
      { type: 'ready' },
      { type: 'refresh' },
      { type: 'act', action: 'copy-id' },
      { type: 'open-mention', uri: 'file:///crm/framework.js', line: 1 },
    ]) {
      assert.deepEqual(read(message), message);
    }
  });

  it('does nothing where it is no action, or no place of a file', () => {
    for (const message of [
      {},
      { type: 'act' },
      { type: 'act', action: 'format-disk' },
      { type: 'open-mention', uri: 'file:///crm/framework.js' },
      ...[0, -1, 1.5, Number.NaN].map((line) => ({ type: 'open-mention', uri: 'file:///a', line })),
    ]) {
      assert.equal(read(message), undefined, JSON.stringify(message));
    }
  });
});
