import { type FrameworkFinding, finding } from './frameworkFinding.ts';
import type { FrameworkInspection } from './inspect.ts';

/** The folders that builds write; what is in them is overwritten by the next one (Genesys facts 5.4). */
const BUILD_FOLDERS = ['dist', 'build', 'out'];

/** The folders of files that nobody edits: of packages, and those that builds write. */
export const FOLDERS_NOT_EDITED: readonly string[] = ['node_modules', ...BUILD_FOLDERS];

/** The same as a pattern of VS Code. */
export const NOT_EDITED = `**/{${FOLDERS_NOT_EDITED}}/**`;

/** Whether a file is the output of a build, by the folders of its path. */
export function isBuiltCopy(path: string): boolean {
  return path
    .split('/')
    .slice(0, -1)
    .some((folder) => BUILD_FOLDERS.includes(folder));
}

/** Whether there is anything to say of a built copy: what is without a Client ID needs none in its source either. */
export function isWorthALook({ isFramework, clientIds, getAuthToken }: FrameworkInspection): boolean {
  return isFramework && (clientIds.kind !== 'absent' || getAuthToken !== undefined);
}

/**
 * The one thing to know about a built copy: that the source is the file to edit.
 * @param source The path of that, where it is known.
 */
export function builtCopyFinding(source: string | undefined): FrameworkFinding {
  const place = { start: 0, end: 0, line: 1 };
  const related = source === undefined ? [] : [{ place, what: 'source' as const }];
  return finding('built-copy', place, source === undefined ? {} : { source }, { related });
}

/** Of the paths of files that no build wrote, the one that a copy was most likely built from: nearest to the top, of its name. */
export function sourceOfCopy(copy: string, paths: readonly string[]): string | undefined {
  const name = copy.split('/').at(-1) ?? '';
  return paths
    .filter((path) => path === name || path.endsWith(`/${name}`))
    .toSorted((a, b) => a.length - b.length || a.localeCompare(b))
    .at(0);
}
