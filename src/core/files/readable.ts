import * as l10n from '@vscode/l10n';

/** Largest file that is read, in bytes; real ones have up to 92 kB. */
export const LARGEST_FILE = 5_000_000;

/** Why a text is not looked into, in a sentence; undefined when it is. */
export function leftAlone(text: string): string | undefined {
  if (text.length > LARGEST_FILE) return tooLargeText();
  return text.includes('\0') ? l10n.t('The file is binary.') : undefined;
}

/** Why a file is not read that has more than `LARGEST_FILE` bytes. */
export function tooLargeText(): string {
  return l10n.t('The file is larger than {0} MB.', LARGEST_FILE / 1_000_000);
}
