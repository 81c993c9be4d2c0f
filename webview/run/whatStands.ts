import * as l10n from '@vscode/l10n';
import { html, nothing, type TemplateResult } from 'lit';
import type { StoppedRun } from '../../src/core/operations/run.ts';
import { usableClient } from '../../src/core/operations/run.ts';
import { copyButton } from '../copyButton.ts';
import { fileLink } from '../links.ts';
import type { Page } from '../page.ts';

/**
 * The client that was created before Save stopped: nothing of it may be lost, whatever comes next, and nothing of it is
 * handed on while nobody may be able to use it.
 */
export function whatStands(page: Page, run: StoppedRun, clientId: string): TemplateResult {
  return html`${refusedFile(page, run)}
    <dl class="facts">
      <dt>${l10n.t('Client ID')}</dt>
      <dd><code>${clientId}</code> ${copyButton(page, 'client-id', l10n.t('Copy'))}</dd>
    </dl>
    ${usableClient(run) === undefined ? nothing : handedOn(page, run)}`;
}

function handedOn(page: Page, run: StoppedRun): TemplateResult {
  return html`<p class="actions">
      ${hasSecretToCopy(run) ? copyButton(page, 'client-secret', l10n.t('Copy the Client Secret')) : nothing}
      ${run.saved.procedure === 'embeddable' ? copyButton(page, 'ready-line', l10n.t('Copy the line for clientIds')) : nothing}
    </p>`;
}

/** The Embeddable Framework needs no secret, so there it is offered only where it would else be lost. */
function hasSecretToCopy({ failure, hasSecret, saved: { procedure } }: StoppedRun): boolean {
  return failure.kind === 'secret-not-kept' || (hasSecret && procedure !== 'embeddable');
}

/** The file that stands in the way, at the line that says so. */
function refusedFile(page: Page, { failure, plan }: StoppedRun): TemplateResult | typeof nothing {
  const step = plan.find((each) => each.kind === 'write-scim-file');
  if (failure.kind !== 'scim-file-refused' || step === undefined) return nothing;
  return html`<p>${fileLink(page, step, failure.line)}</p>`;
}
