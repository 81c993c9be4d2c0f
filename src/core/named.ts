import { distance } from 'fastest-levenshtein';

/** What people name by an ID or a name. */
type Named = { readonly id: string; readonly name: string };

/** Nobody chooses from more. */
const MOST_NEAR = 4;

/** Nothing that is meant for a name is longer. */
const LONGEST = 200;

/**
 * Those that somebody means by a word: the one with this ID; or else those of this name; or else those whose names differ in
 * nothing but capitals and blanks around them. Several where several are called so, none where none is.
 */
export function entriesNamed<T extends Named>(word: string, all: readonly T[]): readonly T[] {
  const written = plain(word);
  const byId = all.find(({ id }) => plain(id) === written);
  if (byId !== undefined) return [byId];
  const exact = all.filter(({ name }) => name === word);
  const named = exact.length > 0 ? exact : all.filter(({ name }) => plain(name) === written);
  // A list that was read in pieces may have one twice.
  return [...new Map(named.map((each) => [each.id, each])).values()];
}

/** Those of the words that somebody may have meant by this one, the nearest first; none where nothing is near. */
export function nearestWords(word: string, words: Iterable<string>): readonly string[] {
  const written = plain(word.slice(0, LONGEST));
  if (written === '') return [];
  const most = Math.max(1, Math.floor(written.length / 3));
  return [...new Set(words)]
    .map((each) => ({ each, far: farness(written, each.slice(0, LONGEST).toLowerCase()) }))
    .filter(({ far }) => far <= most)
    .sort((one, other) => one.far - other.far || (one.each < other.each ? -1 : 1))
    .slice(0, MOST_NEAR)
    .map(({ each }) => each);
}

/** A part of the name is near it, though much is missing. */
function farness(written: string, word: string): number {
  if (written.length >= 4 && word.includes(written)) return 1;
  return Math.abs(written.length - word.length) > LONGEST ? LONGEST : distance(written, word);
}

function plain(text: string): string {
  return text.trim().toLowerCase();
}
