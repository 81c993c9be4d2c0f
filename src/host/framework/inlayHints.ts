import * as vscode from 'vscode';
import { regionOf } from '../../core/platform/regions.ts';
import { placeText } from '../../core/texts/regions.ts';
import type { FrameworkChecks } from './checks.ts';
import { entriesIn } from './entries.ts';

/** Names the AWS region behind each key of `clientIds`, for those who know regions by that. */
export function inlayHintsProvider(checks: FrameworkChecks): vscode.InlayHintsProvider {
  return {
    provideInlayHints: (document, range) => {
      if (!checks.covers(document)) return [];
      return entriesIn(checks.inspect(document)).flatMap(({ region, keyPlace }) => {
        const known = regionOf(region);
        const position = document.positionAt(keyPlace.end);
        if (known === undefined || !range.contains(position)) return [];
        const hint = new vscode.InlayHint(position, known.awsRegion);
        hint.paddingLeft = true;
        hint.tooltip = placeText(known);
        return [hint];
      });
    },
  };
}
