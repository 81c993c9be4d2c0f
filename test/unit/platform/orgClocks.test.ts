import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { OrgClocks } from '../../../src/core/platform/orgClock.ts';

const NOW = Date.parse('2026-11-30T12:00:00.500Z');
const REAL = { region: 'mypurecloud.jp', practice: false };
const PRACTICE = { region: 'mypurecloud.jp', practice: true };

/** An answer of an org whose clock says so many seconds less than this computer's. */
const answer = (ahead: number) => ({ hostTime: NOW - 500 - ahead * 1000, milliseconds: 40 });

describe('The clocks of the orgs', () => {
  it('are taken for the same as this computer’s until an answer tells otherwise', () => {
    const clocks = new OrgClocks();
    assert.equal(clocks.aheadOf(REAL), 0);
    assert.equal(clocks.take(REAL, { hostTime: undefined, milliseconds: 40 }, NOW), false);
    assert.equal(clocks.take(REAL, answer(200), NOW), false, 'so little is nothing to count by');
    assert.equal(clocks.aheadOf(REAL), 0);
  });

  it('count once they differ by minutes, in both directions, and no more when the clock was put right', () => {
    const clocks = new OrgClocks();
    for (const ahead of [86_400, -86_400]) {
      assert.equal(clocks.take(REAL, answer(ahead), NOW), true);
      assert.equal(clocks.aheadOf(REAL), ahead);
      assert.equal(clocks.take(REAL, answer(ahead + 20), NOW), false, 'an answer that was slower');
    }
    assert.equal(clocks.take(REAL, answer(2), NOW), true);
    assert.equal(clocks.aheadOf(REAL), 0);
  });

  it('are not told by an answer that was so long under way that it may be from any time, as over a sleep', () => {
    const clocks = new OrgClocks();
    const hour = 3_600_000;
    const overSleep = { hostTime: NOW - 2 * hour, milliseconds: 2 * hour };
    assert.equal(clocks.take(REAL, overSleep, NOW), false);
    assert.equal(
      clocks.take(REAL, { hostTime: NOW, milliseconds: -hour }, NOW),
      false,
      'the clock was set back',
    );
    assert.equal(clocks.aheadOf(REAL), 0);
    assert.equal(clocks.take(REAL, { hostTime: NOW - 2 * hour, milliseconds: 30_000 }, NOW), true);
  });

  it('are one for all regions of Genesys Cloud, and another for each practice org', () => {
    const clocks = new OrgClocks();
    clocks.take(REAL, answer(3600), NOW);
    clocks.take(PRACTICE, answer(-38_880_000), NOW);
    assert.equal(clocks.aheadOf({ region: 'mypurecloud.com', practice: false }), 3600);
    assert.equal(clocks.aheadOf(PRACTICE), -38_880_000);
    assert.equal(clocks.aheadOf({ region: 'mypurecloud.com', practice: true }), 0);
  });
});
