import * as l10n from '@vscode/l10n';
import { html, nothing, type TemplateResult } from 'lit';
import { isUnfinished } from '../src/core/wizard/drafts.ts';
import type { Page } from './page.ts';

/** The way back to the first question. It asks nothing, because the answers are offered again there. */
export function startOver(page: Page): TemplateResult | typeof nothing {
  if (!isUnfinished(page.memory) || page.run !== null) return nothing;
  return html`<p class="start-over">
    <button class="link" @click=${() => page.send({ type: 'start-over' })}>${l10n.t('Start over')}</button>
  </p>`;
}
