import * as l10n from '@vscode/l10n';
import { html, nothing, type TemplateResult } from 'lit';
import type { FailureText } from '../src/core/texts/failures.ts';
import { inOneText } from '../src/core/texts/sentences.ts';
import { button } from './controls.ts';

/** Whoever can show the log. */
export type LogShower = { send(message: { type: 'show-log' }): void };

/** A failure: what happened, why, what to do next; the technical facts stay folded. */
export function failureView(
  page: LogShower,
  { what, why, next, details }: FailureText,
  parts: { remedy?: TemplateResult; copyDetails?: TemplateResult; isWarning?: boolean } = {},
): TemplateResult {
  return html`<div class=${parts.isWarning ? 'note' : 'note error'} data-live="alert">
    <b>${what}</b>
    <p>${inOneText([why, next])}</p>
    ${parts.remedy ?? nothing}
    ${
      details.length === 0
        ? nothing
        : html`<details>
          <summary>${l10n.t('Details')}</summary>
          <pre>${details.join('\n')}</pre>
          <p>
            ${parts.copyDetails ?? nothing}
            ${button({ label: l10n.t('Show log'), onClick: () => page.send({ type: 'show-log' }) })}
          </p>
        </details>`
    }
  </div>`;
}
