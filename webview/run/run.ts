import * as l10n from '@vscode/l10n';
import { html, type TemplateResult } from 'lit';
import type { Run } from '../../src/core/procedures/run.ts';
import { planStepTitle } from '../../src/core/texts/steps.ts';
import { button, progressRing } from '../controls.ts';
import type { Page } from '../page.ts';
import { finished } from './finished.ts';
import { stopped } from './stopped.ts';
import { takenBack } from './takeBack.ts';

/** Where Save stands: under way, stopped, done, or undone. */
export function runView(page: Page, run: Run): TemplateResult {
  switch (run.kind) {
    case 'running':
      return html`<section>
          <h2 tabindex="-1">${l10n.t('Saving')}</h2>
          <div class="visually-hidden" role="status">${currentStep(run)}</div>
          ${stepStates(run)}
        </section>
        <footer class="bar">${button({ label: l10n.t('Cancel'), onClick: () => page.send({ type: 'cancel' }) })}</footer>`;
    case 'stopped':
      return stopped(page, run, stepStates(run));
    case 'finished':
      return finished(page, run);
    case 'taken-back':
      return takenBack(page, run);
  }
}

/** Each step of the plan with what became of it. */
function stepStates(run: Run): TemplateResult {
  return html`<ol class="states">
    ${run.plan.map((step, index) => {
      const { look, mark, says } = stateOf(run, index);
      return html`<li class=${look}>
        <span class="mark" aria-hidden="true">${mark}</span>
        <span>${planStepTitle(step)} · <span class="muted">${says}</span></span>
      </li>`;
    })}
  </ol>`;
}

function stateOf(run: Run, index: number): { look: string; mark: unknown; says: string } {
  if (index < run.done) return { look: 'done', mark: '✓', says: l10n.t('done') };
  if (index > run.done) return { look: 'ahead', mark: '·', says: l10n.t('not started') };
  if (run.kind === 'stopped' && run.failure.kind === 'perhaps-created')
    return { look: 'wrong', mark: '?', says: l10n.t('not certain') };
  if (run.kind === 'stopped') return { look: 'wrong', mark: '⊗', says: l10n.t('not done') };
  return { look: 'now', mark: progressRing(), says: l10n.t('under way') };
}

function currentStep(run: Run): string {
  const step = run.plan[run.done];
  return step === undefined ? '' : planStepTitle(step);
}
