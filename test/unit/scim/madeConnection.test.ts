import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { PlannedConnection } from '../../../src/core/scim/configFile.ts';
import { madeConnection } from '../../../src/core/scim/madeConnection.ts';
import { updateScimConfig } from '../../../src/core/scim/writeConfig.ts';
import { CONNECTION } from './samples.ts';

const PLANNED = PlannedConnection.parse(CONNECTION);
const { clientId, createdAt } = CONNECTION;

/** What the file says of the duration, when the org said this of the client. */
function written(tokenDurationSeconds: number | undefined): number {
  const made = { clientId, createdAt, tokenEndsAt: undefined, tokenDurationSeconds };
  const connection = madeConnection(PLANNED, made);
  assert.equal(updateScimConfig(undefined, connection).kind, 'text');
  return connection.tokenDurationSeconds;
}

describe('A connection whose client was made', () => {
  it('S4: has the duration that the org made of it', () => {
    assert.equal(written(86_400), 86_400);
    assert.equal(written(300), 300);
  });

  it('S4: keeps the planned one where the org says none that a file can hold', () => {
    for (const said of [undefined, 0, -1, 1.5, 299, 38_880_001, Number.NaN]) {
      assert.equal(written(said), CONNECTION.tokenDurationSeconds, String(said));
    }
  });

  it('S6: names its client, when that was made, and the end of a token that was made for it', () => {
    const made = { clientId: 'client-new', createdAt: '2026-11-30T09:00:00.000Z', tokenDurationSeconds: 300 };
    const { tokenEndsAt, ...others } = CONNECTION;
    assert.deepEqual(madeConnection(PLANNED, { ...made, tokenEndsAt }), { ...others, ...made, tokenEndsAt });
    assert.deepEqual(madeConnection(PLANNED, { ...made, tokenEndsAt: undefined }), { ...others, ...made });
  });
});
