import * as l10n from '@vscode/l10n';
import { html, nothing, type TemplateResult } from 'lit';
import { leftOutTexts, notTakenText } from '../../src/core/texts/startFrom.ts';
import type { StartedFrom } from '../looks.ts';
import type { Page } from '../page.ts';

/** What the answers were filled in from, what was not taken over, and the way back to those of before. */
export function startedFrom(page: Page): TemplateResult | typeof nothing {
  const { startedFrom: filled } = page.looks;
  if (filled === undefined) return nothing;
  const undo = () => page.replace(filled.before, { startedFrom: undefined });
  return html`<div id="started-from" class="note filled" role="status" tabindex="-1">
    <p>
      <b>${whence(filled)}</b>
      <button class="link" @click=${undo}>${l10n.t('Undo')}</button>
    </p>
    ${filled.droppedSecret ? html`<p>${l10n.t('The secret in it was not taken: a new client gets its own.')}</p>` : nothing}
    ${filled.notTaken.map((each) => html`<p>${notTakenText(each)}</p>`)}
    ${filled.leftOut === undefined ? nothing : leftOutTexts(filled.leftOut, page.language).map((text) => html`<p>${text}</p>`)}
  </div>`;
}

function whence({ name }: StartedFrom): string {
  return name === undefined
    ? l10n.t('All pages are filled in from the JSON.')
    : l10n.t('All pages are filled in from "{0}".', name);
}
