import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import {
  knownConnections,
  readConnections,
  readMoment,
  readRegion,
  readTokenEnds,
} from '../../../src/core/scim/connections.ts';
import { CLIENT_ID, CONNECTION } from './samples.ts';

const file = (...connections: unknown[]) => JSON.stringify({ connections });

describe('The connections that a SCIM config file names', () => {
  it('have a client and a region; whatever lacks one of them is none', () => {
    const { clientId: _, ...withoutClient } = CONNECTION;
    const { region: __, ...withoutRegion } = CONNECTION;
    const read = readConnections(file(withoutClient, withoutRegion, CONNECTION));
    assert.deepEqual(
      read.map(({ clientId }) => clientId),
      [CLIENT_ID],
    );
  });

  it('are known though they name no provider', () => {
    const { provider: _, ...others } = CONNECTION;
    assert.deepEqual(
      readConnections(file(others)).map(({ provider }) => provider),
      [''],
    );
  });

  it('hold a token where its end is written, whatever that says', () => {
    const { tokenEndsAt: _, ...withoutToken } = CONNECTION;
    const read = readConnections(file(withoutToken, CONNECTION, { ...CONNECTION, tokenEndsAt: null }));
    assert.deepEqual(
      read.map(({ holdsToken }) => holdsToken),
      [false, true, true],
    );
  });

  it('have the domain of their region, or what is written where nobody knows such a region', () => {
    assert.equal(readRegion('MyPureCloud.JP'), 'mypurecloud.jp');
    assert.equal(readRegion('apne1'), readRegion('ap-northeast-1'));
    assert.equal(readRegion('Cloud.Internal.Example'), 'cloud.internal.example');
  });

  it('have a byte order mark at the beginning of the file only', () => {
    const [first] = readConnections(`\uFEFF${file({ ...CONNECTION, provider: 'my \uFEFFown' })}`);
    assert.equal(first?.provider, 'my \uFEFFown');
  });
});

describe('When the tokens of a SCIM config file end (S6)', () => {
  it('S6: is told of each connection, with how long the token lives', () => {
    const read = readTokenEnds(file(CONNECTION));
    assert.deepEqual(read, [
      {
        connection: readConnections(file(CONNECTION))[0],
        endsAt: new Date(CONNECTION.tokenEndsAt ?? ''),
        lifeSeconds: CONNECTION.tokenDurationSeconds,
      },
    ]);
  });

  it('S6: is not known where the file does not say so, and nothing is told of what is no connection', () => {
    const odd = { ...CONNECTION, tokenEndsAt: 'soon', tokenDurationSeconds: '1 day' };
    const read = readTokenEnds(file({ tokenEndsAt: CONNECTION.tokenEndsAt }, odd, 3));
    assert.deepEqual(
      read.map(({ endsAt, lifeSeconds }) => [endsAt, lifeSeconds]),
      [[undefined, undefined]],
    );
    assert.deepEqual(readTokenEnds('{"connections": ['), []);
  });

  it('S6: is a moment that begins with a day of the calendar, and nothing else that JavaScript takes for one', () => {
    assert.deepEqual(readMoment('2028-02-29T00:00:00Z'), new Date('2028-02-29T00:00:00Z'));
    for (const text of [
      undefined,
      '',
      'Nov 22 2026',
      'on 2026-11-22',
      '2026',
      '2027-02-29',
      '2026-11-22T99:00',
    ])
      assert.equal(readMoment(text), undefined, text);
  });
});

describe('What is known of a connection', () => {
  it('is each value that is right, and nothing of what is wrong or not there', () => {
    const known = { provider: 'okta', divisions: 'all', tokenDurationSeconds: 300 };
    assert.deepEqual(knownConnections(file({ ...known, region: 7, role: null, owner: 'us' }, {}, 'x')), [
      known,
      {},
      {},
    ]);
  });
});
