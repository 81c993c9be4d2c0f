import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { repoFolder } from '../host/paths.ts';
import { PSEUDO, pseudoTexts } from './pseudo.ts';

/** The languages of the page. */
export const languages = ['en', 'ja'] as const;
export type Language = (typeof languages)[number];
/** One in which the page is shown, be it one that nobody speaks. */
export type ShownLanguage = Language | typeof PSEUDO;

/** A message stands alone, or with comments for whoever translates it. */
const Text = z.union([
  z.string(),
  z.pipe(
    z.object({ message: z.string() }),
    z.transform(({ message }) => message),
  ),
]);
const Texts = z.record(z.string(), Text);

/** The translations that VS Code hands to the page: none for English. Throws when the Japanese ones are missing. */
export async function readTexts(language: ShownLanguage): Promise<Record<string, string>> {
  switch (language) {
    case 'en':
      return {};
    case 'ja':
      return await readBundle('bundle.l10n.ja.json');
    case PSEUDO:
      return pseudoTexts(Object.keys(await readBundle('bundle.l10n.json')));
  }
}

/** Every English message of the extension. */
export async function readEnglishMessages(): Promise<readonly string[]> {
  return Object.values(await readBundle('bundle.l10n.json'));
}

async function readBundle(name: string): Promise<Record<string, string>> {
  return Texts.parse(JSON.parse(await readFile(join(repoFolder, 'l10n', name), 'utf8')));
}
