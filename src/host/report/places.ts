import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import type { OrgClients } from '../../core/clients/whereabouts.ts';
import { ENDINGS, type ReportForm } from '../../core/report/write.ts';
import { reportName } from '../../core/texts/report.ts';
import { exists } from '../files/read.ts';

/** Where the report of each org (by its account) is saved. */
export type Places = ReadonlyMap<string, vscode.Uri>;

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
    return uri && new Map([[only.account, uri]]);
  }
  const folder = await picker.folder();
  if (folder === undefined) return undefined;
  const places = new Map<string, vscode.Uri>();
  const taken = new Set<string>();
  for (const org of orgs) {
    let uri: vscode.Uri;
    let number = 1;
    do {
      const name = `${reportName(org, now)}${number === 1 ? '' : ` (${number})`}.${ENDINGS[form]}`;
      uri = vscode.Uri.joinPath(folder, name);
      number += 1;
    } while (taken.has(uri.path.toLowerCase()) || (await exists(uri)));
    taken.add(uri.path.toLowerCase());
    places.set(org.account, uri);
  }
  return places;
}
