import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { inUsualWidth } from '../../../src/core/platform/text.ts';

describe('A text in letters of usual width', () => {
  for (const [typed, plain] of [
    ['ＵＳＷ２', 'usw2'.toUpperCase()],
    ['ｶﾞ', 'ガ'],
    ['e\u0301', 'é'],
    ['', ''],
  ] as const) {
    it(`${JSON.stringify(typed)} is ${JSON.stringify(plain)}`, () => {
      assert.equal(inUsualWidth(typed), plain);
    });
  }

  it('of marks that no script puts on one letter, the first 30 stay', () => {
    assert.equal(
      inUsualWidth(`x${'\u0323'.repeat(100)}y`),
      `x\u0323${''}y`.replace('\u0323', '\u0323'.repeat(30)).normalize('NFC'),
    );
  });
});
