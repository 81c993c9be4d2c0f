import * as l10n from '@vscode/l10n';
import type { FoundClient } from '../../core/clients/whereabouts.ts';
import { isGone } from '../../core/operations/deleteClient.ts';
import type { ClientRecord } from '../../core/platform/clientRecord.ts';
import type { Result } from '../../core/platform/errors.ts';
import { grantTypeOf } from '../../core/procedures/edited.ts';
import { orgIdOf } from '../../core/signIn/accountId.ts';
import { unknownGrantTypeText, unreadClientText } from '../../core/texts/clientChanges.ts';
import type { ClientToEdit } from '../../core/wizard/editDraft.ts';
import type { Services } from '../services.ts';
import { effectsOn } from './clientChanges.ts';

type Means = Pick<Services, 'connections' | 'dialogs' | 'orgClients'>;

/** Reads a client as it is now, and opens the wizard on it. Why that cannot be is told to the person. */
export async function editClient(
  services: Means,
  found: FoundClient,
  open: (client: ClientToEdit) => Promise<void>,
): Promise<void> {
  const client = await readToEdit(services, found);
  if (client !== undefined) await open(client);
}

/** A client as it is now, for the wizard; undefined when cancelled, or after the person was told why it cannot be changed. */
export async function readToEdit(services: Means, found: FoundClient): Promise<ClientToEdit | undefined> {
  const record = await readToOpen(services, found);
  if (record === undefined) return undefined;
  if (grantTypeOf(record.authorizedGrantType) === undefined) {
    services.dialogs.fail(unknownGrantTypeText(record, record.authorizedGrantType ?? undefined));
    return undefined;
  }
  const { account, orgName, region, practice } = found.org;
  return { account, orgId: orgIdOf(account), orgName, region, practice, record };
}

/** A client as it is now; undefined when cancelled, or after the person was told why it cannot be read. */
export async function readToOpen(
  { connections, dialogs, orgClients }: Means,
  { org, client }: FoundClient,
): Promise<ClientRecord | undefined> {
  const { read } = effectsOn({ connections }, org, client.id);
  const answer = await dialogs.progress(
    l10n.t('Reading the client…'),
    async (signal): Promise<Result<ClientRecord>> => await read(signal),
  );
  if (answer.ok) {
    orgClients.noteRecord(org.account, answer.value);
    return answer.value;
  }
  const { error } = answer;
  if (isGone(error)) orgClients.forget(org.account, client.id);
  if (error.kind !== 'cancelled') dialogs.fail(unreadClientText(client, error));
  return undefined;
}
