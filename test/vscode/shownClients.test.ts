import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { ClientsDesk, useClientsDesk } from './clientsDesk.ts';

describe('What the view of OAuth clients shows', () => {
  const desks = useClientsDesk();
  let desk: ClientsDesk;

  beforeEach(async () => {
    desk = desks();
    await desk.make();
    await desk.make({ name: 'Wallboard', authorizedGrantType: 'TOKEN' });
    await desk.window.connectAs('administrator');
    await desk.window.services.orgClients.refresh();
  });

  /** Chooses these rows, one after the other. */
  async function filter(...choices: string[]): Promise<void> {
    desk.dialogs.choices = choices;
    await desk.commands.filter();
  }

  const names = async (of = desk) =>
    (await of.shown()).map((line) => line.trim()).filter((line) => /^(Agent desktop|Wallboard)/.test(line));

  it('is what the filter lets through, which is said, until it is cleared', async () => {
    assert.equal(await desk.rows.filter(), undefined);
    await filter('Filter…', 'Implicit Grant (Browser)');
    assert.deepEqual(
      desk.dialogs.rows.find(({ label }) => label === 'Implicit Grant (Browser)')?.description,
      '1',
    );
    assert.deepEqual(await names(), ['Wallboard · implicit, may end from March 2027 on']);
    assert.equal(await desk.rows.filter(), 'Only: Implicit Grant (Browser)');
    await desk.commands.clearFilter();
    assert.equal((await names()).length, 2);
    assert.equal(await desk.rows.filter(), undefined);
  });

  it('stays when the person closes the question', async () => {
    await filter('Filter…', 'Implicit Grant (Browser)');
    await filter();
    await filter('Filter…');
    assert.equal((await names()).length, 1);
  });

  it('is kept with the workspace, and counts what needs attention all the same', async () => {
    await filter('Filter…', 'Code Authorization / PKCE');
    assert.deepEqual(await names(), ['Agent desktop']);
    assert.equal((await desk.rows.badge())?.value, 1);
    const again = new ClientsDesk(desk.window);
    assert.deepEqual(await names(again), ['Agent desktop']);
  });

  it('says of an org that the filter leaves nothing of, and how to see all', async () => {
    await filter('Filter…', 'Implicit Grant (Browser)');
    const wallboard = await desk.rowOf('Wallboard');
    await desk.commands.act(wallboard, 'delete');
    assert.deepEqual((await desk.shown()).slice(1), ['  No client matches the filter · Show all']);
    const { command } = desk.rows.itemOf(await desk.rowOf('No client'));
    assert.equal(command?.command, 'genesysOAuth.clearClientFilter');
  });

  it('is grouped by state, or by who made the clients', async () => {
    await filter('By state');
    assert.ok((await desk.shown()).some((line) => /^ {2}Active · \d+$/.test(line)));
    await filter('By who made them');
    assert.ok((await desk.shown()).includes('  Made by Practice Automation · 2'));
    assert.equal(desk.dialogs.rows.find(({ label }) => label === 'By state')?.description, 'now');
  });

  it('marks one that nobody can use, however they are grouped', async () => {
    await desk.commands.act(await desk.rowOf('Agent desktop'), 'deactivate');
    for (const groups of ['By grant type', 'By state', 'By who made them']) {
      await filter(groups);
      const { iconPath } = desk.rows.itemOf(await desk.rowOf('Agent desktop'));
      assert.ok(iconPath instanceof vscode.ThemeIcon);
      assert.equal(iconPath.id, 'circle-slash', groups);
    }
  });

  it('says when clients were last used once that was asked, for all that are shown or for one', async () => {
    await filter('By last use, the longest ago first');
    assert.ok((await desk.shown()).some((line) => line.startsWith('  Last use not asked yet')));
    await desk.commands.askLastUse(await desk.rowOf('Agent desktop'));
    assert.deepEqual(await names(), [
      'Agent desktop · not used in the 30 days that were read',
      'Wallboard · implicit, may end from March 2027 on',
    ]);
    await desk.commands.askLastUse(undefined);
    assert.deepEqual(
      (await desk.shown()).filter((line) => line.includes('not asked')),
      [],
    );
    const asked = (await desk.window.requests()).filter((each) => each.endsWith('/usage/query'));
    assert.equal(new Set(asked).size, asked.length, 'none is asked twice');
    await desk.commands.askLastUse(undefined);
    assert.match(desk.dialogs.said.at(-1) ?? '', /is known already/);
  });

  it('says how far it got when the person cancels asking, and how to go on', async () => {
    await desk.shown();
    const row = await desk.rowOf('Agent desktop');
    desk.dialogs.cancels = true;
    await desk.commands.askLastUse(row);
    assert.match(desk.dialogs.said.at(-1) ?? '', /^Asked for 0 of 1 clients\. What was told stays/);
  });

  it('tells under the pointer of the use, and asks nothing for whoever looks away', async () => {
    const row = await desk.rowOf('Agent desktop');
    const away = await desk.rows.tooltipOf(row, AbortSignal.abort());
    assert.doesNotMatch(away ?? '', /[Uu]sed/);
    const tooltip = await desk.rows.tooltipOf(row, new AbortController().signal);
    assert.match(tooltip ?? '', /\nNot used in the 30 days that were read\n/);
  });
});
