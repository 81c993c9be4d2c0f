import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { FRAMEWORK_SCOPES } from '../../src/core/clients/frameworkNeeds.ts';
import { anOrg } from '../wizard/samples.ts';
import { type OpenWizard, openWizard } from './harness.ts';

describe('Scopes', () => {
  it('E5: presets the fourteen that the framework needs, at the top of the list', async () => {
    const wizard = await openScopes();
    const boxes = await wizard.page.getByRole('checkbox').all();
    const checked = await Promise.all(boxes.map((box) => box.isChecked()));
    assert.deepEqual(checked.slice(0, 15), [...FRAMEWORK_SCOPES.map(() => true), false]);
    await wizard.page.getByText('14 selected').waitFor();
  });

  it('G15: wants at least one', async () => {
    const wizard = await openScopes([]);
    await wizard.page.getByRole('button', { name: 'Next' }).click();
    await wizard.page.locator('.finding.error').getByText('Choose at least one scope').waitFor();
    await wizard.settle();
    assert.equal(wizard.host.state.memory.step, 'scopes');
  });

  it('E5: names a scope that the org does not know, and removes it', async () => {
    const wizard = await openScopes([...FRAMEWORK_SCOPES, 'conversation']);
    await wizard.page.getByRole('button', { name: 'Next' }).click();
    await wizard.page.getByText('Practice Org does not know the scope "conversation"').first().waitFor();
    await wizard.page.getByRole('button', { name: 'Remove "conversation"' }).click();
    await wizard.settle();
    assert.deepEqual(wizard.host.state.memory.draft.scopes, FRAMEWORK_SCOPES);
    assert.equal(await wizard.page.locator('.finding').count(), 0);
  });

  it('E5: misses a needed scope that was unticked, and adds it again', async () => {
    const wizard = await openScopes();
    await wizard.tick(/^presence/);
    await wizard.page.getByText('These scopes are recommended for the framework, too: presence.').waitFor();
    await wizard.page.getByRole('button', { name: 'Add them' }).click();
    await wizard.settle();
    assert.equal(await wizard.page.getByRole('checkbox', { name: /^presence/ }).isChecked(), true);
  });

  it('finds a scope by its name or description, whatever the case, and says when there is none', async () => {
    const wizard = await openScopes();
    const search = wizard.page.getByRole('textbox', { name: 'Search 19 scopes' });
    await search.fill('ANALYTICS');
    await wizard.settle();
    assert.equal(await wizard.page.getByRole('checkbox').count(), 2);
    await wizard.tick(/^analytics:readonly/);
    await search.fill('nothing like it');
    await wizard.page.getByText('No scope contains "nothing like it".').waitFor();
    await search.fill('');
    await wizard.page.getByText('15 selected').waitFor();
    await wizard.page.getByRole('button', { name: 'Only the preset ones' }).click();
    await wizard.page.getByText('14 selected').waitFor();
  });

  it('can be written down when the org keeps its list to itself', async () => {
    const error = { kind: 'forbidden' as const, answer: { status: 403 } };
    const wizard = await openWizard({
      memory: { step: 'scopes' },
      org: anOrg({ scopes: { kind: 'unknown', error } }),
    });
    const field = wizard.page.getByRole('textbox', { name: 'Scopes' });
    assert.equal(await field.inputValue(), FRAMEWORK_SCOPES.join('\n'));
    await field.press('ControlOrMeta+End');
    await field.pressSequentially('\nanalytics');
    await wizard.settle();
    assert.equal(await field.inputValue(), [...FRAMEWORK_SCOPES, 'analytics'].join('\n'));
    assert.deepEqual(wizard.host.state.memory.draft.scopes, [...FRAMEWORK_SCOPES, 'analytics']);
    await field.press('ControlOrMeta+Home');
    await field.pressSequentially('alerting\n\nauthorization\n');
    assert.match(await field.inputValue(), /^alerting\n\nauthorization\nconversations\n/);
  });
});

function openScopes(scopes?: readonly string[]): Promise<OpenWizard> {
  const draft = scopes === undefined ? {} : { scopes: [...scopes] };
  return openWizard({ memory: { step: 'scopes', draft } });
}
