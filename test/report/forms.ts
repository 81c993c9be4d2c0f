import { parse } from 'csv-parse/sync';
import MarkdownIt from 'markdown-it';
import * as z from 'zod';
import type { OAuthClient } from '../../src/core/platform/oauthClients.ts';
import { csvLine } from '../../src/core/report/csvLine.ts';
import type { ReportedOrg } from '../../src/core/report/facts.ts';
import { written } from '../../src/core/report/write.ts';
import { client, wholeReport } from './made.ts';

/** A report in one of its forms, as a whole. */
export function write(form: 'markdown' | 'csv' | 'json', facts: ReportedOrg, language = 'en'): string {
  return [...written(wholeReport(facts, undefined), form, language, csvLine)].join('');
}

const Records = z.array(z.record(z.string(), z.string()));

/** What a table holds, by the names of its columns. */
export function rowsOf(csv: string): Record<string, string>[] {
  return Records.parse(parse(csv, { bom: true, columns: true }));
}

/** What Markdown is made of. */
export function tokensOf(markdown: string, html: boolean) {
  return new MarkdownIt({ html }).enable('table').parse(markdown, {});
}

/** All that a reader sees, with a line for each block, cell and item. */
export function seen(markdown: string, html: boolean): string[] {
  return tokensOf(markdown, html).flatMap(({ type, content, children }) => {
    if (type === 'html_block') return [`HTML: ${content}`];
    if (type !== 'inline') return [];
    return [
      (children ?? [])
        .map((each) => (each.type === 'html_inline' ? `HTML: ${each.content}` : each.content))
        .join(''),
    ];
  });
}

export const COLUMNS =
  'organization,region,client_id,name,description,grant_type,state,created,created_by,delete_on,token_seconds,redirect_uris,scopes,roles,secret_renewed,last_use,calls,unused_rights,problems_certain,problems_likely,not_read,change,changes';

/** What people, and those who want to harm them, call things. */
export const NAMES = [
  '=HYPERLINK("https://evil.example","click")',
  '+1+1',
  '-2+3',
  '@SUM(A1)',
  '\t=1+1',
  '\r=1+1',
  ' =1+1',
  '\n=1+1',
  '＝1+1',
  '\u200b=1+1',
  '=1\n2',
  'a | b',
  '`code`',
  '``',
  '<script>alert(1)</script>',
  '<!-- gone -->',
  '&lt;b&gt; &amp;',
  '[link](javascript:alert(1))',
  '![picture](https://evil.example/x.png)',
  '# heading',
  '- item',
  '1. item',
  '---',
  '**bold** _it_ ~~no~~',
  '\\',
  'ends with \\',
  '"quoted", with a comma',
  '予約センター デスクトップ',
  'مركز الحجز',
  'ศูนย์จอง',
  'हिन्दी',
  '👩‍👩‍👧 family',
  '@everybody',
];

/** What acts instead of being seen is written out, or gone. */
export const ACTING = ['\u202egnp.exe', 'a\u2028b', 'a\nb', 'a\u0007b'];

/** Clients of these names. */
export const named = (names: readonly string[]): OAuthClient[] =>
  names.map((name, index) => client({ id: `id-${index}`, name, description: name }));
