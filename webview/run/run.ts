import * as l10n from '@vscode/l10n';
import { html, nothing, type TemplateResult } from 'lit';
import { type StepOutcome, stepOutcome } from '../../src/core/operations/interrupted.ts';
import type { Run } from '../../src/core/operations/run.ts';
import { planStepTitle, stepOutcomeText } from '../../src/core/texts/planSteps.ts';
import { button, progress, progressRing } from '../controls.ts';
import type { Page } from '../page.ts';
import { finished } from './finished.ts';
import { clientIdFact, stopped } from './stopped.ts';
import { takenBack, takingBack } from './takeBack.ts';

/** Where Save stands: under way, stopped, done, or undone. */
export function runView(page: Page, run: Run): TemplateResult {
  switch (run.kind) {
    case 'running':
      return html`<section>
          <h2 tabindex="-1">${l10n.t('Saving')}</h2>
          <div class="visually-hidden" data-live="status">${currentStep(run)}</div>
          ${stepStates(run)}
          ${run.client === undefined ? nothing : clientIdFact(page, run.client.id)}
        </section>
        <footer class="bar">${run.cancelled ? progress(waitsFor(run)) : button({ label: l10n.t('Cancel'), onClick: () => page.send({ type: 'cancel' }) })}</footer>`;
    case 'stopped':
      return stopped(page, run, stepStates(run));
    case 'finished':
      return finished(page, run);
    case 'taking-back':
      return takingBack(run);
    case 'taken-back':
      return takenBack(page, run);
  }
}

/** Why a Save that was cancelled is not at its end yet. */
function waitsFor(run: Run): string {
  return run.plan[run.done]?.kind === 'create-client'
    ? l10n.t('Waiting for the answer, because only it has the Client Secret. Then Save stops.')
    : l10n.t('Waiting for what is under way. Then Save stops.');
}

/** Each step of the plan with what became of it. */
function stepStates(run: Run): TemplateResult {
  return html`<ol class="states">
    ${run.plan.map((step, index) => {
      const outcome = stepOutcome(run, index);
      const { look, mark } = shown(outcome);
      return html`<li class=${look}>
        <span class="mark" aria-hidden="true">${mark}</span>
        <span>${planStepTitle(step)} · <span class="muted">${stepOutcomeText(outcome)}</span></span>
      </li>`;
    })}
  </ol>`;
}

function shown(outcome: StepOutcome): { look: string; mark: unknown } {
  switch (outcome) {
    case 'done':
      return { look: 'done', mark: '✓' };
    case 'nothing-to-keep':
    case 'not-compared':
      return { look: 'ahead', mark: '–' };
    case 'under-way':
      return { look: 'now', mark: progressRing() };
    case 'failed':
      return { look: 'wrong', mark: '⊗' };
    case 'not-certain':
      return { look: 'wrong', mark: '?' };
    case 'not-started':
      return { look: 'ahead', mark: '·' };
  }
}

function currentStep(run: Run): string {
  const step = run.plan[run.done];
  return step === undefined ? '' : planStepTitle(step);
}
