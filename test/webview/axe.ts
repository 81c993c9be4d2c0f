import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type axeCore from 'axe-core';
import type { Page } from 'playwright-core';

/** In the page. */
declare const axe: typeof axeCore;

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/**
 * What axe finds in the page: by all its rules, or, in these elements alone (their places in the page), by those that another
 * theme can change. It is evaluated from outside, so the page's policy stays as strict as it is.
 */
export async function axeFindings(page: Page, where: 'everywhere' | readonly number[]): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(source);
  return await page.evaluate(runAxe, where);
}

/** Axe cannot tell whether text in the very colour of its background is hidden on purpose; here nothing is. */
async function runAxe(where: 'everywhere' | readonly number[]): Promise<string[]> {
  const elements = [...document.querySelectorAll('body, body *')];
  const include = where === 'everywhere' ? [document.body] : elements.filter((_, at) => where.includes(at));
  const { violations, incomplete } = await axe.run(
    { include },
    {
      ...(where !== 'everywhere' && { runOnly: ['color-contrast'] }),
      resultTypes: ['violations', 'incomplete'],
      selectors: false,
    },
  );
  const invisible = incomplete.map(({ id, nodes }) => ({
    id,
    nodes: nodes.filter(({ any }) => any.some(({ data }) => data?.messageKey === 'equalRatio')),
  }));
  return [...violations, ...invisible].flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html}\n${failureSummary}`),
  );
}
