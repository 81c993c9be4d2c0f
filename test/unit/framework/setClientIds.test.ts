import assert from 'node:assert/strict';
import fc from 'fast-check';
import { setClientId, setClientIds } from '../../../src/core/framework/edit.ts';
import { applyEdit, editBetween } from '../../../src/core/framework/textEdit.ts';
import { cases } from '../../fuzz/cases.ts';
import { evaluateClientIds } from './evaluate.ts';
import { AT, fileArbitrary, regionArbitrary } from './grammar.ts';

const CLIENT_ID = '5d1c7b0a-92f4-4c3e-8b6d-0e1f2a3b4c5d';
const OTHER_ID = '9c0d1e2f-3a4b-4c5d-8e6f-7a8b9c0d1e2f';

describe('setClientIds (G11 and E6: one client for several regions)', () => {
  const text = `window.Framework = { config: { clientIds: {
    'mypurecloud.de': '${OTHER_ID}',
    'mypurecloud.jp': '${CLIENT_ID}', // Tokyo
  } } };`;

  it('sets each region, in place or anew, and leaves alone the one that has the value', () => {
    const change = setClientIds(text, ['mypurecloud.jp', 'mypurecloud.de', 'usw2.pure.cloud'], CLIENT_ID);
    assert.ok(change.kind === 'edit');
    assert.deepEqual(
      change.entries.map(({ region, line, replaces }) => [region, line, replaces.kind]),
      [
        ['mypurecloud.de', 2, 'client-id'],
        ['usw2.pure.cloud', 4, 'nothing'],
      ],
    );
    assert.equal(new Set(evaluateClientIds(change.edited, AT).values()).size, 1);
  });

  it('changes nothing at all when one region cannot be set, and says which', () => {
    const computed = text.replace(`'${OTHER_ID}'`, 'idOf("de")');
    const change = setClientIds(computed, ['usw2.pure.cloud', 'mypurecloud.de'], CLIENT_ID);
    assert.deepEqual(change, {
      kind: 'refused',
      region: 'mypurecloud.de',
      reason: 'value-is-dynamic',
      line: 2,
    });
  });

  it('does what setting one after the other does, in whatever file', () => {
    const several = fc.uniqueArray(regionArbitrary, { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(fileArbitrary, several, fc.boolean(), ({ head, tail }, regions, isBroken) => {
        const file = isBroken ? head + tail : head;
        const change = setClientIds(file, regions, CLIENT_ID);
        if (change.kind === 'refused') return;
        let expected = file;
        for (const region of regions) {
          const one = setClientId(expected, region, CLIENT_ID);
          if (one.kind === 'edit') expected = applyEdit(expected, one.edit);
        }
        assert.equal(change.edited, expected);
        assert.equal(applyEdit(file, editBetween(file, change.edited)), change.edited);
        if (isBroken) return;
        const ids = evaluateClientIds(change.edited, AT);
        for (const region of regions) assert.equal(ids.get(region), CLIENT_ID);
      }),
      { numRuns: cases(60) },
    );
  });
});
