import * as l10n from '@vscode/l10n';
import { html, nothing, type TemplateResult } from 'lit';
import { plan } from '../../src/core/procedures/index.ts';
import type { PlanStep } from '../../src/core/procedures/plan.ts';
import type { Problem } from '../../src/core/procedures/problem.ts';
import { planStepTitle, stepTitle } from '../../src/core/texts/steps.ts';
import { diffView, withId } from '../diff.ts';
import { heading } from '../heading.ts';
import type { Page } from '../page.ts';
import { jump, problemLine } from '../problems.ts';

/** Everything that Save will do, in order, and nothing else. */
export function review(page: Page): TemplateResult {
  const shown = plan(page.procedure, page.memory.draft, page.context);
  return html`${heading(page, stepTitle('review'), lead(shown !== undefined))}
  ${page.planChanged ? changedNote() : nothing}
  ${shown === undefined ? missing(page) : html`${warnings(page)}<ol class="plan">${shown.map(planStep)}</ol>`}`;
}

function lead(isComplete: boolean): string {
  return isComplete
    ? l10n.t('This is all that will happen, in this order.')
    : l10n.t('When these are answered, this page shows all that will happen.');
}

function changedNote(): TemplateResult {
  return html`<div class="note" role="alert">
    <b>${l10n.t('Nothing was sent: framework.js has changed since you looked.')}</b>
    <p>${l10n.t('This page now shows what would happen. Look at it again, then save.')}</p>
  </div>`;
}

function missing(page: Page): TemplateResult {
  const errors = page.problems.filter(({ severity }) => severity === 'error');
  return html`<div id="summary" class="summary" tabindex="-1">
    <b>${l10n.t('Still missing:')}</b>
    <ul>
      ${errors.map((error) => html`<li>${jump(page, error)}</li>`)}
    </ul>
  </div>`;
}

function warnings(page: Page): TemplateResult | typeof nothing {
  const found: Problem[] = page.problems.filter(({ severity }) => severity === 'warning');
  if (found.length === 0) return nothing;
  return html`<div class="problems">${found.map((warning) => problemLine(page, warning))}</div>`;
}

function planStep(step: PlanStep): TemplateResult {
  return html`<li>
    <h3>${planStepTitle(step)}</h3>
    ${planStepContent(step)}
  </li>`;
}

function planStepContent(step: PlanStep): TemplateResult {
  switch (step.kind) {
    case 'create-client':
      return html`<pre class="wrapped">POST ${step.url}\n${requestText(step.body)}</pre>`;
    case 'keep-secret':
      return html`<p class="muted">${l10n.t('It is returned once. It is never written into a file.')}</p>`;
    case 'edit-framework-file':
      return diffView(step.diff);
    case 'create-framework-file':
      return html`<pre tabindex="0">${withId(step.text)}</pre>`;
  }
}

/** The body as it is sent, each field on a line; long lists wrap instead of filling the page. */
function requestText(body: Record<string, unknown>): string {
  const fields = Object.entries(body).map(
    ([name, value]) => `  ${JSON.stringify(name)}: ${JSON.stringify(value).replaceAll('","', '", "')}`,
  );
  return `{\n${fields.join(',\n')}\n}`;
}
