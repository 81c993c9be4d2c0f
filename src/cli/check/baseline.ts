import { resolve } from 'node:path';
import * as l10n from '@vscode/l10n';
import { readText } from '../reading.ts';
import { fingerprintsOf } from './identity.ts';
import { type CheckResult, grouped, type Listed, type NotChecked, type Problem } from './result.ts';

/** What a project has from before: by path, the fingerprint of each problem, and the code, which is for people. */
export type Baseline = ReadonlyMap<string, ReadonlyMap<string, string>>;

/** As it stands in the file. Another version is of another way to tell problems apart. */
const VERSION = 1;

/** Reads a baseline; whatever is not as it was written is refused, so that no problem is left out by chance. */
export function readBaseline(
  root: string,
  file: string,
): { ok: true; baseline: Baseline } | { ok: false; fault: NotChecked } {
  const read = readText(resolve(root, file));
  const refused = (reason: string) => ({ ok: false, fault: { path: file, reason } }) as const;
  if (!read.ok) return refused(read.reason);
  const baseline = parseBaseline(read.text);
  if (baseline !== undefined) return { ok: true, baseline };
  return refused(l10n.t('This is no baseline of this version. Write it anew with --write-baseline.'));
}

function parseBaseline(text: string): Baseline | undefined {
  const whole = recordOf(parsed(text));
  const files = whole?.get('version') === VERSION ? recordOf(whole.get('files')) : undefined;
  if (files === undefined) return undefined;
  const baseline = new Map<string, ReadonlyMap<string, string>>();
  for (const [path, listed] of files) {
    const codes = recordOf(listed);
    if (codes === undefined) return undefined;
    const known = [...codes].flatMap(([fingerprint, code]): [string, string][] =>
      typeof code === 'string' ? [[fingerprint, code]] : [],
    );
    if (known.length < codes.size) return undefined;
    baseline.set(path, new Map(known));
  }
  return baseline;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function recordOf(value: unknown): ReadonlyMap<string, unknown> | undefined {
  const isRecord = typeof value === 'object' && value !== null && !Array.isArray(value);
  return isRecord ? new Map<string, unknown>(Object.entries(value)) : undefined;
}

/** Parts problems into those that a baseline lists and those that are new, and says what it lists in vain. */
export async function heldAgainst(
  baseline: Baseline,
  problems: readonly Problem[],
  checked: readonly string[],
): Promise<{
  readonly fresh: readonly Problem[];
  readonly leftOut: number;
  readonly gone: readonly Listed[];
}> {
  const fresh: Problem[] = [];
  const gone: Listed[] = [];
  const byPath = grouped(problems, ({ path }) => path);
  for (const path of checked) {
    const here = byPath.get(path) ?? [];
    const listed = baseline.get(path) ?? new Map<string, string>();
    const fingerprints = await fingerprintsOf(here);
    fresh.push(...here.filter((_, index) => !listed.has(fingerprints[index] ?? '')));
    const found = new Set(fingerprints);
    for (const [fingerprint, code] of listed) if (!found.has(fingerprint)) gone.push({ path, code });
  }
  return { fresh, leftOut: problems.length - fresh.length, gone };
}

/**
 * Writes all that was found as what is there from before, whole or not at all; says why where it does not. What could not
 * be checked would be missing from it, and be new the next time.
 */
export async function writeBaseline(
  root: string,
  file: string,
  { problems, notChecked }: Pick<CheckResult, 'problems' | 'notChecked'>,
): Promise<NotChecked | undefined> {
  if (notChecked.length > 0)
    return {
      path: file,
      reason: l10n.t('The baseline was not written, because not everything could be checked.'),
    };
  const fault = whyNoRoom(resolve(root, file));
  if (fault !== undefined) return { path: file, reason: fault };
  const files: [string, Record<string, string>][] = [];
  for (const [path, here] of grouped(problems, (problem) => problem.path)) {
    const fingerprints = await fingerprintsOf(here);
    files.push([path, Object.fromEntries(here.map(({ code }, index) => [fingerprints[index] ?? '', code]))]);
  }
  const whole = { version: VERSION, files: Object.fromEntries(files) };
  const { writeNamed } = await import('../writing.ts');
  const reason = await writeNamed(root, file, `${JSON.stringify(whole, undefined, 2)}\n`);
  return reason === undefined ? undefined : { path: file, reason };
}

/** Why no baseline is put there: a file that is something else would be lost, and be named only by a slip. */
function whyNoRoom(place: string): string | undefined {
  const read = readText(place);
  if (!read.ok) return read.isMissing ? undefined : read.reason;
  const isOne = recordOf(recordOf(parsed(read.text))?.get('files')) !== undefined;
  return isOne || read.text.trim() === ''
    ? undefined
    : l10n.t(
        'Another file is there, which is no baseline and is left as it is. Delete it, or choose another name.',
      );
}
