// Puts the texts of all languages into a bundle, where the program as it stands reads them from a folder: so adding a language
// is adding files.
import { readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(fileURLToPath(import.meta.url));

/**
 * The texts in the files of a folder whose names fit, by what the pattern's group takes for the language.
 *
 * @param {string} folder
 * @param {RegExp} name
 * @returns {Promise<[language: string, texts: Record<string, string>][]>}
 */
export async function languageFiles(folder, name) {
  const found = (await readdir(folder)).sort().flatMap((file) => {
    const language = name.exec(file)?.[1];
    return language === undefined ? [] : [{ file, language }];
  });
  return await Promise.all(
    found.map(async ({ file, language }) => [
      language,
      JSON.parse(await readFile(join(folder, file), 'utf8')),
    ]),
  );
}

/**
 * Those of the practice org.
 *
 * @type {import('esbuild').Plugin}
 */
export const practiceOrgTexts = {
  name: 'texts of the practice org',
  setup: ({ onLoad }) =>
    onLoad({ filter: /[\\/]practiceOrg[\\/]languageFiles\.ts$/ }, async () => {
      const texts = await languageFiles(join(root, 'src', 'practiceOrg', 'texts'), /^(.+)\.json$/);
      return {
        contents: `export const textsByLanguage = ${JSON.stringify(Object.fromEntries(texts))};`,
        loader: 'js',
      };
    }),
};
