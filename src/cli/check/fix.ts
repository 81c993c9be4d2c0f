import { access, constants, readFile } from 'node:fs/promises';
import * as l10n from '@vscode/l10n';
import { isBuiltCopy } from '../../core/framework/builtCopy.ts';
import { fixAll } from '../../core/framework/check/checkFramework.ts';
import { locator } from '../../core/framework/places.ts';
import { applyEdits } from '../../core/framework/textEdit.ts';
import { frameworkFixText } from '../../core/texts/frameworkFixes.ts';
import { diskText, type Reading } from '../reading.ts';
import type { FileToCheck } from './files.ts';
import { frameworkFindings, type Judging } from './problems.ts';
import type { Fixed } from './result.ts';

/** A repair may bring another one to light; more rounds than this no file that somebody wrote takes. */
const MOST_ROUNDS = 100;

/** A text after its repairs, and what they were. */
type Repaired = { readonly text: string; readonly fixed: readonly Fixed[] };

/** Repairs a text as the editor does by "Fix all", again and again until nothing more comes. */
export function repair(
  path: string,
  before: string,
  judging: Pick<Judging, 'loudness' | 'now' | 'known'>,
): Repaired {
  let text = before;
  const fixed: Fixed[] = [];
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const findings = frameworkFindings(text, judging) ?? [];
    const edits = fixAll(findings);
    if (edits.length === 0) break;
    const locate = locator(text);
    for (const { code, place, fixes } of findings) {
      const fix = fixes.find((each) => each.kind === 'edit' && each.safe);
      if (fix?.kind !== 'edit' || !fix.edits.every((edit) => edits.includes(edit))) continue;
      fixed.push({ path, line: locate(place.start).line + 1, code, text: frameworkFixText(fix) });
    }
    text = applyEdits(text, edits);
  }
  return { text, fixed };
}

/** What became of a file: the text that it has now, and what was repaired; or why nothing was. */
export type FixResult =
  | ({ readonly ok: true } & Repaired)
  | { readonly ok: false; readonly text: string; readonly reason: string };

/**
 * Repairs a file on the disk, whole or not at all. All other bytes, its mode and its links stay; a file that has changed
 * since it was read is left alone.
 */
export async function fixFile(
  { path, place, kind }: FileToCheck,
  { text, bytes }: Extract<Reading, { ok: true }>,
  judging: Pick<Judging, 'loudness' | 'now' | 'known'>,
): Promise<FixResult> {
  // The next build would write a built copy anew.
  const repaired =
    kind === 'framework' && !isBuiltCopy(path) ? repair(path, text, judging) : { text, fixed: [] };
  if (repaired.fixed.length === 0) return { ok: true, ...repaired };
  const refused = (reason: string) =>
    ({ ok: false, text, reason: l10n.t('It was not repaired. {0}', reason) }) as const;
  try {
    await access(place, constants.W_OK);
    if (!Buffer.from(bytes).equals(await readFile(place)))
      return refused(l10n.t('It has changed since it was read. Run this again.'));
    const mark = hasByteOrderMark(bytes) ? '\uFEFF' : '';
    const { replaceFile, takesNoSecondFile } = await import('../../disk/atomically.ts');
    try {
      await replaceFile(place, new TextEncoder().encode(mark + repaired.text));
      return { ok: true, ...repaired };
    } catch (error) {
      if (!takesNoSecondFile(error)) throw error;
      return refused(l10n.t('Its folder takes no second file, so it cannot be written whole or not at all.'));
    }
  } catch (error) {
    return refused(diskText(error));
  }
}

function hasByteOrderMark([first, second, third]: Uint8Array): boolean {
  return first === 0xef && second === 0xbb && third === 0xbf;
}
