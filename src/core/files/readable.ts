/** Largest file that is read, in bytes; real ones have up to 92 kB. */
export const LARGEST_FILE = 5_000_000;

/** Why a text is not looked into, for the log; undefined when it is. */
export function leftAlone(text: string): string | undefined {
  if (text.length > LARGEST_FILE) return `it has ${text.length} characters`;
  return text.includes('\0') ? 'it is binary' : undefined;
}
