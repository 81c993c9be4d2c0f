import * as l10n from '@vscode/l10n';
import { html, type TemplateResult } from 'lit';

/** G5: shown only where it holds. */
export function hipaaNote(): TemplateResult {
  return html`<div class="note">
    <b>${l10n.t('HIPAA is on in this organization.')}</b>
    <p>${l10n.t('Tokens also end after 15 minutes without use, whatever their duration.')}</p>
  </div>`;
}
