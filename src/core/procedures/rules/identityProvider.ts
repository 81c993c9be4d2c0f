import { type DraftFinding, finding } from '../draftFinding.ts';
import { LONGEST_SCIM_DURATION_SECONDS, parseDuration } from '../duration.ts';
import type { Rule } from '../procedure.ts';
import { hasScimDuration } from './details.ts';

/** Seconds below which a token that a provider holds is a nuisance: it must be made anew by hand each time. */
const SHORT_TOKEN_SECONDS = 30 * 86_400;

/** S6: what the identity system needs depends on which it is, and the config file has a place to go. */
export const hasProvider: Rule = ({ provider, scimTarget }, { workspace }) => {
  if (provider === undefined) return [finding('provider-missing', 'provider')];
  if (scimTarget?.kind !== 'file') return [];
  return workspace.scimFiles.some(({ uri }) => uri === scimTarget.uri)
    ? []
    : [
        finding(
          'scim-target-gone',
          'scimTarget',
          {},
          { fixes: [{ code: 'no-scim-file', args: {}, change: { scimTarget: { kind: 'none' } } }] },
        ),
      ];
};

const useLongest = {
  code: 'use-longest-duration',
  args: { seconds: LONGEST_SCIM_DURATION_SECONDS },
  change: { duration: String(LONGEST_SCIM_DURATION_SECONDS) },
} as const satisfies DraftFinding['fixes'][number];

/** S2 and S6: how long a token may last, and that a provider that holds one stops when it ends. One mistake is said once. */
export const tokenLastsLong: Rule = (draft, context) => {
  const wrong = hasScimDuration(draft, context);
  if (!draft.holdsToken) return wrong;
  if (wrong.length > 0) return wrong.map((each) => ({ ...each, fixes: [...each.fixes, useLongest] }));
  const seconds = parseDuration(draft.duration);
  return seconds === undefined || seconds >= SHORT_TOKEN_SECONDS
    ? []
    : [finding('scim-token-short', 'duration', { seconds }, { fixes: [useLongest] })];
};
