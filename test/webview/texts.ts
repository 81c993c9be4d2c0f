import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { repoFolder } from '../host/paths.ts';
import { textsIn } from '../languages.ts';
import { PSEUDO, pseudoTexts } from './pseudo.ts';

/** A message stands alone, or with comments for whoever translates it. */
const Text = z.union([
  z.string(),
  z.pipe(
    z.object({ message: z.string() }),
    z.transform(({ message }) => message),
  ),
]);
const Texts = z.record(z.string(), Text);

/** The translations that VS Code hands to the page: none for English. Throws when those of the language are missing. */
export async function readTexts(language: string): Promise<Record<string, string>> {
  return language === PSEUDO
    ? pseudoTexts(Object.keys(await readBundle('bundle.l10n.json')))
    : Texts.parse(await textsIn(language));
}

/** Every English message of the extension. */
export async function readEnglishMessages(): Promise<readonly string[]> {
  return Object.values(await readBundle('bundle.l10n.json'));
}

async function readBundle(name: string): Promise<Record<string, string>> {
  return Texts.parse(JSON.parse(await readFile(join(repoFolder, 'l10n', name), 'utf8')));
}
