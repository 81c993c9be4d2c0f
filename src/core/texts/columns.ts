import { eastAsianWidth } from 'get-east-asian-width';

const LETTERS = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
const WORDS = new Intl.Segmenter(undefined, { granularity: 'word' });

/** How many columns of a line a text takes: letters of Chinese, Japanese and Korean take two (Unicode's annex 11). */
export function columnsOf(text: string): number {
  if (/^[ -~]*$/.test(text)) return text.length;
  let columns = 0;
  for (const { segment } of LETTERS.segment(text)) columns += eastAsianWidth(segment.codePointAt(0) ?? 0);
  return columns;
}

/** The text, or where it takes more columns its beginning with "…". */
export function shortenedTo(text: string, columns: number): string {
  if (columnsOf(text) <= columns) return text;
  let kept = '';
  let taken = columnsOf('…');
  for (const { segment } of LETTERS.segment(text)) {
    taken += columnsOf(segment);
    if (taken > columns) break;
    kept += segment;
  }
  return `${kept.trimEnd()}…`;
}

/**
 * The text in lines of at most so many columns, broken between words; those that follow begin with the indent. No line
 * begins with what closes a word or a sentence. A word that is longer than a line stays whole: people copy addresses.
 */
export function wrapped(text: string, columns: number, indent = ''): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of wordsOf(text)) {
    if (columnsOf(line + word.trimEnd()) > columns && line.trim() !== '') {
      lines.push(line.trimEnd());
      line = indent;
      if (word.trim() === '') continue;
    }
    line += word;
  }
  return [...lines, line.trimEnd()];
}

/** What no line is begun with, and what none is ended with. */
const CLOSING = /^[\p{Pe}\p{Pf}\p{Po}ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ]+$/u;
const OPENING = /[\p{Ps}\p{Pi}]$/u;

/** What stays together: a text without a blank in it is broken in scripts only that have none between words. */
function wordsOf(text: string): readonly string[] {
  const words: string[] = [];
  for (const { segment } of WORDS.segment(text)) {
    const last = words.at(-1);
    const stays = last !== undefined && staysWith(last.slice(-1), segment);
    if (stays) words[words.length - 1] = last + segment;
    else words.push(segment);
  }
  return words;
}

/** `last` is the letter that the next word would follow. */
function staysWith(last: string, next: string): boolean {
  if (/\s/.test(last)) return false;
  if (/^\s/.test(next) || CLOSING.test(next) || OPENING.test(last)) return true;
  return !isWide(last) && !isWide(next.charAt(0));
}

function isWide(letter: string): boolean {
  return letter !== '' && columnsOf(letter) === 2;
}
