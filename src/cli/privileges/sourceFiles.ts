import { readdirSync, statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import * as l10n from '@vscode/l10n';
import { isBinary } from '../../core/files/readable.ts';
import type { Call } from '../../core/privileges/calls/call.ts';
import { readCalls } from '../../core/privileges/calls/pasted/readCalls.ts';
import type { CallNote, ReadingOptions } from '../../core/privileges/calls/reading.ts';
import { type IgnoreFile, ignoredBy } from '../../core/privileges/calls/source/gitIgnore.ts';
import { languageOf } from '../../core/privileges/calls/source/languages.ts';
import { MOST_CHARACTERS } from '../../core/privileges/calls/source/mayCall.ts';
import { readSource } from '../../core/privileges/calls/source/readSource.ts';
import { listed } from '../../core/texts/sentences.ts';
import { shownPath } from '../check/files.ts';
import { diskText, readText } from '../reading.ts';

/** What the files that are meant call, and what was not read. */
export type CallsOfFiles = {
  readonly calls: readonly Call[];
  readonly notes: readonly CallNote[];
  readonly files: number;
  readonly ignored: number;
  readonly leftAlone: number;
  /** What was named, or is a folder, and cannot be read, each in a sentence. */
  readonly faults: readonly string[];
};

/** Of packages and of version control: nobody's own code. */
const NOT_OWN: ReadonlySet<string> = new Set(['node_modules', '.git', '.venv', 'site-packages']);

/**
 * Reads the calls of the Platform API in source files: in those of the folders that are named, or of the root, but for what
 * .gitignore leaves out; and in files that are named, whatever they hold. Nothing is executed, nothing leaves the computer.
 */
export function readCallsOf(root: string, paths: readonly string[], options: ReadingOptions): CallsOfFiles {
  const found = {
    calls: [] as Call[],
    notes: [] as CallNote[],
    files: 0,
    ignored: 0,
    leftAlone: 0,
    faults: [] as string[],
  };
  const take = (place: string, isNamed: boolean) => {
    const path = shownPath(root, place);
    const read = readText(place);
    if (!read.ok && isNamed) found.faults.push(`${path}: ${read.reason}`);
    if (!read.ok || read.text.length > MOST_CHARACTERS || isBinary(read.text)) {
      found.leftAlone += 1;
      return;
    }
    found.files += 1;
    const isSource = languageOf(path) !== undefined;
    const { calls, notes } = isSource ? readSource(path, read.text, options) : readCalls(read.text, options);
    found.calls.push(...calls.map((call) => (isSource ? call : { ...call, at: { ...call.at, file: path } })));
    found.notes.push(...notes);
  };
  for (const path of paths.length === 0 ? ['.'] : paths) {
    const place = resolve(root, path);
    try {
      if (!statSync(place).isDirectory()) {
        take(place, true);
        continue;
      }
      const { places, ignored, faults } = sourcesBelow(place);
      for (const each of places) take(each, false);
      found.ignored += ignored;
      found.faults.push(...faults.map(({ folder, reason }) => `${shownPath(root, folder)}: ${reason}`));
    } catch (error) {
      found.faults.push(`${path}: ${diskText(error)}`);
    }
  }
  if (found.files === 0 && found.faults.length === 0)
    found.faults.push(l10n.t('There is no source file in it: {0}', listed(paths) || '.'));
  return found;
}

/** The source files below a folder, in the order of their paths. No link to a folder is followed, so that this ends. */
function sourcesBelow(top: string) {
  const places: string[] = [];
  const ignoring: IgnoreFile[] = [];
  const faults: { folder: string; reason: string }[] = [];
  const folders = [top];
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    try {
      for (const entry of readdirSync(folder, { withFileTypes: true })) {
        const place = join(folder, entry.name);
        if (entry.isDirectory() && !NOT_OWN.has(entry.name)) folders.push(place);
        if (!entry.isFile()) continue;
        if (entry.name === '.gitignore') ignoring.push(...ignoreFile(top, folder, place));
        else if (languageOf(basename(place)) !== undefined) places.push(place);
      }
    } catch (error) {
      faults.push({ folder, reason: diskText(error) });
    }
  }
  const isIgnored = ignoredBy(ignoring);
  const own = places.filter((place) => !isIgnored(shownPath(top, place)));
  return { places: own.sort(), ignored: places.length - own.length, faults };
}

function ignoreFile(top: string, folder: string, place: string): readonly IgnoreFile[] {
  const read = readText(place);
  const path = shownPath(top, folder);
  return read.ok ? [{ folder: path === '.' ? '' : path, text: read.text }] : [];
}
