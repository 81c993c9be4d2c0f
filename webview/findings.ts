import * as l10n from '@vscode/l10n';
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { DraftCode } from '../src/core/findings/draftFindings.ts';
import type { Draft, Field } from '../src/core/procedures/draft.ts';
import { type DraftFinding, draftFindingText } from '../src/core/procedures/draftFinding.ts';
import { fixText } from '../src/core/texts/draftFixes.ts';
import { inOneText } from '../src/core/texts/sentences.ts';
import { grantTypeName } from '../src/core/texts/steps.ts';
import { awaitsConnection } from './connect/underWay.ts';
import { focusField } from './focus.ts';
import { errorsOn, findingsAt, type Page, stepAsking } from './page.ts';

/** The id of the control that answers a field. */
export function controlId(field: Field): string {
  return `field-${field}`;
}

/** The id of the list of findings below a field. */
export function findingsId(field: Field): string {
  return `findings-${field}`;
}

export function isInvalid(
  page: Pick<Page, 'findings' | 'looks' | 'memory' | 'steps'>,
  field: Field,
): boolean {
  return findingsAt(page, field).some(({ severity }) => severity === 'error');
}

/** The findings below a field, each with its fixes. */
export function findingList(page: Page, field: Field): TemplateResult {
  return html`<div id=${findingsId(field)} class="findings">
    ${repeat(findingsAt(page, field), keyOf, (finding) => findingLine(page, finding))}
  </div>`;
}

/** Another finding is another line, with buttons of its own: none becomes another one below the finger. */
function keyOf({ code, fixes }: DraftFinding): string {
  return [code, ...fixes.map(fixText)].join(' ');
}

/**
 * One finding in words, with a button for each way to mend it, after which one is at its field. Where nothing was given
 * because the person means another answer than the one that asks for it, there is a way back to that.
 */
export function findingLine(
  page: Pick<Page, 'answer' | 'answers' | 'language' | 'memory' | 'send' | 'steps'>,
  finding: DraftFinding,
): TemplateResult {
  const mend = (change: Draft) => {
    page.answer(change);
    focusField(controlId(finding.place));
  };
  return html`<p class="finding ${finding.severity}">
    <span data-live="status">${severityMark(finding)}${inOneText([draftFindingText(finding, page.language), ...reason(page, finding)])}</span>
    ${finding.fixes.map(
      (fix) => html`<button class="link" @click=${() => mend(fix.change)}>${fixText(fix)}</button>`,
    )}
    ${wayBack(page, finding)}
  </p>`;
}

/** What is said where nothing was given at all. */
const NOTHING_GIVEN: ReadonlySet<DraftCode> = new Set<DraftCode>([
  'roles-missing',
  'redirect-uris-missing',
  'scopes-missing',
]);

/** The answer on another page because of which this is missing. */
function cause({ steps }: Pick<Page, 'steps'>, { code, place }: DraftFinding): Field | undefined {
  return NOTHING_GIVEN.has(code) ? steps.find(({ fields }) => fields.includes(place))?.because : undefined;
}

function reason(page: Pick<Page, 'answers' | 'steps'>, finding: DraftFinding): string[] {
  return cause(page, finding) === 'grantType'
    ? [l10n.t('It is asked for because the grant type is {0}.', grantTypeName(page.answers.grantType))]
    : [];
}

function wayBack(
  page: Pick<Page, 'memory' | 'send' | 'steps'>,
  finding: DraftFinding,
): TemplateResult | typeof nothing {
  const field = cause(page, finding);
  return field === undefined
    ? nothing
    : html`<button class="link" @click=${() => goTo(page, field)}>${l10n.t('Change the grant type')}</button>`;
}

/** What is missing at a field that is no answer, below it; `id` is for the field's description. */
export function missingHere(id: string, text: string | undefined): TemplateResult {
  return html`<div id=${id} class="findings">
    ${text === undefined ? nothing : html`<p class="finding error"><span data-live="status">${severityMark({ severity: 'error' })}${text}</span></p>`}
  </div>`;
}

/** The errors of this page that the person is told: once they tried to leave it, and not while they must wait. */
export function toldErrors(
  page: Pick<Page, 'connecting' | 'findings' | 'memory' | 'steps'>,
): readonly DraftFinding[] {
  const { step, attempted } = page.memory;
  return attempted.includes(step) && !awaitsConnection(page) ? errorsOn(page, step) : [];
}

/** The errors that the person is told, where not each of them is in sight at its field; each leads there. */
export function errorSummary(page: Page): TemplateResult | typeof nothing {
  const errors = toldErrors(page);
  if (errors.length === 0 || !page.looks.showsSummary) return nothing;
  return html`<div id="summary" class="summary" data-live="alert" role="group" aria-labelledby="summary-title" tabindex="-1">
    <p id="summary-title" class="title">${l10n.t('Before you can go on:')}</p>
    <ul>
      ${errors.map((error) => html`<li>${jump(page, error)}</li>`)}
    </ul>
  </div>`;
}

/** A finding as a link to the field it is about, on whatever page that is. */
export function jump(
  page: Pick<Page, 'language' | 'memory' | 'send' | 'steps'>,
  finding: DraftFinding,
): TemplateResult {
  const go = () => goTo(page, finding.place);
  return html`<button class="link" @click=${go}>${draftFindingText(finding, page.language)}</button>`;
}

/** Leads to the question about a field, on whatever page that is. */
function goTo(page: Pick<Page, 'memory' | 'send' | 'steps'>, field: Field): void {
  const step = stepAsking(page, field);
  if (step !== page.memory.step) page.send({ type: 'go', step });
  focusField(controlId(field));
}

/** Shape and words beside colour, for those who cannot tell red from orange. */
export function severityMark({ severity }: Pick<DraftFinding, 'severity'>): TemplateResult {
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
