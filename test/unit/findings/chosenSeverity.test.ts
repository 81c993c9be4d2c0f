import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { chosenSeverity, isLevel, levels } from '../../../src/core/findings/chosenSeverity.ts';

const CODE = 'no-client-id';

describe('How loud a finding is set to be', () => {
  for (const level of levels) {
    it(`is ${level} where the setting says so of its code`, () => {
      assert.deepEqual(chosenSeverity({ [CODE]: level }, CODE), { kind: 'chosen', level });
    });
  }

  it('is not chosen by what is said of another code', () => {
    assert.deepEqual(chosenSeverity({ 'unknown-region': 'off' }, CODE), { kind: 'none' });
  });

  for (const setting of [
    undefined,
    null,
    'off',
    7,
    true,
    ['off'],
    Object.assign([], { [CODE]: 'off' }),
    {},
  ]) {
    it(`is not chosen by a setting that is ${JSON.stringify(setting)}`, () => {
      assert.deepEqual(chosenSeverity(setting, CODE), { kind: 'none' });
    });
  }

  it('is not chosen by what the language gives to every object', () => {
    assert.deepEqual(chosenSeverity(Object.create({ [CODE]: 'off' }), CODE), { kind: 'none' });
  });

  for (const word of ['loud', 'Off', '', 7, null, false]) {
    it(`is not ${JSON.stringify(word)}, and the word is told`, () => {
      assert.equal(isLevel(word), false);
      assert.deepEqual(chosenSeverity({ [CODE]: word }, CODE), { kind: 'no-severity', word: String(word) });
    });
  }
});
