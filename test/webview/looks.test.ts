import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { wantsPictures } from '../host/pictures.ts';
import { themeFileName, themes } from '../host/themes.ts';
import { axeFindings, contrastFindings } from './axe.ts';
import { openWizard, showWizard } from './harness.ts';
import { newLooks } from './newLooks.ts';
import { palePlaceholders } from './placeholders.ts';
import { buttonBorders, outlineOf, scrollsSideways, themeColour } from './probes.ts';
import { firstTheme, wear } from './themes.ts';
import { views } from './views.ts';

describe('Every view, for everybody', () => {
  for (const [name, options] of Object.entries(views)) {
    it(`${name}: axe finds nothing in any theme, and beside an editor nothing scrolls sideways`, async () => {
      const { page, takePicture } = await showWizard(options);
      assert.equal(await page.getByRole('heading', { level: 1 }).count(), 1);
      assert.equal(await page.getByRole('heading', { level: 2 }).count(), 1);
      assert.deepEqual(await axeFindings(page), []);
      const isNew = await newLooks(page);
      for (const theme of wantsPictures() || isNew.length > 0 ? themes : [firstTheme]) {
        await wear(page, theme);
        await takePicture(`${name}.${themeFileName(theme)}`);
        const findings = await contrastFindings(page, isNew);
        assert.deepEqual([...findings, ...(await palePlaceholders(page))], [], theme);
      }
      await wear(page, firstTheme);
      await page.setViewportSize({ width: 320, height: 760 });
      await takePicture(`${name}.narrow`);
      assert.equal(await page.evaluate(scrollsSideways), false);
    });
  }
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
