import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { diagnostics } from '../../../src/core/findings/catalogue.ts';
import { findingBuilder, findingText, wordsOf } from '../../../src/core/findings/finding.ts';

const newFinding = findingBuilder<keyof typeof diagnostics, string | undefined, string>(diagnostics);

describe('A finding', () => {
  it('is as loud as its code usually is, and has nothing else, unless a rule says so', () => {
    assert.deepEqual(newFinding('placeholder-client-id', 'here'), {
      ...{ code: 'placeholder-client-id', place: 'here', severity: 'warning' },
      ...{ args: {}, related: [], fixes: [] },
    });
  });

  it('is as loud as a rule says, with what the rule knows', () => {
    const args = { text: '{{ID}}' };
    const related = [{ place: 'there', what: 'source' }] as const;
    const more = { severity: 'hint', related, fixes: ['mend'] } as const;
    assert.deepEqual(newFinding('placeholder-client-id', 'here', args, more), {
      ...{ code: 'placeholder-client-id', place: 'here', severity: 'hint' },
      ...{ args, related, fixes: ['mend'] },
    });
  });

  it('says its arguments as the reader writes them, and what goes with how loud it is', () => {
    const args = { client: 'CRM', org: 'ACME', state: 'paused', month: '2027-03' };
    const ending = newFinding('implicit-grant-ending', undefined, args);
    assert.match(findingText(diagnostics, ending, 'en'), /"CRM" in ACME .*March 2027/);
    assert.match(findingText(diagnostics, ending, 'ja'), /2027年3月/);
    const state = (severity: 'error' | 'information') =>
      findingText(diagnostics, newFinding('client-not-active', undefined, args, { severity }), 'en');
    assert.match(state('error'), /is not active/);
    assert.match(state('information'), /paused, which this extension does not know/);
  });

  it('says a day with its number, and a month without', () => {
    const args = { date: '2026-11-30', month: '2026-11' };
    assert.deepEqual(wordsOf(args, 'en'), { date: 'Nov 30, 2026', month: 'November 2026' });
  });
});
