import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { before, describe, it } from 'mocha';
import type { Page } from 'playwright-core';
import { showWizard } from './harness.ts';
import { scrollsSideways } from './probes.ts';
import { type Theme, themes } from './server.ts';
import { views } from './views.ts';

describe('Every view, for everybody', () => {
  let axe = '';

  before(async () => {
    axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  });

  for (const [name, options] of Object.entries(views)) {
    it(`${name}: axe finds nothing in any theme, and beside an editor nothing scrolls sideways`, async () => {
      const { page, takePicture } = await showWizard(options);
      assert.equal(await page.getByRole('heading', { level: 1 }).count(), 1);
      assert.equal(await page.getByRole('heading', { level: 2 }).count(), 1);
      await page.evaluate(axe);
      for (const theme of allThemes) {
        await wear(page, theme);
        await takePicture(`${name}.${theme}`, theme === 'light' ? 'always' : 'on request');
        assert.deepEqual(await violationsIn(page, theme), []);
      }
      await wear(page, 'light');
      await page.setViewportSize({ width: 320, height: 760 });
      await takePicture(`${name}.narrow`, 'on request');
      assert.equal(await page.evaluate(scrollsSideways), false);
    });
  }
});

const allThemes: readonly Theme[] = ['light', 'dark', 'high-contrast'];

/** Changes the theme as VS Code does, below the eyes of the person. */
async function wear(page: Page, theme: Theme): Promise<void> {
  await page.evaluate(
    async ({ name, kind }) => {
      const link = document.querySelector('link#theme');
      const href = `/${name}.css`;
      if (link?.getAttribute('href') === href) return;
      const loaded = new Promise((resolve) => link?.addEventListener('load', resolve, { once: true }));
      link?.setAttribute('href', href);
      await loaded;
      document.body.className = kind;
      document.body.dataset['vscodeThemeKind'] = kind;
      // The toolkit takes the colours over in the next frame.
      await new Promise<void>((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    },
    { name: theme, kind: themes[theme] },
  );
}

type Finding = { id: string; nodes: { html: string; failureSummary: string }[] };

/**
 * Runs axe in the page: evaluated from outside, so the page's policy stays as strict as it is. After the first theme
 * only the colours are looked at, because nothing else has changed.
 */
async function violationsIn(page: Page, theme: Theme): Promise<string[]> {
  const options = theme === 'light' ? {} : { runOnly: ['color-contrast'] };
  const violations = await page.evaluate<Finding[]>(
    `axe.run(${JSON.stringify({ ...options, resultTypes: ['violations'] })}).then(({ violations }) => violations)`,
  );
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html}\n${failureSummary}`),
  );
}
