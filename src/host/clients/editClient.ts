import * as l10n from '@vscode/l10n';
import type { FoundClient } from '../../core/clients/whereabouts.ts';
import { isGone } from '../../core/operations/deleteClient.ts';
import type { ClientRecord } from '../../core/platform/clientRecord.ts';
import type { Result } from '../../core/platform/errors.ts';
import { grantTypeOf } from '../../core/procedures/edited.ts';
import { failedChangeText, unknownGrantTypeText } from '../../core/texts/clientChanges.ts';
import type { ClientToEdit } from '../../core/wizard/editDraft.ts';
import type { Services } from '../services.ts';
import { orgIdOf } from '../signIn/newSession.ts';
import { effectsOn } from './clientChanges.ts';

/** Reads a client as it is now, and opens the wizard on it. Why that cannot be is told to the person. */
export async function editClient(
  services: Pick<Services, 'connections' | 'dialogs' | 'orgClients'>,
  { org, client }: FoundClient,
  open: (client: ClientToEdit) => Promise<void>,
): Promise<void> {
  const { dialogs, orgClients } = services;
  const { read } = effectsOn(services, org, client.id);
  const answer = await dialogs.progress(
    l10n.t('Reading the client…'),
    async (signal): Promise<Result<ClientRecord>> => await read(signal),
  );
  if (!answer.ok) {
    const { error } = answer;
    if (isGone(error)) orgClients.forget(org.account, client.id);
    if (error.kind !== 'cancelled') dialogs.fail(failedChangeText(client.name, error));
    return;
  }
  const record = answer.value;
  orgClients.noteRecord(org.account, record);
  if (grantTypeOf(record.authorizedGrantType) === undefined)
    return dialogs.fail(unknownGrantTypeText(record.name, record.authorizedGrantType ?? undefined));
  const { account, orgName, region, practice } = org;
  await open({ account, orgId: orgIdOf(account), orgName, region, practice, record });
}
