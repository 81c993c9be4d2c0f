import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type axeCore from 'axe-core';
import type { Page } from 'playwright-core';

/** In the page. */
declare const axe: typeof axeCore;

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** The rule whose answer depends on the theme. */
const CONTRAST = 'color-contrast';
/** The rule that takes ten times as long as all others together: it compares each control with all others. */
const TARGET_SIZE = 'target-size';

/**
 * What axe finds in the page by all rules but those two. It is evaluated from outside, so the page's policy stays as strict
 * as it is.
 */
export async function axeFindings(page: Page): Promise<string[]> {
  return await findings(page, { rules: { [CONTRAST]: { enabled: false } } });
}

/** What axe finds in these elements alone (their places in the page) about how large and how far apart controls are. */
export async function sizeFindings(page: Page, places: readonly number[]): Promise<string[]> {
  return await findingsAt(page, TARGET_SIZE, places);
}

/** What axe finds in these elements alone about their colours in the theme that the page wears. */
export async function contrastFindings(page: Page, places: readonly number[]): Promise<string[]> {
  return await findingsAt(page, CONTRAST, places);
}

async function findingsAt(page: Page, rule: string, places: readonly number[]): Promise<string[]> {
  return places.length === 0 ? [] : await findings(page, { runOnly: [rule] }, places);
}

async function findings(
  page: Page,
  options: axeCore.RunOptions,
  places?: readonly number[],
): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(source);
  return await page.evaluate(runAxe, { options, places });
}

/** Axe cannot tell whether text in the very colour of its background is hidden on purpose; here nothing is. */
async function runAxe(what: {
  options: axeCore.RunOptions;
  places: readonly number[] | undefined;
}): Promise<string[]> {
  const { options, places } = what;
  const elements = [...document.querySelectorAll('body, body *')];
  const include = places === undefined ? [document.body] : elements.filter((_, at) => places.includes(at));
  const { violations, incomplete } = await axe.run(
    { include },
    // Style sheets are loaded first for rules about sound, which no page has.
    { ...options, resultTypes: ['violations', 'incomplete'], selectors: false, preload: false },
  );
  const invisible = incomplete.map(({ id, nodes }) => ({
    id,
    nodes: nodes.filter(({ any }) => any.some(({ data }) => data?.messageKey === 'equalRatio')),
  }));
  return [...violations, ...invisible].flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html}\n${failureSummary}`),
  );
}
