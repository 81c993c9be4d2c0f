import { anyGrantTypeName, clientStateName } from '../texts/clientFields.ts';
import {
  callsReadText,
  changeLines,
  lastUseText,
  notReadText,
  problemName,
  problemTexts,
  roleText,
  unusedRightText,
} from '../texts/report.ts';
import { roleNamesOf } from './names.ts';
import type { Report } from './report.ts';
import type { Row } from './rows.ts';

/** By this Excel knows that it is UTF-8. */
const BYTE_ORDER_MARK = '\ufeff';

/** Writes values as a line of a CSV file, of which no spreadsheet takes any for a formula. */
export type CsvLine = (values: readonly string[]) => string;

/** The columns; a name stays, in whatever language the values are. */
const COLUMNS: Readonly<Record<string, (row: Row, report: Report, language: string) => string>> = {
  organization: (_, { facts }) => facts.org.orgName,
  region: (_, { facts }) => facts.org.region,
  client_id: ({ client }) => client.id,
  name: ({ client }) => client.name,
  description: ({ client }) => client.description ?? '',
  grant_type: ({ client }) => anyGrantTypeName(client.authorizedGrantType),
  state: ({ client }) => clientStateName(client.state),
  created: ({ client }) => client.dateCreated ?? '',
  created_by: ({ client }) => client.createdBy?.name ?? client.createdBy?.id ?? '',
  delete_on: ({ client }) => client.dateToDelete ?? '',
  token_seconds: ({ client }) => String(client.accessTokenValiditySeconds ?? ''),
  redirect_uris: ({ client }) => lines(client.registeredRedirectUri ?? []),
  scopes: ({ client }) => lines(client.scope ?? []),
  roles: ({ roles }) => lines(roles.map(roleText)),
  secret_renewed: ({ secret }) => (secret?.kind === 'renewed' ? secret.at : ''),
  last_use: ({ use }) => lastUseText(use, (day) => day),
  calls: ({ use }) => callsReadText(use, (day) => day.slice(0, 10)),
  unused_rights: ({ use: { calls } }, _, language) =>
    calls?.kind === 'compared' ? lines(calls.unused.map((each) => unusedRightText(each, language))) : '',
  problems_certain: (row, _, language) => problems(row, 'certain', language),
  problems_likely: (row, _, language) => problems(row, 'likely', language),
  not_read: (_, { facts }) => lines(facts.notRead.map(notReadText)),
  change: ({ change }) => change?.kind ?? '',
  changes: ({ change, roles }, _, language) =>
    change === undefined ? '' : lines(changeLines(change, roleNamesOf(roles), language)),
};

/** A report as a table of values, a row a client: those that are gone since the former report are its last rows. */
export function* csvReport(report: Report, language: string, line: CsvLine): Generator<string> {
  const columns = Object.entries(COLUMNS);
  yield BYTE_ORDER_MARK + line(columns.map(([name]) => name));
  for (const row of report.rows()) yield line(columns.map(([, value]) => value(row, report, language)));
  const { orgName, region } = report.facts.org;
  for (const { id, name } of report.gone()) {
    const known: Record<string, string> = {
      organization: orgName,
      region,
      client_id: id,
      name,
      change: 'gone',
    };
    yield line(columns.map(([column]) => known[column] ?? ''));
  }
}

function problems(row: Row, certainty: Row['problems'][number]['certainty'], language: string): string {
  return lines(
    row.problems
      .filter((problem) => problem.certainty === certainty)
      .map((problem) => [`${problemName(problem.code)}:`, ...problemTexts(problem, row, language)].join(' ')),
  );
}

function lines(values: readonly string[]): string {
  return values.join('\n');
}
