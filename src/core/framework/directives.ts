import type { Comment } from 'acorn';
import type { Placer } from './places.ts';

export const DIRECTIVE = 'genesys-oauth-disable-next-line';

/** A comment that silences findings on the line below it: those with these codes, or all. */
export type Directive = {
  /** The one that is silenced. */
  readonly line: number;
  readonly codes: readonly string[] | 'all';
  /** Where codes can be added (UTF-16 offset). */
  readonly nameEnd: number;
};

/** Whether a text can have a directive at all, which saves looking at the comments of the others. */
export function mentionsDirective(text: string): boolean {
  return text.includes(DIRECTIVE);
}

/**
 * The directives among the comments of a text. What follows ` -- ` is a reason, for people.
 */
export function directivesIn(comments: readonly Comment[], place: Placer): readonly Directive[] {
  const byStart = new Map(comments.map((comment) => [comment.start, comment]));
  return [...byStart.values()]
    .sort((a, b) => a.start - b.start)
    .flatMap(({ value, start, end }) => {
      const [first = '', ...words] = (value.split(/\s--\s/, 1)[0] ?? '').split(/[\s,*]+/).filter(Boolean);
      if (first !== DIRECTIVE) return [];
      // Both ways to open a comment are two characters long.
      const nameEnd = start + 2 + value.indexOf(DIRECTIVE) + DIRECTIVE.length;
      const line = place({ start: end, end }).line + 1;
      return [{ line, codes: words.length === 0 ? 'all' : words, nameEnd }];
    });
}
