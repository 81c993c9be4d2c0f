import assert from 'node:assert/strict';
import fc from 'fast-check';
import { tokenEndsAt } from '../../../src/core/platform/tokens.ts';
import { standingOf } from '../../../src/core/watch/standing.ts';
import { reckonedAt } from '../watch/reckoned.ts';

const DAY = 86_400;
const NOW = new Date('2026-11-22T09:00:00Z');

function standing(secondsLeft: number, lifeSeconds: number | undefined) {
  return standingOf(new Date(NOW.getTime() + secondsLeft * 1000), lifeSeconds, reckonedAt(NOW)());
}

describe('The life of a token (S6)', () => {
  it('S6: 450 days end over leap days and clock changes, in UTC', () => {
    assert.equal(tokenEndsAt(new Date('2027-12-01T00:30:00+09:00'), 450 * DAY), '2029-02-22T15:30:00.000Z');
  });

  it('S6: nobody can tell when a token ends whose life was not told', () => {
    assert.equal(tokenEndsAt(NOW, undefined), undefined);
  });

  it('S6: a token of 450 days is worth a warning 30 days before', () => {
    assert.equal(standing(30 * DAY + 1, 450 * DAY), 'alive');
    assert.equal(standing(30 * DAY, 450 * DAY), 'expiring');
  });

  it('S6: a token of a day is not expiring from its birth, only in its last tenth', () => {
    assert.equal(standing(DAY, DAY), 'alive');
    assert.equal(standing(DAY / 10 + 1, DAY), 'alive');
    assert.equal(standing(DAY / 10, DAY), 'expiring');
  });

  it('S6: without a known life, the 30 days count', () => {
    assert.equal(standing(30 * DAY + 1, undefined), 'alive');
    assert.equal(standing(30 * DAY, undefined), 'expiring');
  });

  it('S6: at its last second it has ended', () => {
    assert.equal(standing(1, DAY), 'expiring');
    assert.equal(standing(0, DAY), 'expired');
    assert.equal(standing(-400 * DAY, undefined), 'expired');
  });

  it('S6: a new token of any permitted life is alive, and ends when it says', () => {
    fc.assert(
      fc.property(fc.integer({ min: 300, max: 38_880_000 }), (seconds) => {
        const endsAt = new Date(tokenEndsAt(NOW, seconds) ?? Number.NaN);
        assert.equal(standingOf(endsAt, seconds, reckonedAt(NOW)()), 'alive');
        assert.equal(standingOf(endsAt, seconds, reckonedAt(endsAt)()), 'expired');
      }),
    );
  });
});
