import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { ListLag } from '../../../src/host/signIn/prompts/listLag.ts';

/** What a list heard, in this order: `typed`, `told 3`, `told any` and `active 3`. */
function isBehindAfter(...events: readonly string[]): boolean {
  const lag = new ListLag();
  for (const event of events) {
    const [what, place] = event.split(' ');
    if (what === 'typed') lag.typed();
    else if (what === 'active') lag.activated(Number(place));
    else lag.told(place === 'any' ? place : Number(place));
  }
  return lag.isBehind;
}

describe('A list that is shown in another process', () => {
  const behind: Record<string, readonly string[]> = {
    'has not heard what it was told': ['active 0', 'typed', 'told 7'],
    'moved its active row by what was typed, which is heard of first': ['active 2', 'typed', 'told 7'],
    'shows what it was told for an earlier text': ['typed', 'told 7', 'typed', 'told 2', 'active 7'],
    'showed on the way to that what it will be told': [
      'typed',
      'told 7',
      'typed',
      'told 2',
      'active 2',
      'active 7',
    ],
    'shows the rows of before, but not what it was told since': [
      'typed',
      'told 7',
      'active 7',
      'typed',
      'told any',
      'typed',
      'told 2',
      'active 0',
    ],
    'was moved by hand, but for an earlier text': ['typed', 'told 7', 'active 3', 'typed', 'told 7'],
  };
  for (const [what, events] of Object.entries(behind)) {
    it(`is behind when it ${what}`, () => assert.equal(isBehindAfter(...events), true));
  }

  const upToDate: Record<string, readonly string[]> = {
    'was never told anything': ['active 0', 'typed', 'active 1'],
    'shows what it was told': ['active 0', 'typed', 'told 7', 'active 7'],
    'shows what it was told, after the first row': ['active 0', 'typed', 'told 7', 'active 0', 'active 7'],
    'was moved by hand after that': ['typed', 'told 7', 'active 7', 'active 3'],
    'was moved by hand before that': ['active 0', 'typed', 'told 7', 'active 3'],
    'shows all that it was told, one after the other': [
      'typed',
      'told 7',
      'typed',
      'told 2',
      'active 7',
      'active 0',
      'active 2',
    ],
    'shows the rows of before again': ['typed', 'told 7', 'active 7', 'typed', 'told any', 'active 0'],
    'shows what it was told after it had no row to show': [
      'typed',
      'told any',
      'typed',
      'told 7',
      'active 7',
    ],
  };
  for (const [what, events] of Object.entries(upToDate)) {
    it(`is not behind when it ${what}`, () => assert.equal(isBehindAfter(...events), false));
  }
});
