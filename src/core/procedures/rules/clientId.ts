import { readClientId } from '../../platform/clientId.ts';
import { isSeen } from '../../platform/invisible.ts';
import { finding } from '../draftFinding.ts';
import type { Rule } from '../procedure.ts';

/** G1 without an API call: the client is made by hand, so its ID must be known, and be one. */
export const hasClientId: Rule = ({ clientId }, { destination }) => {
  if (destination.kind !== 'admin-page') return [];
  if (!isSeen(clientId)) return [finding('client-id-missing', 'clientId')];
  return readClientId(clientId) !== undefined ? [] : [finding('client-id-malformed', 'clientId')];
};
