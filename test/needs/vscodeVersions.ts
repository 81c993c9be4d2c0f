import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { repoFolder } from '../host/paths.ts';

/** The newest VS Code that this project was tried with. */
const NEWEST = '1.139.1';

const Manifest = z.object({ engines: z.object({ vscode: z.string() }) });

/** The versions that `--vscode` knows by a word: the one that the manifest promises to work with, and the newest. */
export function knownVersions(): { oldest: string; newest: string } {
  const { engines } = Manifest.parse(JSON.parse(readFileSync(join(repoFolder, 'package.json'), 'utf8')));
  return { oldest: engines.vscode.replace(/^[^\d]*/, ''), newest: NEWEST };
}

/** The version that somebody means by `oldest`, `newest` or a version. Throws with a sentence when it is none of these. */
export function readVersion(text: string): string {
  const known = knownVersions();
  if (text === 'oldest' || text === 'newest') return known[text];
  if (/^1\.\d+\.\d+$/.test(text)) return text;
  throw new Error(
    `"${text}" is no version of VS Code. Say oldest (${known.oldest}), newest (${known.newest}), or one such as 1.120.0.`,
  );
}
