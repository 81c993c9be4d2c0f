import { regionOf } from '../../../platform/regions.ts';
import { type FrameworkFix, finding } from '../../frameworkFinding.ts';
import type { ClientIdsLiteral, CommentedOutEntry } from '../../inspect.ts';
import { idFixes } from '../idFixes.ts';
import type { CheckedFile, Rule } from '../rule.ts';
import { uncomment } from '../uncomment.ts';

/**
 * Some region has a Client ID, or something in its place that is a problem of its own. It is needed where `getAuthToken` is
 * called, and in public deployments (procedure rule E1); a private one does without, so that alone it is no fault to
 * have none.
 */
export const hasSomeClientId: Rule = (file) => {
  const { inspection, orgs } = file;
  const { clientIds, getAuthToken } = inspection;
  if (clientIds.kind === 'absent') {
    if (getAuthToken === undefined || !hasOneConfig(file)) return [];
    const fixes = idFixes(undefined, orgs);
    return [finding('auth-token-without-client-id', getAuthToken, {}, { fixes })];
  }
  if (clientIds.kind !== 'literal' || !clientIds.complete || !clientIds.exact) return [];
  if (clientIds.entries.some(({ value }) => value.kind !== 'empty')) return [];

  const candidates = clientIds.commentedOut.filter(({ clientId }) => clientId !== undefined);
  const [first] = candidates;
  const fixes = [...usesOf(candidates, clientIds, file), ...idFixes(likelyRegion(file), orgs)];
  if (getAuthToken !== undefined) {
    const related = [{ place: getAuthToken, what: 'get-auth-token' as const }];
    return [finding('auth-token-without-client-id', clientIds.place, {}, { related, fixes })];
  }
  if (first?.clientId === undefined) {
    return [finding('no-client-id', clientIds.place, {}, { fixes })];
  }
  const args = { region: first.region, clientId: first.clientId.text };
  return [finding('commented-out-only', first.place, args, { fixes })];
};

/** Nothing from elsewhere can bring in `clientIds`. */
function hasOneConfig({ inspection: { configs } }: CheckedFile): boolean {
  return configs.length === 1 && configs.every(({ complete }) => complete);
}

const MOST_CHOICES = 5;

function usesOf(
  candidates: readonly CommentedOutEntry[],
  literal: ClientIdsLiteral,
  { text }: CheckedFile,
): readonly FrameworkFix[] {
  return candidates.slice(0, MOST_CHOICES).flatMap((candidate): FrameworkFix[] => {
    const edits = uncomment(text, literal, candidate);
    if (edits === undefined) return [];
    const args = { region: candidate.region };
    return [{ kind: 'edit', code: 'use-entry', args, edits, safe: false }];
  });
}

/** The only region that is listed, or else the only org that one is signed in to, when it is not another one. */
function likelyRegion({ live, orgs }: CheckedFile): string | undefined {
  const listed = live.map(({ region }) => region).filter((region) => regionOf(region) !== undefined);
  if (listed.length === 1) return listed[0];
  const signedIn = [...new Set(orgs.filter(({ practice }) => !practice).map(({ region }) => region))];
  const [only, ...others] = signedIn;
  const fits = only !== undefined && (listed.length === 0 || listed.includes(only));
  return fits && others.length === 0 ? only : undefined;
}
