import { lackingScopes } from '../../signIn/scopes.ts';
import { orgOf } from '../context.ts';
import { type Problem, problem } from '../problem.ts';
import type { Rule } from '../procedure.ts';

const ADD_PERMISSION = 'oauth:client:add';

/** G1: before anything else, the person must be allowed to add OAuth clients. */
export const mayAddClients: Rule = (_answers, { destination }) => {
  switch (destination.kind) {
    case 'undecided':
      return [problem('org', 'error', 'not-connected')];
    case 'admin-page':
      return [];
    case 'org':
      return permissionProblem(destination.org);
  }
};

/** The token may do what Save asks of it, where the org enforces scopes (Genesys facts 4). */
export const tokenHasScopes: Rule = (_answers, context) => {
  const org = orgOf(context);
  if (org === undefined || org.caller.kind === 'client' || org.tokenScopes.kind === 'unknown') return [];
  const lacking = lackingScopes(org.tokenScopes.value);
  return lacking.length === 0
    ? []
    : [problem('org', 'warning', 'token-scopes-missing', { scopes: lacking.join(', ') })];
};

function permissionProblem({ caller, name }: NonNullable<ReturnType<typeof orgOf>>): Problem[] {
  if (caller.kind !== 'user') return [problem('org', 'warning', 'permission-unknown', { org: name })];
  if (caller.permissions.includes(ADD_PERMISSION)) return [];
  return [problem('org', 'error', 'permission-missing', { person: caller.name, org: name })];
}
