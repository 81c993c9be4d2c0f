import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'mocha';
import { repoFolder } from '../host/paths.ts';
import { themes } from '../host/themes.ts';
import { holdForEverybody } from './forEverybody.ts';
import { openWizard, showWizard } from './harness.ts';
import { buttonBorders, outlineOf, themeColour } from './probes.ts';
import { wear } from './themes.ts';
import { views } from './views.ts';

describe('Every view, for everybody', () => {
  for (const [name, options] of Object.entries(views)) {
    it(`${name}: is for everybody, in every theme and beside an editor`, async () => {
      const { page, takePicture } = await showWizard(options);
      assert.equal(await page.getByRole('heading', { level: 1 }).count(), 1);
      assert.equal(await page.getByRole('heading', { level: 2 }).count(), 1);
      await holdForEverybody({ page, takePicture, name, language: 'en' });
    });
  }
});

describe('In every language', () => {
  it('colours and sizes are the same, so that to look at them in one language is enough', async () => {
    const folder = join(repoFolder, 'webview', 'styles');
    const sheets = await Promise.all(
      (await readdir(folder)).map(async (name) => await readFile(join(folder, name), 'utf8')),
    );
    const rules = sheets.flatMap((text) =>
      [...text.matchAll(/:lang\([^{]*\{([^}]*)\}/g)].map(([, body = '']) => body),
    );
    const properties = rules.flatMap((body) => [...body.matchAll(/([a-z-]+):/g)].map(([, name]) => name));
    assert.deepEqual(new Set(properties), new Set(['line-break', 'overflow-wrap', 'word-break']));
  });
});

describe('In every theme', () => {
  it('a button has the border that VS Code gives it, so that only the first one stands out', async () => {
    const { page } = await showWizard(views['details']);
    for (const theme of themes) {
      await wear(page, theme);
      const first = await page.evaluate(themeColour, '--vscode-button-border');
      const others = await page.evaluate(themeColour, '--vscode-button-secondaryBorder');
      const borders = await page.evaluate(buttonBorders);
      assert.deepEqual(new Set(borders.map(({ look }) => look)), new Set(['primary', 'secondary']));
      for (const { look, colour } of borders)
        assert.equal(colour, look === 'primary' ? first : others, theme);
    }
  });

  it('a field that is wrong shows that it has the focus', async () => {
    const { page } = await openWizard(views['details-wrong']);
    const name = page.locator('vscode-text-field.invalid').first();
    assert.match(await name.evaluate(outlineOf), /^none/);
    await name.locator('input').focus();
    for (const theme of themes) {
      await wear(page, theme);
      const focus = await page.evaluate(themeColour, '--vscode-focusBorder');
      assert.equal(await name.evaluate(outlineOf), `solid ${focus}`, theme);
    }
  });
});
