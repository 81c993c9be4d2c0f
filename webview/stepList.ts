import * as l10n from '@vscode/l10n';
import { html, nothing, type TemplateResult } from 'lit';
import type { StepId } from '../src/core/procedures/step.ts';
import { stepTitle, wizardTitle } from '../src/core/texts/steps.ts';
import { isUnfinished } from '../src/core/wizard/drafts.ts';
import { errorsOn, type Page } from './page.ts';

type Look = { state: 'now' | 'done' | 'wrong' | 'ahead'; mark: string; says: string };

/** Where one is and what is done; each page is one click away. In a narrow editor it is a single line that opens. */
export function stepList(page: Page): TemplateResult {
  const { steps, looks } = page;
  const { showsSteps } = looks;
  const current = steps.findIndex(({ id }) => id === page.memory.step);
  return html`<nav aria-label=${l10n.t('Steps')}>
    <div class="what">
      <h1>${wizardTitle(page.procedure, page.memory.draft)}</h1>
      <div class="org">${orgLine(page)}</div>
    </div>
    ${
      page.run === null
        ? html`<button class="narrow link" aria-expanded=${showsSteps} aria-controls="steps" @click=${() => page.look({ showsSteps: !showsSteps })}>
            ${l10n.t('Step {0} of {1} · {2}', current + 1, steps.length, stepTitle(page.memory.step))}
          </button>`
        : nothing
    }
    <ol id="steps" class=${showsSteps ? 'open' : nothing}>
      ${steps.map(({ id }, index) => stepItem(page, id, index))}
    </ol>
    ${startOver(page)}
  </nav>`;
}

function stepItem(page: Page, id: StepId, index: number): TemplateResult {
  const { state, mark, says } = lookOf(page, id, index);
  const isNow = id === page.memory.step;
  return html`<li class="${state} ${isNow ? 'now' : ''}">
    <button
      aria-current=${isNow ? 'step' : 'false'}
      ?disabled=${page.run !== null}
      @click=${() => page.send({ type: 'go', step: id })}
    >
      <span class="mark" aria-hidden="true">${mark}</span>
      <span>${stepTitle(id)}<span class="visually-hidden"> ${says}</span></span>
    </button>
  </li>`;
}

function lookOf(page: Pick<Page, 'findings' | 'memory' | 'run' | 'steps'>, id: StepId, index: number): Look {
  const tried = page.memory.attempted.includes(id);
  if (page.run?.kind === 'finished') return { state: 'done', mark: '✓', says: l10n.t('(done)') };
  if (tried && errorsOn(page, id).length > 0)
    return { state: 'wrong', mark: '⊗', says: l10n.t('(has problems)') };
  if (id === page.memory.step) return { state: 'now', mark: String(index + 1), says: '' };
  // What Review leads to is done when it is saved, not when it was read.
  if (tried && id !== 'review') return { state: 'done', mark: '✓', says: l10n.t('(done)') };
  return { state: 'ahead', mark: String(index + 1), says: '' };
}

function orgLine({ context: { destination } }: Pick<Page, 'context'>): string {
  switch (destination.kind) {
    case 'undecided':
      return l10n.t('Not connected');
    case 'org':
      return `${destination.org.name} · ${destination.org.region}`;
    case 'admin-page':
      return l10n.t('{0} · without signing in', destination.region);
  }
}

/** The way back to the first question. It asks nothing, because the answers are offered again there. */
function startOver(page: Pick<Page, 'memory' | 'run' | 'send'>): TemplateResult | typeof nothing {
  if (!isUnfinished(page.memory) || page.run !== null) return nothing;
  return html`<p class="start-over">
    <button class="link" @click=${() => page.send({ type: 'start-over' })}>${l10n.t('Start over')}</button>
  </p>`;
}
