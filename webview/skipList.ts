import * as l10n from '@vscode/l10n';
import { html, type TemplateResult } from 'lit';

/** For the keyboard, past a list whose every row is a stop, on to the way to the next page. Seen when it has the focus. */
export function skipList(): TemplateResult {
  const skip = () => document.getElementById('next')?.focus();
  return html`<button class="link skip" @click=${skip}>${l10n.t('Skip the list')}</button>`;
}
