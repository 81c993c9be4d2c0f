import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Effects } from '../../src/core/operations/effects.ts';
import type { PlatformError } from '../../src/core/platform/errors.ts';
import { held, heldReading, loses, NEW_ID, refuses } from '../wizard/effects.ts';
import { anOrg } from '../wizard/samples.ts';
import { type OpenWizard, openWizard, type WizardOptions } from './harness.ts';
import { waitToHear } from './spoken.ts';
import { views } from './views.ts';

const answer = { status: 500, code: 'internal', message: 'It broke.', correlationId: 'c-1' };

describe('Saving', () => {
  it('shows each step with what became of it, and can be cancelled', async () => {
    const { effects, end } = held();
    const wizard = await save({ effects });
    await wizard.page.getByRole('heading', { name: 'Saving', exact: true }).waitFor();
    assert.deepEqual(await stepStates(wizard), ['under way', 'not started', 'not started', 'not started']);
    await wizard.page.getByRole('button', { name: 'Cancel' }).click();
    await wizard.page.getByText('Waiting for the answer, because only it has the Client Secret.').waitFor();
    assert.equal(await wizard.page.getByRole('button', { name: 'Cancel' }).count(), 0);
    end();
    await wizard.page.getByRole('heading', { name: 'Saving was cancelled' }).waitFor();
    const said = await wizard.page.locator('[data-live=alert]').innerText();
    assert.match(said, /Save was cancelled after the client ".+" was created/);
    assert.match(said, /its Client Secret is kept.*Go on with the rest, or delete the client/);
    assert.deepEqual(await stepStates(wizard), ['done', 'done', 'not started', 'not started']);
    assert.equal(await wizard.page.locator('.facts code').innerText(), NEW_ID);
    await wizard.page.getByRole('button', { name: "Open the client's page" }).waitFor();
    await wizard.page.getByRole('button', { name: 'Delete the client' }).waitFor();
    await wizard.page.getByRole('button', { name: 'Go on' }).click();
    await wizard.page.getByRole('heading', { name: 'The client is ready' }).waitFor();
  });

  it('puts no blank between two sentences of Japanese, and one between those of English', async () => {
    for (const name of ['saving-cancelled-on-the-way', 'scim-finished-different'] as const) {
      const { page } = await openWizard({ ...views[name], language: 'ja' });
      assert.doesNotMatch(await page.locator('[data-live=alert]').first().innerText(), /。 +\S/);
    }
    const { page } = await openWizard(views['saving-cancelled-on-the-way']);
    assert.match(await page.locator('[data-live=alert]').innerText(), /not done\. Go on/);
  });

  it('says where Cancel came before anything was sent that nothing was done', async () => {
    const { page, host } = await openWizard(views['saving-cancelled-at-once']);
    const said = await page.locator('[data-live=alert]').innerText();
    assert.match(said, /Save was cancelled before anything was done/);
    assert.match(said, /No client was created.*go back to the answers/);
    await page.getByRole('button', { name: 'Back to the answers' }).click();
    await page.locator('#save').waitFor();
    assert.equal(host.world.clientsRequested, 0);
  });

  it('says where Cancel came before the client was looked for that it is not certain', async () => {
    const { page } = await openWizard(views['saving-cancelled-not-certain']);
    const said = await page.locator('[data-live=alert]').innerText();
    assert.match(said, /not certain whether the client was created/);
    assert.match(said, /cancelled before the client was looked for.*Look again/);
  });

  it('says where Cancel came too late what was done, and how to be rid of it', async () => {
    const { page } = await openWizard(views['finished-cancelled-too-late']);
    await page
      .locator('[data-live=status]')
      .getByText('Cancel came too late: everything was done by then.')
      .waitFor();
    await page.getByRole('button', { name: 'Delete…' }).waitFor();
  });

  it('shows the Client ID once the org has answered, while the rest goes on', async () => {
    const { effects, end } = heldReading();
    const wizard = await save({ effects });
    const { page, host, settle } = wizard;
    await page.locator('.facts code', { hasText: NEW_ID }).waitFor();
    await page.getByRole('heading', { name: 'Saving', exact: true }).waitFor();
    await page.getByRole('button', { name: 'Copy Client ID', exact: true }).click();
    await settle();
    assert.equal(host.world.clipboard, NEW_ID);
    end();
    await page.getByRole('heading', { name: 'The client is ready' }).waitFor();
  });

  it('shows no step as done that had nothing to do', async () => {
    const client = { id: NEW_ID, name: 'Help line' };
    const wizard = await save({
      effects: {
        ...loses({ ok: true, value: client }),
        readClient: async () => ({ ok: false, error: { kind: 'forbidden', answer } }),
        editFrameworkFile: async () => ({ kind: 'changed-meanwhile' }),
      },
    });
    await wizard.page.getByRole('heading', { name: 'Saving stopped' }).waitFor();
    assert.deepEqual(await stepStates(wizard), [
      'done',
      'nothing to keep: the secret was lost with the answer',
      'not compared: the organization did not show the client',
      'not done',
    ]);
  });

  it('deletes again, or keeps and makes active again, a client that was taken back half-way', async () => {
    const error = { kind: 'server-error', answer } as const;
    const wizard = await save({
      effects: {
        editFrameworkFile: async () => ({ kind: 'failed', reason: 'EROFS' }),
        deleteClient: async () => ({ ok: false, error, left: 'inactive' }),
      },
    });
    const { page, sent, settle } = wizard;
    await page.getByRole('button', { name: 'Delete the client' }).click();
    await page.getByRole('button', { name: 'Yes, delete it' }).click();
    await page
      .locator('[data-live=alert]')
      .getByText('It is still there, inactive: nobody can use it.')
      .waitFor();
    assert.deepEqual(await buttonsOn(wizard), ['Delete it again', 'Make it active again and go on']);
    assert.equal(await page.getByRole('button', { name: 'Copy the line for clientIds' }).count(), 0);
    await page.getByRole('button', { name: 'Delete it again' }).click();
    await settle();
    await page.locator('[data-live=alert]').getByText('It is still there, inactive').waitFor();
    assert.equal(wizard.host.state.run?.kind, 'stopped', 'it did not go on');
    wizard.host.world.repair();
    await page.getByRole('button', { name: 'Make it active again and go on' }).click();
    await page.getByRole('heading', { name: 'The client is ready' }).waitFor();
    assert.equal(sent('keep-client').length, 1);
  });

  it('says that nothing was sent where it could not be noted, and sends it when told to', async () => {
    const memory = { step: 'review' as const, draft: { name: 'Help line' } };
    const wizard = await openWizard({ memory });
    wizard.host.world.ports.keepRun = async () => {
      throw new Error('ENOSPC');
    };
    await wizard.page.locator('#save').click();
    await wizard.page.locator('[data-live=alert]').getByText('nothing was sent').waitFor();
    assert.deepEqual(await buttonsOn(wizard), ['Try again', 'Save without the note', 'Back to the answers']);
    await wizard.page.getByRole('button', { name: 'Save without the note' }).click();
    await wizard.page.getByRole('heading', { name: 'The client is ready' }).waitFor();
    assert.equal(wizard.host.world.clientsRequested, 1);
  });

  it('leads on from a lost request: by signing in again, to the list of clients, and back', async () => {
    const lookup = { ok: false, error: { kind: 'signed-out', answer } } as const;
    const wizard = await save({ effects: loses(lookup), org: anOrg({ practice: false }) });
    assert.deepEqual(await buttonsOn(wizard), [
      'Sign in again',
      'Look again',
      'Open the list of OAuth clients',
    ]);
    await wizard.page.getByRole('button', { name: 'Open the list of OAuth clients' }).click();
    await wizard.settle();
    assert.equal(wizard.host.world.opened.length, 1);
    wizard.host.world.repair();
    await wizard.page.getByRole('button', { name: 'Sign in again' }).click();
    await wizard.page.getByRole('heading', { name: 'The client is ready' }).waitFor();
    assert.equal(wizard.host.world.clientsRequested, 2, 'it was looked for first, and was not there');
  });

  it('says where it stopped, too, that it is only practice, and leads to no list of a real organization', async () => {
    const lookup = { ok: false, error: { kind: 'no-answer', reason: 'ECONNRESET' } } as const;
    const wizard = await save({ effects: loses(lookup) });
    const { page } = wizard;
    await page.getByText('This is the practice org.').waitFor();
    await page.locator('[data-live=alert]').getByText('The practice org has no admin page').waitFor();
    assert.deepEqual(await buttonsOn(wizard), ['Look again']);
  });

  it('keeps its result, and all that one needs of it, after a sign-out', async () => {
    const wizard = await save();
    const before = await wizard.page.locator('section').innerText();
    assert.match(before, /This is the practice org/);
    await wizard.host.do({ type: 'disconnect' });
    await wizard.settle();
    assert.equal(wizard.host.state.context.destination.kind, 'undecided');
    assert.equal(await wizard.page.locator('section').innerText(), before);
  });

  const refusals: [error: PlatformError, why: string, next: string][] = [
    [{ kind: 'no-answer', reason: 'ECONNREFUSED' }, 'could not be reached', 'Look at the network connection'],
    [{ kind: 'timeout', seconds: 30 }, 'did not answer within 30 seconds', 'Try again in a moment'],
    [{ kind: 'unexpected-answer', answer }, 'is not Genesys Cloud', 'Look at the proxy settings'],
    [{ kind: 'signed-out', answer }, 'Your sign-in has ended', 'Sign in again'],
    [{ kind: 'forbidden', answer }, 'does not allow you', 'Ask an administrator'],
    [{ kind: 'rate-limited', answer, retryAfterSeconds: 7 }, 'too many requests', 'Wait 7 seconds'],
    [{ kind: 'server-error', answer }, 'a problem of its own', 'Try again in a moment'],
    [
      { kind: 'rejected', answer: { ...answer, code: 'bad.grant.type' } },
      'refuses this grant type',
      'use Code Authorization / PKCE',
    ],
  ];
  for (const [error, why, next] of refusals) {
    it(`${error.kind}: says that no client was created, why, and what next; all answers are still there`, async () => {
      const wizard = await save({ effects: refuses(error) });
      const note = wizard.page.locator('[data-live=alert]');
      await note.getByText('No client was created.').waitFor();
      const said = await note.innerText();
      assert.ok(said.includes(why) && said.includes(next), said);
      await wizard.page.getByRole('button', { name: 'Back to the answers' }).click();
      await wizard.page.getByRole('heading', { name: 'Review and save', level: 2 }).waitFor();
      await wizard.settle();
      assert.equal(wizard.host.state.memory.draft.name, 'Help line');
    });
  }

  it('folds the technical facts away, and copies them', async () => {
    const wizard = await save({ effects: refuses({ kind: 'server-error', answer }) });
    const facts = wizard.page.getByText('ININ-Correlation-Id: c-1');
    assert.equal(await facts.isVisible(), false);
    await wizard.page.locator('summary').click();
    assert.equal(await facts.isVisible(), true);
    await wizard.page.getByRole('button', { name: 'Copy details' }).click();
    await wizard.settle();
    assert.deepEqual(wizard.sent('copy'), [{ type: 'copy', what: 'details' }]);
    await waitToHear(wizard.page, 'Details copied');
  });

  const lateFailures: [effects: Partial<Effects>, what: string, next: string][] = [
    [
      { keepSecret: async () => ({ ok: false, reason: 'The keyring is locked.' }) },
      'The client was created, but its secret could not be kept.',
      'Unlock the keyring',
    ],
    [
      { editFrameworkFile: async () => ({ kind: 'changed-meanwhile' }) },
      'The client is there, but src/framework.js was not changed.',
      'Undo what changed there',
    ],
    [
      { editFrameworkFile: async () => ({ kind: 'failed', reason: 'EACCES' }) },
      'The client is there, but src/framework.js was not changed.',
      'See that the file can be written',
    ],
  ];
  for (const [effects, what, next] of lateFailures) {
    it(`"${what} … ${next}": the client stands, with its ID to copy; there is no way back to a second one`, async () => {
      const wizard = await save({ effects });
      await wizard.page.locator('[data-live=alert]').getByText(what).waitFor();
      await wizard.page.locator('[data-live=alert]').getByText(next).waitFor();
      assert.equal(await wizard.page.locator('.facts code').innerText(), NEW_ID);
      assert.equal(await wizard.page.getByRole('button', { name: 'Back to the answers' }).count(), 0);
      await wizard.page.getByRole('button', { name: 'Copy the line for clientIds' }).click();
      await wizard.page.getByRole('button', { name: 'Line copied' }).waitFor();
      wizard.host.world.repair();
      await wizard.page.getByRole('button', { name: 'Try again' }).click();
      await wizard.page.getByRole('heading', { name: 'The client is ready' }).waitFor();
      assert.equal(wizard.host.world.clientsRequested, 1);
    });
  }

  it('sends an uncertain request again only after a tick that says that one looked', async () => {
    const wizard = await save({
      effects: loses({ ok: false, error: { kind: 'no-answer', reason: 'gone' } }),
    });
    await wizard.page.getByText('It is not certain whether the client was created.').waitFor();
    const again = wizard.page.getByRole('button', { name: 'Send the request again' });
    assert.equal(await again.count(), 0);
    await wizard.page.getByRole('button', { name: 'Look again' }).click();
    await wizard.settle();
    assert.equal(wizard.host.world.clientsRequested, 1);
    await wizard.tick(/I looked at the list/);
    wizard.host.world.repair();
    await again.click();
    await wizard.page.getByRole('heading', { name: 'The client is ready' }).waitFor();
    assert.equal(wizard.host.world.clientsRequested, 2);
  });

  it('signs in again in place after the sign-in ended, and saves what was about to be saved', async () => {
    const wizard = await save({ effects: refuses({ kind: 'signed-out', answer }) });
    assert.deepEqual(await buttonsOn(wizard), ['Sign in again and save', 'Try again', 'Back to the answers']);
    wizard.host.world.repair();
    await wizard.page.getByRole('button', { name: 'Sign in again and save' }).click();
    await wizard.page.getByRole('heading', { name: 'The client is ready' }).waitFor();
    await wizard.settle();
    assert.equal(wizard.sent('sign-in-again').length, 1);
    assert.equal(wizard.sent('save').length, 1);
  });

  it('shows the sign-in under way in place of the ways on, and cancels it', async () => {
    const wizard = await save({ effects: refuses({ kind: 'signed-out', answer }) });
    wizard.host.world.tries = { kind: 'holds', stage: { kind: 'signing-in', where: 'browser' } };
    await wizard.page.getByRole('button', { name: 'Sign in again and save' }).click();
    await wizard.page
      .locator('[data-live=status]')
      .getByText('Signing in: log in with the browser')
      .waitFor();
    assert.deepEqual(await buttonsOn(wizard), ['Cancel']);
    wizard.host.world.report({ kind: 'loading-org' });
    await wizard.page.locator('[data-live=status]').getByText('Reading the organization…').waitFor();
    await wizard.page.getByRole('button', { name: 'Cancel' }).click();
    await wizard.settle();
    assert.equal(wizard.sent('cancel').length, 1);
  });

  it('says why signing in again failed, with everything still there for another try', async () => {
    const wizard = await save({ effects: refuses({ kind: 'signed-out', answer }) });
    const failure = { kind: 'no-return', region: 'mypurecloud.jp', minutes: 5 } as const;
    wizard.host.world.tries = { kind: 'fails', failure };
    await wizard.page.getByRole('button', { name: 'Sign in again and save' }).click();
    await wizard.page
      .locator('[data-live=alert]')
      .getByText('The browser did not come back within 5 minutes.')
      .waitFor();
    await wizard.page.locator('[data-live=alert]').getByText('No client was created.').waitFor();
    assert.equal((await buttonsOn(wizard))[0], 'Sign in again and save');
  });

  it('keeps the steps of the form out of reach while there is a run', async () => {
    const wizard = await save(held());
    for (const step of await wizard.page.locator('nav li button').all()) {
      assert.equal(await step.isDisabled(), true);
    }
  });
});

describe('The client is ready', () => {
  it('G16: shows the Client ID, and copies a secret that the page never sees', async () => {
    const wizard = await save();
    assert.equal(await wizard.page.locator('#client-id').innerText(), NEW_ID);
    await wizard.page.getByText("kept in VS Code's secret storage").waitFor();
    await wizard.page.locator('#copy-client-secret').click();
    await wizard.page.getByRole('button', { name: 'Client Secret copied' }).waitFor();
    assert.equal((await wizard.page.content()).includes('kept by the keyring'), false);
  });

  it('E6: shows the line that was written, and leads to it', async () => {
    const wizard = await save();
    assert.match(await wizard.page.locator('.diff .added').innerText(), new RegExp(NEW_ID));
    await wizard.page.getByRole('button', { name: 'src/framework.js:4' }).click();
    await wizard.settle();
    assert.equal(wizard.sent('open-file')[0]?.line, 4);
  });

  it('says when the file still waits to be saved', async () => {
    const written = async () => ({ kind: 'written' as const, saved: false });
    const wizard = await save({ effects: { editFrameworkFile: written } });
    await wizard.page.getByText('The file had unsaved changes, so it is not saved yet.').waitFor();
  });

  it('says how to come by a secret that was lost on its way', async () => {
    const client = { id: NEW_ID, name: 'Help line' };
    const wizard = await save({ effects: loses({ ok: true, value: client }) });
    await wizard.page.getByText('not received: the answer was lost on its way.').waitFor();
    assert.equal(await wizard.page.locator('#copy-client-secret').count(), 0);
  });

  it('E7: hands over the line for clientIds when no file was changed', async () => {
    const wizard = await save({ memory: { draft: { name: 'Help line', target: { kind: 'by-hand' } } } });
    await wizard.page.locator('pre').getByText(`'mypurecloud.jp': '${NEW_ID}'`).waitFor();
    await wizard.page.locator('#copy-ready-line').click();
    await wizard.page.getByRole('button', { name: 'Line copied' }).waitFor();
  });

  it('starts over with nothing left of the last client', async () => {
    const wizard = await save();
    await wizard.page.getByRole('button', { name: 'Create another client' }).click();
    await wizard.page.getByRole('heading', { name: 'What is the client for?' }).waitFor();
    await wizard.settle();
    assert.deepEqual(wizard.host.state.memory.draft, {});
  });
});

async function save(options: WizardOptions = {}): Promise<OpenWizard> {
  const memory = { step: 'review' as const, draft: { name: 'Help line' }, ...options.memory };
  const wizard = await openWizard({ ...options, memory });
  await wizard.page.locator('#save').click();
  await wizard.page.locator('.states, #client-id').waitFor();
  await wizard.settle();
  return wizard;
}

function buttonsOn({ page }: OpenWizard): Promise<string[]> {
  return page.locator('.bar vscode-button').allInnerTexts();
}

async function stepStates({ page }: OpenWizard): Promise<string[]> {
  return page.locator('.states .muted').allInnerTexts();
}
