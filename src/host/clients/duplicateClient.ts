import * as l10n from '@vscode/l10n';
import type { FoundClient, OrgAccount } from '../../core/clients/whereabouts.ts';
import { listDivisions, listRoles } from '../../core/platform/authorization.ts';
import { clientOf } from '../../core/platform/clientRecord.ts';
import type { Draft } from '../../core/procedures/draft.ts';
import { startFrom } from '../../core/procedures/startFrom/clientSettings.ts';
import { type AccessNames, settingsElsewhere } from '../../core/procedures/startFrom/copyElsewhere.ts';
import { clientName } from '../../core/texts/clientName.ts';
import { nameOfDuplicate, notTakenText } from '../../core/texts/startFrom.ts';
import type { NewDraft } from '../../core/wizard/drafts.ts';
import type { Services } from '../services.ts';
import type { Session } from '../signIn/session.ts';
import { readToOpen } from './editClient.ts';
import { orgRows, showReading } from './lookUp.ts';

type Means = Pick<Services, 'connections' | 'dialogs' | 'orgClients'>;

/**
 * Opens the wizard on a new client that begins as a copy of another one, in the org that the person chooses. A copy gets
 * a secret of its own. `signIn` resolves to undefined when cancelled.
 */
export async function duplicateClient(
  services: Means,
  found: FoundClient,
  signIn: () => Promise<Session | undefined>,
  open: (draft: NewDraft) => Promise<void>,
): Promise<void> {
  const { dialogs } = services;
  const target = await askTarget(services, found, signIn);
  if (target === undefined) return;
  const record = await readToOpen(services, found);
  if (record === undefined) return;
  const client = clientOf(record);
  let draft: Draft | undefined;
  const prepare = async () => {
    draft = await draftOf(services, { ...found, client }, target);
  };
  if (!(await showReading(dialogs, prepare)) || draft === undefined) return;
  await open({ account: target.account, procedure: 'general', draft });
}

/** The org of the client comes first. */
async function askTarget(
  { dialogs, orgClients }: Means,
  { org, client }: FoundClient,
  signIn: () => Promise<Session | undefined>,
): Promise<OrgAccount | undefined> {
  const isHere = ({ account }: OrgAccount) => account === org.account;
  const orgs = orgClients.orgs();
  const question = {
    title: l10n.t('Duplicate the client "{0}"', clientName(client)),
    placeholder: l10n.t('Choose the organization of the new client'),
  };
  const chosen = await dialogs.choose<OrgAccount | 'another'>(question, [
    ...orgRows(orgs.filter(isHere)),
    ...orgRows(orgs.filter((each) => !isHere(each))),
    { label: l10n.t('Another account…'), value: 'another' },
  ]);
  if (chosen !== 'another') return chosen;
  const session = await signIn();
  if (session === undefined) return undefined;
  await orgClients.settled();
  return orgClients.orgs().find(({ account }) => account === session.account.id);
}

async function draftOf(services: Means, { org, client }: FoundClient, target: OrgAccount): Promise<Draft> {
  const { dialogs, orgClients } = services;
  const isElsewhere = target.account !== org.account;
  const [, from, to] = await Promise.all([
    orgClients.wantOf(target.account),
    isElsewhere && client.roleDivisions?.length ? accessNames(services, org) : NO_NAMES,
    isElsewhere && client.roleDivisions?.length ? accessNames(services, target) : NO_NAMES,
  ]);
  const there = orgClients.current().find(({ account }) => account === target.account)?.clients ?? [];
  const name = nameOfDuplicate(client.name, new Set(there.map((each) => each.name)));
  const { settings, withoutCounterpart } = isElsewhere
    ? settingsElsewhere(client, from, to)
    : { settings: client, withoutCounterpart: [] };
  const { draft, notTaken } = startFrom('general', { ...settings, name }, {});
  for (const each of notTaken) dialogs.warn(notTakenText(each));
  return { ...draft, ...(withoutCounterpart.length > 0 && { withoutCounterpart }) };
}

const NO_NAMES: AccessNames = { roles: [], divisions: [] };

/** What an org does not tell has no counterpart anywhere, which the person is told. */
async function accessNames({ connections }: Means, { account }: OrgAccount): Promise<AccessNames> {
  const [roles, divisions] = await Promise.all([
    connections.call(account, async (to) => await listRoles(to)),
    connections.call(account, async (to) => await listDivisions(to)),
  ]);
  return {
    roles: roles.ok ? roles.value : [],
    divisions: divisions.ok
      ? divisions.value.map(({ id, name, homeDivision }) => ({ id, name, isHome: homeDivision ?? false }))
      : [],
  };
}
