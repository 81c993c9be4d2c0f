import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { CDPSession } from 'playwright-core';
import { ALL_DIVISIONS } from '../../src/core/platform/authorization.ts';
import type { Draft } from '../../src/core/procedures/draft.ts';
import type { LoadedAccess } from '../../src/core/procedures/loadedOrg.ts';
import {
  anAccess,
  anOrg,
  home,
  loadingAccess,
  manyDivisions,
  manyRoles,
  unreadableAccess,
} from '../wizard/samples.ts';
import { type OpenWizard, openWizard } from './harness.ts';

describe('Roles of a client without a person', () => {
  it('G12: wants at least one, and leads back to the list', async () => {
    const wizard = await openRoles({ roles: [] });
    await wizard.page.getByRole('button', { name: 'Next' }).click();
    await wizard.page.locator('.finding.error').getByText('Choose at least one role').waitFor();
    await wizard.settle();
    assert.equal(wizard.host.state.memory.step, 'roles');
  });

  it('G12: names a role that went meanwhile, and removes it', async () => {
    const wizard = await openRoles(
      { roles: [{ roleId: 'role-gone', divisionIds: [home.id] }] },
      anAccess(),
      true,
    );
    await wizard.page.locator('.finding').getByText('The role role-gone is no longer').waitFor();
    await wizard.page.getByRole('button', { name: 'Remove it' }).first().click();
    await wizard.settle();
    assert.deepEqual(wizard.host.state.memory.draft.roles, []);
  });

  it('G13: wants a division for each role, and gives the Home division in one click', async () => {
    const wizard = await openRoles({ roles: [{ roleId: 'role-export', divisionIds: [] }] }, anAccess(), true);
    await wizard.page
      .locator('.finding')
      .getByText('at least one division for the role Analytics Export')
      .waitFor();
    await wizard.page.getByRole('button', { name: 'Use the Home division' }).click();
    await wizard.settle();
    assert.deepEqual(wizard.host.state.memory.draft.roles, [
      { roleId: 'role-export', divisionIds: [home.id] },
    ]);
    assert.equal(await wizard.page.locator('.finding').count(), 0);
  });

  it('G12: offers the roles that one holds; the others stand below with the reason, and cannot be ticked', async () => {
    const { page } = await openRoles({ roles: [] });
    assert.deepEqual(await page.locator('.roles vscode-checkbox .name').allInnerTexts(), [
      'Analytics Export',
      'employee',
      'Master Admin',
      'SCIM Integration',
    ]);
    await page.getByText('Cannot be given: you do not hold them').waitFor();
    assert.deepEqual(await page.locator('.roles .other .name').allInnerTexts(), ['Quality Admin']);
    assert.equal(await page.getByRole('checkbox', { name: /Quality Admin/ }).count(), 0);
  });

  it('G13: a role is ticked in the Home division, and unticked with its divisions', async () => {
    const wizard = await openRoles({ roles: [] });
    await wizard.tick(/^Analytics Export/);
    assert.deepEqual(wizard.host.state.memory.draft.roles, [
      { roleId: 'role-export', divisionIds: [home.id] },
    ]);
    assert.equal(await division(wizard, 'Home').isChecked(), true);
    await wizard.tick(/^Analytics Export/);
    assert.deepEqual(wizard.host.state.memory.draft.roles, []);
    assert.equal(await wizard.page.locator('fieldset.chosen').count(), 0);
  });

  it('G13: says once, and quietly, what a client with Home alone will not see', async () => {
    const inHome = (roleId: string) => ({ roleId, divisionIds: [home.id] });
    const wizard = await openRoles({ roles: [inHome('role-export'), inHome('role-2')] });
    const sentence = wizard.page.getByText('In the Home division only, this role shows the client nothing');
    assert.equal(await sentence.count(), 1);
    await wizard.takePicture('roles-home-only');
    await wizard.page
      .getByRole('checkbox', { name: /^All divisions/ })
      .first()
      .click();
    await wizard.settle();
    assert.equal(await sentence.count(), 1);
    await division(wizard, 'Sales').last().click();
    await wizard.settle();
    assert.equal(await sentence.count(), 0);
    assert.equal(await wizard.page.locator('.finding').count(), 0);
  });

  it('G13: says nothing of Home where there is no other division, or none is chosen yet', async () => {
    const alone = anAccess({ divisions: { kind: 'known', value: [home] } });
    for (const [divisionIds, access] of [
      [[home.id], alone],
      [[], anAccess()],
      [[ALL_DIVISIONS], anAccess()],
      [[home.id], loadingAccess],
      [[home.id], unreadableAccess],
    ] as const) {
      const { page } = await openRoles(
        { roles: [{ roleId: 'role-export', divisionIds: [...divisionIds] }] },
        access,
      );
      assert.equal(await page.getByText('In the Home division only').count(), 0);
    }
  });

  it('G13: takes several divisions, all in one click, and only Home again', async () => {
    const wizard = await openRoles({ roles: [{ roleId: 'role-export', divisionIds: [home.id] }] });
    const chosen = () => wizard.host.state.memory.draft.roles?.[0]?.divisionIds;
    await wizard.tick(/^Sales/);
    assert.deepEqual(chosen(), [home.id, 'division-sales']);
    await wizard.tick(/^All divisions/);
    assert.deepEqual(chosen(), [ALL_DIVISIONS]);
    await wizard.tick(/^All divisions/);
    assert.deepEqual(chosen(), [home.id]);
  });

  it('G13: searches among more divisions than one takes in at once, each role for itself', async () => {
    const access = anAccess({ divisions: { kind: 'known', value: manyDivisions(300) } });
    const wizard = await openRoles(
      {
        roles: [
          { roleId: 'role-export', divisionIds: [home.id] },
          { roleId: 'role-1', divisionIds: [home.id] },
        ],
      },
      access,
    );
    const search = wizard.page.getByRole('textbox', { name: 'Search 300 divisions' });
    await search.first().fill('office 298');
    await wizard.tick(/^Branch office 298/);
    assert.deepEqual(wizard.host.state.memory.draft.roles?.[0]?.divisionIds, [home.id, 'many-division-298']);
    assert.equal(await search.nth(1).inputValue(), '');
    await search.first().fill('no such office');
    await wizard.page.getByText('No division contains "no such office".').waitFor();
  });

  it('G13: reminds of asking a third party', async () => {
    const { page } = await openRoles({ roles: [] });
    await page.getByText('Ask them which roles and divisions they need.').waitFor();
    await page.getByText('Choose the fewest that it needs.').waitFor();
  });

  it('says that roles are being read, and shows them when they are', async () => {
    const { page, host } = await openRoles({ roles: [] }, loadingAccess);
    assert.equal(
      await page.locator('[aria-busy=true]').locator('[data-live=status]').innerText(),
      'Reading roles…',
    );
    host.world.answerAccess(anAccess());
    // The rows are asked for when the page knows that there are some, and it is busy until they are here.
    await page.getByRole('checkbox', { name: /^Analytics Export/ }).waitFor();
    assert.equal(await page.locator('[aria-busy=true]').count(), 0);
  });

  it('says why roles could not be read, and reads them again', async () => {
    const { page, sent, settle } = await openRoles({ roles: [] }, unreadableAccess);
    await page
      .locator('[data-live=alert]')
      .getByText('The organization does not allow you to do this.')
      .waitFor();
    await page.getByRole('button', { name: 'Refresh' }).click();
    await settle();
    assert.equal(sent('refresh').length, 1);
  });

  it('G12: says to somebody without any role that there is none to give', async () => {
    const { page } = await openRoles({ roles: [] }, anAccess({ held: [] }));
    await page.getByText('You hold no role, so there is none to give.').waitFor();
    assert.equal(await page.locator('.roles').getByRole('checkbox').count(), 0);
    assert.equal(await page.locator('.roles .other').count(), 5);
  });

  it('G12: offers every role when the org does not say which one holds, and says what that means', async () => {
    const { page } = await openRoles({ roles: [] }, { ...anAccess(), held: unreadableAccess.held });
    await page.getByText('Which roles you hold could not be read.').waitFor();
    assert.equal(await page.locator('.roles').getByRole('checkbox').count(), 5);
  });

  it('G12: offers the roles one holds, although the org does not list the others', async () => {
    const { page } = await openRoles({ roles: [] }, { ...anAccess(), roles: unreadableAccess.roles });
    assert.equal(await page.locator('.roles').getByRole('checkbox').count(), 4);
  });

  it('G12: without signing in there is no list; the page says which roles to choose there', async () => {
    const { page, host, settle } = await openWizard({
      memory: {
        procedure: 'general',
        step: 'roles',
        draft: { name: 'Export', grantType: 'CLIENT-CREDENTIALS' },
      },
      adminPageRegion: 'mypurecloud.jp',
    });
    await page.getByText('Roles are chosen on the admin page: the fewest').waitFor();
    assert.equal(await page.getByRole('checkbox').count(), 0);
    await page.getByRole('button', { name: 'Next' }).click();
    await settle();
    assert.equal(host.state.memory.step, 'admin-page');
    await page.getByText('Roles are chosen on the admin page: the fewest').waitFor();
  });
});

describe('Thousands of roles', () => {
  it('begins with 100 of 2,000 and says how many more there are; a search finds any of them', async () => {
    const { page, settle } = await openRoles({ roles: [] }, anAccess({ roles: manyRoles(2000) }));
    assert.equal(await page.locator('.roles li').count(), 100);
    await page.getByText('1,900 more. Scroll or search to find them.').waitFor();
    const search = page.getByRole('textbox', { name: 'Search 2,000 roles' });
    await search.fill('TEAM ROLE 1999');
    await settle();
    assert.equal(await page.locator('.roles').getByRole('checkbox').count(), 1);
    await page.getByRole('checkbox', { name: /^Team role 1999 / }).waitFor();
    await search.fill('nothing like it');
    await page.getByText('No role contains "nothing like it".').waitFor();
  });

  it('shows the next ones as one scrolls, and the first ones for another search', async () => {
    const { page, settle } = await openRoles({ roles: [] }, anAccess({ roles: manyRoles(250) }));
    const rows = page.locator('.roles li');
    const toTheEnd = async () => {
      await page.locator('.roles').evaluate((list) => list.scrollTo(0, list.scrollHeight));
      await settle();
      return await rows.count();
    };
    assert.deepEqual([await toTheEnd(), await toTheEnd(), await toTheEnd()], [200, 250, 250]);
    assert.equal(await page.getByText(/Scroll or search/).count(), 0);
    await page.getByRole('textbox', { name: 'Search 250 roles' }).fill('team');
    await settle();
    assert.equal(await rows.count(), 100);
  });

  it('shows the next ones to the keyboard, too, which stays where it is', async () => {
    const { page, settle } = await openRoles({ roles: [] }, anAccess({ roles: manyRoles(250) }));
    const boxes = page.locator('.roles').getByRole('checkbox');
    await boxes.nth(98).focus();
    await page.keyboard.press('Tab');
    await settle();
    assert.equal(await boxes.count(), 200);
    const focused = await page.evaluate(() => document.activeElement?.id);
    assert.equal(await boxes.nth(99).getAttribute('id'), focused);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    await settle();
    assert.equal(await boxes.nth(100).getAttribute('aria-checked'), 'true');
  });

  it('shows those that cannot be given below the others, within the same 100', async () => {
    const roles = manyRoles(1000);
    const { page } = await openRoles({ roles: [] }, anAccess({ roles, held: roles.slice(0, 3) }));
    assert.equal(await page.locator('.roles').getByRole('checkbox').count(), 3);
    assert.equal(await page.locator('.roles .other').count(), 97);
  });

  it('answers each key among 2,000 roles about as fast as among 50', async () => {
    const few = await workPerKey(50);
    const many = await workPerKey(2000);
    assert.ok(many < Math.max(10 * few, 50), `${many.toFixed(1)} ms a key instead of ${few.toFixed(1)} ms`);
  });
});

/** The milliseconds that the page itself works from a key until it shows what it found; others' work does not count. */
async function workPerKey(roles: number): Promise<number> {
  const { page } = await openRoles({ roles: [] }, anAccess({ roles: manyRoles(roles) }));
  const devTools = await page.context().newCDPSession(page);
  await devTools.send('Performance.enable', { timeDomain: 'threadTicks' });
  const keys = ['1', '19', '', '2', '4', '49', '', 'team', '3', ''];
  const before = await secondsWorked(devTools);
  await page.locator('#field-roles').evaluate((field, typed) => {
    for (const value of typed) {
      Object.assign(field, { value });
      field.dispatchEvent(new Event('input', { bubbles: true }));
      document.body.getBoundingClientRect();
    }
  }, keys);
  const worked = (await secondsWorked(devTools)) - before;
  await devTools.detach();
  return (worked * 1000) / keys.length;
}

async function secondsWorked(devTools: CDPSession): Promise<number> {
  const { metrics } = await devTools.send('Performance.getMetrics');
  const worked = metrics.find(({ name }) => name === 'ThreadTime')?.value;
  assert.ok(worked !== undefined);
  return worked;
}

function openRoles(draft: Draft, access: LoadedAccess = anAccess(), attempted = false): Promise<OpenWizard> {
  return openWizard({
    memory: {
      procedure: 'general',
      step: 'roles',
      draft: { name: 'Nightly export', grantType: 'CLIENT-CREDENTIALS', ...draft },
      attempted: attempted ? ['roles'] : [],
    },
    org: anOrg({ access }),
  });
}

function division({ page }: OpenWizard, name: string) {
  return page.locator('.divisions').getByRole('checkbox', { name });
}
