import type { Comment } from 'acorn';
import type { Placer } from './places.ts';

const NAME = 'genesys-oauth-disable-next-line';

/** A comment that silences problems on the line below it: those with these codes, or all. */
export type Directive = { readonly line: number; readonly codes: readonly string[] | 'all' };

/** Whether a text can have a directive at all, which saves looking at the comments of the others. */
export function mentionsDirective(text: string): boolean {
  return text.includes(NAME);
}

/**
 * The directives among the comments of a text; `line` is the one that is silenced. What follows ` -- ` is a reason, for
 * people.
 */
export function directivesIn(comments: readonly Comment[], place: Placer): readonly Directive[] {
  const byStart = new Map(comments.map((comment) => [comment.start, comment]));
  return [...byStart.values()]
    .sort((a, b) => a.start - b.start)
    .flatMap(({ value, end }) => {
      const [first = '', ...words] = (value.split(/\s--\s/, 1)[0] ?? '').split(/[\s,*]+/).filter(Boolean);
      if (first !== NAME) return [];
      return [{ line: place({ start: end, end }).line + 1, codes: words.length === 0 ? 'all' : words }];
    });
}
