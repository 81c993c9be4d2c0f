import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { wantsPictures } from '../host/pictures.ts';
import { themeFileName, themes } from '../host/themes.ts';
import { axeFindings, contrastFindings, sizeFindings } from './axe.ts';
import { newLooks } from './newLooks.ts';
import { hiddenFocus, liveRegions, placeholders, scrollsSideways } from './probes.ts';
import type { Language } from './texts.ts';
import { firstTheme, wear } from './themes.ts';

/** The width of a page beside an editor in a narrow window, or at 400 %. */
const NARROW = { width: 320, height: 430 };

type Shown = {
  page: Page;
  takePicture(name: string): Promise<void>;
  name: string;
  language: Language;
};

/**
 * Holds a view against what everybody needs, whatever it shows: axe finds nothing, in any theme; changes are said by one
 * live region; no example stands for a label; nothing scrolls sideways beside an editor, and nothing that has the focus is
 * behind something else there.
 *
 * Rules about structure do not depend on the theme, so they are asked once in each language. Colours do: each look of an
 * element is asked about in every theme, in the view that has it first. Colours do not depend on the language.
 */
export async function holdForEverybody(shown: Shown): Promise<void> {
  const { page, takePicture, name, language } = shown;
  const isNew = await newLooks(page);
  const ending = language === 'ja' ? '.ja' : '';
  for (const theme of wantsPictures() || isNew.length > 0 ? themes : [firstTheme]) {
    await wear(page, theme);
    await takePicture(`${name}.${themeFileName(theme)}${ending}`);
    assert.deepEqual(await contrastFindings(page, isNew), [], theme);
  }
  await wear(page, firstTheme);
  assert.deepEqual(await sizeFindings(page, isNew), []);
  await holdStructure(shown);
}

/** The same but for what every theme has of its own: of a view whose looks were seen in another language. */
export async function holdStructure({ page, takePicture, name, language }: Shown): Promise<void> {
  assert.deepEqual(await axeFindings(page), []);
  assert.deepEqual(await page.evaluate(liveRegions), ['status']);
  assert.deepEqual(await page.evaluate(placeholders), []);
  await page.setViewportSize(NARROW);
  await takePicture(`${name}.narrow${language === 'ja' ? '.ja' : ''}`);
  assert.equal(await page.evaluate(scrollsSideways), false);
  assert.deepEqual(await page.evaluate(hiddenFocus), []);
}
