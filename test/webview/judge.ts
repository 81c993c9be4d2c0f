import type { Page } from 'playwright-core';
import { axeFindings } from './axe.ts';
import { englishOn, JAPANESE, textsOnPage } from './english.ts';
import {
  brokenCounts,
  foldedWarnings,
  hiddenFocus,
  liveRegions,
  placeholders,
  scrollsSideways,
  switchedOff,
} from './probes.ts';
import { firstTheme, wear } from './themes.ts';

/** A page beside an editor in a low window, in CSS pixels: what WCAG 2.2 asks a page to get by with at 400 %. */
const BESIDE_AN_EDITOR = { width: 320, height: 430 };

/** A low window, in CSS pixels, and how much of its height the bar with the way on may take there. */
const LOW = { width: 640, height: 400, mostOfBar: 48 };

/** What is wrong with a view in whatever theme: a sentence or a finding of axe each. */
export async function faultsInAnyTheme(page: Page): Promise<string[]> {
  // The wizard's page shows one step at a time, the others have a heading for each part.
  const onlyOnce = (await page.locator('#wizard').count()) > 0 ? [1, 2] : [1];
  const faults: string[] = [];
  for (const level of onlyOnce) {
    const found = await page.getByRole('heading', { level }).count();
    if (found !== 1) faults.push(`There are ${found} headings of level ${level}, not one.`);
  }
  const regions = await page.evaluate(liveRegions);
  if (regions.join() !== 'status') faults.push(`There is not one live region: ${regions.join(', ')}.`);
  for (const label of await page.evaluate(switchedOff))
    faults.push(`It is switched off, and does not say what is missing: ${label}`);
  for (const text of await page.evaluate(foldedWarnings)) faults.push(`A warning is folded: ${text}`);
  for (const text of await page.evaluate(placeholders)) faults.push(`An example stands for a label: ${text}`);
  return [...faults, ...(await axeFindings(page)), ...(await faultsOfLanguage(page))];
}

/** What is not in the language of the page. */
async function faultsOfLanguage(page: Page): Promise<string[]> {
  if ((await page.locator('html').getAttribute('lang')) !== 'ja') return [];
  const texts = await page.evaluate(textsOnPage);
  if (!texts.some((text) => JAPANESE.test(text))) return ['Nothing is in Japanese.'];
  return (await englishOn(page)).map((text) => `In English: ${text}`);
}

/** What is wrong with a view beside an editor. Leaves it that narrow, in the first theme. */
export async function faultsWhenNarrow(page: Page): Promise<string[]> {
  await wear(page, firstTheme);
  const faultsOfLow = await faultsWhenLow(page);
  await page.setViewportSize(BESIDE_AN_EDITOR);
  const faults = [
    ...faultsOfLow,
    ...(await page.evaluate(hiddenFocus)).map((what) => `Hidden while it has the focus: ${what}`),
    ...(await page.evaluate(brokenCounts)).map(
      (text) => `A line ends between a number and its counter: ${text}`,
    ),
  ];
  return (await page.evaluate(scrollsSideways))
    ? ['It scrolls sideways beside an editor.', ...faults]
    : faults;
}

/** The same in a low window, whose bar is one line of buttons; what is missing is listed above them, and takes more. */
async function faultsWhenLow(page: Page): Promise<string[]> {
  await page.setViewportSize({ width: LOW.width, height: LOW.height });
  const bar = page.locator('.bar:not(:has(.summary))');
  const height = (await bar.count()) === 0 ? 0 : await bar.evaluate((element) => element.clientHeight);
  return [
    ...(height > LOW.mostOfBar ? [`In a low window the bar is ${height} pixels high.`] : []),
    ...(await page.evaluate(hiddenFocus)).map(
      (what) => `Hidden in a low window while it has the focus: ${what}`,
    ),
  ];
}
