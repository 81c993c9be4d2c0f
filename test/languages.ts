import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { repoFolder } from './host/paths.ts';

const FOLDER = join(repoFolder, 'l10n');
const BUNDLE = /^bundle\.l10n\.(.+)\.json$/;

/** The languages that the texts are in (BCP 47 tags), English first: whoever adds one adds files, and it is here. */
export const languages: readonly string[] = [
  'en',
  ...readdirSync(FOLDER).flatMap((name) => BUNDLE.exec(name)?.slice(1) ?? []),
];

/** The texts of a language by the English ones: none for English. */
export async function textsIn(language: string): Promise<Record<string, string>> {
  return language === 'en'
    ? {}
    : JSON.parse(await readFile(join(FOLDER, `bundle.l10n.${language}.json`), 'utf8'));
}

/** The name of a file of a language: `findings.md`, and `findings.ja.md`. */
export function inLanguageOf(language: string, name: string): string {
  return language === 'en' ? name : name.replace(/(?=\.\w+$)/, `.${language}`);
}
