import * as vscode from 'vscode';
import { byFrameworkFit, mayFitFramework } from '../../core/clients/forFramework.ts';
import type { OrgClients } from '../../core/clients/whereabouts.ts';
import { type CompletionSpot, completionsAt } from '../../core/framework/completions.ts';
import type { OAuthClient } from '../../core/platform/oauthClients.ts';
import { readRegionName } from '../../core/platform/regionName.ts';
import { regionOf } from '../../core/platform/regions.ts';
import { clientGrantText } from '../../core/texts/clientFields.ts';
import { clientName } from '../../core/texts/clientName.ts';
import { practiceClientText } from '../../core/texts/practiceOrg.ts';
import { placeText } from '../../core/texts/regions.ts';
import type { OrgClientsCache } from '../clients/orgClients.ts';
import { rangeOf } from '../diagnostics/shownFindings.ts';
import { textLanguage } from '../language.ts';
import type { FrameworkChecks } from './checks.ts';

type Spot<Kind extends CompletionSpot['kind']> = Extract<CompletionSpot, { kind: Kind }>;

/** Characters that begin a key or a value. */
export const COMPLETION_TRIGGERS: readonly string[] = ['"', "'"];

/**
 * Offers the regions that `clientIds` does not have yet, and for a region the clients of its orgs, by name; those of the
 * practice org last.
 */
export function completionProvider(
  checks: Pick<FrameworkChecks, 'covers'>,
  orgs: OrgClientsCache,
): vscode.CompletionItemProvider {
  return {
    provideCompletionItems: (document, position) => {
      if (!checks.covers(document)) return [];
      const spot = completionsAt(document.getText(), document.offsetAt(position));
      if (spot === undefined) return [];
      const items = spot.kind === 'region' ? regionItems(spot) : clientItems(spot, orgs.current());
      const range = rangeOf(document, spot.replace);
      for (const item of items) item.range = range;
      return items;
    },
  };
}

function regionItems({ regions, quote, hasValue }: Spot<'region'>): vscode.CompletionItem[] {
  return regions.map((domain, index) => {
    const item = new vscode.CompletionItem(domain, vscode.CompletionItemKind.EnumMember);
    const region = regionOf(domain);
    if (region !== undefined) item.detail = `${region.awsRegion} · ${placeText(region)}`;
    item.filterText = `${quote}${domain} ${region?.awsRegion ?? ''}`;
    item.sortText = String(index).padStart(3, '0');
    const key = `${quote}${domain}${quote}`;
    item.insertText = hasValue ? key : new vscode.SnippetString(`${key}: ${quote}$0${quote},`);
    return item;
  });
}

function clientItems(
  { region, quote }: Spot<'client-id'>,
  orgs: readonly OrgClients[],
): vscode.CompletionItem[] {
  return orgs
    .filter((org) => org.region === (readRegionName(region) ?? region))
    .sort((one, other) => Number(one.practice) - Number(other.practice))
    .flatMap((org) =>
      byFrameworkFit(org.clients.filter(mayFitFramework)).map((client) => clientItem(client, org, quote)),
    )
    .map((item, index) => Object.assign(item, { sortText: String(index).padStart(4, '0') }));
}

/** Found by the client's name as well as by its ID. */
function clientItem(
  client: OAuthClient,
  { orgName, practice }: OrgClients,
  quote: string,
): vscode.CompletionItem {
  const label = { label: clientName(client), description: client.id };
  const item = new vscode.CompletionItem(label, vscode.CompletionItemKind.Value);
  item.detail = `${clientGrantText(client, textLanguage())} · ${orgName}`;
  if (practice) item.documentation = practiceClientText();
  item.filterText = `${quote}${client.name} ${client.id}`;
  item.insertText = `${quote}${client.id}${quote}`;
  return item;
}
