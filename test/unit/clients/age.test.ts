import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { madeWithin } from '../../../src/core/clients/age.ts';

const NOW = new Date('2026-11-30T12:00:00.000Z');
const DAY = 86_400_000;

describe('Whether a client is younger than the days that were read', () => {
  const ago = (milliseconds: number) => new Date(NOW.getTime() - milliseconds).toISOString();

  for (const [what, milliseconds, isYoung] of [
    ['minutes', 3 * 60_000, true],
    ['a moment less than 90 days', 90 * DAY - 1, true],
    ['90 days', 90 * DAY, false],
    ['years', 900 * DAY, false],
    ['less than nothing, by another clock,', -5 * 60_000, true],
  ] as const)
    it(`of ${what}: ${isYoung}`, () => {
      const dateCreated = ago(milliseconds);
      assert.equal(madeWithin(90, { dateCreated }, NOW), isYoung ? dateCreated : undefined);
    });

  it('is not said where the organization does not tell when it was made', () => {
    for (const dateCreated of [undefined, '', 'yesterday'])
      assert.equal(madeWithin(90, { ...(dateCreated !== undefined && { dateCreated }) }, NOW), undefined);
  });
});
