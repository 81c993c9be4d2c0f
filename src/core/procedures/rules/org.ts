import { lackingScopes } from '../../signIn/scopes.ts';
import { orgOf } from '../context.ts';
import { type DraftFinding, finding } from '../draftFinding.ts';
import type { Rule } from '../procedure.ts';

const ADD_PERMISSION = 'oauth:client:add';

/** G1: before anything else, the person must be allowed to add OAuth clients. */
export const mayAddClients: Rule = (_answers, { destination }) => {
  switch (destination.kind) {
    case 'undecided':
      return [finding('not-connected', 'org')];
    case 'admin-page':
      return [];
    case 'org':
      return permissionFinding(destination.org);
  }
};

/** The token may do what Save asks of it, where the org enforces scopes (Genesys facts 4). */
export const tokenHasScopes: Rule = (_answers, context) => {
  const org = orgOf(context);
  if (org === undefined || org.caller.kind === 'client' || org.tokenScopes.kind === 'unknown') return [];
  const lacking = lackingScopes(org.tokenScopes.value);
  return lacking.length === 0 ? [] : [finding('token-scopes-missing', 'org', { scopes: lacking })];
};

function permissionFinding({ caller, name }: NonNullable<ReturnType<typeof orgOf>>): DraftFinding[] {
  if (caller.kind !== 'user') return [finding('permission-unknown', 'org', { org: name })];
  if (caller.permissions.includes(ADD_PERMISSION)) return [];
  return [finding('permission-missing', 'org', { person: caller.name, org: name })];
}
