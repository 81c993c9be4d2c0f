import * as l10n from '@vscode/l10n';
import type { Mention } from '../../core/clients/concerns.ts';
import { compareRecords } from '../../core/clients/difference.ts';
import { type DeletionFate, dayOfDeletion, deletionFate } from '../../core/clients/usable.ts';
import type { OrgAccount } from '../../core/clients/whereabouts.ts';
import { deletionDeed } from '../../core/operations/deeds.ts';
import {
  type AcceptedDeletion,
  deleteAgreed,
  isGone,
  type Left,
  type Removal,
} from '../../core/operations/deleteClient.ts';
import { type ClientRecord, clientOf } from '../../core/platform/clientRecord.ts';
import type { PlatformError, Result } from '../../core/platform/errors.ts';
import { withRequest } from '../../core/texts/accessRequest.ts';
import { leftAfterDeletion } from '../../core/texts/afterDeletion.ts';
import {
  deletedText,
  deletionMeaning,
  deletionQuestion,
  notDeletedText,
} from '../../core/texts/clientChanges.ts';
import { differenceLines } from '../../core/texts/clientFields.ts';
import { clientName } from '../../core/texts/clientName.ts';
import { ownSignInEnds } from '../../core/texts/ownClient.ts';
import { inOneText } from '../../core/texts/sentences.ts';
import { usedHereLines } from '../../core/texts/usedHere.ts';
import { textLanguage } from '../language.ts';
import { forgetDeleted } from '../secrets/clientSecrets.ts';
import type { Services } from '../services.ts';
import { signedInWith } from '../signIn/signedInWith.ts';
import type { Dialogs } from '../ui/dialogs.ts';
import { atHome, type ClientChanges, effectsOn, notedAt } from './clientChanges.ts';
import { noteDeed } from './noteDeed.ts';
import { usedHere } from './usedHere.ts';

export type RemovalServices = Pick<
  Services,
  'orgClients' | 'sessions' | 'connections' | 'secrets' | 'history' | 'time' | 'written' | 'mentions'
>;

/** A client of an org. */
type Doomed = {
  readonly org: OrgAccount & { readonly practice: boolean };
  readonly id: string;
  readonly name: string;
};

/** The same, with where the workspace names it. */
type WithItsUse = { readonly client: Doomed; readonly used: readonly Mention[] };

/**
 * Deletes a client, once the person knows what that means. Where it stops half-way, they are told what stands, and can go
 * on: once more, or back to an active client. Returns what is so in the end.
 */
export async function removeClient(
  services: RemovalServices,
  dialogs: Dialogs,
  changes: ClientChanges,
  client: Doomed,
): Promise<Removal> {
  const { org, id } = client;
  const effects = effectsOn(services, org, id);
  const look = async () =>
    await dialogs.progress(
      l10n.t('Reading the client…'),
      async (signal): Promise<Result<ClientRecord>> => await effects.read(signal),
    );
  let meanwhile: readonly string[] = [];
  let used: readonly Mention[] = [];
  let left: Left = 'as-it-was';
  let read = await look();
  while (read.ok) {
    const seen = read.value;
    const question = deletionQuestion(client, org.orgName);
    const own = ownSignInEnds(await signedInWith(services.sessions, atHome(org, id)), org.orgName);
    const fate = fateOf(seen, services.time.reckon(org).now);
    used = await usedHere(services, org, id);
    const places = usedHereLines(used, textLanguage());
    const lines = [...meanwhile, ...own, ...deletionMeaning(client, fate, org), ...places];
    if (!(await dialogs.confirm(question, lines, l10n.t('Delete client')))) return calledOff(left);
    const deletion = await dialogs.progress(
      l10n.t('Deleting the client…'),
      async (signal) => await deleteAgreed(effects, seen, signal),
    );
    if (deletion.kind === 'changed-meanwhile') {
      const changed = differenceLines(compareRecords(seen, deletion.now));
      meanwhile = [l10n.t('Somebody has changed the client meanwhile:'), ...changed, ''];
      read = { ok: true, value: deletion.now };
      continue;
    }
    await noteDeed(services, notedAt(org, id), deletionDeed(deletion, seen));
    if (deletion.kind !== 'not-deleted') return await told(services, dialogs, { client, used }, deletion);
    ({ left } = deletion);
    if (left === 'inactive') services.orgClients.noteRecord(org.account, { ...seen, state: 'inactive' });
    if (deletion.error.kind === 'cancelled') return deletion;
    dialogs.fail(withRequest(notDeletedText(client, deletion), deletion.error, { ...org, ...client }));
    if (left === 'as-it-was') return deletion;
    if (left === 'unknown') await services.orgClients.refresh(org.region);
    const next = await wayOn(dialogs, client);
    if (next === undefined) return deletion;
    if (next === 'activate') {
      const request = { region: org.region, clientId: id, org, changes: [{ kind: 'activate' as const }] };
      const result = await changes.apply(request);
      return result === 'changed' || result === 'unchanged' ? calledOff('as-it-was') : deletion;
    }
    meanwhile = [];
    read = await look();
  }
  return await notRead(services, dialogs, { client, used }, { error: read.error, left });
}

/** Of one that waits to be deleted already, nobody knows what another deletion does. */
function fateOf(seen: ClientRecord, now: Date): DeletionFate {
  return dayOfDeletion(seen) === undefined ? deletionFate(clientOf(seen), now) : 'unknown';
}

function calledOff(left: Left): Removal {
  return { kind: 'not-deleted', error: { kind: 'cancelled' }, left };
}

async function notRead(
  services: RemovalServices,
  dialogs: Dialogs,
  { client, used }: WithItsUse,
  { error, left }: { readonly error: PlatformError; readonly left: Left },
): Promise<Removal> {
  if (isGone(error)) {
    await services.written.forget(atHome(client.org, client.id));
    return await told(services, dialogs, { client, used }, { kind: 'deleted' });
  }
  if (error.kind !== 'cancelled')
    dialogs.fail(withRequest(notDeletedText(client, { error, left }), error, { ...client.org, ...client }));
  return { kind: 'not-deleted', error, left };
}

async function told(
  { orgClients, secrets }: RemovalServices,
  dialogs: Dialogs,
  { client, used }: WithItsUse,
  deletion: AcceptedDeletion,
): Promise<AcceptedDeletion> {
  const { org, id } = client;
  if (deletion.kind === 'waiting') orgClients.noteRecord(org.account, deletion.record);
  else orgClients.forget(org.account, id);
  // What waits may come back.
  if (deletion.kind === 'deleted') await forgetDeleted(secrets, id, org);
  const left = deletion.kind === 'waiting' ? [] : leftAfterDeletion(used);
  dialogs.tell(inOneText([deletedText(client, deletion, textLanguage()), ...left]));
  return deletion;
}

/** What to do about a client that may be half deleted; undefined to leave it so. */
async function wayOn(dialogs: Dialogs, client: Doomed): Promise<'again' | 'activate' | undefined> {
  const title = l10n.t('The deletion of "{0}" has stopped', clientName(client));
  return await dialogs.choose<'again' | 'activate'>({ title, placeholder: l10n.t('Choose how to go on') }, [
    { label: l10n.t('Try again to delete it'), value: 'again' },
    { label: l10n.t('Make it active again'), value: 'activate' },
  ]);
}
