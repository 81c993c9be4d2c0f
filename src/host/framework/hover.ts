import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import { entryAt } from '../../core/framework/entryAt.ts';
import { regionOfKey } from '../../core/framework/regionOfKey.ts';
import { exactDomainText, placeText } from '../../core/texts/regions.ts';
import { rangeOf } from '../diagnostics/positions.ts';
import type { FrameworkChecks } from './checks.ts';
import { type ClientHoverTools, clientHover } from './clientHover.ts';

/** Tells about what is under the pointer: a region's AWS name and place, or the client behind a Client ID. */
export function hoverProvider(checks: FrameworkChecks, tools: ClientHoverTools): vscode.HoverProvider {
  return {
    provideHover: async (document, position) => {
      if (!checks.covers(document)) return undefined;
      const found = entryAt(document.getText(), document.offsetAt(position));
      if (found === undefined) return undefined;
      const { entry, part, place } = found;
      const range = rangeOf(document, place);
      if (part === 'key') {
        const text = regionHover(entry.region, new Set(tools.orgs.current().map(({ region }) => region)));
        return text && new vscode.Hover(text, range);
      }
      if (entry.value.kind !== 'client-id') return undefined;
      const text = await clientHover(
        tools,
        entry,
        checks.clientsFor(document).of(entry),
        checks.coverageOf(document).of(entry),
      );
      return new vscode.Hover(text, range);
    },
  };
}

function regionHover(key: string, own: ReadonlySet<string>): vscode.MarkdownString | undefined {
  const named = regionOfKey(key, own);
  if (named === undefined) return undefined;
  const { region, exact } = named;
  const text = new vscode.MarkdownString(
    l10n.t('Genesys Cloud region {place}: `{awsRegion}` at AWS.', {
      place: placeText(region),
      awsRegion: region.awsRegion,
    }),
  );
  return exact ? text : text.appendMarkdown(`\n\n${exactDomainText(region)}`);
}
