import type { Context } from 'mocha';
import { writePicture } from '../host/pictures.ts';
import { say } from '../host/say.ts';
import type { Workbench } from '../host/workbench.ts';

/** After a test that failed: a picture of what was shown then, and its words for those who see only the output. */
export async function reportFailure(
  { currentTest }: Context,
  workbench: Workbench | undefined,
): Promise<void> {
  if (currentTest?.state !== 'failed' || workbench === undefined) return;
  const { page, picture, wizardFrame } = workbench;
  const name = `failed/${currentTest.title.replace(/\W+/g, '-')}`;
  const path = await picture()
    .then(async (png) => await writePicture(name, png))
    .catch(String);
  const shown = [
    await page.locator('.tab.active').first().innerText({ timeout: 1000 }).catch(String),
    await wizardFrame().locator('body').innerText({ timeout: 1000 }).catch(String),
    await wizardFrame().locator(':focus').first().evaluate(describe, null, { timeout: 1000 }).catch(String),
  ];
  say(`\nWhat was shown (${path}):\n${shown.join('\n\n')}\n`);
}

function describe(focused: Element): string {
  return `Focus: ${focused.tagName} ${focused.id} ${focused.className}`;
}
