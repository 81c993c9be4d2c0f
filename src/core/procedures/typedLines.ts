import { withoutStrayInvisible } from '../platform/invisible.ts';

/** The lines of a list that the person typed one a line, without what nobody sees; blank ones do not count. */
export function typedLines(typed: string): string[] {
  return typed
    .split('\n')
    .map((line) => withoutStrayInvisible(line).trim())
    .filter((line) => line !== '');
}
