import * as l10n from '@vscode/l10n';
import { html, nothing, type TemplateResult } from 'lit';
import type { Diagnosis } from '../../src/core/doctor/answer.ts';
import { diagnosisOf } from '../../src/core/doctorPage/messages.ts';
import { causeTitle, textTellsText } from '../../src/core/texts/doctor.ts';
import {
  doctorQuestion,
  leadText,
  nothingFoundTexts,
  signInAddsTexts,
  stageText,
} from '../../src/core/texts/doctorPage.ts';
import { subjectText } from '../../src/core/texts/doctorReport.ts';
import { inOneText } from '../../src/core/texts/sentences.ts';
import { unreadable } from '../access/beingRead.ts';
import { button, either, progress } from '../controls.ts';
import { answer, isEmpty } from './answer.ts';
import { ANSWER_ID } from './focus.ts';
import { meantClients } from './meantClients.ts';
import type { DoctorPage } from './page.ts';
import { whatISee } from './whatISee.ts';

/** The page of a look: what is looked at, the answer, and what else somebody can say about it. */
export function doctorView(page: DoctorPage): TemplateResult {
  const { about, look } = page.state;
  const diagnosis = diagnosisOf(look);
  const isText = about.subject.kind === 'text';
  return html`<main class="client doctor">
    <header>
      <div>
        <h1>${doctorQuestion(about.subject)}</h1>
        <p class="muted">${subjectLine(page, diagnosis)}</p>
      </div>
      <div class="actions">${headActions(page, diagnosis)}</div>
    </header>
    <p class="visually-hidden" data-live="status">${announced(page)}</p>
    ${isText ? whatISee(page) : nothing}
    <div id=${ANSWER_ID} tabindex="-1">
      ${standing(page)} ${underWay(page)} ${diagnosis === undefined ? nothing : result(page, diagnosis)}
    </div>
    ${isText ? nothing : tellMore(page)}
  </main>`;
}

function subjectLine({ state, language, now }: DoctorPage, diagnosis: Diagnosis | undefined): string {
  const { subject, name } = state.about;
  if (diagnosis === undefined) return name ?? (subject.kind === 'text' ? '' : subject.clientId);
  return [subjectText(diagnosis), l10n.t('looked at {0}', momentIn(diagnosis.lookedAt, now, language))].join(
    ' · ',
  );
}

/** Of today the time is enough. */
function momentIn(moment: string, now: Date, language: string): string {
  const at = new Date(moment);
  const isToday = at.toDateString() === now.toDateString();
  return new Intl.DateTimeFormat(language, {
    ...(isToday ? {} : { dateStyle: 'medium' }),
    timeStyle: 'short',
  }).format(at);
}

function headActions(
  { state, copied, send }: DoctorPage,
  diagnosis: Diagnosis | undefined,
): TemplateResult | typeof nothing {
  if (state.look.kind === 'unasked') return nothing;
  return html`${button({
    id: 'look-again',
    label: l10n.t('Look Again'),
    onClick: () => send({ type: 'look-again' }),
  })}
  ${button({
    id: 'copy-report',
    ...either(copied === 'report', l10n.t('Report copied'), l10n.t('Copy Report')),
    disabled: diagnosis === undefined,
    onClick: () => send({ type: 'copy-report' }),
  })}`;
}

/** For those who do not see that something has changed. */
function announced({ state: { look }, language }: DoctorPage): string {
  switch (look.kind) {
    case 'unasked':
      return '';
    case 'looking':
      return stageText(look.stage);
    case 'cancelled':
      return l10n.t('Cancelled.');
    case 'looked': {
      const [first] = look.diagnosis.causes;
      if (first !== undefined) return leadText(first, causeTitle(first, language));
      return textTellsText(look.diagnosis) ?? inOneText(nothingFoundTexts(look.diagnosis));
    }
  }
}

/** Why what is shown may be of before, or is less than could be. */
function standing(page: DoctorPage): TemplateResult | typeof nothing {
  const { signedOut, anybodySignedIn, look } = page.state;
  const isAlone = look.kind === 'looked' && !anybodySignedIn && !isEmpty(look.diagnosis);
  if (!signedOut && !isAlone) return nothing;
  const texts = signedOut
    ? [l10n.t('You are not signed in to this organization any more. What you see is what it was.')]
    : signInAddsTexts(page.state.about.subject);
  const signIn = button({
    id: 'sign-in',
    label: l10n.t('Sign In'),
    onClick: () => page.send({ type: 'sign-in' }),
  });
  // Where that is the next step of the answer, it is offered there.
  const isNext = !signedOut && diagnosisOf(look)?.causes[0]?.next.kind === 'sign-in';
  return html`<div class="note">
    ${texts.map((text) => html`<p>${text}</p>`)} ${isNext ? nothing : html`<p class="actions">${signIn}</p>`}
  </div>`;
}

function underWay({ state: { look }, send }: DoctorPage): TemplateResult | typeof nothing {
  if (look.kind === 'cancelled')
    return html`<p class="note">
      ${l10n.t('It was cancelled. Look again whenever you like.')}
    </p>`;
  if (look.kind !== 'looking') return nothing;
  const cancel = button({
    id: 'cancel',
    label: l10n.t('Cancel'),
    onClick: () => send({ type: 'cancel' }),
  });
  return html`<div class="looking">${progress(stageText(look.stage))} ${cancel}</div>`;
}

function result(page: DoctorPage, diagnosis: Diagnosis): TemplateResult {
  const { look } = page.state;
  const unread =
    look.kind === 'looked' && look.unread !== undefined
      ? unreadable(page, l10n.t('The client could not be read.'), look.unread)
      : nothing;
  return html`${unread} ${meantClients(page)} ${answer(page, diagnosis)}`;
}

/** What is seen tells more than what is set. */
function tellMore(page: DoctorPage): TemplateResult {
  return html`<details class="more">
    <summary>${l10n.t('Say what you see')}</summary>
    ${whatISee(page)}
  </details>`;
}
