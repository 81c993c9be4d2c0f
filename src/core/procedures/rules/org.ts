import { problem } from '../problem.ts';
import type { Rule } from '../procedure.ts';

const ADD_PERMISSION = 'oauth:client:add';

/** G1: before anything else, the person must be allowed to add OAuth clients. */
export const mayAddClients: Rule = (_answers, { org }) => {
  if (org === undefined) return [problem('org', 'error', 'not-connected')];
  if (!org.person.permissions.includes(ADD_PERMISSION)) {
    return [problem('org', 'error', 'permission-missing', { person: org.person.name, org: org.name })];
  }
  return [];
};
