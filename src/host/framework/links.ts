import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import { readRegionName } from '../../core/platform/regionName.ts';
import { oauthClientAdminUrl } from '../../core/platform/regions.ts';
import { rangeOf } from '../diagnostics/positions.ts';
import type { FrameworkChecks } from './checks.ts';
import { entriesIn } from './entries.ts';

/** Leads from a Client ID to the client's admin page; only in regions that Genesys Cloud has, whatever a file may say. */
export function linkProvider(checks: FrameworkChecks): vscode.DocumentLinkProvider {
  return {
    provideDocumentLinks: (document) => {
      if (!checks.covers(document)) return [];
      return entriesIn(checks.inspect(document)).flatMap(({ region: key, value, valuePlace }) => {
        const region = readRegionName(key);
        if (value.kind !== 'client-id' || region === undefined) return [];
        const range = insideQuotes(document, rangeOf(document, valuePlace));
        const link = new vscode.DocumentLink(
          range,
          vscode.Uri.parse(oauthClientAdminUrl(region, value.text)),
        );
        link.tooltip = l10n.t("Open the client's admin page");
        return [link];
      });
    },
  };
}

/** What a string says; all of a name that stands for one. */
function insideQuotes(document: vscode.TextDocument, range: vscode.Range): vscode.Range {
  const isQuoted = /^['"`]/.test(document.getText(range));
  return isQuoted ? new vscode.Range(range.start.translate(0, 1), range.end.translate(0, -1)) : range;
}
