import * as l10n from '@vscode/l10n';
import { html, type TemplateResult } from 'lit';
import { rolesGiven } from '../src/core/procedures/clientSteps.ts';
import type { ProcedureId } from '../src/core/procedures/draft.ts';
import { plan } from '../src/core/procedures/index.ts';
import { createsClient, type Plan } from '../src/core/procedures/plan.ts';
import { numberText } from '../src/core/texts/duration.ts';
import { awaitsConnection, focusUnderWay } from './connect/underWay.ts';
import { button } from './controls.ts';
import { controlId, errorSummary, findingsId, toldErrors } from './findings.ts';
import { focusField, focusSummary, isInSight } from './focus.ts';
import { errorsOn, type Page } from './page.ts';
import { changesNothing } from './steps/changes.ts';

/** The way on, the way back, and what to know before taking either. Never disabled: it says what is missing. */
export function bar(page: Page): TemplateResult {
  const { steps } = page;
  const index = steps.findIndex(({ id }) => id === page.memory.step);
  const next = nextStep(page);
  const previous = steps[index - 1];
  return html`<footer class="bar">
    ${errorSummary(page)}
    ${
      next === undefined
        ? saveButton(page)
        : button({ label: l10n.t('Next'), look: 'primary', id: 'next', onClick: () => leave(page, next.id) })
    }
    ${button({
      label: l10n.t('Back'),
      id: 'back',
      // Before the first page is the question what the client is for, which offers these answers again.
      onClick: () =>
        page.send(previous === undefined ? { type: 'start-over' } : { type: 'go', step: previous.id }),
    })}
    <span class="aside">${aside(page)}</span>
  </footer>`;
}

/** Enter in a field of one line goes on, unless it ends a word of an input method; a search is done as one types. */
export function goOnWithEnter(page: Page): (event: KeyboardEvent) => void {
  return ({ key, isComposing, target }) => {
    const isField = target instanceof HTMLElement && target.matches('vscode-text-field:not(.search)');
    const next = nextStep(page);
    if (key !== 'Enter' || isComposing || !isField || next === undefined) return;
    // The field reports its change as it is left, which must not happen while it is being taken away.
    target.blur();
    leave(page, next.id);
  };
}

/** Undefined on the last page, which is saved. */
function nextStep({ steps, memory }: Pick<Page, 'memory' | 'steps'>): Page['steps'][number] | undefined {
  return steps[steps.findIndex(({ id }) => id === memory.step) + 1];
}

function leave(page: Page, to: Page['memory']['step']): void {
  const { step } = page.memory;
  if (errorsOn(page, step).length === 0) {
    page.send({ type: 'go', step: to });
    return;
  }
  if (awaitsConnection(page)) {
    focusUnderWay();
    return;
  }
  page.send({ type: 'attempt', step });
  showMissing(page);
}

/** Leads to the first thing that is missing, or to the list of all where not each of them is in sight. */
function showMissing(page: Page): void {
  const places = errorsOn(page, page.memory.step).map(({ place }) => place);
  const areInSight = places.every((place) => isInSight(controlId(place)) && isInSight(findingsId(place)));
  page.look({ showsSummary: !areInSight });
  const [first] = places;
  if (areInSight && first !== undefined) focusField(controlId(first));
  else focusSummary();
}

/** A client that exists is changed, or is to stay as it is: then the button says so, and does nothing. */
function saveButton(page: Page): TemplateResult {
  const id = 'save';
  const shown = plan(page.procedure, page.memory.draft, page.context);
  if (changesNothing(shown))
    return button({ label: l10n.t('Nothing is changed'), id, onClick: () => undefined });
  return button({ label: saveLabel(page.procedure, shown), look: 'primary', id, onClick: () => save(page) });
}

/** What it does, as far as that is certain. */
function saveLabel(procedure: ProcedureId, shown: Plan | undefined): string {
  if (procedure === 'edit') return l10n.t('Save changes');
  return shown !== undefined && createsClient(shown) ? l10n.t('Create client') : l10n.t('Save');
}

/** Sends what Review shows; while something is missing, shows what. */
function save(page: Page): void {
  const shown = plan(page.procedure, page.memory.draft, page.context);
  if (shown !== undefined) {
    page.send({ type: 'save', plan: shown });
    return;
  }
  for (const { id } of page.steps) page.send({ type: 'attempt', step: id });
  focusSummary();
}

/** What was selected is said as it changes; that something is missing, by what is missing. */
function aside(page: Page): TemplateResult | string {
  const { step } = page.memory;
  const errors = toldErrors(page).length;
  if (errors === 1) return l10n.t('1 problem on this page');
  if (errors > 1) return l10n.t('{0} problems on this page', errors);
  if (step === 'roles') return selected(rolesGiven(page.answers).length, page.language);
  if (step === 'scopes') return selected(page.answers.scopes.length, page.language);
  const shown = plan(page.procedure, page.memory.draft, page.context);
  if (shown === undefined) return l10n.t('Nothing is sent until you save.');
  return changesNothing(shown)
    ? ''
    : l10n.t('Nothing is sent until you press "{0}".', saveLabel(page.procedure, shown));
}

function selected(count: number, language: string): TemplateResult {
  return html`<span data-live="status">${l10n.t('{0} selected', numberText(count, language))}</span>`;
}
