import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

export type Language = 'en' | 'ja';

/**
 * Makes VS Code believe that a Japanese language pack is installed. The pack is empty: VS Code's own words stay
 * English, and `vscode.env.language` is `ja`, so that all of the extension's words are Japanese. The real pack comes
 * from the Marketplace, which is not needed to see the extension.
 */
export async function writeLanguagePack(userDataFolder: string): Promise<void> {
  const translations = join(userDataFolder, 'japanese.json');
  await writeFile(translations, JSON.stringify({ '': [], version: '1.0.0', contents: {} }));
  await writeFile(
    join(userDataFolder, 'languagepacks.json'),
    JSON.stringify({
      ja: {
        hash: 'empty',
        label: '日本語',
        extensions: [{ extensionIdentifier: { id: 'ms-ceintl.vscode-language-pack-ja' }, version: '1.0.0' }],
        translations: { vscode: translations },
      },
    }),
  );
}
