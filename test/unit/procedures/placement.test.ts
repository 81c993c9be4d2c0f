import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { placementOf } from '../../../src/core/procedures/frameworkFile.ts';
import { NEW_CLIENT_ID } from '../../../src/core/procedures/placement.ts';

const IN_USE = '5d1c7b0a-92f4-4c3e-8b6d-0e1f2a3b4c5d';

function textWith(entries: string): string {
  return `window.Framework = { config: { clientIds: {\n  ${entries}\n} } };\n`;
}

describe('What writing one Client ID for several regions would do (G11, E6)', () => {
  it('says what stands at each region, in one diff', () => {
    const text = textWith(`'mypurecloud.jp': '',\n  'mypurecloud.de': '${IN_USE}',`);
    const placement = placementOf(text, ['mypurecloud.jp', 'mypurecloud.de', 'usw2.pure.cloud']);
    assert.ok(placement.kind === 'possible');
    assert.deepEqual(placement.entries, [
      { region: 'mypurecloud.jp', replaces: { kind: 'empty' } },
      { region: 'mypurecloud.de', replaces: { kind: 'client-id', text: IN_USE } },
      { region: 'usw2.pure.cloud', replaces: { kind: 'nothing' } },
    ]);
    assert.equal(placement.line, 2);
    const added = placement.diff.filter(({ kind }) => kind === 'added').map(({ text: line }) => line.trim());
    assert.deepEqual(added, [
      `'mypurecloud.jp': '${NEW_CLIENT_ID}',`,
      `'mypurecloud.de': '${NEW_CLIENT_ID}',`,
      `'usw2.pure.cloud': '${NEW_CLIENT_ID}',`,
    ]);
  });

  it('names the region that stands in the way of all', () => {
    const text = textWith(`'mypurecloud.jp': '', 'mypurecloud.de': idOf('de')`);
    assert.deepEqual(placementOf(text, ['mypurecloud.jp', 'mypurecloud.de']), {
      kind: 'refused',
      region: 'mypurecloud.de',
      reason: 'value-is-dynamic',
      line: 2,
    });
  });

  it('is uncertain where the stand-in for the new ID is in the file already', () => {
    const text = textWith(`'mypurecloud.jp': '${NEW_CLIENT_ID}'`);
    const placement = placementOf(text, ['mypurecloud.jp']);
    assert.deepEqual(placement, { kind: 'refused', region: 'mypurecloud.jp', reason: 'uncertain' });
  });
});
