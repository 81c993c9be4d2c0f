import { type Glob, readGlob } from './glob.ts';

/** Which files the Embeddable Framework loads, while nobody says otherwise. */
export const USUAL_PATTERNS: readonly string[] = ['**/framework.js'];

/** One pattern of the setting, relative to the folder of the project. */
export type FilePattern = {
  /** As VS Code takes it. */
  readonly glob: string;
  /** It does not name a place in the folder, and so means files that are in no folder as well. */
  readonly anywhere: boolean;
  readonly matches: Glob;
};

/** Why a pattern, or the whole setting, is not used. */
export type PatternFault =
  | { readonly kind: 'not-a-list' }
  | {
      readonly kind: 'not-a-pattern' | 'absolute' | 'outside' | 'negated' | 'unclosed';
      readonly pattern: string;
    }
  | { readonly kind: 'too-many'; readonly most: number };

/** What a setting of file patterns comes to. */
export type FilePatterns = {
  readonly patterns: readonly FilePattern[];
  readonly faults: readonly PatternFault[];
};

const MOST_PATTERNS = 50;
const LONGEST_PATTERN = 500;

/**
 * Reads the setting, which can be anything. A bad pattern is left out; where no good one is left, the usual ones count.
 * An empty list is meant: no file then.
 */
export function readFilePatterns(setting: unknown): FilePatterns {
  if (!Array.isArray(setting)) return { patterns: usual(), faults: [{ kind: 'not-a-list' }] };
  const read = setting.slice(0, MOST_PATTERNS).map(readPattern);
  const patterns = read.flatMap((each) => ('matches' in each ? [each] : []));
  const faults = read.flatMap((each) => ('kind' in each ? [each] : []));
  const tooMany: PatternFault[] =
    setting.length > MOST_PATTERNS ? [{ kind: 'too-many', most: MOST_PATTERNS }] : [];
  const isUsable = patterns.length > 0 || setting.length === 0;
  return { patterns: isUsable ? patterns : usual(), faults: [...faults, ...tooMany] };
}

function usual(): readonly FilePattern[] {
  return USUAL_PATTERNS.map(readPattern).flatMap((each) => ('matches' in each ? [each] : []));
}

function readPattern(setting: unknown): FilePattern | PatternFault {
  if (typeof setting !== 'string' || setting.trim() === '' || setting.length > LONGEST_PATTERN) {
    return { kind: 'not-a-pattern', pattern: shown(setting) };
  }
  // Windows parts folders by a backslash, which nothing in a pattern needs otherwise.
  const glob = setting
    .trim()
    .replaceAll('\\', '/')
    .replace(/^(?:\.\/)+/, '');
  const pattern = setting;
  if (glob.startsWith('!')) return { kind: 'negated', pattern };
  if (/^(?:\/|~|[a-z][a-z\d+.-]*:)/i.test(glob)) return { kind: 'absolute', pattern };
  if (/(?:^|[/{,])\.\.(?:[/},]|$)/.test(glob)) return { kind: 'outside', pattern };
  const matches = readGlob(glob);
  if (matches === undefined) return { kind: 'unclosed', pattern };
  return { glob, anywhere: glob.startsWith('**'), matches };
}

function shown(setting: unknown): string {
  return typeof setting === 'string'
    ? `${setting.slice(0, 60)}`
    : (JSON.stringify(setting) ?? '').slice(0, 60);
}

/**
 * Where a new file would be one of these: the path of the first pattern that names one without wildcards, but for `**` as
 * its beginning. Undefined where all have more of them.
 */
export function plainName({
  patterns,
}: Pick<FilePatterns, 'patterns'>): { path: string; anywhere: boolean } | undefined {
  const names = patterns.map(({ glob, anywhere }) => ({ path: glob.replace(/^(?:\*\*\/)+/, ''), anywhere }));
  return names.find(({ path }) => !/[*?{[]/.test(path));
}
