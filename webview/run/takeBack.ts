import * as l10n from '@vscode/l10n';
import { html, nothing, type TemplateResult } from 'lit';
import type { Run } from '../../src/core/operations/run.ts';
import { createsClient } from '../../src/core/procedures/plan.ts';
import { deletedText } from '../../src/core/texts/clientChanges.ts';
import { clientName } from '../../src/core/texts/clientName.ts';
import { button, progress } from '../controls.ts';
import type { Page } from '../page.ts';

/** After a client was created and something later failed: the way to be rid of it. Asks once more, as it is for good. */
export function takeBack(
  page: Pick<Page, 'look' | 'looks' | 'send'>,
  { plan, client }: Run,
): TemplateResult | typeof nothing {
  if (client === undefined || !createsClient(plan)) return nothing;
  const ask = (asksToTakeBack: boolean) => () => page.look({ asksToTakeBack });
  if (!page.looks.asksToTakeBack) {
    return html`<p class="actions">${button({ label: l10n.t('Take the client back'), onClick: ask(true) })}</p>`;
  }
  return html`<p role="alert">
      ${l10n.t('It is set to inactive and deleted, with its ID and secret, for good. Delete it?')}
    </p>
    <p class="actions">
      ${button({ label: l10n.t('Yes, delete it'), onClick: () => page.send({ type: 'take-back' }) })}
      ${button({ label: l10n.t('Keep it'), onClick: ask(false) })}
    </p>`;
}

/** The client is being deleted, which nobody can call off. */
export function takingBack(run: Extract<Run, { kind: 'taking-back' }>): TemplateResult {
  return html`<section>
      <h2 tabindex="-1">${l10n.t('Taking the client back')}</h2>
    </section>
    <footer class="bar">${progress(l10n.t('Deleting {0}…', clientName(run.client)))}</footer>`;
}

/** The client is gone again, or will be; the answers are not. */
export function takenBack(
  page: Pick<Page, 'language' | 'send'>,
  run: Extract<Run, { kind: 'taken-back' }>,
): TemplateResult {
  const { client, deletion = { kind: 'deleted' } } = run;
  const title =
    deletion.kind === 'deleted' ? l10n.t('The client was taken back') : l10n.t('The client is being deleted');
  const text = deletedText(client, deletion, page.language);
  return html`<section>
      <h2 tabindex="-1">${title}</h2>
      <p class="lead">${text}</p>
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

/** Another secret for a client whose own was lost with the answer. VS Code asks first, and keeps it. */
export function replaceSecret(page: Pick<Page, 'send'>, look?: 'primary'): TemplateResult {
  return button({
    label: l10n.t('Make a new secret'),
    ...(look && { look }),
    onClick: () => page.send({ type: 'replace-secret' }),
  });
}
