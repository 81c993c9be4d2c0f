import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Home } from '../../../src/core/watch/standing.ts';
import { clockLines } from '../../../src/host/watch/outlookLines.ts';
import { MADE, token } from './tokens.ts';

const REAL = token({}, MADE);
const PRACTICE = token({ practice: true }, MADE);

/** This computer's clock is an hour ahead of the practice org's, and so many seconds ahead of all others. */
const time = (real: number) => ({ aheadOf: ({ practice }: Home) => (practice ? 3600 : real) });

describe('By whose clock the days are counted', () => {
  it('is said of each clock that is another one than this computer’s, once', () => {
    const ofPractice = [
      'The clock of this computer is 1 hour ahead of the one of the practice org.',
      'What ends in the practice org is counted by its clock.',
    ];
    assert.deepEqual(clockLines([PRACTICE, REAL, PRACTICE], time(0)), ofPractice);
    assert.deepEqual(clockLines([REAL, PRACTICE], time(-86_400)), [
      'The clock of this computer is 1 day behind the one of Genesys Cloud.',
      'The days are counted by the clock of Genesys Cloud.',
      ...ofPractice,
    ]);
    assert.deepEqual(clockLines([REAL], time(0)), []);
  });
});
