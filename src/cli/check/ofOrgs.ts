import type { OrgRole } from '../../core/procedures/loadedOrg.ts';
import { readRoles } from '../../core/procedures/loadOrg.ts';
import { scimClientFacts } from '../../core/scim/clientFacts.ts';
import type { PracticeStanding } from '../../core/scim/practiceAddresses.ts';
import { clientsOf, unreadText } from '../clients/orgClients.ts';
import type { Asked } from '../commandLine.ts';
import type { Io } from '../io.ts';
import type { OpenOrg } from '../orgs/openOrg.ts';
import { type Orgs, openOrgs } from '../orgs/orgs.ts';
import { orgChoice } from '../orgs/signIns.ts';
import type { OfOrgs } from './check.ts';

/** The roles of orgs, by account; only what is said of a genesys-scim.json depends on them. */
type Roles = ReadonlyMap<string, readonly OrgRole[] | undefined>;

/**
 * Reads what the orgs that are meant say of their clients, and ends the sessions. Undefined when somebody wanted it to stop.
 * Throws `CommandFailure` as `openOrgs` does.
 */
export async function askOrgs({ io, words, language }: Asked): Promise<OfOrgs | undefined> {
  const signal = io.interruption();
  const opened = await openOrgs(io, orgChoice(words), language, signal);
  try {
    const roles = await rolesIn(opened.orgs, signal);
    return signal.aborted ? undefined : ofOrgs(opened, roles, io);
  } finally {
    await opened.end();
  }
}

/** Reads them where the clients are known. Never rejects. */
export async function rolesIn(orgs: readonly OpenOrg[], signal: AbortSignal): Promise<Roles> {
  const telling = orgs.filter(({ org }) => org.clients.kind === 'known');
  const each = telling.map(async ({ account, connection }) => {
    const all = await readRoles(connection, signal);
    return [account.account, all.ok ? all.value : undefined] as const;
  });
  return new Map(await Promise.all(each));
}

/** What files are held against: the orgs that are open, whose clients were read a moment ago. */
export function ofOrgs(
  { orgs, notOpened, clocks }: Omit<Orgs, 'end'>,
  roles: Roles,
  io: Pick<Io, 'now'>,
): OfOrgs {
  const { read, unread } = clientsOf(orgs, io);
  const practice = orgs.filter(({ account }) => account.practice);
  return {
    known: {
      orgs: read,
      scimClient: scimClientFacts(read, ({ account }) => roles.get(account)),
      practiceOrgs: new Map(
        practice.map(({ account, hosts }): [string, PracticeStanding] => [
          account.region,
          { kind: 'running', baseUrl: hosts.apiUrl },
        ]),
      ),
      aheadOf: (home) => clocks.aheadOf(home),
    },
    notAsked: [
      ...notOpened.map(({ name, reason }) => ({ path: name, reason })),
      ...unread.map((each) => ({ path: each.open.account.orgName, reason: unreadText(each) })),
    ],
  };
}
