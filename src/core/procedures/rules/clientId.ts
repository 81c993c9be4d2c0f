import { isClientId } from '../../platform/clientId.ts';
import { finding } from '../problem.ts';
import type { Rule } from '../procedure.ts';

/** G1 without an API call: the client is made by hand, so its ID must be known, and be one. */
export const hasClientId: Rule = ({ clientId }, { destination }) => {
  if (destination.kind !== 'admin-page') return [];
  const typed = clientId.trim();
  if (typed === '') return [finding('client-id-missing', 'clientId')];
  return isClientId(typed) ? [] : [finding('client-id-malformed', 'clientId')];
};
