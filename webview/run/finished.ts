import * as l10n from '@vscode/l10n';
import { html, nothing, type TemplateResult } from 'lit';
import type { FinishedRun } from '../../src/core/operations/run.ts';
import { createsClient, type PlanStep } from '../../src/core/procedures/plan.ts';
import { clientName } from '../../src/core/texts/clientName.ts';
import { button } from '../controls.ts';
import { copyBeside } from '../copyButton.ts';
import { diffView } from '../diff.ts';
import { fileLink } from '../links.ts';
import { practiceNote } from '../notes.ts';
import type { Page } from '../page.ts';
import { keepAsCode } from '../takeElsewhere.ts';
import { changed } from './changed.ts';
import { markedNote } from './markedNote.ts';
import { afterEmbeddable } from './next/afterEmbeddable.ts';
import { afterGeneral } from './next/afterGeneral.ts';
import { afterScim, forProvider } from './next/afterScim.ts';
import { cancelledTooLate, withClient } from './ofClient.ts';
import { proofView } from './proof.ts';
import { readBackFact, readBackWarning } from './readBack.ts';
import { replaceSecret } from './takeBack.ts';

/** The client exists: its ID, where its secret is, what changed, and what comes next (rules G16, E7, S4, S6, S7). */
export function finished(page: Page, run: FinishedRun): TemplateResult {
  if (run.change !== undefined) return changed(page, run, run.change);
  return html`<section>
      <h2 tabindex="-1">${l10n.t('The client is ready')}</h2>
      <p class="lead">${clientName(run.client)}</p>
      ${practiceNote(run.saved)} ${cancelledTooLate(run)} ${readBackWarning(page, run)}
      <dl class="facts">
        <dt>${l10n.t('Client ID')}</dt>
        <dd><code id="client-id">${run.client.id}</code> ${copyBeside(page, 'client-id', l10n.t('Client ID'))}</dd>
        <dt>${l10n.t('Client Secret')}</dt>
        <dd>${secret(page, run)}</dd>
        ${roleFact(run)} ${readBackFact(run)} ${proofFact(run)}
      </dl>
      ${forProvider(page, run)} ${withClient(page, run)}
      ${run.plan.map((step) => written(page, run, step))} ${proofView(page, run)} ${next(page, run)}
      ${createsClient(run.plan) ? keepAsCode(page) : nothing}
    </section>
    <footer class="bar">
      ${button({ label: l10n.t('Create another client'), onClick: () => page.send({ type: 'start-over' }) })}
      ${run.saved.procedure === 'embeddable' ? button({ label: l10n.t('The same for another region'), onClick: () => anotherRegion(page, run) }) : nothing}
    </footer>`;
}

function secret(page: Pick<Page, 'looks' | 'send'>, run: FinishedRun): TemplateResult {
  if (run.hasSecret) {
    return html`${l10n.t("kept in VS Code's secret storage")} ${copyBeside(page, 'client-secret', l10n.t('Client Secret'))}`;
  }
  const isEmbedded = run.saved.procedure === 'embeddable';
  const used = run.plan.find((step) => step.kind === 'use-client');
  if (used?.adopted !== undefined) {
    return isEmbedded
      ? html`${l10n.t('not kept here. The Embeddable Framework does not need it.')}`
      : html`${l10n.t('not kept here. Somebody who made the client may have it.')}`;
  }
  if (used !== undefined) {
    return isEmbedded
      ? html`${l10n.t(
          'Genesys Cloud showed it when you saved the client there. The Embeddable Framework does not need it.',
        )}`
      : html`${l10n.t('Genesys Cloud showed it when you saved the client there.')}`;
  }
  // The practice org has no admin page.
  return isEmbedded && !run.saved.place.practice
    ? html`${l10n.t(
        'not received: the answer was lost on its way. When you need the secret, make a new one for this client on its admin page. The Embeddable Framework does not need it.',
      )}`
    : html`${l10n.t('not received: the answer was lost on its way.')} ${replaceSecret(page)}`;
}

/** The role that was made for the client, to be found by its name in the list of roles. */
function roleFact({ role }: FinishedRun): TemplateResult | typeof nothing {
  if (role === undefined) return nothing;
  return html`<dt>${l10n.t('Role made for it')}</dt>
    <dd>${role.name}</dd>`;
}

/** S7: the plan is done, so what it was to prove is proven. */
function proofFact({ plan }: FinishedRun): TemplateResult | typeof nothing {
  const proof = plan.find((step) => step.kind === 'prove');
  if (proof === undefined) return nothing;
  return html`<dt>${l10n.t('Proven')}</dt>
    <dd class="good">
      ${proof.by === 'scim' ? l10n.t('It got a token and read the SCIM service provider config') : l10n.t('It got a token')}
    </dd>`;
}

function written(
  page: Pick<Page, 'send'>,
  run: FinishedRun,
  step: PlanStep,
): TemplateResult | typeof nothing {
  switch (step.kind) {
    case 'create-role':
    case 'give-role':
    case 'create-client':
    case 'change-client':
    case 'use-client':
    case 'keep-secret':
    case 'read-back':
    case 'prove':
    case 'make-token':
      return nothing;
    case 'write-scim-file':
      return html`<h3>${fileLink(page, step)}</h3>
        <p>${l10n.t('The connection is in it, without any secret.')}</p>
        ${markedNote(run)} ${unsavedNote(run)}`;
    case 'edit-framework-file': {
      const line = step.diff.find(({ kind }) => kind === 'added')?.line;
      return html`<h3>${fileLink(page, step, line)}</h3>
        ${diffView(step.diff, run.client.id)} ${markedNote(run)} ${unsavedNote(run)}`;
    }
    case 'create-framework-file':
      return html`<h3>${fileLink(page, step)}</h3>
        <p>${l10n.t('A new, minimal file with the Client ID in it.')}</p>
        ${markedNote(run)}`;
  }
}

function unsavedNote({ unsavedFile }: FinishedRun): TemplateResult | typeof nothing {
  return unsavedFile
    ? html`<p class="note">${l10n.t('The file had unsaved changes, so it is not saved yet. Save it when you are ready.')}</p>`
    : nothing;
}

function next(
  page: Pick<Page, 'context' | 'language' | 'looks' | 'send'>,
  run: FinishedRun,
): TemplateResult | typeof nothing {
  switch (run.saved.procedure) {
    case 'embeddable':
      return afterEmbeddable(page, run);
    case 'general':
      return afterGeneral(page, run);
    case 'scim':
      return afterScim(page, run);
    case 'edit':
      return nothing;
  }
}

/** What was seen at a client of this region is an answer for the next one. */
function anotherRegion(page: Pick<Page, 'send'>, { saved }: FinishedRun): void {
  const { deployment, partnerPage } = saved.answers;
  page.send({ type: 'another-region', ...(deployment === 'partner' && { partnerPage }) });
}
