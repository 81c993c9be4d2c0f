import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { openWizard } from './harness.ts';

describe('What only the person does', () => {
  it('one click on a fix is one answer, however many boxes it ticks', async () => {
    const draft = { name: 'Help line', scopes: ['users'] };
    const { page, host, settle, sent } = await openWizard({ memory: { step: 'scopes', draft } });
    await page.getByRole('button', { name: 'Add them' }).click();
    await settle();
    assert.equal(sent('answer').length, 1);
    assert.equal(new Set(host.state.memory.draft.scopes).size, 14);
  });

  it('Next stays pressed while echoes of what was typed before arrive', async () => {
    const { page, host, settle } = await openWizard({ memory: { step: 'details', draft: {} } });
    host.latencyMilliseconds = 150;
    await page.evaluate(HEADINGS_SEEN);
    await page.locator('#field-name input').pressSequentially('Help line', { delay: 20 });
    await page.locator('#next').click();
    await settle();
    const seen: string[] = await page.evaluate('headingsSeen');
    assert.deepEqual(seen.filter((heading) => heading === 'Grant type').length, 1, seen.join(' > '));
  });

  it('a double click on Save asks once', async () => {
    const { page, host, settle, sent } = await openWizard({
      memory: { step: 'review', draft: { name: 'Help line' } },
    });
    host.latencyMilliseconds = 100;
    await page.locator('#save').dblclick();
    await settle();
    assert.equal(sent('save').length, 1);
  });

  it('E3: an org that refuses the implicit grant gets the other one with one click, all else kept', async () => {
    const error = { kind: 'rejected' as const, answer: { status: 400, code: 'bad.grant.type' } };
    const { page, host, settle } = await openWizard({
      memory: { step: 'review', draft: { name: 'Help line', grantType: 'TOKEN' } },
      effects: { createClient: async () => ({ ok: false, error }) },
    });
    await page.locator('#save').click();
    await page.getByRole('button', { name: 'Use Code Authorization / PKCE' }).click();
    await settle();
    assert.deepEqual(host.state.memory.draft, { name: 'Help line', grantType: 'CODE' });
    assert.match(await page.locator('.answers').innerText(), /Code Authorization \/ PKCE/);
  });

  it('after a lost answer nobody gets back to Save without having looked', async () => {
    const lost = { kind: 'timeout' as const, seconds: 30 };
    const { page } = await openWizard({
      memory: { step: 'review', draft: { name: 'Help line' } },
      effects: {
        createClient: async () => ({ ok: false, error: lost }),
        findCreatedClient: async () => ({ ok: false, error: lost }),
      },
    });
    await page.locator('#save').click();
    await page.getByRole('button', { name: 'Look again' }).waitFor();
    const back = page.getByRole('button', { name: 'Back to the answers' });
    assert.equal(await back.count(), 0);
    await page.locator('#confirms-second-client').click();
    await back.waitFor();
  });
});

/** Keeps the headings that were shown, in order, in `headingsSeen`. */
const HEADINGS_SEEN = `
  globalThis.headingsSeen = [];
  new MutationObserver(() => {
    const heading = document.querySelector('main h2')?.textContent ?? '';
    if (globalThis.headingsSeen.at(-1) !== heading) globalThis.headingsSeen.push(heading);
  }).observe(document.body, { subtree: true, childList: true, characterData: true });
`;
