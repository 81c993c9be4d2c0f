import * as l10n from '@vscode/l10n';
import { html, nothing, type TemplateResult } from 'lit';
import type { DraftFinding } from '../../src/core/procedures/draftFinding.ts';
import { plan } from '../../src/core/procedures/index.ts';
import { createsClient, type Plan, type PlanStep } from '../../src/core/procedures/plan.ts';
import { planStepTitle } from '../../src/core/texts/planSteps.ts';
import { stepTitle } from '../../src/core/texts/steps.ts';
import { savedWith } from '../../src/core/wizard/saved.ts';
import { namedRoles } from '../access/namedAccess.ts';
import { findingLine, jump } from '../findings.ts';
import { heading } from '../heading.ts';
import { practiceNote } from '../notes.ts';
import type { Page } from '../page.ts';
import { takeElsewhere } from '../takeElsewhere.ts';
import { changesNothing, changesOf } from './changes.ts';
import { besidesRequest, createRequest, planStepContent } from './planStep.ts';

/** Everything that Save will do, in order, and nothing else. */
export function review(page: Page): TemplateResult {
  const shown = plan(page.procedure, page.memory.draft, page.context);
  return html`${heading(page, stepTitle('review'), lead(page, shown), 'oauth-clients')}
  ${page.planChanged ? changedNote() : nothing} ${practiceNote(savedWith(page.procedure, page.answers, page.context))}
  ${shown === undefined ? missing(page) : html`<ol class="plan">${shown.map((step) => planStep(page, step, idInUse(shown)))}</ol>`}
  ${shown && createsClient(shown) ? takeElsewhere(page) : nothing}`;
}

function lead({ procedure }: Pick<Page, 'procedure'>, shown: Plan | undefined): string {
  if (shown === undefined) return l10n.t('When these are answered, this page shows all that will happen.');
  if (changesNothing(shown))
    return l10n.t('The client is to stay as it is. Change an answer, and this page shows it.');
  return procedure === 'edit'
    ? l10n.t('This is all that will change.')
    : l10n.t('This is all that will happen, in this order.');
}

function changedNote(): TemplateResult {
  return html`<div class="note" role="alert">
    <b>${l10n.t('Nothing was sent: what would happen has changed since you looked.')}</b>
    <p>${l10n.t('This page now shows what would happen. Look at it again, then save.')}</p>
  </div>`;
}

function missing(page: Page): TemplateResult {
  const errors = page.findings.filter(({ severity }) => severity === 'error');
  return html`<div id="summary" class="summary" tabindex="-1">
    <b>${l10n.t('Still missing:')}</b>
    <ul>
      ${errors.map((error) => html`<li>${jump(page, error)}</li>`)}
    </ul>
  </div>`;
}

/** The ID of a client that exists already; one that Save creates has none yet. */
function idInUse(plan: readonly PlanStep[]): string | undefined {
  return plan.find((step) => step.kind === 'use-client')?.id;
}

function planStep(
  page: Pick<Page, 'answer' | 'answers' | 'context' | 'findings' | 'language'>,
  step: PlanStep,
  clientId: string | undefined,
): TemplateResult {
  const warnings = warningsAbout(page, step);
  const isRequest = step.kind === 'create-client';
  return html`<li>
    <h3>${planStepTitle(step)}</h3>
    <div class="findings">
      ${(isRequest ? besidesRequest(step, warnings) : warnings).map((warning) => findingLine(page, warning))}
    </div>
    ${
      isRequest
        ? html`${createRequest(page, step, warnings)} ${namedRoles(page, step.body.roleDivisions ?? [])}`
        : step.kind === 'change-client'
          ? changesOf(page, step)
          : planStepContent(step, clientId)
    }
  </li>`;
}

/** What to know before a step is done stands beside it: about the file beside the file, about a new role beside that, all else beside the client. */
function warningsAbout(page: Pick<Page, 'findings'>, step: PlanStep): readonly DraftFinding[] {
  const warnings = page.findings.filter(({ severity }) => severity !== 'error');
  switch (step.kind) {
    case 'create-client':
    case 'change-client':
    case 'use-client':
      return warnings.filter(({ place }) => place !== 'target' && place !== 'newRole');
    case 'create-role':
      return warnings.filter(({ place }) => place === 'newRole');
    case 'give-role':
    case 'keep-secret':
    case 'read-back':
    case 'prove':
    case 'make-token':
    case 'write-scim-file':
      return [];
    case 'edit-framework-file':
    case 'create-framework-file':
      return warnings.filter(({ place }) => place === 'target');
  }
}
