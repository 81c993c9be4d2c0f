import { posix } from 'node:path';
import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import type { OrgClients } from '../../core/clients/whereabouts.ts';
import { ENDINGS, type ReportForm } from '../../core/report/write.ts';
import { reportName } from '../../core/texts/report.ts';
import { exists } from '../files/read.ts';
import { saveNewText, saveText } from '../files/write.ts';

/** Where a report is saved; `replaces` where the person saw that a file is there, and chose it all the same. */
export type Place = { readonly uri: vscode.Uri; readonly replaces: boolean };

/** Where the report of each org (by its account) is saved. */
export type Places = ReadonlyMap<string, Place>;

/** How the person says where something is saved. Tests put somebody else in its place. */
export type PlacePicker = {
  /** The file of one report; `name` is offered. */
  file(name: string): Promise<vscode.Uri | undefined>;
  /** The folder of several. */
  folder(): Promise<vscode.Uri | undefined>;
  /** A report in JSON that is there. */
  former(): Promise<vscode.Uri | undefined>;
};

export const nativePlaces: PlacePicker = {
  file: async (name) => {
    const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
    return await vscode.window.showSaveDialog({
      title: l10n.t('Save the report'),
      ...(folder && { defaultUri: vscode.Uri.joinPath(folder, name) }),
    });
  },
  folder: async () => {
    const options = {
      canSelectFiles: false,
      canSelectFolders: true,
      openLabel: l10n.t('Save the reports here'),
    };
    return (await vscode.window.showOpenDialog(options))?.[0];
  },
  former: async () => {
    const options = { filters: { JSON: ['json'] }, openLabel: l10n.t('Compare with this report') };
    return (await vscode.window.showOpenDialog(options))?.[0];
  },
};

/**
 * Asks where the reports are saved: one in a file, several in a folder, where no file that is there is written over.
 * Undefined when the person cancelled.
 */
export async function askPlaces(
  picker: PlacePicker,
  orgs: readonly OrgClients[],
  form: ReportForm,
  now: Date,
): Promise<Places | undefined> {
  const [only, ...others] = orgs;
  if (only !== undefined && others.length === 0) {
    const uri = await picker.file(`${reportName(only, now)}.${ENDINGS[form]}`);
    return uri && new Map([[only.account, { uri, replaces: await exists(uri) }]]);
  }
  const folder = await picker.folder();
  if (folder === undefined) return undefined;
  return new Map(
    orgs.map((org) => [
      org.account,
      {
        uri: vscode.Uri.joinPath(folder, `${reportName(org, now)}.${ENDINGS[form]}`),
        replaces: false,
      },
    ]),
  );
}

/** More files of one name nobody has. */
const MOST_OF_A_NAME = 1000;

/**
 * Saves a report where the person wants it, and returns where it is: beside a file that is there by now and that nobody chose,
 * under the next name that is free. Rejects where it cannot be written.
 */
export async function saveReport(
  { uri, replaces }: Place,
  pieces: () => Iterable<string>,
): Promise<vscode.Uri> {
  if (replaces) {
    await saveText(uri, pieces);
    return uri;
  }
  for (let number = 1; number <= MOST_OF_A_NAME; number += 1) {
    const free = numbered(uri, number);
    if (await saveNewText(free, pieces)) return free;
  }
  throw new Error(l10n.t('{0} is there by now.', uri.path));
}

/** "report.csv", "report (2).csv" and so on. */
function numbered(uri: vscode.Uri, number: number): vscode.Uri {
  if (number === 1) return uri;
  const { name, ext } = posix.parse(uri.path);
  return vscode.Uri.joinPath(uri, '..', `${name} (${number})${ext}`);
}
