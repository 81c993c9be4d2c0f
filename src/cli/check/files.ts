import { type Dirent, lstatSync, readdirSync, statSync } from 'node:fs';
import { basename, join, relative, resolve, sep } from 'node:path';
import * as l10n from '@vscode/l10n';
import { FOLDERS_NOT_EDITED } from '../../core/framework/builtCopy.ts';
import { areMeant, readGlob } from '../../core/framework/filePatterns.ts';
import { SCIM_CONFIG_NAME } from '../../core/scim/configName.ts';
import { isWithin, leadsOut } from '../leadsOut.ts';
import { diskText, isMissing } from '../reading.ts';
import type { ProjectSettings } from './projectSettings.ts';
import type { NotChecked } from './result.ts';

/** One file that is to be checked. */
export type FileToCheck = {
  /** From the root, with `/` between folders. */
  readonly path: string;
  /** Where it is on the disk. */
  readonly place: string;
  readonly kind: 'framework' | 'scim';
};

/** What is to be checked, in the order of the paths, and what was to be and is not there. */
export type Found = { readonly files: readonly FileToCheck[]; readonly faults: readonly NotChecked[] };

/** Where and by which settings. */
export type Search = { readonly root: string } & Pick<ProjectSettings, 'patterns' | 'isExcluded'>;

/** Folders that hold no sources of the project: those that nobody edits, and those of version control. */
const PASSED_OVER: ReadonlySet<string> = new Set([...FOLDERS_NOT_EDITED, '.git', '.hg', '.svn']);

/**
 * The files that paths mean, or without any, the whole root. A folder stands for the files in it that the patterns mean; a
 * file for itself, whatever it is called; a pattern that the shell left alone for the files that it fits.
 */
export function findFiles(search: Search, paths: readonly string[]): Found {
  const named =
    paths.length === 0 ? [inFolder(search, search.root)] : paths.map((path) => findNamed(search, path));
  const files = new Map(named.flatMap((found) => found.files.map((file) => [file.place, file])));
  return {
    files: [...files.values()].sort((one, other) => (one.path < other.path ? -1 : 1)),
    faults: named.flatMap(({ faults }) => faults),
  };
}

/** The framework.js files of the root that no build wrote. */
export function sourcesIn(search: Search): readonly string[] {
  const { files } = inFolder(search, search.root);
  return files.filter(({ kind }) => kind === 'framework').map(({ path }) => path);
}

/** What a file is read as. */
export function kindOf(path: string): FileToCheck['kind'] {
  return path.toLowerCase().endsWith('.json') ? 'scim' : 'framework';
}

function findNamed(search: Search, path: string): Found {
  const place = resolve(search.root, path);
  try {
    const found = statSync(place);
    if (found.isDirectory()) return inNamedFolder(search, place);
    const file = { path: shownPath(search.root, place), place, kind: kindOf(place) };
    if (!found.isFile()) return refused(file.path, l10n.t('It is neither a file nor a folder.'));
    return orLeftAlone(search.root, file);
  } catch (error) {
    if (isMissing(error) && /[*?{[]/.test(path)) return byGlob(search, path);
    return refused(path, diskText(error));
  }
}

function inNamedFolder(search: Search, folder: string): Found {
  const path = shownPath(search.root, folder);
  const leads = leadsOut(search.root, folder);
  return leads === undefined ? inFolder(search, folder) : refused(path, leads);
}

function inFolder(search: Search, folder: string): Found {
  const { root, patterns } = search;
  // Patterns begin in the project; of a folder that is none of it, in that folder.
  const base = isWithin(root, folder) ? root : folder;
  const kind = (path: string): FileToCheck['kind'] | undefined => {
    if (basename(path) === SCIM_CONFIG_NAME) return 'scim';
    return areMeant(patterns, path) ? 'framework' : undefined;
  };
  const found = walk(search, folder, (place) => kind(shownPath(base, place)));
  if (found.files.length > 0 || found.faults.length > 0) return found;
  const text = l10n.t(
    'Nothing to check: there is no {0} and no file that genesysOAuth.frameworkFiles means. Name the file, or write a pattern for it into that setting.',
    SCIM_CONFIG_NAME,
  );
  return refused(shownPath(root, folder), text);
}

function byGlob(search: Search, path: string): Found {
  const glob = path.replaceAll('\\', '/').replace(/^(?:\.\/)+/, '');
  const matches = readGlob(glob);
  if (matches === undefined)
    return refused(
      path,
      l10n.t('A brace or a bracket of this pattern has no counterpart, or it has too many choices.'),
    );
  const found = walk(search, search.root, (place) => {
    const each = shownPath(search.root, place);
    return matches(each) ? kindOf(each) : undefined;
  });
  if (found.files.length > 0 || found.faults.length > 0) return found;
  return refused(path, l10n.t('No file fits this pattern. It begins in the folder that you are in.'));
}

/** The files below a folder that are of a kind. No link to a folder is followed, so that this ends. */
function walk(
  { root, isExcluded }: Search,
  top: string,
  kindAt: (place: string) => FileToCheck['kind'] | undefined,
): Found {
  const files: FileToCheck[] = [];
  const faults: NotChecked[] = [];
  const folders = [top];
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    const entries = entriesOf(folder);
    if (typeof entries === 'string') {
      faults.push({ path: shownPath(root, folder), reason: entries });
      continue;
    }
    for (const entry of entries) {
      const place = join(folder, entry.name);
      if (isExcluded(shownPath(root, place))) continue;
      if (entry.isDirectory()) {
        if (!PASSED_OVER.has(entry.name)) folders.push(place);
        continue;
      }
      const kind = kindAt(place);
      if (kind === undefined) continue;
      const file = { path: shownPath(root, place), place, kind };
      const found = entry.isFile() ? { files: [file], faults: [] } : behindLink(root, file);
      files.push(...found.files);
      faults.push(...found.faults);
    }
  }
  return { files, faults };
}

/** What is in a folder, or why nobody knows. */
function entriesOf(folder: string): readonly Dirent[] | string {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    return diskText(error);
  }
}

/** What is called like a file and is none is nothing to check; a link that leads to none is worth a word. */
function behindLink(root: string, file: FileToCheck): Found {
  try {
    if (!lstatSync(file.place).isSymbolicLink() || !statSync(file.place).isFile())
      return { files: [], faults: [] };
    return orLeftAlone(root, file);
  } catch (error) {
    return refused(
      file.path,
      isMissing(error) ? l10n.t('It is a link that leads nowhere.') : diskText(error),
    );
  }
}

function orLeftAlone(root: string, file: FileToCheck): Found {
  const leads = leadsOut(root, file.place);
  return leads === undefined ? { files: [file], faults: [] } : refused(file.path, leads);
}

/** A path as it is told: from the root where it is in it, else the whole of it. */
export function shownPath(root: string, place: string): string {
  const path = isWithin(root, place) ? relative(root, place) : place;
  return path === '' ? '.' : path.replaceAll(sep, '/');
}

function refused(path: string, reason: string): Found {
  return { files: [], faults: [{ path, reason }] };
}
