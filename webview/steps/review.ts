import * as l10n from '@vscode/l10n';
import { html, nothing, type TemplateResult } from 'lit';
import { plan } from '../../src/core/procedures/index.ts';
import { createsClient, type Plan, type PlanStep } from '../../src/core/procedures/plan.ts';
import { planStepTitle } from '../../src/core/texts/planSteps.ts';
import { stepTitle } from '../../src/core/texts/steps.ts';
import { savedWith } from '../../src/core/wizard/saved.ts';
import { findingLine, jump } from '../findings.ts';
import { heading } from '../heading.ts';
import { practiceNote } from '../notes.ts';
import type { Page } from '../page.ts';
import { takeElsewhere } from '../takeElsewhere.ts';
import { answersInWords } from './answersInWords.ts';
import { changesNothing, changesOf } from './changes.ts';
import { planStepContent } from './planStep.ts';

/** Everything that Save will do, in order, and nothing else. */
export function review(page: Page): TemplateResult {
  const shown = plan(page.procedure, page.memory.draft, page.context);
  return html`${heading(page, stepTitle('review'), lead(page, shown), 'oauth-clients')}
  ${page.planChanged ? changedNote() : nothing} ${practiceNote(savedWith(page.procedure, page.answers, page.context))}
  ${shown === undefined ? missing(page) : whatWillBe(page, shown)}
  ${shown && createsClient(shown) ? takeElsewhere(page) : nothing}`;
}

function lead({ procedure }: Pick<Page, 'procedure'>, shown: Plan | undefined): string {
  if (shown === undefined) return l10n.t('When these are answered, this page shows all that will happen.');
  if (changesNothing(shown))
    return l10n.t('The client is to stay as it is. Change an answer, and this page shows it.');
  return procedure === 'edit'
    ? l10n.t('This is all that will change.')
    : l10n.t('Look it over: nothing else will happen.');
}

/** First what was answered, in words, then what Save does with it. A client that is changed is told by what changes. */
function whatWillBe(page: Page, shown: Plan): TemplateResult {
  const steps = html`<ol class="plan">${shown.map((step) => planStep(page, step, idInUse(shown)))}</ol>`;
  return page.procedure === 'edit'
    ? steps
    : html`${answersInWords(page)}
        <h3>${l10n.t('What happens, in this order')}</h3>
        ${steps}`;
}

function changedNote(): TemplateResult {
  return html`<div class="note" data-live="alert">
    <b>${l10n.t('Nothing was sent: what would happen has changed since you looked.')}</b>
    <p>${l10n.t('This page now shows what would happen. Look at it again, then save.')}</p>
  </div>`;
}

function missing(page: Page): TemplateResult {
  const errors = page.findings.filter(({ severity }) => severity === 'error');
  return html`<div id="summary" class="summary" role="group" aria-labelledby="summary-title" tabindex="-1">
    <h3 id="summary-title">${l10n.t('Still missing:')}</h3>
    <ul>
      ${errors.map((error) => html`<li>${jump(page, error)}</li>`)}
    </ul>
  </div>`;
}

/** The ID of a client that exists already; one that Save creates has none yet. */
function idInUse(plan: readonly PlanStep[]): string | undefined {
  return plan.find((step) => step.kind === 'use-client')?.id;
}

function planStep(page: Page, step: PlanStep, clientId: string | undefined): TemplateResult {
  return html`<li>
    <h3>${planStepTitle(step)}</h3>
    ${step.kind === 'change-client' ? changes(page, step) : planStepContent(step, clientId)}
  </li>`;
}

/** What to know about the answers stands beside what they change. */
function changes(page: Page, step: Extract<PlanStep, { kind: 'change-client' }>): TemplateResult {
  const warnings = page.findings.filter(({ severity }) => severity !== 'error');
  return html`<div class="findings">${warnings.map((warning) => findingLine(page, warning))}</div>
    ${changesOf(page, step)}`;
}
