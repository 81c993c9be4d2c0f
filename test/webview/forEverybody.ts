import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { wantsPictures } from '../host/pictures.ts';
import { themeFileName, themes } from '../host/themes.ts';
import { axeFindings, contrastFindings } from './axe.ts';
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
 * Of themes and languages each is looked at where it tells: rules about structure do not depend on the theme, so they are
 * asked once in each language; colours do, so each look of an element is asked about in every theme, in whichever language
 * and view it comes first.
 */
export async function holdForEverybody({ page, takePicture, name, language }: Shown): Promise<void> {
  const ending = language === 'ja' ? '.ja' : '';
  assert.deepEqual(await axeFindings(page, language), []);
  assert.deepEqual(await page.evaluate(liveRegions), ['status']);
  assert.deepEqual(await page.evaluate(placeholders), []);
  const isNew = await newLooks(page);
  for (const theme of wantsPictures() || isNew.length > 0 ? themes : [firstTheme]) {
    await wear(page, theme);
    await takePicture(`${name}.${themeFileName(theme)}${ending}`);
    assert.deepEqual(await contrastFindings(page, isNew), [], theme);
  }
  await wear(page, firstTheme);
  await page.setViewportSize(NARROW);
  await takePicture(`${name}.narrow${ending}`);
  assert.equal(await page.evaluate(scrollsSideways), false);
  assert.deepEqual(await page.evaluate(hiddenFocus), []);
}
