import { finding } from '../draftFinding.ts';
import { LONGEST_SCIM_DURATION_SECONDS, parseDuration } from '../duration.ts';
import type { Rule } from '../procedure.ts';

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

/** S6: a provider that holds a token stops when it ends. */
export const tokenLastsLong: Rule = ({ holdsToken, duration }) => {
  const seconds = parseDuration(duration);
  if (!holdsToken || seconds === undefined || seconds >= SHORT_TOKEN_SECONDS) return [];
  return [
    finding(
      'scim-token-short',
      'duration',
      { seconds },
      {
        fixes: [
          {
            code: 'use-longest-duration',
            args: { seconds: LONGEST_SCIM_DURATION_SECONDS },
            change: { duration: String(LONGEST_SCIM_DURATION_SECONDS) },
          },
        ],
      },
    ),
  ];
};
