import { readdirSync, readFileSync } from 'node:fs';

const FOLDER = new URL('./texts/', import.meta.url);

/**
 * The texts of each language but English (BCP 47 tag), by the English ones: a file in `texts` for each. A bundle has these
 * files in it (languageFiles.js).
 */
export const textsByLanguage: Readonly<Record<string, Readonly<Record<string, string>>>> = Object.fromEntries(
  readdirSync(FOLDER).map((name) => [
    name.replace(/\.json$/, ''),
    JSON.parse(readFileSync(new URL(name, FOLDER), 'utf8')),
  ]),
);
