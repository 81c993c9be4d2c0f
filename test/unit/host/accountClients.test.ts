import assert from 'node:assert/strict';
import { mock } from 'node:test';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { clientReadAt } from '../../../src/core/clients/whereabouts.ts';
import { AccountClients } from '../../../src/host/clients/accountClients.ts';

const [OLD, NEW] = [
  { id: 'old', name: 'Old' },
  { id: 'new', name: 'New' },
];

describe('As of when a client is known', () => {
  beforeEach(() => mock.timers.enable({ apis: ['Date'], now: 0 }));
  afterEach(() => mock.timers.reset());

  it('is when the list was read, or when something was last done with this very client here', async () => {
    const known = new AccountClients(
      {
        id: 'session',
        accessToken: 'token',
        account: { id: 'account', label: 'Account' },
        scopes: [],
        orgName: 'Org',
        region: 'mypurecloud.jp',
        source: { kind: 'access-token' },
      },
      async () => ({ ok: true, value: [OLD, NEW] }),
      () => {},
    );
    const minutesOf = ({ id }: typeof OLD) =>
      known.facts && Date.parse(clientReadAt(known.facts, id)) / 60_000;
    known.take([OLD]);
    mock.timers.tick(3 * 60_000);
    known.note(NEW);
    assert.deepEqual([OLD, NEW].map(minutesOf), [0, 3]);
    mock.timers.tick(60_000);
    await known.read();
    assert.deepEqual([OLD, NEW].map(minutesOf), [4, 4]);
  });
});
