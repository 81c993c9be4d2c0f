import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type axeCore from 'axe-core';
import type { Page } from 'playwright-core';
import type { Language } from './texts.ts';

/** In the page. */
declare const axe: typeof axeCore;

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** The rule whose answer depends on the theme. */
const CONTRAST = 'color-contrast';

/** The rules whose answer depends on the language: on how long words are, on what they are, and on what says so. */
const OF_LANGUAGE = [
  'target-size',
  'label-content-name-mismatch',
  'html-has-lang',
  'html-lang-valid',
  'valid-lang',
];

/**
 * What axe finds in the page by all rules that do not depend on the theme; in Japanese by those alone whose answer may be
 * another one there. It is evaluated from outside, so the page's policy stays as strict as it is.
 */
export async function axeFindings(page: Page, language: Language): Promise<string[]> {
  const rules = Object.fromEntries(OF_LANGUAGE.map((rule) => [rule, { enabled: true }]));
  return language === 'ja'
    ? await findings(page, { runOnly: OF_LANGUAGE })
    : await findings(page, { rules: { ...rules, [CONTRAST]: { enabled: false } } });
}

/** What axe finds in these elements alone (their places in the page) by the rule that does. */
export async function contrastFindings(page: Page, places: readonly number[]): Promise<string[]> {
  if (places.length === 0) return [];
  return await findings(page, { runOnly: [CONTRAST] }, places);
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
