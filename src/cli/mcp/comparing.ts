import type { SharedReads } from '../../core/agents/sharedReads.ts';
import type { Named } from '../../core/clients/mentionsIn.ts';
import { foundIn } from '../../core/clients/whereabouts.ts';
import type { FileToCheck } from '../check/files.ts';
import { ofOrgs, rolesIn } from '../check/ofOrgs.ts';
import { type KnownOfOrgs, NOTHING_KNOWN } from '../check/problems.ts';
import type { Io } from '../io.ts';
import type { OpenOrg } from '../orgs/openOrg.ts';
import { withClientsNow } from './clientsNow.ts';
import type { HeldOrgs } from './heldOrgs.ts';

/** What a file is held against, and what of it is not compared with an org, and why, in English. */
export type Compared = { readonly known: KnownOfOrgs; readonly remarks: readonly string[] };

/** Reads what the orgs that the server is signed in to say of the clients that a file names. Never rejects. */
export async function comparedWith(
  named: readonly Named[],
  kind: FileToCheck['kind'],
  { orgs, reads, io }: { readonly orgs: HeldOrgs; readonly reads: SharedReads; readonly io: Pick<Io, 'now'> },
  signal: AbortSignal,
): Promise<Compared> {
  if (named.length === 0) return { known: NOTHING_KNOWN, remarks: [] };
  const held = await orgs.forFiles();
  if (!held.ok)
    return {
      known: NOTHING_KNOWN,
      remarks: [`The Client IDs were not compared with an org: ${held.reason}`],
    };
  const now = await withClientsNow(held.orgs.orgs, reads);
  const roles = kind === 'scim' ? await rolesIn(now, signal) : new Map<string, never>();
  const { known, notAsked } = ofOrgs({ ...held.orgs, orgs: now }, roles, io);
  return {
    known,
    remarks: [
      ...regionsWithoutOrg(named, now, known).map(
        (region) =>
          `The Client ID of ${region} was not compared with an org: the server is signed in to none there.`,
      ),
      ...notAsked.map(({ path, reason }) => `Not compared with ${path}: ${reason}`),
    ],
  };
}

/** The practice org does not speak for its region, but for the clients that it has. */
function regionsWithoutOrg(
  named: readonly Named[],
  orgs: readonly OpenOrg[],
  known: KnownOfOrgs,
): readonly string[] {
  const real = new Set(orgs.flatMap(({ account }) => (account.practice ? [] : [account.region])));
  const practice = known.orgs.filter((org) => org.practice);
  const regions = named.flatMap(({ region, clientId }) =>
    real.has(region) || foundIn(practice, clientId).length > 0 ? [] : [region],
  );
  return [...new Set(regions)];
}
