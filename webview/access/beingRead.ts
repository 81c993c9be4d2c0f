import * as l10n from '@vscode/l10n';
import { html, type TemplateResult } from 'lit';
import type { PlatformError } from '../../src/core/platform/errors.ts';
import type { RetryAfter } from '../../src/core/platform/retryAfter.ts';
import { platformErrorText } from '../../src/core/texts/failures.ts';
import { failureView, type LogShower } from '../failure.ts';
import { tryAgain, waitAfter } from '../tryAgain.ts';

/** Something is being read: the words say what, and grey lines stand where it will be. */
export function reading(text: string): TemplateResult {
  return html`<div class="skeleton" aria-busy="true">
    <p class="hint" data-live="status">${text}</p>
    <span></span><span></span><span></span>
  </div>`;
}

/** Whoever can ask for everything again. */
type Reader = { send(message: { type: 'refresh' }): void };

/** Something could not be read: why, and the way to read it again. */
export function unreadable(page: Reader & LogShower, what: string, error: PlatformError): TemplateResult {
  return failureView(page, platformErrorText(what, error), {
    remedy: html`<p class="actions">${readAgain(page, waitAfter(error))}</p>`,
  });
}

/** Asks the org for everything again; by itself where the org has asked for a wait before. */
export function readAgain(page: Reader, wait?: RetryAfter): unknown {
  const onClick = () => page.send({ type: 'refresh' });
  return tryAgain({ label: l10n.t('Refresh'), wait, onClick, byItself: true });
}
