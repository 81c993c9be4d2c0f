/** Nobody writes longer calls; further away, nothing is looked for. */
const FURTHEST_BACK = 1_500;
const FURTHEST_ON = 4_000;

const CLOSING: ReadonlyMap<string, string> = new Map([
  ['(', ')'],
  ['[', ']'],
  ['{', '}'],
]);
const OPENINGS = new Set(CLOSING.keys());
const CLOSINGS = new Set(CLOSING.values());

/** The bracket in which a place of the code stands; undefined where a statement begins before one is found. */
export function openingBefore(code: string, place: number): number | undefined {
  let depth = 0;
  for (let at = place - 1; at >= Math.max(0, place - FURTHEST_BACK); at -= 1) {
    const character = code.charAt(at);
    if (CLOSINGS.has(character)) depth += 1;
    else if (OPENINGS.has(character)) {
      if (depth === 0) return at;
      depth -= 1;
    } else if (character === ';' && depth === 0) return undefined;
  }
  return undefined;
}

/** Where the counterpart of a bracket is; the end of what is looked at where it is not found. */
export function closingOf(code: string, opening: number): number {
  const end = Math.min(code.length, opening + FURTHEST_ON);
  let depth = 0;
  for (let at = opening; at < end; at += 1) {
    const character = code.charAt(at);
    if (OPENINGS.has(character)) depth += 1;
    else if (CLOSINGS.has(character)) {
      depth -= 1;
      if (depth === 0) return at;
    }
  }
  return end;
}
