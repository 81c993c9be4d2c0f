import * as l10n from '@vscode/l10n';
import { html, nothing, type TemplateResult } from 'lit';
import type { Saved } from '../src/core/operations/run.ts';

/** Nobody takes what they do in the practice org for the real thing, before Save or after it. */
export function practiceNote(saved: Saved | undefined): TemplateResult | typeof nothing {
  if (saved?.place.practice !== true) return nothing;
  return html`<div class="note">
    <b>${l10n.t('This is the practice org.')}</b>
    <p>${consequence(saved)}</p>
  </div>`;
}

function consequence({ procedure, answers }: Saved): string {
  if (procedure === 'embeddable' && answers.target?.kind !== 'by-hand')
    return l10n.t(
      'Outside this computer nobody knows the client. Put framework.js back before you deploy it, or agents cannot log in.',
    );
  return l10n.t('Outside this computer nobody knows the client, and nothing real can be done with it.');
}
