import { realpathSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import type { CheckedFile, FileMeant } from '../../core/agents/desk.ts';
import { isBelow } from '../../disk/paths.ts';
import { kindOf, shownPath, sourcesIn } from '../check/files.ts';
import { lookAt, NOTHING_KNOWN } from '../check/problems.ts';
import { readProjectSettings } from '../check/projectSettings.ts';
import { loudnessBy } from '../check/severity.ts';
import type { Io } from '../io.ts';
import { type Reading, readText, textOf } from '../reading.ts';

const OUTSIDE = 'It is outside the folder that the server was started in. Give a path in that folder.';
const NOT_COMPARED = 'The Client IDs were not compared with an org: show_client tells what a client has.';

/**
 * Checks a file as `genesys-oauth check` does, by the settings of the folder that the server was started in. Reads nothing
 * outside of it. Never rejects.
 */
export async function checkedFile(
  { path, text: given }: FileMeant,
  io: Pick<Io, 'cwd' | 'now'>,
): Promise<CheckedFile> {
  const root = io.cwd;
  const place = resolve(root, path);
  if (!isInside(root, place)) return { kind: 'unreadable', reason: OUTSIDE };
  const read: Reading = given === undefined ? readText(place) : textOf(new TextEncoder().encode(given));
  if (!read.ok) return { kind: 'unreadable', reason: read.reason };
  const settings = readProjectSettings(root);
  if (!settings.ok)
    return {
      kind: 'unreadable',
      reason: settings.faults.map((fault) => `${fault.path}: ${fault.reason}`).join('\n'),
    };
  const search = { root, ...settings.settings };
  const judging = {
    loudness: loudnessBy(new Map(), settings.settings.severity),
    language: 'en' as const,
    now: io.now(),
    sources: () => sourcesIn(search),
    known: NOTHING_KNOWN,
  };
  const shown = shownPath(root, place);
  const look = lookAt({ path: shown, kind: kindOf(place) }, read.text, judging);
  if (look.kind === 'other-product') return { kind: 'other-product', path: shown };
  return {
    kind: 'checked',
    path: shown,
    problems: look.problems.map(({ code, severity, range, text }) => ({
      ...{ code, severity, text },
      ...{ line: range.start.line + 1, column: range.start.column + 1 },
    })),
    remarks: [...settings.notes, ...(look.unsound === undefined ? [NOT_COMPARED] : [look.unsound.reason])],
  };
}

/** Where a link leads counts, and of what is not there, where it would be. */
function isInside(root: string, place: string): boolean {
  if (!isBelow(relative(root, place))) return false;
  try {
    return isBelow(relative(realpathSync(root), realpathSync(place)));
  } catch {
    return true;
  }
}
