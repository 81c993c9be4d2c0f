import { resolve } from 'node:path';
import { type Io, tell } from '../io.ts';
import type { Language } from '../language.ts';
import { checkedTextOf, type Reading, readCheckedText } from '../reading.ts';
import { type Baseline, heldAgainst, readBaseline, writeBaseline } from './baseline.ts';
import type { CheckRequest } from './checkRequest.ts';
import { type FileToCheck, findFiles, kindOf, type Search, shownPath, sourcesIn } from './files.ts';
import { type Judging, type KnownOfOrgs, lookAt, NOTHING_KNOWN } from './problems.ts';
import { progressOn } from './progress.ts';
import { readProjectSettings } from './projectSettings.ts';
import { type CheckResult, type Fixed, NOTHING_SEEN, type NotChecked, withExitCode } from './result.ts';
import type { Loudness } from './severity.ts';
import { loudnessBy } from './severity.ts';

/** What came of a check, and how loud each finding was to be. */
export type Checked = { readonly result: CheckResult; readonly loudness: Loudness };

/** What orgs say, and which of them could not be asked, and why. */
export type OfOrgs = { readonly known: KnownOfOrgs; readonly notAsked: readonly NotChecked[] };

/** As long as no org is asked. */
export const NO_ORGS: OfOrgs = { known: NOTHING_KNOWN, notAsked: [] };

/** Checks what is asked for. Writes only what `--fix` and `--write-baseline` ask for, and nothing after broken settings. */
export async function check(
  io: Io,
  request: CheckRequest,
  language: Language,
  { known, notAsked }: OfOrgs,
): Promise<Checked> {
  const settings = readProjectSettings(io.cwd);
  const loudness = loudnessBy(request.severity, settings.ok ? settings.settings.severity : undefined);
  const failed = (notChecked: readonly NotChecked[]): Checked => ({
    loudness,
    result: withExitCode({ ...NOTHING_SEEN, notChecked }, request.maxWarnings),
  });
  if (!settings.ok) return failed(settings.faults);
  const search = { root: io.cwd, ...settings.settings };
  tell(io, settings.notes);
  const { baseline } = request;
  const listed = baseline.kind === 'use' ? readBaseline(io.cwd, baseline.file) : undefined;
  if (listed?.ok === false) return failed([listed.fault]);
  const judging = { loudness, language, now: io.now(), sources: sourcesOnce(search), known };
  const looked = await look(io, request, judging, search);
  const seen = { ...looked, notChecked: [...notAsked, ...looked.notChecked] };
  const result = await inTheLightOf(listed?.baseline, seen, request, io.cwd);
  return { loudness, result: withExitCode(result, request.maxWarnings) };
}

type Seen = Omit<CheckResult, 'baseline' | 'exitCode' | 'tooManyWarnings'>;

async function look(io: Io, { input }: CheckRequest, judging: Judging, search: Search): Promise<Seen> {
  if (input.kind === 'stdin') {
    const place = resolve(io.cwd, input.path);
    const file = { path: shownPath(io.cwd, place), place, kind: kindOf(place) };
    return inAll([await lookAtFile(file, checkedTextOf(await io.readStdin()), judging, false)]);
  }
  const { files, faults } = findFiles(search, input.paths);
  const progress = progressOn(io.stderr, files.length);
  const each: Seen[] = [];
  for (const file of files) {
    each.push(await lookAtFile(file, readCheckedText(file.place), judging, input.fix));
    progress.step();
  }
  progress.end();
  const seen = inAll(each);
  // What a pattern means may be of any product; of what was named, one wants to know.
  const otherProducts = input.paths.length === 0 ? [] : seen.otherProducts;
  return { ...seen, otherProducts, notChecked: [...faults, ...seen.notChecked] };
}

async function lookAtFile(
  file: FileToCheck,
  reading: Reading,
  judging: Judging,
  isToFix: boolean,
): Promise<Seen> {
  const { path } = file;
  if (!reading.ok) return { ...NOTHING_SEEN, notChecked: [{ path, reason: reading.reason }] };
  // Loaded only where something is written.
  const after = isToFix
    ? await (await import('./fix.ts')).fixFile(file, reading, judging)
    : { ok: true as const, text: reading.text, fixed: [] };
  const found = lookAt(file, after.text, judging);
  if (found.kind === 'other-product') return { ...NOTHING_SEEN, otherProducts: [path] };
  const { problems, unsound } = found;
  const fixed: readonly Fixed[] = after.ok ? after.fixed : [];
  const notChecked: NotChecked[] = after.ok ? [] : [{ path, reason: after.reason }];
  if (unsound !== undefined) notChecked.push(unsound);
  return { problems, checked: [path], notChecked, otherProducts: [], fixed };
}

function inAll(seen: readonly Seen[]): Seen {
  return {
    problems: seen.flatMap(({ problems }) => problems),
    checked: seen.flatMap(({ checked }) => checked),
    notChecked: seen.flatMap(({ notChecked }) => notChecked),
    otherProducts: seen.flatMap(({ otherProducts }) => otherProducts),
    fixed: seen.flatMap(({ fixed }) => fixed),
  };
}

async function inTheLightOf(
  listed: Baseline | undefined,
  seen: Seen,
  { baseline }: CheckRequest,
  root: string,
): Promise<Omit<CheckResult, 'exitCode' | 'tooManyWarnings'>> {
  const { problems, notChecked } = seen;
  if (baseline.kind === 'use' && listed !== undefined) {
    const { fresh, leftOut, gone } = await heldAgainst(listed, problems, seen.checked);
    return { ...seen, problems: fresh, baseline: { kind: 'used', file: baseline.file, leftOut, gone } };
  }
  if (baseline.kind !== 'write') return { ...seen, baseline: { kind: 'none' } };
  const fault = await writeBaseline(root, baseline.file, seen);
  if (fault !== undefined) return { ...seen, notChecked: [...notChecked, fault], baseline: { kind: 'none' } };
  // All of it is in the file now, so there is nothing left to tell.
  return {
    ...seen,
    problems: [],
    baseline: { kind: 'written', file: baseline.file, listed: problems.length },
  };
}

/** They are looked for once, and only where a built copy is checked. */
function sourcesOnce(search: Search): Judging['sources'] {
  let sources: readonly string[] | undefined;
  return () => {
    sources ??= sourcesIn(search);
    return sources;
  };
}
