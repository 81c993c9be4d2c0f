import type { OrgRole } from '../../core/procedures/loadedOrg.ts';
import { readRoles } from '../../core/procedures/loadOrg.ts';
import { scimClientFacts } from '../../core/scim/clientFacts.ts';
import type { PracticeStanding } from '../../core/scim/practiceAddresses.ts';
import { clientsOf, unreadText } from '../clients/orgClients.ts';
import type { Asked } from '../commandLine.ts';
import { openOrgs } from '../orgs/orgs.ts';
import { orgChoice } from '../orgs/signIns.ts';
import type { OfOrgs } from './check.ts';

/**
 * Reads what the orgs that are meant say of their clients, and ends the sessions. Undefined when somebody wanted it to stop.
 * Throws `CommandFailure` as `openOrgs` does.
 */
export async function askOrgs({ io, words, language }: Asked): Promise<OfOrgs | undefined> {
  const signal = io.interruption();
  const opened = await openOrgs(io, orgChoice(words), language, signal);
  try {
    const { read, unread } = clientsOf(opened.orgs, io);
    const roles = new Map<string, readonly OrgRole[] | undefined>();
    await Promise.all(
      read.map(async ({ account, open }) => {
        const all = await readRoles(open.connection, signal);
        roles.set(account, all.ok ? all.value : undefined);
      }),
    );
    if (signal.aborted) return undefined;
    const practice = opened.orgs.filter(({ account }) => account.practice);
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
        aheadOf: (home) => opened.clocks.aheadOf(home),
      },
      notAsked: [
        ...opened.notOpened.map(({ name, reason }) => ({ path: name, reason })),
        ...unread.map((each) => ({ path: each.open.account.orgName, reason: unreadText(each) })),
      ],
    };
  } finally {
    await opened.end();
  }
}
