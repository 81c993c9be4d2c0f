import * as l10n from '@vscode/l10n';

/** Largest file that is read at all, in bytes. */
export const LARGEST_FILE = 5_000_000;

/**
 * Longest framework.js or genesys-scim.json that is looked into, in characters. A look runs in one go, and everything else in
 * the editor waits for it: the worst text that is known took 0.23 s of a processor at this length. Real ones have up to 92,000.
 */
export const LONGEST_CHECKED = 400_000;

/** Why a framework.js or genesys-scim.json is not looked into, in a sentence; undefined when it is. */
export function leftAlone(text: string): string | undefined {
  if (text.length > LONGEST_CHECKED) return l10n.t('The file is larger than {0} kB.', LONGEST_CHECKED / 1000);
  return isBinary(text) ? l10n.t('The file is binary.') : undefined;
}

/** Whether this is no text that somebody wrote. */
export function isBinary(text: string): boolean {
  return text.includes('\0');
}

/** Why a file is not read that has more than `LARGEST_FILE` bytes. */
export function tooLargeText(): string {
  return l10n.t('The file is larger than {0} MB.', LARGEST_FILE / 1_000_000);
}
