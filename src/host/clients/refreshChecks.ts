import * as l10n from '@vscode/l10n';
import { unreadClientsText } from '../../core/texts/clientChanges.ts';
import type { Services } from '../services.ts';
import type { Session } from '../signIn/session.ts';
import type { ClientDialogs } from './dialogs.ts';

/** "Refresh Checks": reads the clients of the signed-in orgs again. `signIn` resolves to undefined when cancelled. */
export async function refreshChecks(
  { sessions, orgClients }: Pick<Services, 'sessions' | 'orgClients'>,
  dialogs: ClientDialogs,
  signIn: () => Promise<Session | undefined>,
): Promise<void> {
  if ((await sessions.all()).length === 0) {
    const signedOut = l10n.t('Nobody is signed in. Sign in to compare Client IDs with your organization.');
    if (!(await dialogs.offer(signedOut, l10n.t('Sign In'))) || (await signIn()) === undefined) return;
  }
  const isCancelled = await dialogs.progress(l10n.t('Reading the OAuth clients…'), async (signal) => {
    // What is on its way is of use later, too; only nobody waits for it.
    const cancelled = new Promise((resolve) => signal.addEventListener('abort', resolve));
    if (!signal.aborted) await Promise.race([orgClients.refresh(), cancelled]);
    return signal.aborted;
  });
  if (isCancelled) return;
  const failures = orgClients.failures();
  for (const { orgName, error } of failures) dialogs.fail(unreadClientsText(orgName, error));
  const orgs = (await sessions.all())
    .map(({ orgName }) => orgName)
    .filter((name) => !failures.some(({ orgName }) => orgName === name));
  if (orgs.length > 0)
    dialogs.tell(l10n.t('Client IDs are checked against {0} as it is now.', orgs.join(', ')));
}
