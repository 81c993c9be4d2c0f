import * as l10n from '@vscode/l10n';
import { escapeUnseen } from '../export/json.ts';
import { codeText, plainText } from '../privileges/markdown.ts';
import { anyGrantTypeName, clientStateName, fieldName } from '../texts/clientFields.ts';
import { clientName } from '../texts/clientName.ts';
import { dayText, durationText, longMomentText, numberText } from '../texts/duration.ts';
import { placeOf } from '../texts/regions.ts';
import {
  callsReadText,
  certaintyName,
  changeLines,
  changesLines,
  lastUseText,
  notReadText,
  problemName,
  problemTexts,
  roleText,
  unusedRightText,
} from '../texts/report.ts';
import { listed } from '../texts/sentences.ts';
import { roleNamesOf } from './names.ts';
import type { Report } from './report.ts';
import type { Row } from './rows.ts';

/** A report to read: what it comes to first, then a table, and a section for each client. */
export function* markdownReport(report: Report, language: string): Generator<string> {
  yield head(report, language);
  yield summary(report, language);
  yield* changes(report, language);
  yield* table(report, language);
  yield `\n## ${l10n.t('Each client')}\n`;
  for (const row of report.rows()) yield section(row, language);
}

function head({ facts }: Report, language: string): string {
  const { org, now, notRead } = facts;
  const readAt = longMomentText(org.readAt, language);
  const lines = [
    l10n.t('Organization: {0}, {1}', org.orgName, placeOf(org.region)),
    ...(org.practice ? [l10n.t('It is a practice org.')] : []),
    l10n.t('Made: {0}', longMomentText(now.toISOString(), language)),
    l10n.t('The list of clients was read: {0}', readAt),
    ...notRead.map((each) => l10n.t('Not read, or not to the end: {0}', notReadText(each))),
  ];
  return `# ${l10n.t('OAuth clients of {0}', literal(org.orgName))}\n\n${list(lines)}`;
}

function summary({ facts, summary: of }: Report, language: string): string {
  const number = (value: number) => numberText(value, language);
  const lines = [
    l10n.t('Clients: {0}', number(of.clients)),
    l10n.t('Clients with problems: {0}', number(of.withProblems)),
    ...(facts.depth === 'lists'
      ? [l10n.t('Neither the last use of the clients nor their calls were read.')]
      : [
          l10n.t('Clients whose last use was read: {0}', number(of.lastUseRead)),
          l10n.t('Clients whose calls were read: {0}', number(of.callsRead)),
        ]),
  ];
  const found = of.found.map(({ code, certain, likely }) => [
    problemName(code),
    number(certain),
    number(likely),
  ]);
  const columns = [l10n.t('Problem'), certaintyName('certain'), certaintyName('likely')];
  const first = of.first.map(
    ({ client, problems }) =>
      `${clientName(client)} (${client.id}): ${listed(
        problems.map(({ code }) => problemName(code)),
        language,
      )}`,
  );
  return [
    `\n## ${l10n.t('Summary')}\n\n${list(lines)}`,
    ...(found.length === 0 ? [] : [`\n${tableHead(columns)}${found.map(tableRow).join('')}`]),
    ...(first.length === 0 ? [] : [`\n## ${l10n.t('What to look at first')}\n\n${list(first)}`]),
  ].join('');
}

function* changes(report: Report, language: string): Generator<string> {
  const { since, summary: of } = report;
  if (since === undefined || of.changes === undefined) return;
  const when = longMomentText(since, language);
  yield `\n## ${literal(l10n.t('Changed since the report of {0}', when))}\n\n`;
  if (Date.parse(since) > report.facts.now.getTime())
    yield list([l10n.t('The former report is of a time that has not come yet: a clock was or is wrong.')]);
  yield list(changesLines(of.changes, language));
  for (const { client, roles, change } of report.rows()) {
    // Nothing to tell is a piece, too, so that who writes them can pause.
    yield '';
    if (change === undefined || change.kind === 'same') continue;
    const told = changeLines(change, roleNamesOf(roles), language);
    yield list([`${clientName(client)} (${client.id})`]);
    yield told.map((line) => `  - ${literal(line)}\n`).join('');
  }
  for (const client of report.gone()) yield list([l10n.t('Gone: {0} ({1})', clientName(client), client.id)]);
}

function* table(report: Report, language: string): Generator<string> {
  const columns = [
    l10n.t('Name'),
    fieldName('authorizedGrantType'),
    fieldName('state'),
    l10n.t('Made'),
    l10n.t('Last use'),
    l10n.t('Problems'),
  ];
  yield `\n## ${l10n.t('All clients')}\n\n${tableHead(columns)}`;
  for (const { client, use, problems } of report.rows()) {
    yield tableRow([
      clientName(client),
      anyGrantTypeName(client.authorizedGrantType),
      clientStateName(client.state),
      dayOf(client.dateCreated, language),
      lastUseText(use, (day) => dayText(day, language)),
      listed(
        problems.map(({ code }) => problemName(code)),
        language,
      ),
    ]);
  }
}

function section(row: Row, language: string): string {
  const { client, roles, use, problems, change } = row;
  const uris = client.registeredRedirectUri ?? [];
  const scopes = client.scope ?? [];
  const seconds = client.accessTokenValiditySeconds;
  const maker = client.createdBy?.name ?? client.createdBy?.id ?? l10n.t('unknown');
  const deleted = client.dateToDelete;
  const unused = use.calls?.kind === 'compared' ? use.calls.unused : [];
  const fields: readonly (readonly [string, string | undefined])[] = [
    [fieldName('description'), client.description || undefined],
    [fieldName('authorizedGrantType'), anyGrantTypeName(client.authorizedGrantType)],
    [fieldName('state'), clientStateName(client.state)],
    [fieldName('dateToDelete'), deleted == null ? undefined : dayOf(deleted, language)],
    [l10n.t('Made'), dayOf(client.dateCreated, language)],
    [l10n.t('Made by'), maker],
    [
      fieldName('accessTokenValiditySeconds'),
      seconds === undefined ? l10n.t('unknown') : durationText(seconds),
    ],
    [fieldName('registeredRedirectUri'), uris.length === 0 ? undefined : listed(uris, language)],
    [fieldName('scope'), scopes.length === 0 ? undefined : listed(scopes, language)],
    [fieldName('roleDivisions'), roles.length === 0 ? undefined : listed(roles.map(roleText), language)],
    [l10n.t('Last use'), lastUseText(use, (day) => dayText(day, language))],
    [l10n.t('Calls'), callsReadText(use, (day) => dayText(day, language))],
    [
      l10n.t('Not needed as they are'),
      unused.length === 0
        ? undefined
        : listed(
            unused.map((each) => unusedRightText(each, language)),
            language,
          ),
    ],
  ];
  const told = fields.flatMap(([name, value]) => (value === undefined ? [] : [`${name}: ${value}`]));
  const problemLines = problems.flatMap((problem) => [
    `- **${literal(problemName(problem.code))}** (${certaintyName(problem.certainty)})\n`,
    ...problemTexts(problem, row, language).map((text) => `  - ${literal(text)}\n`),
  ]);
  const changed = change === undefined ? [] : changeLines(change, roleNamesOf(roles), language);
  return [
    `\n### ${literal(clientName(client))}\n\n- ${literal(l10n.t('Client ID: {0}', ''))}${codeText(client.id)}\n`,
    list(told),
    problemLines.length === 0 ? '' : `\n${literal(l10n.t('Problems'))}\n\n${problemLines.join('')}`,
    changed.length === 0 ? '' : `\n${literal(l10n.t('Changed since the former report'))}\n\n${list(changed)}`,
  ].join('');
}

function dayOf(day: string | undefined, language: string): string {
  return day === undefined || Number.isNaN(Date.parse(day)) ? l10n.t('unknown') : dayText(day, language);
}

/** A text that is read as it is, whatever it has in it: what acts instead of being seen is written out. */
function literal(text: string): string {
  return plainText(escapeUnseen(text));
}

function list(lines: readonly string[]): string {
  return lines.map((line) => `- ${literal(line)}\n`).join('');
}

function tableRow(cells: readonly string[]): string {
  return `| ${cells.map(literal).join(' | ')} |\n`;
}

function tableHead(columns: readonly string[]): string {
  return `${tableRow(columns)}|${columns.map(() => ' --- |').join('')}\n`;
}
