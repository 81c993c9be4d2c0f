import * as l10n from '@vscode/l10n';
import { html, type TemplateResult } from 'lit';
import type { PlatformError } from '../../src/core/platform/errors.ts';
import { platformErrorText } from '../../src/core/texts/failures.ts';
import { button } from '../controls.ts';
import { failureView } from '../failure.ts';
import type { Page } from '../page.ts';

/** Something is being read: the words say what, and grey lines stand where it will be. */
export function reading(text: string): TemplateResult {
  return html`<div class="skeleton" aria-busy="true">
    <p class="hint" role="status">${text}</p>
    <span></span><span></span><span></span>
  </div>`;
}

/** Something could not be read: why, and the way to read it again. */
export function unreadable(page: Pick<Page, 'send'>, what: string, error: PlatformError): TemplateResult {
  return failureView(page, platformErrorText(what, error), {
    remedy: html`<p class="actions">${readAgain(page)}</p>`,
  });
}

/** Asks the org for everything again. */
export function readAgain(page: Pick<Page, 'send'>): TemplateResult {
  return button({ label: l10n.t('Read again'), onClick: () => page.send({ type: 'refresh' }) });
}
