import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Draft } from '../../src/core/procedures/draft.ts';
import { anAccess, anOrg, home } from '../wizard/samples.ts';
import { type OpenWizard, openWizard, type WizardOptions } from './harness.ts';
import { rolesForCalls } from './needsViews.ts';
import { hasFocus } from './probes.ts';

const SECRETS = ['CANARY-token', 'CANARY-secret', 'CANARY-password'];
const PASTED = `curl -H "Authorization: Bearer ${SECRETS[0]}" https://api.mypurecloud.jp/api/v2/users
client_secret=${SECRETS[1]}
password: ${SECRETS[2]}`;

describe('What will it call?', () => {
  it('is answered with the keyboard alone, and fills in the scopes once one says so', async () => {
    const wizard = await openScopes({ scopes: ['alerting'] });
    await type(wizard, 'getUsersMe\nPOST /api/v2/analytics/conversations/details/query');
    await wizard.page.keyboard.press('Tab');
    await wizard.page.keyboard.press('Enter');
    await wizard.page.getByText('2 operations were recognized.').waitFor();
    await wizard.page.getByText('for GET /api/v2/users/me', { exact: true }).waitFor();
    assert.deepEqual(chosenScopes(wizard), ['alerting']);
    await wizard.page.keyboard.press('Tab');
    await wizard.page.keyboard.press('Enter');
    await wizard.settle();
    assert.deepEqual(chosenScopes(wizard), ['alerting', 'analytics:readonly', 'users:readonly']);
  });

  it('is never switched off: it says at the field that nothing is written yet, and asks nothing', async () => {
    const wizard = await openScopes();
    const { page } = wizard;
    await page.getByRole('button', { name: 'Find what it needs' }).click();
    await page.locator('#findings-calls').getByText('Write or paste first what it will call.').waitFor();
    const field = page.getByRole('textbox', { name: 'What will it call?' });
    assert.equal(await field.evaluate(hasFocus), true);
    assert.equal(await field.getAttribute('aria-invalid'), 'true');
    assert.deepEqual(wizard.sent('find-needs'), []);
    await field.fill('getUsersMe');
    assert.equal(await page.locator('#findings-calls .finding').count(), 0);
  });

  it('gives an example that works for whoever calls', async () => {
    const example = async (options: WizardOptions) =>
      await (await openScopes({}, options)).page.locator('#hint-calls').innerText();
    assert.match(await example({}), /users\/me/);
    const draft: Draft = { name: 'Export', grantType: 'CLIENT-CREDENTIALS' };
    assert.doesNotMatch(
      await example({ memory: { procedure: 'general', step: 'roles', draft } }),
      /users\/me/,
    );
  });

  it('says what was chosen and what is in excess, and takes both back without what was chosen since', async () => {
    const wizard = await openScopes({ scopes: ['alerting'] });
    await ask(wizard, 'getUsersMe');
    await wizard.page.getByText('Chosen, and not needed for what was pasted: alerting.').waitFor();
    await wizard.page.getByRole('button', { name: 'Only these' }).click();
    await wizard.settle();
    assert.deepEqual(chosenScopes(wizard), ['users:readonly']);
    const note = wizard.page.locator('.filled');
    assert.equal(await note.evaluate((element) => element === document.activeElement), true);
    await note.getByText('Chosen now: users:readonly.').waitFor();
    await note.getByText('No longer chosen: alerting.').waitFor();
    await wizard.tick(/^presence/);
    await note.getByRole('button', { name: 'Undo' }).click();
    await wizard.settle();
    assert.deepEqual(chosenScopes(wizard), ['presence', 'alerting']);
    assert.equal(await note.count(), 0);
    assert.equal(await wizard.page.evaluate(() => document.activeElement?.id), 'find-needs');
  });

  it('keeps what is very long on the page alone, and says so', async () => {
    const wizard = await openScopes();
    const long = `GET /api/v2/users/me\n${'x'.repeat(20_000)}`;
    await ask(wizard, long);
    await wizard.page.getByText('It is too long to be kept with your answers').waitFor();
    await wizard.page.getByText('1 operation was recognized.').waitFor();
    assert.equal(wizard.host.state.memory.draft.calls ?? '', '');
  });

  it('leaves what the framework needs chosen', async () => {
    const wizard = await openWizard({ memory: { procedure: 'embeddable', step: 'scopes' } });
    await ask(wizard, 'POST /api/v2/analytics/conversations/details/query');
    assert.equal(await wizard.page.getByRole('button', { name: 'Only these' }).count(), 0);
    await wizard.page.getByRole('button', { name: 'Choose these' }).click();
    await wizard.page.getByText('15 selected').waitFor();
  });

  it('adds nothing that a wider scope opens already, unless only what is needed is to stay', async () => {
    const embeddable = await openWizard({ memory: { procedure: 'embeddable', step: 'scopes' } });
    await ask(embeddable, 'getUsers');
    await embeddable.page.getByText('users is chosen: that is enough, and lets do more.').waitFor();
    assert.equal(await embeddable.page.getByRole('button', { name: /these$/ }).count(), 0);
    const general = await openScopes({ scopes: ['users'] });
    await ask(general, 'getUsers');
    assert.equal(await general.page.getByRole('button', { name: 'Choose these' }).count(), 0);
    await general.page.getByRole('button', { name: 'Only these' }).click();
    await general.settle();
    assert.deepEqual(chosenScopes(general), ['users:readonly']);
  });

  it('chooses roles in the Home division, and takes them back', async () => {
    const roles = [{ roleId: 'role-export', divisionIds: [home.id] }];
    const wizard = await openWizard({
      memory: { procedure: 'general', step: 'roles', draft: { grantType: 'CLIENT-CREDENTIALS', roles } },
      org: anOrg({ access: anAccess({ roles: rolesForCalls }) }),
    });
    await ask(wizard, 'getUsers\nPATCH /api/v2/users/1\ngetUsersMe');
    await wizard.page.getByText('Only a person can make these calls: GET /api/v2/users/me.').waitFor();
    await wizard.page.getByRole('button', { name: 'Only these' }).click();
    await wizard.settle();
    assert.deepEqual(wizard.host.state.memory.draft.roles, [
      { roleId: 'role-directory', divisionIds: [home.id] },
    ]);
    await wizard.page.locator('.filled').getByRole('button', { name: 'Undo' }).click();
    await wizard.settle();
    assert.deepEqual(wizard.host.state.memory.draft.roles, roles);
  });

  it('lets no secret out of the page, and keeps none', async () => {
    const wizard = await openScopes();
    await ask(wizard, PASTED);
    assert.equal(await calls(wizard).inputValue(), PASTED, 'the person sees what was typed');
    const sent = JSON.stringify(wizard.host.received);
    const kept = JSON.stringify(wizard.host.world.kept);
    assert.match(sent, /api\/v2\/users/);
    assert.match(kept, /api\/v2\/users/);
    for (const secret of SECRETS) {
      assert.ok(!sent.includes(secret), secret);
      assert.ok(!kept.includes(secret), secret);
    }
  });

  it('keeps the text when one goes to another page and comes back, or the tab is opened anew', async () => {
    const wizard = await openScopes();
    await type(wizard, 'getUsersMe\nclient_secret=CANARY');
    await wizard.page.getByRole('button', { name: 'Back' }).click();
    await wizard.settle();
    await wizard.page
      .getByRole('button', { name: /Scopes/ })
      .first()
      .click();
    await wizard.settle();
    assert.equal(await calls(wizard).inputValue(), 'getUsersMe\nclient_secret=CANARY');
    const again = await openWizard({
      memory: { ...wizard.host.state.memory, procedure: 'general', step: 'scopes' },
    });
    assert.equal(await calls(again).inputValue(), 'getUsersMe\nclient_secret=…');
  });

  it('says that the answer is to the text of before', async () => {
    const wizard = await openScopes();
    await ask(wizard, 'getUsersMe');
    assert.equal(await wizard.page.getByText('The text has changed since.').count(), 0);
    await type(wizard, '\ngetUsers');
    await wizard.page.getByText('The text has changed since.').waitFor();
  });

  it('shows that the API is being asked, and can be cancelled', async () => {
    const wizard = await openScopes();
    wizard.host.world.description = 'held';
    await type(wizard, 'getUsersMe');
    await find(wizard).click();
    await wizard.page.getByText('Reading what api.mypurecloud.jp says of its operations…').waitFor();
    await wizard.page.getByRole('button', { name: 'Cancel' }).click();
    await wizard.settle();
    assert.equal(await wizard.page.locator('.calls .progress').count(), 0);
    assert.equal(await wizard.page.locator('.found').count(), 0);
  });

  it('says why the API could not be asked, and tries again', async () => {
    const wizard = await openScopes();
    const { description } = wizard.host.world;
    wizard.host.world.description = { ok: false, why: { kind: 'not-json' } };
    await type(wizard, 'getUsersMe');
    await find(wizard).click();
    await wizard.page.getByText('it is not JSON. A proxy may have answered.').waitFor();
    wizard.host.world.description = description;
    await wizard.page.getByRole('button', { name: 'Try again' }).click();
    await wizard.page.getByText('1 operation was recognized.').waitFor();
    assert.equal(await wizard.page.locator('.calls .note.error').count(), 0);
  });

  it('leads to Connect where nobody has said which API it is', async () => {
    const wizard = await openScopes({}, { connected: false });
    assert.equal(await find(wizard).count(), 0);
    await wizard.page.getByRole('button', { name: 'Connect first' }).click();
    await wizard.settle();
    assert.equal(wizard.host.state.memory.step, 'connect');
  });
});

describe('The search among scopes', () => {
  it('finds by several words in any order', async () => {
    const wizard = await openScopes();
    await search(wizard, 'readonly about analytics');
    assert.deepEqual(await shown(wizard), ['analytics:readonly']);
  });

  it('takes a list of scopes, names those that do not exist, and chooses the others at once', async () => {
    const wizard = await openScopes({ scopes: ['alerting'] });
    await search(wizard, '"analytics", routing:readonly, analytics:read');
    assert.deepEqual(await shown(wizard), ['analytics', 'routing:readonly']);
    await wizard.page.getByText('There is no such scope: analytics:read.').waitFor();
    await wizard.page.getByRole('button', { name: 'Choose all that were found' }).click();
    await wizard.settle();
    assert.deepEqual(chosenScopes(wizard), ['alerting', 'analytics', 'routing:readonly']);
  });

  it('finds by an endpoint and by an SDK name, once the API was asked', async () => {
    const wizard = await openScopes();
    await search(wizard, '/api/v2/analytics/conversations/details/query');
    await wizard.page.getByRole('button', { name: 'Look it up' }).click();
    await wizard.page.getByText('details/query takes analytics or analytics:readonly.').waitFor();
    assert.deepEqual(await shown(wizard), ['analytics', 'analytics:readonly']);
    await search(wizard, 'getUsersMe');
    await wizard.page.getByText('GET /api/v2/users/me takes users or users:readonly.').waitFor();
    assert.deepEqual(await shown(wizard), ['users']);
    await search(wizard, 'getNothingLikeIt');
    await wizard.page.getByText('No operation is known as "getNothingLikeIt".').waitFor();
  });

  it('says that a scope adds nothing beside the wider one, and takes it away', async () => {
    const wizard = await openScopes({ scopes: ['analytics', 'analytics:readonly'] });
    await wizard.page.getByText('The scope "analytics:readonly" adds nothing').waitFor();
    await wizard.page.getByRole('button', { name: 'Remove "analytics:readonly"' }).click();
    await wizard.settle();
    assert.deepEqual(chosenScopes(wizard), ['analytics']);
  });
});

async function openScopes(draft: Draft = {}, options: WizardOptions = {}): Promise<OpenWizard> {
  return await openWizard({
    memory: { procedure: 'general', step: 'scopes', draft: { name: 'Wallboard', ...draft } },
    ...options,
  });
}

function calls({ page }: OpenWizard) {
  return page.getByRole('textbox', { name: 'What will it call?' });
}

function find({ page }: OpenWizard) {
  return page.getByRole('button', { name: 'Find what it needs' });
}

async function type(wizard: OpenWizard, text: string): Promise<void> {
  const before = await calls(wizard).inputValue();
  await calls(wizard).fill(before + text);
  await wizard.settle();
}

/** Pastes a text and asks what it needs. */
async function ask(wizard: OpenWizard, text: string): Promise<void> {
  await type(wizard, text);
  await find(wizard).click();
  await wizard.settle();
}

async function search(wizard: OpenWizard, text: string): Promise<void> {
  await wizard.page.getByRole('textbox', { name: 'Search 19 scopes' }).fill(text);
  await wizard.settle();
}

async function shown({ page }: OpenWizard): Promise<string[]> {
  return await page.locator('ul.scopes code').allInnerTexts();
}

function chosenScopes({ host }: OpenWizard): readonly string[] | undefined {
  return host.state.memory.draft.scopes;
}
