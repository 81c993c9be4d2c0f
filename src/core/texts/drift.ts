import * as l10n from '@vscode/l10n';
import type { Comparison, Difference, Fact, FactValues, Subject } from '../drift/comparison.ts';
import type { WrittenOrigin } from '../drift/written.ts';
import { diagnostics } from '../findings/catalogue.ts';
import { findingText } from '../findings/finding.ts';
import { ALL_DIVISIONS } from '../platform/authorization.ts';
import { withoutInvisible } from '../platform/text.ts';
import { fieldName, memberText, orgLine, valueText } from './clientFields.ts';
import { clientName } from './clientName.ts';
import { wrapped } from './columns.ts';
import { fileMendText, orgMendText } from './driftMends.ts';
import { dayText, momentText } from './duration.ts';
import { placeOf } from './regions.ts';
import { providerText } from './scim.ts';
import { listed } from './sentences.ts';

/** What the command is called where it is offered. */
export function compareTitle(): string {
  return l10n.t('Compare with the organization');
}

/** A fact, as on the admin page where it is one of its fields. */
export function factName(fact: Fact): string {
  switch (fact) {
    case 'existence':
      return l10n.t('In the organization');
    case 'region':
      return l10n.t('Region');
    case 'divisions':
      return l10n.t('Divisions');
    case 'addresses':
      return l10n.t('Addresses');
    case 'name':
    case 'description':
    case 'state':
      return fieldName(fact);
    case 'grant':
      return fieldName('authorizedGrantType');
    case 'duration':
      return fieldName('accessTokenValiditySeconds');
    case 'redirect-uris':
      return fieldName('registeredRedirectUri');
    case 'scopes':
      return fieldName('scope');
    case 'roles':
      return fieldName('roleDivisions');
  }
}

function factValue(fact: Fact, value: string): string {
  switch (fact) {
    case 'existence':
      return value === 'yes' ? l10n.t('yes') : l10n.t('no');
    case 'region':
      return placeOf(value);
    case 'state':
      return valueText('state', value);
    case 'grant':
      return valueText('authorizedGrantType', value);
    case 'duration':
      return valueText('accessTokenValiditySeconds', value);
    case 'divisions':
      return value === ALL_DIVISIONS ? l10n.t('All divisions') : value;
    case 'roles':
      return memberText('roleDivisions', value);
    default:
      return value;
  }
}

/**
 * Two sides stand beside each other, where nothing wraps and nobody scrolls to the right. A fact is one line where that is
 * possible, because lines are compared; sentences have the columns that a side has in a window of 1280 pixels.
 */
const FACT_COLUMNS = 80;
const SENTENCE_COLUMNS = 46;

/** Each side as a text to lay beside the other: one fact a line, in the same order. */
export function sidesOf(comparison: Comparison, language: string): { meant: string; there: string } {
  const head = [
    named(comparison),
    l10n.t('Client ID: {0}', comparison.subject.clientId),
    orgLine(comparison.org),
    meantBy(comparison.subject, language),
    '',
  ];
  const tail = comparison.differences.flatMap((each) => [
    '',
    ...differenceLinesOf(comparison, each, language),
  ]);
  const side = (which: 'meant' | 'there') =>
    [
      ...inColumns([...head, ...comparison.facts.flatMap((each) => factLines(each, which))], FACT_COLUMNS),
      ...inColumns(tail, SENTENCE_COLUMNS),
    ]
      .join('\n')
      .concat('\n');
  return { meant: side('meant'), there: side('there') };
}

function inColumns(lines: readonly string[], columns: number): readonly string[] {
  return lines.map(onOneLine).flatMap((line) => wrapped(line, columns, '  '));
}

/** What the client is called, or else its ID. */
function named({ clientName: name = '', subject }: Pick<Comparison, 'clientName' | 'subject'>): string {
  return name.trim() === '' ? subject.clientId : clientName({ id: subject.clientId, name });
}

/** A line end in a name would make two facts of one. */
function onOneLine(line: string): string {
  return line.replace(/[\r\n\u0085\u2028\u2029]+/g, ' ');
}

function factLines({ fact, meant, there }: FactValues, which: 'meant' | 'there'): readonly string[] {
  const values = which === 'meant' ? meant : there;
  const name = factName(fact);
  // What one side does not say, nobody compared: both say so, and nothing looks as if it differed.
  if (meant === undefined || there === undefined) return [`${name}: ${l10n.t('not compared')}`];
  if (values === undefined || values.length === 0) return [`${name}: ${l10n.t('nothing')}`];
  return values.map((value) => `${name}: ${factValue(fact, value)}`);
}

/** What a difference means, whether that is certain, and what can be done on either side; a line each. */
function differenceLinesOf(comparison: Comparison, each: Difference, language: string): readonly string[] {
  const match =
    comparison.subject.kind === 'written'
      ? l10n.t('Take over what the organization has')
      : l10n.t('Make the file match');
  return [
    differenceText(comparison, each, language),
    each.certain ? l10n.t('This is certain.') : l10n.t('This is not certain.'),
    `${l10n.t('Make the organization match')}: ${orgMendText(each.org)}`,
    `${match}: ${fileMendText(each.file)}`,
  ];
}

/** In a sentence what has come apart. */
export function differenceText(
  comparison: Comparison,
  { evidence, fact }: Difference,
  language: string,
): string {
  if (evidence.kind === 'finding') return findingText(diagnostics, evidence, language);
  const values = comparison.facts.find((each) => each.fact === fact);
  if (fact === 'existence') return l10n.t('{0} has no OAuth client with this ID.', comparison.org.orgName);
  const sideText = (side: readonly string[] = []) =>
    side.length === 0
      ? l10n.t('nothing')
      : listed(
          side.map((value) => factValue(fact, value)),
          language,
        );
  return l10n.t('{fact}: {meant} was meant, and {org} has {there}.', {
    fact: factName(fact),
    meant: sideText(values?.meant),
    there: sideText(values?.there),
    org: comparison.org.orgName,
  });
}

/** The facts in which a client has come apart, in a few words. */
export function differingFacts({ differences }: Pick<Comparison, 'differences'>, language: string): string {
  return listed([...new Set(differences.map(({ fact }) => factName(fact)))], language);
}

/** Who says what is meant, and where. */
export function meantBy(subject: Subject, language: string): string {
  switch (subject.kind) {
    case 'framework':
    case 'scim':
      return l10n.t('Meant by {path}, line {line}', { path: subject.path, line: subject.line });
    case 'written':
      return originText(subject.origin, whenText(subject.at, language, momentText));
  }
}

/** A clock that was wrong may have noted what is no moment. */
function whenText(at: string, language: string, told: typeof momentText): string {
  return Number.isNaN(Date.parse(at)) ? l10n.t('at an unknown time') : told(at, language);
}

/** By what it is known here what was meant, and since when. */
function originText(origin: WrittenOrigin, moment: string): string {
  switch (origin) {
    case 'saved':
      return l10n.t('As it was saved from here, {0}', moment);
    case 'changed':
      return l10n.t('As it was changed from here, {0}', moment);
    case 'exported':
      return l10n.t('As it was kept as code from here, {0}', moment);
    case 'taken-over':
      return l10n.t('As it was taken over here, {0}', moment);
  }
}

/** The same in a few words: since when. */
export function changedSinceText(at: string, language: string): string {
  return l10n.t('changed elsewhere since {0}', whenText(at, language, dayText));
}

/** A client that is not any more what was last written here, in a calm sentence. */
export function changedElsewhereText(facts: readonly string[], at: string, language: string): string {
  return l10n.t(
    'changed elsewhere since it was written here ({0}): {1}',
    whenText(at, language, momentText),
    listed(facts.map(fieldName), language),
  );
}

/** There is nothing here that says what is meant. */
export function nothingMeantText(): string {
  return l10n.t(
    'Nothing here says what is meant: no framework.js and no genesys-scim.json names a client, and none was written or kept as code from here yet.',
  );
}

/** What a subject is called in a list: the file, or that it was written here. */
export function subjectText(subject: Subject, language: string): string {
  return subject.kind === 'scim'
    ? `${meantBy(subject, language)} · ${providerText(subject.provider)}`
    : meantBy(subject, language);
}

/** What a client is called in a list. */
export function comparisonName(comparison: Comparison): string {
  return withoutInvisible(onOneLine(named(comparison)));
}

/** What the tab of both sides says. */
export function sidesTitle(comparison: Comparison): string {
  return l10n.t('{client}: what was meant ↔ {org}', {
    client: comparisonName(comparison),
    org: comparison.org.orgName,
  });
}
