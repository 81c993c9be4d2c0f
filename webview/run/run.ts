import * as l10n from '@vscode/l10n';
import { html, nothing, type TemplateResult } from 'lit';
import type { Run } from '../../src/core/procedures/run.ts';
import { failureText } from '../../src/core/texts/failures.ts';
import { planStepTitle } from '../../src/core/texts/steps.ts';
import { button, checkbox, progress } from '../controls.ts';
import { failureView } from '../failure.ts';
import type { Page } from '../page.ts';
import { copyButton, finished } from './finished.ts';

/** Where Save stands: under way, stopped, or done. */
export function runView(page: Page, run: Run): TemplateResult {
  switch (run.kind) {
    case 'running':
      return html`<section>
          <h2 tabindex="-1">${l10n.t('Saving')}</h2>
          ${stepStates(run)} ${progress(currentStep(run))}
        </section>
        <footer class="bar">${button({ label: l10n.t('Cancel'), onClick: () => page.send({ type: 'cancel' }) })}</footer>`;
    case 'stopped':
      return stopped(page, run);
    case 'finished':
      return finished(page, run);
  }
}

function stopped(page: Page, run: Extract<Run, { kind: 'stopped' }>): TemplateResult {
  const isUncertain = run.failure.kind === 'perhaps-created';
  return html`<section>
      <h2 tabindex="-1">${l10n.t('Saving stopped')}</h2>
      ${failureView(page, failureText(run.failure))} ${stepStates(run)}
      ${run.client === undefined ? nothing : whatStands(page, run.client.id)}
      ${isUncertain ? createAnyway(page) : nothing}
    </section>
    <footer class="bar">
      ${button({
        label: isUncertain ? l10n.t('Look again') : l10n.t('Try again'),
        look: 'primary',
        onClick: () => page.send({ type: 'retry', createAnyway: false }),
      })}
      ${
        run.client === undefined
          ? button({
              label: l10n.t('Back to the answers'),
              onClick: () => page.send({ type: 'back-to-answers' }),
            })
          : button({ label: l10n.t('Leave it like this'), onClick: () => page.send({ type: 'start-over' }) })
      }
    </footer>`;
}

function whatStands(page: Page, clientId: string): TemplateResult {
  return html`<dl class="facts">
      <dt>${l10n.t('Client ID')}</dt>
      <dd><code>${clientId}</code> ${copyButton(page, 'client-id', l10n.t('Copy'))}</dd>
    </dl>
    <p>${copyButton(page, 'ready-line', l10n.t('Copy the line for clientIds'))}</p>`;
}

function createAnyway(page: Page): TemplateResult {
  return html`<div class="field wide">
    ${checkbox({
      id: 'confirms-second-client',
      checked: page.looks.confirmsSecondClient,
      onChange: (confirmsSecondClient) => page.look({ confirmsSecondClient }),
      content: l10n.t('I looked at the list of OAuth clients, and this client is not there.'),
    })}
    ${
      page.looks.confirmsSecondClient
        ? html`<p>
          ${button({
            label: l10n.t('Send the request again'),
            onClick: () => {
              page.look({ confirmsSecondClient: false });
              page.send({ type: 'retry', createAnyway: true });
            },
          })}
        </p>`
        : nothing
    }
  </div>`;
}

/** Each step of the plan with what became of it. */
function stepStates(run: Run): TemplateResult {
  return html`<ol class="states">
    ${run.plan.map((step, index) => {
      const { look, mark, says } = stateOf(run, index);
      return html`<li class=${look}>
        <span class="mark" aria-hidden="true">${mark}</span>
        <span>${planStepTitle(step)} <span class="muted">${says}</span></span>
      </li>`;
    })}
  </ol>`;
}

function stateOf(run: Run, index: number): { look: string; mark: string; says: string } {
  if (index < run.done) return { look: 'done', mark: '✓', says: l10n.t('done') };
  if (index > run.done) return { look: 'ahead', mark: '·', says: l10n.t('not started') };
  if (run.kind === 'stopped') return { look: 'wrong', mark: '⊗', says: l10n.t('not done') };
  return { look: 'now', mark: '…', says: l10n.t('under way') };
}

function currentStep(run: Run): string {
  const step = run.plan[run.done];
  return step === undefined ? '' : planStepTitle(step);
}
