import { distance } from 'fastest-levenshtein';

/** Nobody chooses from more. */
const MOST_NEAR = 4;

/** Nothing that is meant for a name is longer. */
const LONGEST = 200;

/** Those of the words that somebody may have meant by this one, the nearest first; none where nothing is near. */
export function nearestWords(word: string, words: Iterable<string>): readonly string[] {
  const written = word.trim().slice(0, LONGEST).toLowerCase();
  if (written === '') return [];
  const most = Math.max(2, Math.floor(written.length / 3));
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
