import * as l10n from '@vscode/l10n';
import type { Diagnosis, FoundCause, NotLooked } from '../doctor/answer.ts';
import type { Cause } from '../doctor/cause.ts';
import type { Subject } from '../doctor/subject.ts';
import type { ReadingNote, Seen } from '../doctor/symptom.ts';
import type { LookStage } from '../doctorPage/messages.ts';
import { isProviderId } from '../scim/providers.ts';
import {
  causeName,
  causeReasons,
  causeTitle,
  certaintyText,
  inOrderText,
  nextStepText,
  notLookedText,
  textTellsText,
} from './doctor.ts';
import { orgPlaceText } from './practiceOrg.ts';
import { providerName } from './scim.ts';

/** What a look asks. */
export function doctorQuestion(subject: Subject): string {
  switch (subject.kind) {
    case 'client':
    case 'framework':
      return l10n.t('Why can nobody log in?');
    case 'scim':
      return l10n.t('Why are no users synchronized?');
    case 'text':
      return l10n.t('Why does it fail?');
  }
}

/** What is looked at, in parts that stand beside each other: the client, how it is used, its org. */
export function aboutTexts(
  subject: Subject,
  { client, org }: Pick<Diagnosis, 'client' | 'org'>,
  name?: string,
): readonly string[] {
  const called = client?.name ?? name ?? (subject.kind === 'text' ? undefined : subject.clientId);
  const isSaid = subject.kind !== 'client' && subject.kind !== 'text' && subject.region === org?.region;
  const place = org && (isSaid && !org.practice ? org.name : `${org.name}, ${orgPlaceText(org)}`);
  return [called, useText(subject), place].flatMap((text) => text ?? []);
}

function useText(subject: Subject): string | undefined {
  switch (subject.kind) {
    case 'client':
      return undefined;
    case 'framework':
      return l10n.t('as {0} uses it in {1}', subject.path, subject.region);
    case 'scim': {
      const { provider, path } = subject;
      return l10n.t(
        'as {0} is connected in {1}',
        isProviderId(provider) ? providerName(provider) : provider,
        path,
      );
    }
    case 'text':
      return l10n.t('by what was pasted');
  }
}

/** What is asked at the moment. */
export function stageText(stage: LookStage): string {
  switch (stage) {
    case 'client':
      return l10n.t('Looking for the client…');
    case 'org':
      return l10n.t('Asking the organization about its settings…');
    case 'roles':
      return l10n.t('Looking at the roles of the client…');
  }
}

/** That nothing was found, as far as anybody has looked. */
export function nothingFoundTexts({ inOrder, notLooked }: Diagnosis): readonly string[] {
  const first = l10n.t('Nothing was found that keeps people out.');
  if (inOrder.length === 0) return [l10n.t('Nothing could be looked at.')];
  return notLooked.length === 0
    ? [first]
    : [first, l10n.t('The cause may be among what could not be looked at.')];
}

/** How many of all that was to be looked at is in order. */
export function countText({ causes, inOrder, notLooked }: Diagnosis): string {
  const all = causes.length + inOrder.length + notLooked.length;
  return l10n.t('{0} of {1} checks', inOrder.length, all);
}

/** The answer as a text to be given to somebody. Nothing secret is in it. */
export function doctorReport(diagnosis: Diagnosis, language: string): string {
  const { subject, causes, inOrder, notLooked, lookedAt } = diagnosis;
  const [first, ...others] = causes;
  const tells = textTellsText(diagnosis);
  return [
    doctorQuestion(subject),
    aboutTexts(subject, diagnosis).join(' · '),
    l10n.t('Looked at {0}', momentText(lookedAt, language)),
    ...(tells === undefined ? [] : ['', tells]),
    ...(first === undefined
      ? ['', ...nothingFoundTexts(diagnosis)]
      : section(mostLikelyText(), causeLines(first, language))),
    ...section(
      l10n.t('Also possible'),
      others.flatMap((cause) => causeLines(cause, language)),
    ),
    ...section(
      l10n.t('In order'),
      inOrder.map((each) => `- ${inOrderText(each, language)}`),
    ),
    ...section(
      l10n.t('Could not be looked at'),
      notLooked.map(({ cause, reason }) => `- ${causeName(cause)}: ${notLookedText(reason, language)}`),
    ),
  ].join('\n');
}

export function mostLikelyText(): string {
  return l10n.t('Most likely');
}

/** Of a day that is today only the time is of interest. */
export function momentText(moment: string, language: string): string {
  return new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' }).format(
    new Date(moment),
  );
}

function section(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : ['', title, ...lines];
}

function causeLines(cause: FoundCause, language: string): readonly string[] {
  return [
    `- ${causeTitle(cause, language)} (${certaintyText(cause.certainty)})`,
    ...causeReasons(cause, language).map((text) => `  ${text}`),
    `  ${nextStepText(cause.next, language)}`,
  ];
}

/** The permissions that somebody lacks to do something about a cause, or to look at it; none where it is not for want of any. */
export function permissionsLacked(diagnosis: Diagnosis, cause: Cause): readonly string[] {
  const next = diagnosis.causes.find((each) => each.cause === cause)?.next;
  const reason: NotLooked | undefined = diagnosis.notLooked.find((each) => each.cause === cause)?.reason;
  if (next?.kind === 'ask') return next.permissions;
  return reason?.why === 'not-allowed' ? reason.permissions : [];
}

/** A request for these, to be given to an administrator; undefined where nothing is lacked. */
export function doctorRequest(diagnosis: Diagnosis, cause: Cause): string | undefined {
  const permissions = permissionsLacked(diagnosis, cause);
  if (permissions.length === 0) return undefined;
  const found = diagnosis.causes.some((each) => each.cause === cause);
  const { client, org, subject } = diagnosis;
  const clientId = client?.id ?? (subject.kind === 'text' ? undefined : subject.clientId);
  return [
    found
      ? l10n.t('I am looking for why a login or a call fails in Genesys Cloud, and may not put it right.')
      : l10n.t('I am looking for why a login or a call fails in Genesys Cloud, and may not look at this:'),
    causeName(cause),
    '',
    ...(org === undefined ? [] : [l10n.t('Organization: {0}', `${org.name} (${org.region})`)]),
    ...(clientId === undefined ? [] : [l10n.t('Client ID: {0}', clientId)]),
    ...permissions.map((permission) => l10n.t('Missing permission: {0}', permission)),
    '',
    found
      ? l10n.t('Please give me a role that has it, or put it right for me.')
      : l10n.t('Please give me a role that has it, or tell me what you see there.'),
  ].join('\n');
}

/** A cause as the headline of the answer: its sentence, and how sure it is. */
export function leadText({ certainty }: Pick<FoundCause, 'certainty'>, title: string): string {
  switch (certainty) {
    case 'certain':
      return l10n.t('The cause: {0}', title);
    case 'likely':
      return l10n.t('Most likely: {0}', title);
    case 'possible':
      return l10n.t('Perhaps: {0}', title);
  }
}

/** What there is to say about what was pasted, beside what was made of it; undefined of what is said elsewhere. */
export function noteText(note: ReadingNote): string | undefined {
  switch (note.kind) {
    case 'more-failures':
      return l10n.t('More failures are in it: {0}. The first ones were looked at.', note.count);
    case 'went-well':
      return l10n.t('Requests in it that went well: {0}', note.count);
    case 'masked':
      return l10n.t('What looked like a secret or a token was left out before anything was read.');
    case 'too-large':
    case 'other-product':
    case 'several-clients':
    case 'nothing-told':
      return undefined;
  }
}

/** What a person may see where there is no text to paste. */
export function seenText(seen: Seen): string {
  switch (seen) {
    case 'login-window-empty':
      return l10n.t('The login window stays empty');
    case 'login-window-closes':
      return l10n.t('The login window closes, and nobody is logged in');
    case 'login-comes-again':
      return l10n.t('The login comes again and again');
    case 'no-login-window':
      return l10n.t('No login window opens');
    case 'logged-out-after-a-while':
      return l10n.t('People are logged out after a while');
    case 'call-finds-nothing':
      return l10n.t('A call is answered, but finds nothing');
  }
}

/** What signing in would add to an answer that was made without. */
export function signInAddsText(): string {
  return l10n.t(
    'Nobody is signed in, so only what was pasted was looked at. Sign in, and the client, its roles and the settings of its organization are looked at, too.',
  );
}
