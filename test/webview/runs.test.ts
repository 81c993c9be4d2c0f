import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Effects } from '../../src/core/operations/effects.ts';
import { loses, NEW_ID } from '../wizard/effects.ts';
import { anOrg } from '../wizard/samples.ts';
import { openWizard } from './harness.ts';
import { directory, service, site } from './proceduresViews.ts';
import { save } from './save.ts';

describe('Saving an application or a SCIM client', () => {
  const stops: [rule: string, effects: Partial<Effects>, what: string, next: string][] = [
    [
      'S7',
      { prove: async () => ({ ok: false, error: { kind: 'login-refused', code: 'invalid_client' } }) },
      'The client is there, but it could not be used.',
      'Try again in a moment.',
    ],
    [
      'S6',
      { makeToken: async () => ({ ok: false, error: { kind: 'timeout', seconds: 30 } }) },
      'The client is there, but it got no token for the identity provider.',
      'Try again in a moment.',
    ],
    [
      'S6',
      { writeScimFile: async () => ({ kind: 'refused', reason: 'not-json', line: 7 }) },
      'The client is there, but genesys-scim.json was not changed.',
      'Correct the file, then try again.',
    ],
  ];
  for (const [rule, effects, what, next] of stops) {
    it(`${rule}: "${what}" leaves ID and secret to copy, and goes on with the same client`, async () => {
      const wizard = await save('scim', directory, effects);
      await wizard.page.locator('[data-live=alert]').getByText(what).waitFor();
      await wizard.page.locator('[data-live=alert]').getByText(next).waitFor();
      assert.equal(await wizard.page.locator('.facts code').innerText(), NEW_ID);
      await wizard.page.getByRole('button', { name: 'Copy the Client Secret' }).waitFor();
      assert.equal(await wizard.page.getByRole('button', { name: 'Copy the line for clientIds' }).count(), 0);
      wizard.host.world.repair();
      await wizard.page.getByRole('button', { name: 'Try again' }).click();
      await wizard.page.getByRole('heading', { name: 'The client is ready' }).waitFor();
      assert.equal(wizard.host.world.clientsRequested, 1);
    });
  }

  it('G16: asks for another secret where the one of the client was lost and is needed, and on the result', async () => {
    const lost = loses({ ok: true, value: { id: NEW_ID, name: 'Entra ID' } });
    const noSecret = async () => ({ ok: false, error: { kind: 'no-secret' } }) as const;
    const stopped = await save('scim', directory, { ...lost, prove: noSecret });
    await stopped.page.getByRole('button', { name: 'Make a new secret' }).click();
    await stopped.settle();
    assert.deepEqual(stopped.sent('replace-secret'), [{ type: 'replace-secret' }]);

    const finished = await save('general', site, lost);
    await finished.page.getByText('not received: the answer was lost on its way.').waitFor();
    await finished.page.getByRole('button', { name: 'Make a new secret' }).click();
    await finished.settle();
    assert.deepEqual(finished.sent('replace-secret'), [{ type: 'replace-secret' }]);
  });

  it('S6: leads to the line of a file that cannot be changed', async () => {
    const refused: Partial<Effects> = {
      writeScimFile: async () => ({ kind: 'refused', reason: 'not-json', line: 7 }),
    };
    const wizard = await save('scim', directory, refused);
    await wizard.page.getByRole('button', { name: 'genesys-scim.json:7' }).click();
    await wizard.settle();
    assert.equal(wizard.sent('open-file')[0]?.line, 7);
  });

  it('E6: leads back to the answers from a file that changed, when the client was there already', async () => {
    const wizard = await openWizard({
      memory: { procedure: 'embeddable', step: 'review', draft: { name: 'CRM', clientId: NEW_ID } },
      adminPageRegion: 'mypurecloud.jp',
      effects: { editFrameworkFile: async () => ({ kind: 'changed-meanwhile' }) },
    });
    await wizard.page.locator('#save').click();
    await wizard.page.getByRole('heading', { name: 'Saving stopped' }).waitFor();
    assert.equal(await wizard.page.getByRole('button', { name: 'Delete the client' }).count(), 0);
    assert.equal(await wizard.page.getByRole('button', { name: 'Keep it as it is' }).count(), 0);
    await wizard.page.getByRole('button', { name: 'Back to the answers' }).click();
    await wizard.page.getByRole('heading', { name: 'Review and save', level: 2 }).waitFor();
    assert.equal(wizard.host.state.memory.draft.name, 'CRM');
  });

  it('E6: explains what the editor marks in a file that was just written, and says nothing of one without marks', async () => {
    const saved = async (practice: boolean, grantType: 'CODE' | 'TOKEN') => {
      const { page } = await openWizard({
        memory: { procedure: 'embeddable', step: 'review', draft: { name: 'CRM', grantType } },
        org: anOrg({ practice }),
      });
      await page.locator('#save').click();
      await page.getByRole('heading', { name: 'The client is ready' }).waitFor();
      return (await page.locator('p.note').allInnerTexts()).join(' ');
    };
    assert.match(await saved(true, 'CODE'), /marks the client in it, because it is one of the practice org/);
    assert.match(await saved(false, 'TOKEN'), /marks the Client ID, because clients with an implicit grant/);
    assert.doesNotMatch(await saved(false, 'CODE'), /marks/);
  });

  it('takes a client back only when asked twice, and leaves the answers', async () => {
    const wizard = await save('general', service, {
      keepSecret: async () => ({ ok: false, reason: 'locked' }),
    });
    const { page, sent, settle, host } = wizard;
    await page.getByRole('button', { name: 'Delete the client' }).click();
    await page.getByRole('button', { name: 'Keep it', exact: true }).click();
    await settle();
    assert.equal(sent('take-back').length, 0);
    await page.getByRole('button', { name: 'Delete the client' }).click();
    await page.getByRole('button', { name: 'Yes, delete it' }).click();
    await page.getByRole('heading', { name: 'The client is deleted' }).waitFor();
    await page.getByRole('button', { name: 'Back to the answers' }).click();
    await page.getByRole('heading', { name: 'Review and save', level: 2 }).waitFor();
    await settle();
    assert.equal(host.state.memory.draft.name, service.name);
  });
});
