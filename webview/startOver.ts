import * as l10n from '@vscode/l10n';
import { html, nothing, type TemplateResult } from 'lit';
import type { Page } from './page.ts';

/** The way out of answers given earlier, which the wizard offers again. Asks once more: they would be gone. */
export function startOver(page: Page): TemplateResult | typeof nothing {
  const hasAnswers = Object.keys(page.memory.draft).length > 0;
  if (!hasAnswers || page.run !== null) return nothing;
  const ask = (asksToStartOver: boolean) => () => page.look({ asksToStartOver });
  if (!page.looks.asksToStartOver) {
    return html`<p class="start-over">
      <button class="link" @click=${ask(true)}>${l10n.t('Start over')}</button>
    </p>`;
  }
  return html`<p class="start-over" role="alert">
    <span>${l10n.t('Discard all answers?')}</span>
    <button class="link" @click=${() => page.send({ type: 'start-over' })}>${l10n.t('Discard')}</button>
    <button class="link" @click=${ask(false)}>${l10n.t('Keep')}</button>
  </p>`;
}
