import * as l10n from '@vscode/l10n';
import { html, nothing, type TemplateResult } from 'lit';
import { findingText } from '../src/core/findings/finding.ts';
import type { Field, Problem } from '../src/core/procedures/problem.ts';
import { fixText } from '../src/core/texts/draftFixes.ts';
import { awaitsConnection } from './connect/underWay.ts';
import { focusField } from './focus.ts';
import { errorsOn, type Page, problemsAt, stepAsking } from './page.ts';

/** The id of the control that answers a field. */
export function controlId(field: Field): string {
  return `field-${field}`;
}

/** The id of the list of problems below a field. */
export function problemsId(field: Field): string {
  return `problems-${field}`;
}

export function isInvalid(page: Page, field: Field): boolean {
  return problemsAt(page, field).some(({ severity }) => severity === 'error');
}

/** The problems below a field, each with its fixes. */
export function problemList(page: Page, field: Field): TemplateResult {
  return html`<div id=${problemsId(field)} class="problems">
    ${problemsAt(page, field).map((problem) => problemLine(page, problem))}
  </div>`;
}

/** One problem in words, with a button for each way to mend it. */
export function problemLine(page: Page, problem: Problem): TemplateResult {
  return html`<p class="problem ${problem.severity}">
    ${severityMark(problem)}${findingText(problem, page.language)}
    ${problem.fixes.map(
      (fix) => html`<button class="link" @click=${() => page.answer(fix.change)}>${fixText(fix)}</button>`,
    )}
  </p>`;
}

/** The errors of this page that the person is told: once they tried to leave it, and not while they must wait. */
export function toldErrors(page: Page): readonly Problem[] {
  const { step, attempted } = page.memory;
  return attempted.includes(step) && !awaitsConnection(page) ? errorsOn(page, step) : [];
}

/** The errors that the person is told; each leads to its field. */
export function errorSummary(page: Page): TemplateResult | typeof nothing {
  const errors = toldErrors(page);
  if (errors.length === 0) return nothing;
  return html`<div id="summary" class="summary" role="alert" tabindex="-1">
    <b>${l10n.t('Before you can go on:')}</b>
    <ul>
      ${errors.map((error) => html`<li>${jump(page, error)}</li>`)}
    </ul>
  </div>`;
}

/** A problem as a link to the field it is about, on whatever page that is. */
export function jump(page: Page, problem: Problem): TemplateResult {
  const go = () => {
    const step = stepAsking(page, problem.place);
    if (step !== page.memory.step) page.send({ type: 'go', step });
    focusField(controlId(problem.place));
  };
  return html`<button class="link" @click=${go}>${findingText(problem, page.language)}</button>`;
}

/** Shape and words beside colour, for those who cannot tell red from orange. */
function severityMark({ severity }: Problem): TemplateResult {
  switch (severity) {
    case 'error':
      return mark('⊗', l10n.t('Error:'));
    case 'warning':
      return mark('⚠', l10n.t('Warning:'));
    case 'information':
    case 'hint':
      return mark('ⓘ', l10n.t('Note:'));
  }
}

function mark(shape: string, words: string): TemplateResult {
  return html`<span class="mark" aria-hidden="true">${shape}</span
    ><span class="visually-hidden">${words} </span>`;
}
