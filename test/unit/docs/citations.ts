import { lineAt } from './markdown.ts';

/** A rule ("E4") or a fact ("1.2") that a text names, and where. */
export type Citation = { number: string; line: number };

/** Between the members of a list. */
const AND = '(?:, and |, | and | or |; )';
/** Between the ends of a range. */
const TO = '(?: to | through | ?[–-] ?)';
/** A rule by its letter; not in an address, a colour or a longer word such as S256. */
const RULE = new RegExp(
  `(?<![\\w%#$&/.-])([GES])(\\d{1,2})(?![\\w%]|\\.\\d)(?:${TO}\\1(\\d{1,2})\\b|[–-](\\d{1,2})\\b)?`,
  'g',
);
/** What is called a rule, whatever its letter. */
const CALLED_RULES = new RegExp(`\\brules? ([A-Z]\\d+(?:(?:${AND}|${TO})[A-Z]\\d+)*)`, 'gi');
/** What stands like a rule at the beginning of a title or a comment, whatever its letter. */
const FIRST = /(?:['"`]|\/\*\*? |\/\/ )([A-Z]\d{1,2})(?=: )/g;
const FACT = '\\d+(?:\\.\\d+)*';
const FACTS = new RegExp(`\\bfacts? (${FACT}(?:(?:${AND}|${TO})${FACT})*)`, 'gi');

/** Every rule that a text names: in comments, titles and sentences, also over the end of a line. */
export function citedRules(text: string): Citation[] {
  const { plain, lineOf } = inOneLine(text);
  const bare = [...plain.matchAll(RULE)].flatMap((found) => {
    const { 1: letter = '', 2: from = '', 3: to, 4: shortTo, index } = found;
    return between(Number(from), Number(to ?? shortTo ?? from)).map((each) => ({
      number: `${letter}${each}`,
      line: lineOf(index),
    }));
  });
  const called = [...plain.matchAll(CALLED_RULES)].flatMap(({ 1: list = '', index }) =>
    [...list.matchAll(/[A-Z]\d+/g)].map(([number]) => ({ number, line: lineOf(index) })),
  );
  const first = [...text.matchAll(FIRST)].map(({ 1: number = '', index }) => ({
    number,
    line: lineAt(text, index),
  }));
  return [...bare, ...called, ...first];
}

/** Every fact that a text names as "Genesys facts 1.2 and 1.4", also over the end of a line. */
export function citedFacts(text: string): Citation[] {
  const { plain, lineOf } = inOneLine(text);
  const range = new RegExp(`(${FACT})(?:${TO}(${FACT}))?`, 'g');
  return [...plain.matchAll(FACTS)].flatMap(({ 1: list = '', index }) =>
    [...list.matchAll(range)]
      .flatMap(([, from = '', to = from]) => factsBetween(from, to))
      .map((number) => ({ number, line: lineOf(index) })),
  );
}

/** The facts that a document about them names in brackets only: "(1.2, 8.1)", "(procedure; 1.6)", "(4)". */
export function factsInBrackets(text: string): Citation[] {
  return [...text.matchAll(/\(([^()]*)\)/g)].flatMap(({ 1: inside = '', index }) => {
    const wanted = /^[\d.,; ]+$/.test(inside) ? /\d+(?:\.\d+)*/g : /(?<![\w.:/-])\d{1,2}\.\d{1,2}(?![\w.])/g;
    return [...inside.matchAll(wanted)].map(([number]) => ({ number, line: lineAt(text, index) }));
  });
}

/** The text without line ends, and without the marks of a comment that goes on; and the line that a place of it was in. */
function inOneLine(text: string): { plain: string; lineOf(offset: number): number } {
  const starts: number[] = [];
  let plain = '';
  for (const line of text.split('\n')) {
    starts.push(plain.length);
    plain += `${line.replace(/^\s*(?:\*(?!\/)|\/\/|#(?!#))?\s*/, '').trimEnd()} `;
  }
  return { plain, lineOf: (offset) => starts.filter((start) => start <= offset).length };
}

/** One that runs backwards is a typing error, of which both ends are named. */
function between(from: number, to: number): number[] {
  if (to < from || to - from > 99) return [from, to];
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}

function factsBetween(from: string, to: string): string[] {
  const [section, first] = apart(from);
  const [otherSection, last] = apart(to);
  return section === otherSection ? between(first, last).map((each) => `${section}${each}`) : [from, to];
}

function apart(fact: string): [string, number] {
  const number = fact.lastIndexOf('.') + 1;
  return [fact.slice(0, number), Number(fact.slice(number))];
}
