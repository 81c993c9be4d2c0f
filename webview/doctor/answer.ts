import * as l10n from '@vscode/l10n';
import { html, nothing, type TemplateResult } from 'lit';
import { canBegin, type Diagnosis, type FoundCause } from '../../src/core/doctor/answer.ts';
import type { ReadingNote } from '../../src/core/doctor/symptom.ts';
import {
  causeReasons,
  causeTitle,
  certaintyText,
  inOrderText,
  textTellsText,
} from '../../src/core/texts/doctor.ts';
import { nextStepLabel, nextStepText } from '../../src/core/texts/doctorNextStep.ts';
import { countText, leadText, nothingFoundTexts } from '../../src/core/texts/doctorPage.ts';
import { readingNoteText } from '../../src/core/texts/doctorSymptoms.ts';
import { button, either } from '../controls.ts';
import { severityMark } from '../findings.ts';
import { notLookedView } from './notLooked.ts';
import { type DoctorPage, isRequestCopied } from './page.ts';
import { askPlace, placeSaid } from './place.ts';

/** What a look came to: the most likely cause, what else may be, what is in order, and what nobody has looked at. */
export function answer(page: DoctorPage, diagnosis: Diagnosis): TemplateResult {
  const { causes, inOrder } = diagnosis;
  const [first, ...others] = causes;
  const tells = textTellsText(diagnosis);
  // What the whole text comes to is said above.
  const notes = diagnosis.notes
    .filter(({ kind }) => SAID_BESIDE.has(kind))
    .map((note) => readingNoteText(note, page.language));
  return html`${tells === undefined ? nothing : html`<p class="note tells">${tells}</p>`}
    ${notes.map((text) => html`<p class="muted">${text}</p>`)} ${placeSaid(page)}
    ${first === undefined ? nothingFound(diagnosis, tells) : mostLikely(page, diagnosis, first)}
    ${first === undefined || others.length === 0 ? nothing : alsoPossible(page, diagnosis, first, others)}
    ${
      isEmpty(diagnosis)
        ? nothing
        : html`${notLookedView(page, diagnosis)} ${inOrder.length === 0 ? nothing : inOrderView(page, diagnosis)}`
    }`;
}

/** Whether there was nothing to look for: a text that does not tell, and nothing else to begin at. */
export function isEmpty({ subject, causes, textTells }: Diagnosis): boolean {
  return subject.kind === 'text' && causes.length === 0 && textTells !== 'something';
}

/** What there is to say of a text beside what it comes to. */
const SAID_BESIDE: ReadonlySet<ReadingNote['kind']> = new Set([
  'more-failures',
  'first-values',
  'went-well',
  'masked',
]);

/** Where the text itself does not tell, that is said already. */
function nothingFound(diagnosis: Diagnosis, tells: string | undefined): TemplateResult | typeof nothing {
  if (tells !== undefined) return nothing;
  const [first, ...more] = nothingFoundTexts(diagnosis);
  return html`<section class="cause nothing">
    <h2>${first}</h2>
    ${more.map((text) => html`<p>${text}</p>`)}
  </section>`;
}

function mostLikely(page: DoctorPage, diagnosis: Diagnosis, cause: FoundCause): TemplateResult {
  const { language } = page;
  return html`<section class="cause ${cause.certainty}">
    <h2>${leadText(cause, causeTitle(cause, language))}</h2>
    ${reasons(page, cause)} ${nextWords(page, cause)}
    <p class="actions">${nextStep(page, diagnosis, cause, 'primary')}${openSubject(page, cause)}</p>
  </section>`;
}

function alsoPossible(
  page: DoctorPage,
  diagnosis: Diagnosis,
  first: FoundCause,
  causes: readonly FoundCause[],
): TemplateResult {
  // Signing in once is enough for all.
  const isSaid = ({ next }: FoundCause) => next.kind === 'sign-in' && first.next.kind === 'sign-in';
  return html`<h2>${l10n.t('Also possible')}</h2>
    <ul class="others">
      ${causes.map(
        (cause) => html`<li class="finding warning">
          <div>
            ${severityMark({ severity: 'warning' })}<b>${causeTitle(cause, page.language)}</b>
            <span class="muted">${certaintyText(cause.certainty)}</span>
            ${reasons(page, cause)} ${isSaid(cause) ? nothing : nextWords(page, cause)}
          </div>
          ${isSaid(cause) ? nothing : nextStep(page, diagnosis, cause, 'secondary')}
        </li>`,
      )}
    </ul>`;
}

/** Why it keeps people out. */
function reasons({ language }: DoctorPage, cause: FoundCause): TemplateResult {
  return html`${causeReasons(cause, language).map((text) => html`<p>${text}</p>`)}`;
}

/** What to do, where the button alone does not say it, and what it still turns on. */
function nextWords(page: DoctorPage, cause: FoundCause): TemplateResult {
  const { language } = page;
  return html`${saysAll(cause) ? nothing : html`<p class="next">${nextStepText(cause.next, language)}</p>`}
    ${askPlace(page, cause)}`;
}

/** Whether the words on the button leave nothing to say. */
function saysAll({ next }: FoundCause): boolean {
  switch (next.kind) {
    case 'add-redirect-uris':
    case 'activate':
    case 'restore':
    case 'open-file':
      return true;
    default:
      return false;
  }
}

/** Nothing where only the person can do it, or nobody knows to what. */
function nextStep(
  page: DoctorPage,
  diagnosis: Diagnosis,
  { cause, next }: FoundCause,
  look: 'primary' | 'secondary',
): TemplateResult | typeof nothing {
  const { send } = page;
  if (!canBegin(next, diagnosis)) return nothing;
  const id = `next-${cause}`;
  const label = nextStepLabel(next);
  if (next.kind === 'ask')
    return button({
      ...{ id, look },
      ...either(isRequestCopied(page, cause), l10n.t('Request copied'), label),
      onClick: () => send({ type: 'copy-request', cause }),
    });
  return button({
    ...{ id, label, look },
    // It would be done to what is there no more.
    disabled: page.state.signedOut || page.state.look.kind !== 'looked',
    onClick: () => send({ type: 'do-next', cause }),
  });
}

function openSubject({ state, send }: DoctorPage, { next }: FoundCause): TemplateResult | typeof nothing {
  const { subject } = state.about;
  if (next.kind === 'open-file' || (subject.kind !== 'framework' && subject.kind !== 'scim')) return nothing;
  const name = subject.path.split('/').at(-1) ?? subject.path;
  return button({
    id: 'open-subject',
    label: l10n.t('Open {0}', name),
    onClick: () => send({ type: 'open-subject' }),
  });
}

/** Folded, as nobody has to do anything about it; where nothing is wrong, it is what one came for. */
function inOrderView({ language }: DoctorPage, diagnosis: Diagnosis): TemplateResult {
  return html`<details class="in-order" ?open=${diagnosis.causes.length === 0}>
    <summary><h2>${l10n.t('In order')} <span class="muted">${countText(diagnosis)}</span></h2></summary>
    <ul class="plain checks">
      ${diagnosis.inOrder.map((each) => html`<li>${inOrderText(each, language)}</li>`)}
    </ul>
  </details>`;
}
