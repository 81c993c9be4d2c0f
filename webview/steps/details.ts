import * as l10n from '@vscode/l10n';
import { html, nothing, type TemplateResult } from 'lit';
import { orgOf } from '../../src/core/procedures/context.ts';
import type { Answers, ProcedureId } from '../../src/core/procedures/draft.ts';
import { LONGEST_SCIM_DURATION_SECONDS, parseDuration } from '../../src/core/procedures/duration.ts';
import { mayLastLong } from '../../src/core/procedures/edited.ts';
import { isUsedInFramework } from '../../src/core/procedures/rules/editedUse.ts';
import { isNew } from '../../src/core/procedures/startFrom/adopt.ts';
import { durationText } from '../../src/core/texts/duration.ts';
import { inOneText } from '../../src/core/texts/sentences.ts';
import { stepTitle } from '../../src/core/texts/steps.ts';
import { textField, toggleButton } from '../controls.ts';
import { controlId, findingList, findingsId, isInvalid } from '../findings.ts';
import { heading } from '../heading.ts';
import { hipaaNote } from '../notes.ts';
import type { Page } from '../page.ts';
import { adopted } from '../startFrom/adopted.ts';
import { startFrom } from '../startFrom/startFrom.ts';

/** What people see of the client, and how long its tokens last (rules G2, G3, G4, G5, E2, S2). */
export function details(page: Page): TemplateResult {
  return isNew(page.answers) ? newClient(page) : clientInUse(page);
}

function clientInUse(page: Page): TemplateResult {
  return html`${heading(
    page,
    stepTitle('details'),
    l10n.t(
      'A client of your organization is used as it is: nothing of it is changed, and the pages that it has answered are left out.',
    ),
  )}
  ${adopted(page)}`;
}

function newClient(page: Page): TemplateResult {
  const nobodyAuthorizes = callsAsItself(page);
  return html`${heading(
    page,
    stepTitle('details'),
    nobodyAuthorizes
      ? l10n.t('What the client is called in the organization, and how long its tokens last.')
      : l10n.t('What people see when they authorize this client, and how long its tokens last.'),
    'oauth-clients',
  )}
  ${page.procedure === 'edit' ? findingList(page, 'edits') : startFrom(page)}
  ${text(
    page,
    'name',
    l10n.t('App Name'),
    nobodyAuthorizes
      ? l10n.t('Tells it from the other OAuth clients of the organization.')
      : l10n.t('Shown to everyone who authorizes this client.'),
  )}
  ${text(page, 'description', l10n.t('Description'), undefined, l10n.t('(optional)'))} ${duration(page)}
  ${orgOf(page.context)?.hipaa === true ? hipaaNote() : nothing}`;
}

/** Whether no person ever authorizes the client: it is for SCIM, or speaks for itself. */
function callsAsItself({ procedure, answers }: Pick<Page, 'procedure' | 'answers'>): boolean {
  return procedure === 'scim' || (procedure === 'edit' && answers.grantType === 'CLIENT-CREDENTIALS');
}

function text(
  page: Page,
  field: 'name' | 'description',
  label: string,
  hint: string | undefined,
  optional?: string,
): TemplateResult {
  return html`<div class="field">
    ${textField({
      id: controlId(field),
      label,
      value: page.answers[field],
      invalid: isInvalid(page, field),
      ...(field === 'name' && { required: true }),
      describedBy: [`hint-${field}`, findingsId(field)],
      onInput: (value) => page.answer({ [field]: value }),
      onLeave: () => page.touch(field),
      ...(optional === undefined ? {} : { optional }),
    })}
    ${findingList(page, field)} ${hint === undefined ? nothing : html`<p id="hint-${field}" class="hint">${hint}</p>`}
  </div>`;
}

function duration(page: Page): TemplateResult {
  const seconds = parseDuration(page.answers.duration);
  return html`<div class="field">
    <div class="row">
      ${textField({
        id: controlId('duration'),
        label: l10n.t('Token Duration in seconds'),
        value: page.answers.duration,
        invalid: isInvalid(page, 'duration'),
        required: true,
        describedBy: ['reading-duration', findingsId('duration'), 'hint-duration'],
        onInput: (value) => page.answer({ duration: value }),
        onLeave: () => page.touch('duration'),
        size: 'short',
      })}
      <span id="reading-duration" class="muted">
        ${seconds === undefined || seconds === 0 || !Number.isSafeInteger(seconds) ? nothing : `= ${durationText(seconds)}`}
      </span>
    </div>
    ${findingList(page, 'duration')}
    <div class="chips" role="group" aria-label=${l10n.t('Usual durations')}>
      ${usualDurations(page.answers, durationsAsOf(page)).map((each) => chip(page, each))}
    </div>
    <p id="hint-duration" class="hint">${durationHint(page.answers, durationsAsOf(page))}</p>
  </div>`;
}

/** A token duration of one click, and what is special about it. */
type UsualDuration = { seconds: number; is?: 'usual' | 'recommended' };

function chip(page: Pick<Page, 'answer' | 'answers'>, { seconds, is }: UsualDuration): TemplateResult {
  const lasts = durationText(seconds);
  return toggleButton({
    label: is === undefined ? lasts : specialDuration(lasts, is),
    pressed: parseDuration(page.answers.duration) === seconds,
    onClick: () => page.answer({ duration: String(seconds) }),
  });
}

function specialDuration(lasts: string, is: NonNullable<UsualDuration['is']>): string {
  return is === 'usual' ? l10n.t('{0} · usual', lasts) : l10n.t('{0} · recommended', lasts);
}

/** The procedure whose durations suit the client: one that a framework.js names is of the framework, also where it is changed. */
function durationsAsOf({ answers, context, procedure }: Page): Exclude<ProcedureId, 'edit'> {
  if (procedure !== 'edit') return procedure;
  return isUsedInFramework(answers, context) ? 'embeddable' : 'general';
}

/** The token durations of one click (rules G4, E2, S2): of a client that lasts long, those of SCIM. */
function usualDurations(answers: Answers, procedure: Exclude<ProcedureId, 'edit'>): UsualDuration[] {
  if (mayLastLong(answers)) return longDurations();
  switch (procedure) {
    case 'general':
      return [{ seconds: 3600 }, { seconds: 86_400, is: 'usual' }, { seconds: 172_800 }];
    case 'embeddable':
      return [{ seconds: 64_800, is: 'recommended' }, { seconds: 86_400 }, { seconds: 172_800 }];
    case 'scim':
      return answers.holdsToken
        ? longDurations()
        : [{ seconds: 3600 }, { seconds: 86_400, is: 'usual' }, { seconds: LONGEST_SCIM_DURATION_SECONDS }];
  }
}

/** Where an identity provider holds one token (rule S2). */
function longDurations(): UsualDuration[] {
  return [
    { seconds: LONGEST_SCIM_DURATION_SECONDS, is: 'recommended' },
    { seconds: 15_552_000 },
    { seconds: 7_776_000 },
  ];
}

/** How long a token may last and why as long as preset (rules G4, E2, S2, S4). */
function durationHint(answers: Answers, procedure: Exclude<ProcedureId, 'edit'>): string {
  const { holdsToken } = answers;
  if (mayLastLong(answers)) return l10n.t('From 300 to 38,880,000 (450 days).');
  switch (procedure) {
    case 'general':
      return l10n.t(
        'From 300 to 172,800. A day suits most applications; a shorter one limits what a stolen token can do.',
      );
    case 'embeddable':
      return l10n.t("From 300 to 172,800. With eighteen hours a token ends outside an agent's working day.");
    case 'scim':
      return inOneText([
        l10n.t('From 300 to 38,880,000 (450 days).'),
        holdsToken
          ? l10n.t(
              'The identity provider holds one token and stops with it, so the token lasts as long as it may.',
            )
          : l10n.t('The identity provider gets a new token by itself, so a day is enough.'),
        l10n.t(
          'More than two days hold only with the SCIM Integration role, or one that allows exactly the same; the wizard gives no other.',
        ),
      ]);
  }
}
