import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import * as z from 'zod/mini';

/** The repository. */
export const repoFolder = resolve(import.meta.dirname, '..', '..');
/** What was fetched to run tests with; git ignores it. */
export const downloadsFolder = join(repoFolder, '.vscode-test');

/** Each run of `npm test` has a folder of its own, so that two at once do not disturb each other. */
export const RUN_FOLDER = 'TEST_RUN_FOLDER';
const runFolder = process.env[RUN_FOLDER];
/** The extension that tests try, as built. */
export const extensionFolder = runFolder === undefined ? repoFolder : join(runFolder, 'extension');
/** What this run leaves for people to look at; when it ends, it is in test-results/, which git ignores. */
export const resultsFolder = join(runFolder ?? repoFolder, 'test-results');
/** Tells the tests inside VS Code, which are built into one place, where the fixtures are. */
export const FIXTURES_FOLDER = 'TEST_FIXTURES_FOLDER';
export const fixturesFolder = process.env[FIXTURES_FOLDER] ?? join(repoFolder, 'test', 'fixtures');
/** The small project that people and tests try the extension on. Always work on a copy. */
export const sampleWorkspace = join(fixturesFolder, 'workspace');

const manifestSchema = z.object({ publisher: z.string(), name: z.string(), version: z.string() });

/** Reads an extension's package.json. Throws when it has no publisher, name or version. */
export function readManifest(folder: string) {
  const { publisher, name, version } = manifestSchema.parse(
    JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')),
  );
  return { id: `${publisher}.${name}`, version };
}
