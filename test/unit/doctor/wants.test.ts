import assert from 'node:assert/strict';
import { NOTHING_TOLD } from '../../../src/core/doctor/symptom.ts';
import { permissionsToRead, wavesFor } from '../../../src/core/doctor/wants.ts';
import { callScene, loginScene, scimScene, signedOut } from '../../doctor/facts.ts';

describe('What is asked for', () => {
  const call = { kind: 'call', call: { path: '/users' } } as const;

  it('takes three round trips at most, and nothing is asked for twice', () => {
    for (const { subject } of [loginScene(), callScene(), scimScene(), signedOut('')]) {
      const waves = wavesFor(subject, { ...NOTHING_TOLD, symptoms: [call] });
      assert.ok(waves.length <= 3);
      const names = waves.flat();
      assert.equal(new Set(names).size, names.length);
      assert.ok(names.includes('calls'));
    }
  });

  it('is no more than the subject needs', () => {
    const names = wavesFor(loginScene().subject, NOTHING_TOLD).flat();
    for (const name of ['roles', 'divisions', 'calls'] as const) assert.ok(!names.includes(name), name);
    assert.ok(!wavesFor(scimScene().subject, NOTHING_TOLD).flat().includes('browser'));
  });

  it('says who may read what is kept from others', () => {
    assert.deepEqual(permissionsToRead('authorization'), ['oauth:client:authorize']);
    assert.deepEqual(permissionsToRead('clock'), []);
  });
});
