import * as l10n from '@vscode/l10n';
import { html, type TemplateResult } from 'lit';
import { jsonRefusalText } from '../../src/core/texts/startFrom.ts';
import { button, textArea } from '../controls.ts';
import type { Page } from '../page.ts';

/** A client as JSON, pasted here or taken from the clipboard. */
export function jsonField(page: Page): TemplateResult {
  const { jsonText, jsonRefusals } = page.looks;
  return html`<div class="field wide">
    ${textArea({
      id: 'start-from-source',
      label: l10n.t('JSON of the client'),
      value: jsonText,
      invalid: jsonRefusals.length > 0,
      describedBy: ['findings-json', 'hint-json'],
      onInput: (text) => page.look({ jsonText: text, jsonRefusals: [] }),
      onLeave: () => undefined,
      rows: 8,
    })}
    <div id="findings-json" class="findings" role="alert">
      ${jsonRefusals.map(
        (refusal) => html`<p class="finding error">
          <span class="mark" aria-hidden="true">⊗</span>${jsonRefusalText(refusal, page.language)}
        </p>`,
      )}
    </div>
    <p id="hint-json" class="hint">
      ${l10n.t('What "Copy as JSON" on the last page copies, or what the Platform API, an SDK or a Terraform state says about a client. A secret in it is not taken.')}
    </p>
    <p class="actions">
      ${button({ label: l10n.t('Fill in'), onClick: () => page.send({ type: 'read-json', text: jsonText }) })}
      ${button({ label: l10n.t('Take it from the clipboard'), onClick: () => page.send({ type: 'read-json' }) })}
    </p>
  </div>`;
}
