import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'mocha';
import { readThemes, themesFolder, usualTheme } from '../host/themes.ts';
import { provision } from '../needs/needs.ts';
import { knownVersions } from '../needs/vscodeVersions.ts';
import { useWalks } from './useWalks.ts';

describe('The colours that the page is tested in', () => {
  const { goOn } = useWalks();

  it('are those that VS Code gives a webview today (if not: npm run themes)', async function () {
    const { version } = await provision('servedVSCode');
    // An older one, asked for with --vscode, has fewer themes and other colours.
    if (version !== knownVersions().newest) this.skip();
    const someone = await goOn({ lean: false });
    const today = await readThemes(someone.workbench);
    await someone.wear(usualTheme);
    assert.deepEqual((await readdir(themesFolder)).sort(), [...today.keys()].sort());
    for (const [name, text] of today) {
      const written = await readFile(join(themesFolder, name), 'utf8');
      assert.deepEqual(colourLines(written), colourLines(text), name);
    }
  });
});

/** Without the VS Code that they are from, and the fonts, which the system chooses. */
function colourLines(text: string): string[] {
  return text.split('\n').filter((line) => !/Written by|^ +--vscode-(editor-)?font-/.test(line));
}
