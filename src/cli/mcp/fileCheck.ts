import { realpathSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import type { CheckedFile, FileMeant } from '../../core/agents/desk.ts';
import { mentionsInFramework, mentionsInScimConfig, type Named } from '../../core/clients/mentionsIn.ts';
import { isBuiltCopy } from '../../core/framework/builtCopy.ts';
import { isBelow } from '../../disk/paths.ts';
import { type FileToCheck, kindOf, shownPath, sourcesIn } from '../check/files.ts';
import { lookAt } from '../check/problems.ts';
import { readProjectSettings } from '../check/projectSettings.ts';
import { loudnessBy } from '../check/severity.ts';
import type { Io } from '../io.ts';
import { checkedTextOf, type Reading, readCheckedText } from '../reading.ts';
import type { Compared } from './comparing.ts';

const OUTSIDE = 'It is outside the folder that the server was started in. Give a path in that folder.';

/**
 * Checks a file as `genesys-oauth check --org` does, by the settings of the folder that the server was started in. Reads
 * nothing outside of it. `compare` tells what orgs say of the clients that the file names. Never rejects.
 */
export async function checkedFile(
  { path, text: given }: FileMeant,
  io: Pick<Io, 'cwd' | 'now'>,
  compare: (named: readonly Named[], kind: FileToCheck['kind']) => Promise<Compared>,
): Promise<CheckedFile> {
  const root = io.cwd;
  const place = resolve(root, path);
  if (!isInside(root, place)) return { kind: 'unreadable', reason: OUTSIDE };
  const read: Reading =
    given === undefined ? readCheckedText(place) : checkedTextOf(new TextEncoder().encode(given));
  if (!read.ok) return { kind: 'unreadable', reason: read.reason };
  const settings = readProjectSettings(root);
  if (!settings.ok)
    return {
      kind: 'unreadable',
      reason: settings.faults.map((fault) => `${fault.path}: ${fault.reason}`).join('\n'),
    };
  const search = { root, ...settings.settings };
  const shown = shownPath(root, place);
  const kind = kindOf(place);
  const { known, remarks } = await compare(namedIn(read.text, shown, kind), kind);
  const judging = {
    loudness: loudnessBy(new Map(), settings.settings.severity),
    language: 'en' as const,
    now: io.now(),
    sources: () => sourcesIn(search),
    known,
  };
  const look = lookAt({ path: shown, kind }, read.text, judging);
  if (look.kind === 'other-product') return { kind: 'other-product', path: shown };
  return {
    kind: 'checked',
    path: shown,
    problems: look.problems.map(({ code, severity, range, text }) => ({
      ...{ code, severity, text },
      ...{ line: range.start.line + 1, column: range.start.column + 1 },
    })),
    remarks: [...settings.notes, ...(look.unsound === undefined ? [] : [look.unsound.reason]), ...remarks],
  };
}

/** The clients that are compared with orgs; of a built copy none, whose source is what counts. */
function namedIn(text: string, path: string, kind: FileToCheck['kind']): readonly Named[] {
  if (kind === 'framework' && isBuiltCopy(path)) return [];
  const naming = kind === 'scim' ? mentionsInScimConfig : mentionsInFramework;
  return naming(text, { uri: path, path }).named;
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
