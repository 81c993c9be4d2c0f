import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'mocha';
import { repoFolder } from '../host/paths.ts';
import { themes } from '../host/themes.ts';
import { languages } from '../languages.ts';
import { contrastFindings, sizeFindings } from './axe.ts';
import { pairedCombinations } from './combinations.ts';
import { everyView } from './everyView.ts';
import { openWizard, showWizard } from './harness.ts';
import { faultsInAnyTheme, faultsWhenNarrow } from './judge.ts';
import { Looks } from './newLooks.ts';
import { buttonBorders, frameOf, outlineOf, themeColour } from './probes.ts';
import { firstTheme, wear } from './themes.ts';
import { views } from './views.ts';

describe('Every view, for everybody', () => {
  // All of them: npm run look.
  const selection = pairedCombinations([...everyView.keys()]);
  for (const language of languages) {
    for (const [name, show] of everyView) {
      it(`${name} (${language}): axe finds nothing in any theme, and beside an editor nothing scrolls sideways`, async () => {
        const { page } = await show(language);
        assert.deepEqual(await faultsInAnyTheme(page), []);
        const looks = await Looks.of(page);
        const isNew = looks.newIn(firstTheme);
        assert.deepEqual(await sizeFindings(page, isNew), []);
        for (const { theme } of selection.filter(
          (each) => each.view === name && each.language === language,
        )) {
          const places = theme === firstTheme ? isNew : looks.newIn(theme);
          if (places.length === 0) continue;
          await wear(page, theme);
          assert.deepEqual(await contrastFindings(page, places), [], theme);
        }
        assert.deepEqual(await faultsWhenNarrow(page), []);
      });
    }
  }

  it('each view is judged in each theme and in each language, and each theme in each language', () => {
    const judged = selection.map(({ view, theme, language }) => [view, theme, language].join('\n'));
    const missing = [...everyView.keys()].flatMap((view) => [
      ...themes.filter((theme) => !judged.some((each) => each.startsWith(`${view}\n${theme}\n`))),
      ...languages.filter(
        (language) => !judged.some((each) => each.startsWith(`${view}\n`) && each.endsWith(`\n${language}`)),
      ),
    ]);
    assert.deepEqual(missing, []);
    for (const theme of themes)
      for (const language of languages)
        assert.ok(
          judged.some((each) => each.endsWith(`\n${theme}\n${language}`)),
          `${theme} ${language}`,
        );
  });
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

  it('what is chosen has a bar of its own, so that neither what is pointed at nor what has the focus looks like it', async () => {
    const { page } = await openWizard(views['grant-type']);
    const radio = page.getByRole('radio', { name: /^Code Authorization/ });
    const chosen = page.locator('.choice', { has: page.locator('input:checked') });
    const other = page.locator('.choice', { has: page.locator('input:not(:checked)') });
    const now = page.locator('nav li.now button');
    for (const theme of themes) {
      await wear(page, theme);
      await radio.press('ArrowDown');
      await radio.press('ArrowUp');
      const [focused, bar] = [await chosen.evaluate(frameOf), await now.evaluate(frameOf)];
      await now.focus();
      await other.hover();
      const [left, pointed] = [await chosen.evaluate(frameOf), await other.evaluate(frameOf)];
      assert.equal(left.outline, 'none', theme);
      assert.notEqual(focused.outline, 'none', theme);
      assert.ok(left.bar > pointed.bar && focused.bar === left.bar, theme);
      if (!/contrast/i.test(theme)) continue;
      assert.notEqual(focused.outlineColour, left.colour, theme);
      assert.notEqual(bar.colour, focused.outlineColour, theme);
      assert.notEqual(pointed.style, left.style, theme);
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

describe('The list of steps', () => {
  it('stays in sight however far the page is scrolled, and scrolls by itself where the window is too low for it', async () => {
    const { page } = await showWizard(views['review']);
    for (const height of [760, 500, 220]) {
      await page.setViewportSize({ width: 1000, height });
      await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
      assert.ok((await page.evaluate(() => scrollY)) > 0);
      const step = page.locator('nav li.now button');
      await step.blur();
      await step.focus();
      const box = await step.boundingBox();
      assert.ok(box !== null && box.y >= 0 && box.y + box.height <= height, JSON.stringify(box));
      assert.ok((await page.evaluate(() => scrollY)) > 0, 'the page was scrolled to show it');
    }
  });
});
