import assert from 'node:assert/strict';
import { after, before, describe, it } from 'mocha';
import type { Locator, Page } from 'playwright-core';
import { clientPageViews } from './clientPageStates.ts';
import { openClientPage, openWizard } from './harness.ts';
import { focusBox, kindsOfControls } from './probes.ts';
import { wear } from './themes.ts';
import { views } from './views.ts';

/** The views that have each kind of control, of mark and of chosen state between them. */
const WIZARD = ['details-wrong', 'grant-type', 'scopes', 'review'] as const;

/** What says something by how it looks: where it is found, and what takes that look away (runs in the page). */
const STATES: Readonly<Record<string, { view: (typeof WIZARD)[number]; at: string; without: string }>> = {
  'the chosen card': { view: 'grant-type', at: '.choice:has(input:checked)', without: 'unchecked' },
  'the chosen scope': { view: 'scopes', at: '#scope-conversations', without: 'unchecked' },
  'the page that one is on': { view: 'scopes', at: 'nav li.now', without: 'now' },
  'a chip that is on': { view: 'details-wrong', at: '.chip', without: '-on' },
  'the first of the buttons': { view: 'details-wrong', at: '#next', without: 'primary' },
  'the mark of a problem': { view: 'details-wrong', at: '.finding.error', without: 'mark' },
  'the mark of a page with a problem': { view: 'details-wrong', at: 'nav li.wrong', without: 'mark' },
  'the number of a step of the plan': { view: 'review', at: '.plan > li', without: 'plan' },
};

describe("In the contrast themes of Windows, which take all colours for the system's own", () => {
  let page: Page;
  before(async () => {
    ({ page } = await openWizard());
    await page.emulateMedia({ forcedColors: 'active' });
  });
  after(async () => await page.emulateMedia({ forcedColors: null }));

  /** Each is looked at in the first view that has it. */
  const known = new Set<string>();

  for (const view of WIZARD)
    it(`${view}: each control shows that it has the focus, and what is chosen, wrong or the first to do is seen`, async () => {
      await openWizard(views[view]);
      await wear(page, 'Dark High Contrast');
      await page.keyboard.press('Tab');
      const unseen: string[] = [];
      const kinds = (await page.evaluate(kindsOfControls)).filter(({ kind }) => !known.has(kind));
      for (const { kind, place } of kinds) {
        known.add(kind);
        const clip = await page.evaluate(focusBox, place);
        const focused = await page.screenshot({ clip });
        await page.evaluate(
          () => document.activeElement instanceof HTMLElement && document.activeElement.blur(),
        );
        if (focused.equals(await page.screenshot({ clip }))) unseen.push(kind);
      }
      assert.deepEqual(unseen, []);
      for (const [what, { at, without }] of Object.entries(STATES).filter(([, each]) => each.view === view))
        await differsWithout(page.locator(at).first(), without, what);
    });

  it('the bars of a chart are seen, in the colour of text', async () => {
    const attention = clientPageViews['client-attention'];
    assert.ok(attention);
    const { page: client } = await openClientPage(attention);
    await wear(client, 'Dark High Contrast');
    const chart = client.locator('.use svg');
    await differsWithout(chart, 'bars', 'a bar');
    const canvasText = await client.evaluate(() => {
      const sample = document.body.appendChild(document.createElement('span'));
      sample.style.color = 'CanvasText';
      return getComputedStyle(sample).color;
    });
    assert.equal(await chart.evaluate((element) => getComputedStyle(element).fill), canvasText);
  });
});

async function differsWithout(place: Locator, without: string, what: string): Promise<void> {
  // The element itself: what it is found by may be what is taken away.
  const element = await place.elementHandle();
  assert.ok(element);
  const seen = await element.screenshot();
  await place.evaluate(takeAway, without);
  assert.ok(!seen.equals(await element.screenshot()), `${what} is not seen`);
}

/** Runs in the page: takes away what makes a state be seen, or gives it to what has it not. */
async function takeAway(element: Element, what: string): Promise<void> {
  switch (what) {
    case 'unchecked': {
      const box = element.querySelector('input') ?? element;
      if ('checked' in box) box.checked = false;
      break;
    }
    case 'now':
      element.classList.remove('now');
      break;
    case '-on':
      element.classList.add('on');
      break;
    case 'primary':
      element.setAttribute('appearance', 'secondary');
      break;
    case 'mark':
      element.querySelector('.mark')?.remove();
      break;
    case 'plan':
      element.parentElement?.classList.remove('plan');
      break;
    case 'bars':
      element.replaceChildren();
  }
  await new Promise<void>((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
}
