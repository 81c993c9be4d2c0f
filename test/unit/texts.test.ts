import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { getL10nJson } from '@vscode/l10n-dev';
import { before, describe, it } from 'mocha';
import { repoFolder } from '../host/paths.ts';

type Bundle = Record<string, string>;

describe('The texts in both languages', () => {
  let english: Bundle;
  let japanese: Bundle;

  before(async () => {
    english = await bundle('l10n/bundle.l10n.json');
    japanese = await bundle('l10n/bundle.l10n.ja.json');
  });

  it('hold every sentence of the code, and no other (npm run l10n collects them)', async function () {
    this.timeout(60_000);
    const files = [...(await typeScriptIn('src')), ...(await typeScriptIn('webview'))];
    assert.deepEqual(english, await getL10nJson([joined(files)]));
  });

  it('have the same keys', () => {
    assert.deepEqual(Object.keys(japanese), Object.keys(english));
  });

  it('fill in the same values', () => {
    const placeholders = (text: string) => (text.match(/\{\w+\}/g) ?? []).sort();
    for (const [key, text] of Object.entries(japanese))
      assert.deepEqual(placeholders(text), placeholders(key), key);
  });

  it('are Japanese in the Japanese one', () => {
    const untranslated = Object.entries(japanese).filter(
      ([key, text]) => key === text && /[a-z]/i.test(key.replaceAll(/\{\w+\}/g, '')),
    );
    assert.deepEqual(untranslated, []);
  });

  it('name every command and the extension in both', async () => {
    const names = await bundle('package.nls.json');
    const japaneseNames = await bundle('package.nls.ja.json');
    const manifest = await readFile(join(repoFolder, 'package.json'), 'utf8');
    const used = [...manifest.matchAll(/"%([\w.-]+)%"/g)].map(([, key]) => key);
    assert.deepEqual(Object.keys(japaneseNames), Object.keys(names));
    assert.deepEqual([...new Set(used)].sort(), Object.keys(names).sort());
  });
});

async function bundle(path: string): Promise<Bundle> {
  return JSON.parse(await readFile(join(repoFolder, path), 'utf8'));
}

/** The files of a folder that have something to say. */
async function typeScriptIn(folder: string): Promise<string[]> {
  const names = await readdir(join(repoFolder, folder), { recursive: true });
  const files = names.filter((name) => name.endsWith('.ts')).sort();
  const texts = await Promise.all(files.map((name) => readFile(join(repoFolder, folder, name), 'utf8')));
  return texts.filter((contents) => contents.includes('l10n'));
}

/**
 * Some files as one that says once where `l10n` comes from. The collector searches all that it is given anew for each import
 * of it, so file by file it takes twenty times as long.
 */
function joined(files: string[]): { extension: '.ts'; contents: string } {
  const imports = new Set<string>();
  const rest = files.map((contents) =>
    contents.replaceAll(/^import .* from '(?:@vscode\/l10n|vscode)';$/gm, (line) => {
      imports.add(line);
      return '';
    }),
  );
  return { extension: '.ts', contents: [...imports, ...rest].join('\n') };
}
