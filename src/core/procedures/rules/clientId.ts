import { isClientId } from '../../platform/clientId.ts';
import { problem } from '../problem.ts';
import type { Rule } from '../procedure.ts';

/** G1 without an API call: the client is made by hand, so its ID must be known, and be one. */
export const hasClientId: Rule = ({ clientId }, { destination }) => {
  if (destination.kind !== 'admin-page') return [];
  const typed = clientId.trim();
  if (typed === '') return [problem('clientId', 'error', 'client-id-missing')];
  return isClientId(typed) ? [] : [problem('clientId', 'error', 'client-id-malformed')];
};
