import * as l10n from '@vscode/l10n';
import { html, nothing, type TemplateResult } from 'lit';
import { type FinishedRun, madeClient, type Run } from '../../src/core/operations/run.ts';
import { button } from '../controls.ts';
import type { Page } from '../page.ts';

/** What can be done with the client that was saved, beside what comes next: its page, and deleting it where it was made here. */
export function withClient(page: Pick<Page, 'send'>, run: FinishedRun): TemplateResult | typeof nothing {
  if (run.saved.place.org === undefined) return nothing;
  return html`<p class="actions">
      ${openClient(page, run)} ${madeClient(run) === undefined ? nothing : deleteClient(page)}
    </p>
    ${run.role === undefined ? nothing : html`<p class="hint">${l10n.t('Delete takes the role "{0}" away as well, which was made for this client.', run.role.name)}</p>`}`;
}

/** Leads to the page of the client, where there is one: a client of nobody's org has none. */
export function openClient(page: Pick<Page, 'send'>, { saved }: Run): TemplateResult | typeof nothing {
  if (saved.place.org === undefined) return nothing;
  return button({
    id: 'open-client',
    label: l10n.t("Open the client's page"),
    onClick: () => page.send({ type: 'open-client' }),
  });
}

/** VS Code says first what deleting it means, and asks. */
function deleteClient(page: Pick<Page, 'send'>): TemplateResult {
  return button({
    id: 'delete-client',
    label: l10n.t('Delete…'),
    onClick: () => page.send({ type: 'delete-client' }),
  });
}

/** The person wanted it stopped, and nothing was left to stop. */
export function cancelledTooLate(run: FinishedRun): TemplateResult | typeof nothing {
  if (run.cancelled !== true || run.undoing !== undefined) return nothing;
  const text =
    run.change !== undefined
      ? l10n.t('Cancel came too late: the client was changed by then. Undo makes it again what it was.')
      : madeClient(run) !== undefined
        ? l10n.t(
            'Cancel came too late: everything was done by then. Delete the client if you do not want it.',
          )
        : l10n.t('Cancel came too late: everything was done by then.');
  return html`<p class="note" data-live="status">${text}</p>`;
}
