import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'mocha';
import * as z from 'zod/mini';
import { repoFolder } from '../../host/paths.ts';

/** A number, and what is counted. */
const COUNTED = /\{\d\} (?:(?:more|other|source) )?(?<what>[a-z]+s)\b/g;
/** What is no noun in the plural, but looks like one. */
const VERBS =
  /^(?:is|as|was|has|its|this|changes|stands|holds|needs|takes|names|says|shows|asks|lists|puts|listens|computes|does|goes|uses|knows|lets|calls|gets|ends|others)$/;

/** Sentences whose number is never 1. */
const NEVER_ONE = {
  'a limit or a time that stands in the code': [
    'VS Code did not answer within {0} seconds.',
    'Copied. It stays on the clipboard for {0} seconds.',
    'Asking what the client called in the last {0} days…',
    'The browser did not come back within {0} minutes.',
    'The organization did not answer within {0} seconds.',
    'The list goes on after {0} pages, and no more are read.',
    'Only a role that you hold can be given to a client, and you do not hold it after {0} seconds.',
    'Used in the last {0} days',
    'requests a day, last {0} days',
    'No request in the last {0} days.',
    'Only the first {0} source files of each folder were looked at.',
    'It was waited for {0} seconds. Refresh in a minute.',
    'not used in the {0} days that were read',
    'Not used in the {0} days that were read',
    'not used by the known calls of the {0} days that were read',
    'It called nothing in the {0} days that were read.',
    'nothing in the {0} days that were read',
    'something in the {0} days that were read, but what it needs is not known',
    '{0} days were read',
    '{0} days were read, but what some calls need is not known',
  ],
  'said of what is too long or too many': [
    '{0} characters are too many for one client. At most {1} are read.',
    'A text of {0} characters was pasted; it is too long to be shown.',
    'They need {0} permissions: too many for one role that somebody can look through.',
    '{0} permissions',
  ],
  'the seconds of a token’s duration, of which there are 300 at least': [
    '{0} seconds ({1})',
    'Set the duration on its admin page again: {0} seconds.',
    'It does so when the client has any role but the one for SCIM, or when that role is not as Genesys Cloud ships it. See to the roles of the client on its admin page, then set the duration there again: {0} seconds.',
  ],
  'what is less is said in seconds': [
    'Wait {0} minutes, then try again.',
    'You can try again in {0} minutes.',
    'It is tried again in {0} minutes.',
  ],
  'one alone is named, or said in other words': [
    '{0} clients are in it. Paste the one that you want to start from.',
    '{0} reports are saved in {1}.',
    '{0} operations',
    '1 of {0} operations',
    'Keep {0} clients as code',
    'Activate {0} clients',
    'Deactivate {0} clients',
    'Delete {0} clients',
    'Change {0} clients',
    'All {0} clients are done.',
    '{0} values change, from line {1} on.',
    'The calendar file with {0} tokens is saved. Import it into your calendar: a later one takes its place.',
  ],
  'more than one is always looked at': ['{0} of {1} checks', '{0} of {1} files'],
};

const sentences = Object.values(
  z
    .record(z.string(), z.union([z.string(), z.object({ message: z.string() })]))
    .parse(JSON.parse(readFileSync(join(repoFolder, 'l10n/bundle.l10n.json'), 'utf8'))),
).map((text) => (typeof text === 'string' ? text : text.message));

function counts(sentence: string): boolean {
  return [...sentence.matchAll(COUNTED)].some(({ groups }) => !VERBS.test(groups?.['what'] ?? ''));
}

const SINGULAR: Readonly<Record<string, string>> = {
  ...{ are: 'is', were: 'was', they: 'it', need: 'needs', differ: 'differs', name: 'names', end: 'ends' },
  ...{ entries: 'entry' },
};

/** A sentence with its number as 1, in words that agree with that, so that it is the same as the one that is said of 1. */
function saidOfOne(sentence: string): string {
  return sentence
    .replace(COUNTED, (counted, what: string) =>
      VERBS.test(what) ? counted : counted.replace(/\{\d\}/, '1'),
    )
    .replaceAll(/\{\d\}/g, '{}')
    .replaceAll(/[a-z]+/g, (word) => SINGULAR[word] ?? word)
    .replaceAll(/\b(1 (?:(?:more|other) )?[a-z]+?)s\b/g, '$1');
}

describe('A number in an English sentence', () => {
  const ofOne = new Set(
    sentences.filter((sentence) => /(?<!\{)\b1\b/.test(sentence) && !counts(sentence)).map(saidOfOne),
  );
  const never: ReadonlySet<string> = new Set(Object.values(NEVER_ONE).flat());

  it('agrees with what is counted when it is 1, by a sentence of its own, or is never 1', () => {
    const alone = sentences.filter((each) => counts(each) && !ofOne.has(saidOfOne(each)) && !never.has(each));
    assert.deepEqual(alone, []);
  });

  it('is named as never 1 only where a sentence says it, and has none of its own for 1', () => {
    const needless = [...never].filter(
      (each) => !sentences.includes(each) || !counts(each) || ofOne.has(saidOfOne(each)),
    );
    assert.deepEqual(needless, []);
  });

  it('would be found where nobody has thought of 1', () => {
    assert.ok(counts('{0} more lines') && counts('{0} has {1} tokens.') && !counts('{0} needs a value.'));
    assert.equal(saidOfOne('{0} things differ'), saidOfOne('1 thing differs'));
    assert.notEqual(saidOfOne('{0} things differ'), saidOfOne('1 thing is missing'));
  });
});
