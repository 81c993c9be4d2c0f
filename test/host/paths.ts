import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import * as z from 'zod/mini';

/** The repository, which is also the extension's folder. */
export const repoFolder = resolve(import.meta.dirname, '..', '..');
/** What was downloaded to run the extension in; git ignores it. */
export const downloadsFolder = join(repoFolder, '.vscode-test');
/** Pictures and logs of the last test run; git ignores it. */
export const resultsFolder = join(repoFolder, 'test-results');
/** The small project that people and tests try the extension on. Always work on a copy. */
export const sampleWorkspace = join(repoFolder, 'test', 'fixtures', 'workspace');

const manifestSchema = z.object({ publisher: z.string(), name: z.string(), version: z.string() });

/** Reads an extension's package.json. Throws when it has no publisher, name or version. */
export function readManifest(extensionFolder: string) {
  const { publisher, name, version } = manifestSchema.parse(
    JSON.parse(readFileSync(join(extensionFolder, 'package.json'), 'utf8')),
  );
  return { id: `${publisher}.${name}`, version };
}
