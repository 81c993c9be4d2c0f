import type { ClientChanges } from '../../clients/clientChanges.ts';
import type { Dialogs } from '../../ui/dialogs.ts';
import { pkceSetting } from './pkceSetting.ts';
import type { Action, ActionRequest } from './request.ts';
import { refuseStale } from './stale.ts';
import { documentAt } from './textEdits.ts';

/**
 * Changes the client after a preview, and then the file where the two must change as one (procedure rule E3). Whoever
 * cancels the preview changes nothing; when only the client could be changed, they are told.
 */
export async function changeWithFile(
  changes: ClientChanges,
  dialogs: Dialogs,
  { uri, version }: ActionRequest,
  { region, clientId, change, edits }: Extract<Action, { kind: 'change-client' }>,
): Promise<void> {
  if (documentAt(uri, version) === undefined) return refuseStale(dialogs);
  const file = edits.length === 0 ? undefined : pkceSetting(uri, dialogs);
  await changes.apply({ region, clientId, changes: [change] }, file);
}
