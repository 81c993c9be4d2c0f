import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'mocha';
import { durationText } from '../../../src/core/texts/duration.ts';

/** A length of time that is written into a sentence that says nothing else, be it with a word about it. */
const BARE = /^\d[\d,]* (?:day|hour|minute|second)s?(?: ·.*)?$/;
/** Whole days that are said in hours. */
const DAYS_IN_HOURS = /(?<![\d.,])(?:24|48|72) ?(?:hours|時間)/;

describe('A length of time', () => {
  const { english, japanese } = bundles();

  it('becomes words in one function, so that no sentence is one', () => {
    const singular = [86_400, 3600, 60, 1].map(durationText);
    assert.deepEqual(
      english.filter((sentence) => BARE.test(sentence) && !singular.includes(sentence)),
      [],
    );
  });

  it('is said in days where it is whole days, as that function does', () => {
    assert.equal(durationText(86_400), '1 day');
    assert.deepEqual(
      [...english, ...japanese].filter((sentence) => DAYS_IN_HOURS.test(sentence)),
      [],
    );
  });
});

function bundles(): { english: string[]; japanese: string[] } {
  const read = (name: string): Record<string, string> =>
    JSON.parse(readFileSync(new URL(`../../../l10n/${name}.json`, import.meta.url), 'utf8'));
  return {
    english: Object.values(read('bundle.l10n')),
    japanese: Object.values(read('bundle.l10n.ja')),
  };
}
