import * as l10n from '@vscode/l10n';
import { type Call, callText } from '../privileges/calls/call.ts';
import type { MatchedCalls } from '../privileges/matchCalls.ts';
import { endpointOf } from '../privileges/operation.ts';
import { callPlaceText } from './privileges.ts';
import { listed } from './sentences.ts';

/** The calls for which nothing could be worked out, a sentence each, and why. */
export function unmatchedTexts({ unknown, unclear }: MatchedCalls): readonly string[] {
  return [
    ...unknown.map((call) =>
      l10n.t(
        '{call} ({place}) is not in this description of the API. Nothing is listed for it.',
        named(call),
      ),
    ),
    ...unclear.map(({ call, operations }) =>
      l10n.t('{call} ({place}) may be any of {operations}. Nothing is listed for it.', {
        ...named(call),
        operations: listed(operations.map(endpointOf)),
      }),
    ),
  ];
}

function named({ named: name, at }: Call): { call: string; place: string } {
  return { call: callText(name), place: callPlaceText(at) };
}
