import type { DiagnosticCode } from '../../core/findings/catalogue.ts';
import type { Args, Finding } from '../../core/findings/finding.ts';
import type { Place } from '../../core/framework/places.ts';
import { mayHoldSecret } from '../../core/platform/secretShape.ts';
import type { Problem } from './result.ts';

/**
 * What of a finding's arguments stays the same while people work on the file. What stands at its place is not among it,
 * because that may be a secret, nor are lines, counts and moments.
 */
const LASTING = ['region', 'suggestion', 'name', 'by', 'provider', 'home', 'source'];

/** The name of the property whose value a place is, where it stands in front of it. */
const NAME_IN_FRONT = /([\p{L}\p{N}_$.-]{1,80})["'`]?\s{0,20}[:=]\s{0,20}["'`]?$/u;
const LONGEST_FRONT = 200;

/**
 * What a finding is known by when lines have moved: its code, what its sentence names, and the property that it stands at.
 * No more of the line: a whole file may be one, and every change of it, or a secret in it, would count.
 */
export function identityOf(
  text: string,
  { code, place, args }: Pick<Finding<DiagnosticCode, Place, unknown>, 'code' | 'place' | 'args'>,
): string {
  return JSON.stringify([code, ...lasting(args), nameInFront(text, place)]);
}

function lasting(args: Args): readonly string[] {
  return LASTING.flatMap((name) =>
    args[name] === undefined ? [] : [`${name}=${withoutSecret(String(args[name]))}`],
  );
}

function nameInFront(text: string, { start }: Place): string {
  const front = text.slice(Math.max(0, start - LONGEST_FRONT), start);
  const line = front.slice(Math.max(front.lastIndexOf('\n'), front.lastIndexOf('\r')) + 1);
  return withoutSecret(NAME_IN_FRONT.exec(line)?.[1] ?? '');
}

function withoutSecret(word: string): string {
  return mayHoldSecret(word) ? '' : word;
}

/**
 * The fingerprint of each of the problems, which are those of one file, in their order: a hash, and the how manieth of it
 * that this is. Nobody gets back from it what it was made of.
 */
export async function fingerprintsOf(problems: readonly Problem[]): Promise<readonly string[]> {
  // Most runs need none, and this takes time to load.
  const { createHash } = await import('node:crypto');
  const counts = new Map<string, number>();
  return problems.map(({ identity }) => {
    const hash = createHash('sha256').update(identity).digest('hex').slice(0, 16);
    const count = (counts.get(hash) ?? 0) + 1;
    counts.set(hash, count);
    return `${hash}:${count}`;
  });
}
