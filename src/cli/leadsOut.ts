import { lstatSync, realpathSync } from 'node:fs';
import { dirname, relative } from 'node:path';
import * as l10n from '@vscode/l10n';
import { isBelow } from '../disk/paths.ts';
import { isMissing } from './reading.ts';

/**
 * Why nothing is read or written at a place, in a sentence: a link on the way to it leads out of `root`, the folder that the
 * command works in; of a place elsewhere, out of the folder that it is in; or it leads nowhere. Undefined where none does. Throws
 * what the disk does.
 */
export function leadsOut(root: string, place: string): string | undefined {
  const there = thereOf(place);
  const home = isWithin(root, there) ? root : dirname(there);
  let real: string;
  try {
    real = realpathSync(there);
  } catch (error) {
    if (isMissing(error)) return l10n.t('It is a link that leads nowhere.');
    throw error;
  }
  return isWithin(realpathSync(home), real)
    ? undefined
    : l10n.t('It is a link that leads out of this folder, to {0}, and is left alone.', real);
}

/** The place itself, or where there is nothing yet, the nearest folder above it that is there. A link is there in any case. */
function thereOf(place: string): string {
  try {
    lstatSync(place);
    return place;
  } catch (error) {
    if (!isMissing(error) || dirname(place) === place) throw error;
    return thereOf(dirname(place));
  }
}

/** Whether a place is a folder, or in it, by its path alone. */
export function isWithin(folder: string, place: string): boolean {
  const path = relative(folder, place);
  return path === '' || isBelow(path);
}
