import * as l10n from '@vscode/l10n';
import type { Diagnosis, FoundCause } from '../doctor/answer.ts';
import { plainText } from '../privileges/markdown.ts';
import {
  causeName,
  causeReasons,
  causeTitle,
  certaintyText,
  inOrderText,
  notLookedText,
  textTellsText,
} from './doctor.ts';
import { nextStepText } from './doctorNextStep.ts';
import { readingNoteText, symptomText } from './doctorSymptoms.ts';
import { placeOf } from './regions.ts';

/** What the look is about, in a line: the client, where it is used, the organization. */
export function subjectText({ subject, client, org }: Diagnosis): string {
  const parts = [
    client?.name ?? (subject.kind === 'text' ? l10n.t('What was pasted') : subject.clientId),
    ...(subject.kind === 'framework' || subject.kind === 'scim'
      ? [l10n.t('as {0} uses it in {1}', subject.path, subject.region)]
      : []),
    ...(org === undefined ? [] : [l10n.t('{0} in {1}', org.name, placeOf(org.region))]),
  ];
  return parts.join(' · ');
}

/** The whole answer as Markdown, to be given to somebody else. No secret is in it. `language`: a BCP 47 tag. */
export function doctorReport(diagnosis: Diagnosis, language: string): string {
  const { causes, symptoms, notes, inOrder, notLooked, lookedAt } = diagnosis;
  const [first, ...others] = causes;
  const moment = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeStyle: 'long' }).format(
    new Date(lookedAt),
  );
  const told = textTellsText(diagnosis);
  const lines = [
    `# ${l10n.t('Why can nobody log in, or why does a call fail?')}`,
    plainText(subjectText(diagnosis)),
    l10n.t('Looked at: {0}', moment),
    ...section(l10n.t('What was seen'), [
      ...symptoms.map((each) => symptomText(each)),
      ...notes.map((each) => readingNoteText(each, language)),
    ]),
    ...(told === undefined ? [] : [plainText(told)]),
    ...(first === undefined
      ? [l10n.t('Nothing was found that keeps people out.')]
      : [`## ${l10n.t('Most likely')}`, ...causeLines(first, language)]),
    ...(others.length === 0
      ? []
      : [`## ${l10n.t('Also possible')}`, ...others.flatMap((each) => causeLines(each, language))]),
    ...section(
      l10n.t('In order'),
      inOrder.map((each) => inOrderText(each, language)),
    ),
    ...section(
      l10n.t('Not looked at'),
      notLooked.map(({ cause, reason }) => `${causeName(cause)}: ${notLookedText(reason, language)}`),
    ),
  ];
  return `${lines.join('\n\n')}\n`;
}

function causeLines(found: FoundCause, language: string): readonly string[] {
  return [
    `**${plainText(causeTitle(found, language))}** (${certaintyText(found.certainty)})`,
    ...causeReasons(found, language).map(plainText),
    plainText(nextStepText(found.next, language)),
  ];
}

/** A heading with its list; nothing for an empty one. */
function section(heading: string, items: readonly string[]): readonly string[] {
  return items.length === 0 ? [] : [`## ${heading}`, items.map((item) => `- ${plainText(item)}`).join('\n')];
}
