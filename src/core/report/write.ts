import * as z from 'zod/mini';
import { requestOf } from '../export/clientRequest.ts';
import type { ExportTarget } from '../export/exportTarget.ts';
import { terraformOf } from '../export/terraform.ts';
import { type CsvLine, csvReport } from './csv.ts';
import { jsonReport } from './json.ts';
import { markdownReport } from './markdown.ts';
import type { Report } from './report.ts';

/** The forms in which a report is written. */
export const ReportForm = z.enum(['markdown', 'csv', 'json', 'terraform']);
export type ReportForm = z.infer<typeof ReportForm>;

/** What a file of each form ends with. */
export const ENDINGS: Readonly<Record<ReportForm, string>> = {
  markdown: 'md',
  csv: 'csv',
  json: 'json',
  terraform: 'tf',
};

/** A report in a form, piece by piece, so that one of 10,000 clients stands nowhere as a whole. `language` is a BCP 47 tag. */
export function written(
  report: Report,
  form: Exclude<ReportForm, 'terraform'>,
  language: string,
  csvLine: CsvLine,
): Iterable<string> {
  switch (form) {
    case 'markdown':
      return markdownReport(report, language);
    case 'csv':
      return csvReport(report, language, csvLine);
    case 'json':
      return jsonReport(report);
  }
}

/** The settings of those clients that can be had as code, as each is exported by itself (`exportClientsAs`). */
export function terraformReport({ facts }: Report, where: Omit<ExportTarget, 'clientId'>): Iterable<string> {
  const resources = facts.org.clients.flatMap((client) => {
    const request = requestOf(client);
    return request === undefined ? [] : [{ id: client.id, request }];
  });
  return terraformOf(resources, where);
}

/** The names of those that cannot: the org does not say what kind they are of, or how long their tokens last. */
export function notAsCode({ facts }: Report): string[] {
  return facts.org.clients.filter((client) => requestOf(client) === undefined).map(({ name }) => name);
}
