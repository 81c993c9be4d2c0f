import * as l10n from '@vscode/l10n';
import { html, nothing, type TemplateResult } from 'lit';
import type { FinishedRun, Saved } from '../src/core/operations/run.ts';

/** Nobody takes what they do in the practice org for the real thing: before Save, after it, or where it stopped. */
export function practiceNote(
  saved: Saved | undefined,
  reach: 'whole' | 'before-files' = 'whole',
): TemplateResult | typeof nothing {
  if (saved?.place.practice !== true) return nothing;
  return html`<div class="note">
    <b>${l10n.t('This is the practice org.')}</b>
    <p>${consequence(saved, reach)}</p>
  </div>`;
}

function consequence({ procedure, answers }: Saved, reach: 'whole' | 'before-files'): string {
  if (reach === 'whole' && procedure === 'embeddable' && answers.target?.kind !== 'by-hand')
    return l10n.t(
      'Outside this computer nobody knows the client. Before you deploy framework.js, put in the ID of a client of your own organization, or agents cannot log in.',
    );
  return l10n.t('Outside this computer nobody knows the client, and nothing real can be done with it.');
}

/** G5: shown only where it holds. */
export function hipaaNote(): TemplateResult {
  return html`<div class="note">
    <b>${l10n.t('HIPAA is on in this organization.')}</b>
    <p>${l10n.t('Tokens also end after 15 minutes without use, whatever their duration.')}</p>
  </div>`;
}

/** Stands above the addresses among the things to do after Save: what leads to the practice org is for trying out alone. */
export function practiceAddresses({ saved }: FinishedRun): TemplateResult | typeof nothing {
  if (!saved.place.practice) return nothing;
  return html`<p class="hint above">${l10n.t('The addresses are those of the practice org.')}</p>`;
}
