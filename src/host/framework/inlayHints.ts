import * as vscode from 'vscode';
import { regionOfKey } from '../../core/framework/regionOfKey.ts';
import { exactDomainText, placeText } from '../../core/texts/regions.ts';
import type { OrgClientsCache } from '../clients/orgClients.ts';
import type { FrameworkChecks } from './checks.ts';
import { entriesIn } from './entries.ts';

/** Names the AWS region behind each key of `clientIds`, for those who know regions by that. */
export function inlayHintsProvider(
  checks: FrameworkChecks,
  orgs: Pick<OrgClientsCache, 'current'>,
): vscode.InlayHintsProvider {
  return {
    provideInlayHints: (document, range) => {
      if (!checks.covers(document)) return [];
      const own = new Set(orgs.current().map(({ region }) => region));
      return entriesIn(checks.inspect(document)).flatMap(({ region, keyPlace }) => {
        const named = regionOfKey(region, own);
        const position = document.positionAt(keyPlace.end);
        if (named === undefined || !range.contains(position)) return [];
        const hint = new vscode.InlayHint(position, named.region.awsRegion);
        hint.paddingLeft = true;
        const place = placeText(named.region);
        hint.tooltip = named.exact ? place : `${place}\n${exactDomainText(named.region)}`;
        return [hint];
      });
    },
  };
}
