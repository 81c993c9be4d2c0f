import * as l10n from '@vscode/l10n';
import type { CallNote, Format } from '../privileges/calls/reading.ts';
import { listed } from './sentences.ts';

/** As what a text was read. */
export function callFormatName(format: Format): string {
  switch (format) {
    case 'har':
      return l10n.t('a HAR of a browser');
    case 'postman':
      return l10n.t('a Postman collection');
    case 'openapi':
      return l10n.t('a description of an API (OpenAPI)');
    case 'terraform':
      return l10n.t('a Terraform configuration');
    case 'curl':
      return l10n.t('curl commands');
    case 'gc':
      return l10n.t('commands of the Genesys Cloud CLI');
    case 'endpoints':
      return l10n.t('endpoints');
    case 'sdk-names':
      return l10n.t('names of SDK methods');
    case 'source':
      return l10n.t('source files');
  }
}

/** What a reader of calls has to say beside them: what was not read or not found, why, and what helps. */
export function callNoteText(note: CallNote): string {
  switch (note.kind) {
    case 'too-large':
      return l10n.t(
        'This is larger than {0} MB, so nothing of it was read. Take a part of it, such as a shorter recording.',
        note.mostMegabytes,
      );
    case 'not-json':
      return l10n.t(
        'From line {0} on this is no JSON, perhaps because it was cut off. What stands before was read.',
        note.line,
      );
    case 'other-hosts':
      return l10n.t(
        'Addresses of hosts that are not of Genesys Cloud were left out: {0}. If one of them passes requests on to Genesys Cloud, enter its endpoints as text.',
        note.count,
      );
    case 'removed-api':
      return l10n.t(
        '{0} calls /api/v1, which Genesys has removed. No permission helps: use the operation of /api/v2 instead.',
        placeText(note),
      );
    case 'unknown-resource':
      return l10n.t(
        'What {type} (line {line}) calls is not known here. The page of this resource in the documentation of the Terraform provider lists it under "API Usage": paste that list.',
        { type: note.type, line: note.line },
      );
    case 'unknown-command':
      return l10n.t(
        'No operation fits the gc command in line {0}. Enter the endpoint that it calls, such as GET /api/v2/users.',
        note.line,
      );
    case 'no-endpoint':
      return l10n.t(
        'Requests with no /api/v2 in their address were left out: {0}. If a variable holds it, enter its value instead.',
        note.count,
      );
    case 'built-at-run-time':
      return l10n.t(
        '{0} puts the path or the method together when it runs, so the calls that go through it are not found. Enter their endpoints as text.',
        placeText(note),
      );
    case 'unknown-endpoint':
      return l10n.t(
        '{0} names a path below /api/v2 that no operation of Genesys Cloud has. It may be of another product; otherwise check how it is spelled.',
        placeText(note),
      );
  }
}

/** How far the search through the files of a workspace is. */
export function filesReadText(read: number, all: number): string {
  return l10n.t('{read} of {all} files', { read, all });
}

/** The folders of a workspace of which nothing was read; none where all were. */
export function unreadFoldersText(folders: readonly string[], language: string): readonly string[] {
  if (folders.length === 0) return [];
  return [
    l10n.t(
      'These folders of the workspace could not be searched, so nothing of them was read: {0}. Open them from a disk, or enter their endpoints as text.',
      listed(folders, language),
    ),
  ];
}

/** What of a workspace was not read. */
export function notReadText(
  ignored: number,
  leftAlone: number,
  cutAfter: number | undefined,
): readonly string[] {
  return [
    ...(ignored === 0 ? [] : [l10n.t('Files that .gitignore names were left out: {0}.', ignored)]),
    ...(leftAlone === 0
      ? []
      : [
          l10n.t(
            'Files that are too large, not in UTF-8 or cannot be read were left out: {0}. The log says which.',
            leftAlone,
          ),
        ]),
    ...(cutAfter === undefined
      ? []
      : [l10n.t('Only the first {0} source files of each folder were looked at.', cutAfter)]),
  ];
}

function placeText({ file, line }: { file: string | undefined; line: number }): string {
  return file === undefined ? l10n.t('Line {0}', line) : l10n.t('{0}, line {1},', file, line);
}
