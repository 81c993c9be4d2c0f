import * as l10n from '@vscode/l10n';
import { html, nothing, type TemplateResult } from 'lit';
import type { Run, TakenBackRun } from '../../src/core/operations/run.ts';
import { createsClient, newRoleIn } from '../../src/core/procedures/plan.ts';
import { deletedText } from '../../src/core/texts/clientChanges.ts';
import { clientName } from '../../src/core/texts/clientName.ts';
import { newRoleName } from '../../src/core/texts/newRole.ts';
import { confirmation } from '../confirmation.ts';
import { button, progress } from '../controls.ts';
import type { Page } from '../page.ts';

/** After something was created and something later failed: the way to be rid of it. Asks once more, as it is for good. */
export function takeBack(
  page: Pick<Page, 'look' | 'looks' | 'send'>,
  { plan, client, role }: Run,
): TemplateResult | typeof nothing {
  if ((client === undefined && role === undefined) || !createsClient(plan)) return nothing;
  const label = client === undefined ? l10n.t('Delete the role') : l10n.t('Delete the client');
  return confirmation({
    id: 'take-back',
    isAsked: page.looks.asksToTakeBack,
    ask: (asksToTakeBack) => page.look({ asksToTakeBack }),
    opener: ({ id, open }) => html`<p class="actions">${button({ id, label, onClick: open })}</p>`,
    question: html`${client === undefined ? nothing : html`<p>${l10n.t('It is set to inactive and deleted, with its ID and secret, for good. Delete it?')}</p>`}
    ${role === undefined ? nothing : html`<p>${roleGoesText(role.name)}</p>`}`,
    answers: (leave) => html`<p class="actions">
      ${button({ label: l10n.t('Yes, delete it'), onClick: () => page.send({ type: 'take-back' }) })}
      ${button({ label: l10n.t('Keep it'), onClick: leave })}
    </p>`,
  });
}

/** What becomes of the role that was made for a client, where that is taken back. */
export function roleGoesText(name: string): string {
  return l10n.t('The role "{0}" that was made for it is deleted, too, unless others were given it.', name);
}

/** What was made is being deleted, which nobody can call off. */
export function takingBack(run: Extract<Run, { kind: 'taking-back' }>): TemplateResult {
  const { client } = run;
  const title = client === undefined ? l10n.t('Deleting the role') : l10n.t('Deleting the client');
  const name = client === undefined ? newRoleName(run) : clientName(client);
  return html`<section>
      <h2 tabindex="-1">${title}</h2>
    </section>
    <footer class="bar">${progress(l10n.t('Deleting {0}…', name))}</footer>`;
}

/** What was made is gone again, or will be; the answers are not. */
export function takenBack(page: Pick<Page, 'language' | 'send'>, run: TakenBackRun): TemplateResult {
  return html`<section>
      <h2 tabindex="-1">${takenBackTitle(run)}</h2>
      ${takenBackTexts(run, page.language).map((text, at) => html`<p class=${at === 0 ? 'lead' : nothing}>${text}</p>`)}
      <p>${l10n.t('Your answers are still here.')}</p>
    </section>
    <footer class="bar">
      ${button({
        label: l10n.t('Back to the answers'),
        look: 'primary',
        onClick: () => page.send({ type: 'back-to-answers' }),
      })}
    </footer>`;
}

function takenBackTitle({ client, deletion }: TakenBackRun): string {
  if (client === undefined) return l10n.t('The role is deleted');
  return deletion === undefined || deletion.kind === 'deleted'
    ? l10n.t('The client is deleted')
    : l10n.t('The client is being deleted');
}

function takenBackTexts(run: TakenBackRun, language: string): string[] {
  const { client, role, plan, deletion = { kind: 'deleted' } } = run;
  const ofClient = client === undefined ? [] : [deletedText(client, deletion, language)];
  if (newRoleIn(plan) === undefined) return ofClient;
  const ofRole =
    role === undefined
      ? l10n.t('The role "{0}" is deleted.', newRoleName(run))
      : l10n.t('The role "{0}" is still there: the client needs it if it is restored.', role.name);
  return [...ofClient, ofRole];
}

/** Another secret for a client whose own was lost with the answer. VS Code asks first, and keeps it. */
export function replaceSecret(page: Pick<Page, 'send'>, look?: 'primary'): TemplateResult {
  return button({
    label: l10n.t('Make a new secret'),
    ...(look && { look }),
    onClick: () => page.send({ type: 'replace-secret' }),
  });
}
