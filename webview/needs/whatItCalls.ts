import * as l10n from '@vscode/l10n';
import { html, nothing, type TemplateResult } from 'lit';
import { clientHosts } from '../../src/core/procedures/context.ts';
import { unreadOperationsText } from '../../src/core/texts/privileges.ts';
import type { NeedsFound } from '../../src/core/wizard/needs/shown.ts';
import { button, progress, textArea } from '../controls.ts';
import { failureView } from '../failure.ts';
import { missingHere } from '../findings.ts';
import { focusField } from '../focus.ts';
import type { Page } from '../page.ts';
import { foundView } from './found.ts';
import { FIND_BUTTON, findNeeds, MOST_KEPT, pastedCalls, typeCalls } from './pastedCalls.ts';

/** Asks what the application calls, and says what it needs for that; `choices` lets the person choose it. */
export function whatItCalls(
  page: Page,
  callsAs: NeedsFound['callsAs'],
  choices: (found: NeedsFound) => TemplateResult | typeof nothing,
): TemplateResult {
  return html`<div class="calls">
    <div class="field">
      ${textArea({
        id: 'calls',
        label: l10n.t('What will it call?'),
        value: pastedCalls(page),
        invalid: lacksCalls(page),
        describedBy: [LACKS_CALLS, 'hint-calls'],
        onInput: (text) => typeCalls(page, text),
        onLeave: () => undefined,
        rows: 4,
      })}
      ${missingHere(LACKS_CALLS, lacksCalls(page) ? l10n.t('Write or paste first what it will call.') : undefined)}
      <p id="hint-calls" class="hint">
        ${l10n.t('For example {0}', `GET /api/v2/${callsAs === 'person' ? 'users/me' : 'authorization/roles'}`)}<br />
        ${l10n.t('Optional: endpoints, names of SDK methods, curl, a table, a HAR, a Postman collection, OpenAPI or Terraform. It stays on this computer, and secrets in it are masked before it is read.')}
      </p>
      ${pastedCalls(page).length > MOST_KEPT ? html`<p class="hint">${l10n.t('It is too long to be kept with your answers, and is gone with this tab. What you choose stays.')}</p>` : nothing}
    </div>
    ${asking(page)} ${standing(page)}
    ${page.needs.found === null || !isOf(page, callsAs, page.needs.found) ? nothing : foundView(page, page.needs.found, choices)}
  </div>`;
}

/** Another API or another way to call leads to another answer. */
function isOf(
  { context }: Pick<Page, 'context'>,
  callsAs: NeedsFound['callsAs'],
  found: NeedsFound,
): boolean {
  return found.callsAs === callsAs && found.apiUrl === clientHosts(context)?.apiUrl;
}

function asking(page: Page): TemplateResult {
  if (clientHosts(page.context) === undefined)
    return html`<p class="hint">
      ${l10n.t('What its operations need, the API of your region says itself.')}
      <button class="link" @click=${() => page.send({ type: 'go', step: 'connect' })}>
        ${l10n.t('Connect first')}
      </button>
    </p>`;
  const isReading = page.needs.description.kind === 'reading';
  return html`<p class="actions">
    ${button({
      id: FIND_BUTTON,
      label: l10n.t('Find what it needs'),
      onClick: () => findIfTold(page),
    })}
    ${isReading ? button({ label: l10n.t('Cancel'), onClick: () => page.send({ type: 'stop-finding' }) }) : nothing}
  </p>`;
}

/** What is missing at the field. */
const LACKS_CALLS = 'findings-calls';

/** Whether it was asked about nothing, and still would be. */
function lacksCalls(page: Pick<Page, 'looks' | 'memory'>): boolean {
  return page.looks.asksAboutNothing && isNothing(page);
}

function isNothing(page: Pick<Page, 'looks' | 'memory'>): boolean {
  return pastedCalls(page).trim() === '';
}

/** Never switched off: with nothing to look for it says so where that is written. */
function findIfTold(page: Page): void {
  page.look({ asksAboutNothing: isNothing(page) });
  if (isNothing(page)) focusField('calls');
  else findNeeds(page, false);
}

function standing(page: Page): TemplateResult | typeof nothing {
  const { description } = page.needs;
  switch (description.kind) {
    case 'unasked':
    case 'known':
      return nothing;
    case 'reading':
      return progress(l10n.t('Reading what {0} says of its operations…', description.host));
    case 'failed': {
      const remedy = html`<p class="actions">
        ${button({ label: l10n.t('Try again'), onClick: () => findNeeds(page, true) })}
        ${button({ label: l10n.t('Choose a file'), onClick: () => page.send({ type: 'take-description' }) })}
      </p>`;
      return failureView(page, unreadOperationsText(description.why, description.host, page.language), {
        remedy,
      });
    }
  }
}
