import * as l10n from '@vscode/l10n';
import type { FoundClient, OrgAccount, Whereabouts } from '../../core/clients/whereabouts.ts';
import { placeOf } from '../../core/texts/regions.ts';
import { unlessAborted } from '../../disk/wait.ts';
import type { Choice, ListQuestion } from '../ui/askOneOf.ts';
import type { Dialogs } from '../ui/dialogs.ts';
import type { OrgClientsCache } from './orgClients.ts';

/**
 * Shows that clients are being read until they are. False when the person would not wait for it; what is on its way is
 * then of use later.
 */
export async function showReading(dialogs: Dialogs, read: () => Promise<unknown>): Promise<boolean> {
  return await dialogs.progress(l10n.t('Reading the OAuth clients…'), async (signal) => {
    if (!signal.aborted) await unlessAborted(signal, read());
    return !signal.aborted;
  });
}

/** Where a client is, or may be, whose ID is all that is known. */
export type Place =
  /** It was read there, or no other org can have it. Whoever goes on there reads it first. */
  | { readonly kind: 'here'; readonly org: OrgAccount }
  | { readonly kind: 'signed-out' }
  | { readonly kind: 'cancelled' };

/** Looks for the org of a client in a region (its domain), asks those that may have it, and, where several may, the person. */
export async function placeOfClient(
  orgClients: Pick<OrgClientsCache, 'whereIs' | 'find'>,
  dialogs: Dialogs,
  region: string,
  clientId: string,
): Promise<Place> {
  let found = orgClients.whereIs(region, clientId);
  if (found.kind === 'unknown') {
    const look = async () => {
      found = await orgClients.find(region, clientId);
    };
    if (!(await showReading(dialogs, look))) return { kind: 'cancelled' };
  }
  if (found.kind === 'signed-out') return { kind: 'signed-out' };
  const orgs = found.kind === 'unknown' ? found.accounts : placesOf(found).map((place) => place.org);
  const org = await askWhichOrg(dialogs, orgs);
  return org === undefined ? { kind: 'cancelled' } : { kind: 'here', org };
}

/** Every org in which a client was read, and what was read there. */
export function placesOf(found: Whereabouts): readonly FoundClient[] {
  switch (found.kind) {
    case 'in-one':
      return [found];
    case 'in-several':
      return found.places;
    case 'unknown':
    case 'signed-out':
      return [];
  }
}

/** Asks which of several places of a client is meant, as `askWhichOrg` does. */
export async function askWhichPlace(
  dialogs: Dialogs,
  places: readonly FoundClient[],
): Promise<FoundClient | undefined> {
  const org = await askWhichOrg(
    dialogs,
    places.map((place) => place.org),
  );
  return places.find((place) => place.org === org);
}

/** Asks for one of several orgs; asks nothing where there is but one. Undefined when the person cancelled. */
async function askWhichOrg(dialogs: Dialogs, orgs: readonly OrgAccount[]): Promise<OrgAccount | undefined> {
  const [only, ...others] = orgs;
  if (only === undefined || others.length === 0) return only;
  return await dialogs.choose(whichOrg(), orgRows(orgs));
}

/** The question for an org, for who asks it as one of several. */
export function whichOrg(): ListQuestion {
  return { title: l10n.t('Choose the organization of the client'), placeholder: '' };
}

/** Its rows. Two orgs of one name are told apart in `orgName` already. */
export function orgRows<Org extends OrgAccount>(orgs: readonly Org[]): Choice<Org>[] {
  return orgs.map((org) => ({ label: org.orgName, description: placeOf(org.region), value: org }));
}
