import type { Language } from './languages.ts';
import type { Literal } from './scan.ts';

/** The texts of a file, and what stands between them. */
export type Texts = { code: string; language: Language; literals: readonly Literal[] };

/** A value that is added to a text: a name, and a call or a member of it. */
export const VALUE = String.raw`[\w$.]{1,100}(?:\([\w$.,\s]{0,200}\)|\[[^\]\n]{0,100}\])?`;
const JOINED = new RegExp(`^\\s{0,200}\\+\\s{0,200}(?:(${VALUE})\\s{0,200}\\+\\s{0,200})?$`, 'i');
/** Texts further apart are not one address. */
export const FURTHEST = 700;

/** A value between two texts can hold a few itself, such as the names of what it is taken from. */
const MOST_BETWEEN = 3;

/** What is written before a text that is added to it. */
export function joinedBefore(file: Texts, index: number): { text: string; start: number } {
  const { literals } = file;
  const literal = literals[index];
  for (let step = 1; literal !== undefined && step <= MOST_BETWEEN; step += 1) {
    const before = literals[index - step];
    const between = before === undefined ? undefined : joint(file, before, literal);
    if (before !== undefined && between !== undefined)
      return { text: before.text + between, start: before.start };
  }
  return { text: '', start: literal?.start ?? 0 };
}

/** The text that is added to one, and what stands between them. */
export function joinedAfter(
  file: Texts,
  index: number,
): { literal: Literal; index: number; between: string } | undefined {
  const one = file.literals[index];
  for (let step = 1; one !== undefined && step <= MOST_BETWEEN; step += 1) {
    const literal = file.literals[index + step];
    const between = literal === undefined ? undefined : joint(file, one, literal);
    if (literal !== undefined && between !== undefined) return { literal, index: index + step, between };
  }
  return undefined;
}

/** What stands for the value between two texts that are added to each other; undefined where they are not. */
function joint({ code, language }: Texts, one: Literal, other: Literal): string | undefined {
  if (other.start - one.end > FURTHEST || other.start < one.end) return undefined;
  const between = code.slice(one.end, other.start);
  if (language === 'python' && /^\s+[fr]{0,2}$/i.test(between)) return '';
  const joined = JOINED.exec(between);
  if (joined === null) return undefined;
  return joined[1] === undefined ? '' : `{${nameIn(joined[1])}}`;
}

/** What is added to a text before and behind it, and where all of it begins and ends. */
export function addedTo(
  file: Texts,
  index: number,
): { start: number; end: number; before: string; behind: string } {
  const { text: before, start } = joinedBefore(file, index);
  let end = file.literals[index]?.end ?? start;
  let behind = '';
  for (let next = joinedAfter(file, index); next !== undefined; next = joinedAfter(file, next.index)) {
    behind += next.between + next.literal.text;
    end = next.literal.end;
  }
  return { start, end, before, behind };
}

/** The last name of a value stands for it. */
export function nameIn(value: string): string {
  return /([A-Za-z_$][\w$]*)\W*$/.exec(value.replace(/\(.*$|\[.*$/s, ''))?.[1] ?? 'value';
}
