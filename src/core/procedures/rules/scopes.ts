import { orgOf } from '../context.ts';
import { finding, findingsOfEach } from '../draftFinding.ts';
import { asksForScopes } from '../grantTypes.ts';
import type { Rule } from '../procedure.ts';
import { isUntold } from '../startFrom/adopt.ts';

/** G15: at least one scope, where the grant type has scopes. */
export const hasScopes: Rule = (answers, context) => {
  const { grantType, scopes } = answers;
  if (!asksForScopes(grantType) || isUntold(answers, context, 'scope') || scopes.length > 0) return [];
  return [finding('scopes-missing', 'scopes')];
};

/** G15 and E5: each scope is one that the org knows; one it does not know makes it refuse the client. */
export const orgKnowsScopes: Rule = ({ grantType, scopes }, context) => {
  const org = orgOf(context);
  if (!asksForScopes(grantType) || org?.scopes.kind !== 'known') return [];
  const known = new Set(org.scopes.value.map(({ id }) => id));
  const unknown = scopes.filter((scope) => !known.has(scope));
  return findingsOfEach(unknown, (scope) => {
    const change = { scopes: scopes.filter((other) => other !== scope) };
    const fixes = [{ code: 'remove-scope' as const, args: { scope }, change }];
    return [finding('scope-unknown', 'scopes', { scope, org: org.name }, { fixes })];
  });
};
