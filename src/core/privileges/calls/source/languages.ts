export type Language = 'javascript' | 'python' | 'java' | 'csharp' | 'go';

const BY_ENDING: ReadonlyMap<string, Language> = new Map<string, Language>([
  ...['js', 'mjs', 'cjs', 'jsx', 'ts', 'mts', 'cts', 'tsx'].map((ending) => [ending, 'javascript'] as const),
  ['py', 'python'],
  ['java', 'java'],
  ['cs', 'csharp'],
  ['go', 'go'],
]);

/** The endings of the files that are read. */
export const SOURCE_ENDINGS: readonly string[] = [...BY_ENDING.keys()];

/** The language of a file, by the ending of its name; undefined for one that is not read. */
export function languageOf(file: string): Language | undefined {
  const dot = file.lastIndexOf('.');
  return dot === -1 ? undefined : BY_ENDING.get(file.slice(dot + 1).toLowerCase());
}
