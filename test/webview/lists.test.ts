import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { anAccess, anOrg, aRole, home, manyClients, unreadableAccess } from '../wizard/samples.ts';
import { openWizard } from './harness.ts';

/** Long enough to look at the page while an answer is on its way. */
const LATENCY_MILLISECONDS = 600;

describe('A list of the org whose rows are on their way', () => {
  it('is said to be busy as long as it shows what was searched before', async () => {
    const { page, host, settle } = await openWizard({
      memory: { step: 'details' },
      org: anOrg({ clients: { kind: 'known', value: manyClients(300) } }),
      press: '#start-from-use',
    });
    host.latencyMilliseconds = LATENCY_MILLISECONDS;
    const list = page.locator('.clients');
    assert.equal(await list.getAttribute('aria-busy'), 'false');
    await page.getByRole('textbox', { name: 'Search 300 clients' }).fill('app 299');
    assert.equal(await list.getAttribute('aria-busy'), 'true');
    await settle();
    assert.equal(await list.getAttribute('aria-busy'), 'false');
    assert.deepEqual(await list.locator('.name').allInnerTexts(), ['Team app 299']);
  });

  it('shows none of another org', async () => {
    const { page, host, settle } = await openWizard({
      memory: { step: 'details' },
      press: '#start-from-use',
    });
    const names = page.locator('.clients .name');
    assert.equal(await names.first().innerText(), 'Agent desktop');
    host.latencyMilliseconds = LATENCY_MILLISECONDS;
    const value = manyClients(1);
    host.world.org = anOrg({ id: 'org-2', name: 'Other Org', clients: { kind: 'known', value } });
    host.do({ type: 'connect', way: 'practice-org' });
    await page.getByText('Other Org · mypurecloud.jp').waitFor();
    assert.deepEqual(await names.allInnerTexts(), []);
    await settle();
    assert.deepEqual(await names.allInnerTexts(), ['Team app 0']);
  });

  it('G12: does not make known again a role that went with the last reading', async () => {
    const both = [aRole('role-old', { name: 'Old role' }), aRole('role-new', { name: 'New role' })];
    const { page, host, settle } = await openWizard({
      memory: {
        procedure: 'general',
        step: 'roles',
        draft: {
          name: 'Nightly export',
          grantType: 'CLIENT-CREDENTIALS',
          roles: [{ roleId: 'role-old', divisionIds: [home.id] }],
        },
        attempted: ['roles'],
      },
      org: anOrg({ access: anAccess({ roles: both }) }),
    });
    host.world.org = anOrg({ access: anAccess({ roles: both.slice(1) }) });
    host.latencyMilliseconds = LATENCY_MILLISECONDS;
    await page.evaluate(FINDINGS_SEEN);
    host.do({ type: 'refresh' });
    await settle();
    const seen: string[] = await page.evaluate('findingsSeen');
    assert.equal(seen.length, 1, seen.join(' > '));
    assert.match(seen.join(), /The role role-old is no longer/);
    assert.deepEqual(await page.locator('.roles vscode-checkbox .name').allInnerTexts(), ['New role']);
  });
});

describe('A role that was ticked a moment ago', () => {
  it('G12: has its name at once, also where the org tells no others than those that one holds', async () => {
    const { page, host } = await openWizard({
      memory: {
        procedure: 'general',
        step: 'roles',
        draft: { name: 'Nightly export', grantType: 'CLIENT-CREDENTIALS' },
      },
      org: anOrg({ access: { ...anAccess(), roles: unreadableAccess.roles } }),
    });
    host.latencyMilliseconds = LATENCY_MILLISECONDS;
    await page.getByRole('checkbox', { name: 'employee' }).click();
    const legend = page.locator('fieldset.chosen legend');
    await legend.waitFor();
    assert.match(await legend.innerText(), /Divisions for employee/);
  });
});

describe('A list of the org that is read again', () => {
  it('has no rows of before below the new ones, although fewer are asked for than were there', async () => {
    const { page, host, settle } = await openWizard({
      memory: { procedure: 'general', step: 'details', draft: { name: 'Typed' } },
      org: anOrg({ clients: { kind: 'known', value: manyClients(250) } }),
      press: '#start-from-copy',
    });
    const names = page.locator('.clients .name');
    const toTheEnd = async () => {
      await page.locator('.clients').evaluate((list) => list.scrollTo(0, list.scrollHeight));
      await settle();
    };
    await toTheEnd();
    await toTheEnd();
    assert.equal(await names.count(), 250);
    await page.getByRole('button', { name: 'Start over' }).click();
    await settle();
    host.do({ type: 'choose-procedure', procedure: 'general' });
    host.do({ type: 'go', step: 'details' });
    await settle();
    await page.locator('#start-from-copy').click();
    await settle();
    const value = manyClients(250).slice(1);
    host.world.org = anOrg({ clients: { kind: 'known', value } });
    host.do({ type: 'refresh' });
    await settle();
    await toTheEnd();
    await toTheEnd();
    assert.deepEqual(
      await names.allInnerTexts(),
      value.map(({ name }) => name),
    );
  });

  it('leaves the focus and the place in it as they are when everything is told again', async () => {
    const { page, host, settle } = await openWizard({
      memory: { step: 'details' },
      org: anOrg({ clients: { kind: 'known', value: manyClients(300) } }),
      press: '#start-from-use',
    });
    const row = page.locator('.clients button').nth(40);
    await row.focus();
    const scrolled = () => page.locator('.clients').evaluate((list) => list.scrollTop);
    const before = await scrolled();
    assert.ok(before > 0);
    host.tellAll();
    await settle();
    assert.equal(await row.evaluate((button) => button === document.activeElement), true);
    assert.equal(await scrolled(), before);
  });

  it('shows what was typed last, however fast', async () => {
    const { page, host, settle } = await openWizard({
      memory: { step: 'details' },
      org: anOrg({ clients: { kind: 'known', value: manyClients(300) } }),
      press: '#start-from-use',
    });
    host.latencyMilliseconds = 150;
    const search = page.getByRole('textbox', { name: 'Search 300 clients' });
    await search.pressSequentially('app 2999', { delay: 20 });
    await page.keyboard.press('Backspace');
    await settle();
    assert.deepEqual(await page.locator('.clients .name').allInnerTexts(), ['Team app 299']);
  });
});

/** Keeps the first findings that were shown, in order, in `findingsSeen`. */
const FINDINGS_SEEN = `
  globalThis.findingsSeen = [];
  new MutationObserver(() => {
    const finding = document.querySelector('.finding')?.textContent.trim() ?? 'none';
    if (globalThis.findingsSeen.at(-1) !== finding) globalThis.findingsSeen.push(finding);
  }).observe(document.body, { subtree: true, childList: true, characterData: true });
`;
