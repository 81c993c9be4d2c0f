import * as l10n from '@vscode/l10n';
import { unreadClientsText } from '../../core/texts/clientChanges.ts';
import { listed } from '../../core/texts/sentences.ts';
import type { Services } from '../services.ts';
import type { Session } from '../signIn/session.ts';
import type { Dialogs } from '../ui/dialogs.ts';
import { showReading } from './lookUp.ts';

/** "Refresh Checks": reads the clients of the signed-in orgs again. `signIn` resolves to undefined when cancelled. */
export async function refreshChecks(
  { sessions, orgClients }: Pick<Services, 'sessions' | 'orgClients'>,
  dialogs: Dialogs,
  signIn: () => Promise<Session | undefined>,
): Promise<void> {
  if ((await sessions.all()).length === 0) {
    const signedOut = l10n.t('Nobody is signed in. Sign in to compare Client IDs with your organization.');
    if (!(await dialogs.offer(signedOut, l10n.t('Sign In'))) || (await signIn()) === undefined) return;
  }
  if (!(await showReading(dialogs, async () => await orgClients.refresh()))) return;
  const failures = orgClients.failures();
  for (const { org, error } of failures) dialogs.fail(unreadClientsText(org.orgName, error));
  const names = orgClients
    .orgs()
    .filter(({ account }) => !failures.some(({ org }) => org.account === account))
    .map(({ orgName }) => orgName);
  if (names.length > 0)
    dialogs.tell(l10n.t('Client IDs are checked against {0} as it is now.', listed(names)));
}
