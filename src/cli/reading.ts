import { readFileSync, statSync } from 'node:fs';
import * as l10n from '@vscode/l10n';
import { decode } from '../core/files/encoding.ts';
import { LARGEST_FILE, leftAlone, tooLargeText } from '../core/files/readable.ts';
import { reasonOf } from '../core/reason.ts';

/** A text as it was read. */
export type Reading =
  | {
      readonly ok: true;
      /** Without the byte order mark, as an editor shows it. */
      readonly text: string;
      /** The very bytes, to see whether they are still there before others are written. */
      readonly bytes: Uint8Array;
    }
  | { readonly ok: false; readonly reason: string; readonly isMissing: boolean };

/**
 * Reads a file that is small enough and in UTF-8, or says why not. Nothing but files: a pipe would never end. One after the
 * other, because on a busy computer each promise of the disk waits longer than a file takes.
 */
export function readText(place: string): Reading {
  try {
    const found = statSync(place);
    if (!found.isFile()) return refused(l10n.t('It is no file.'));
    if (found.size > LARGEST_FILE) return refused(tooLargeText());
    return textOf(readFileSync(place));
  } catch (error) {
    return { ok: false, reason: diskText(error), isMissing: isMissing(error) };
  }
}

/** A framework.js or genesys-scim.json: as `readText`, and none that is left alone. */
export function readCheckedText(place: string): Reading {
  return unlessLeftAlone(readText(place));
}

/** The same of what was read already. */
export function checkedTextOf(bytes: Uint8Array): Reading {
  return unlessLeftAlone(textOf(bytes));
}

function unlessLeftAlone(reading: Reading): Reading {
  const reason = reading.ok ? leftAlone(reading.text) : undefined;
  return reason === undefined ? reading : refused(reason);
}

/** A text of any kind that was read already. */
export function textOf(bytes: Uint8Array): Reading {
  if (bytes.length > LARGEST_FILE) return refused(tooLargeText());
  const decoded = decode(bytes);
  return decoded.ok
    ? { ok: true, text: decoded.value.replace(/^\uFEFF/, ''), bytes }
    : refused(decoded.reason);
}

function refused(reason: string): Reading {
  return { ok: false, reason, isMissing: false };
}

/** Whether something is not there, by what the disk threw. */
export function isMissing(error: unknown): boolean {
  return codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR';
}

/** Why the disk refused. */
export function diskText(error: unknown): string {
  if (isMissing(error)) return l10n.t('It is not there.');
  switch (codeOf(error)) {
    case 'EACCES':
    case 'EPERM':
      return l10n.t('This account has no permission for it.');
    case 'NO_FILE':
      return l10n.t('It is no file.');
    case 'ELOOP':
      return l10n.t('It is a link that leads to itself.');
    default:
      return reasonOf(error);
  }
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}
