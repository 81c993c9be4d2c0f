import type { CauseQuestion } from '../../core/agents/desk.ts';
import type { Fact, Facts } from '../../core/doctor/facts.ts';
import { clientIdOf } from '../../core/doctor/look.ts';
import { listClients } from '../../core/platform/oauthClients.ts';
import type { OpenOrg } from '../orgs/openOrg.ts';

const NOT_LOOKED = { kind: 'not-asked', because: 'nothing-to-ask-about' } as const;

/**
 * What a look for a cause knows here: the client, in the org that is meant or the first one that has it. Of all else it says
 * that nobody looked. Never rejects.
 */
export async function factsAbout(
  { subject, told, account }: CauseQuestion,
  orgs: readonly OpenOrg[],
  signal: AbortSignal,
): Promise<Facts> {
  const clientId = clientIdOf(subject, told)?.toLowerCase();
  const meant = orgs.filter((open) => account === undefined || open.account.account === account);
  const looked = await Promise.all(
    meant.map(async (open) => ({ open, list: await listClients(open.connection, signal) })),
  );
  const found = looked.map(({ open, list }) => ({
    open,
    list,
    client: list.ok ? list.value.find(({ id }) => id.toLowerCase() === clientId) : undefined,
  }));
  const [first] = found;
  const home = found.find(({ client }) => client !== undefined) ?? first;
  return {
    org: home && lookedIn(home.open),
    client: clientId === undefined || home === undefined ? NOT_LOOKED : clientFact(home),
    ...{
      elsewhere: NOT_LOOKED,
      authentication: NOT_LOOKED,
      inactivityTimeout: NOT_LOOKED,
      ipAllowList: NOT_LOOKED,
    },
    ...{
      authorization: NOT_LOOKED,
      hipaa: NOT_LOOKED,
      roles: NOT_LOOKED,
      divisions: NOT_LOOKED,
      secret: NOT_LOOKED,
    },
    ...{ calls: NOT_LOOKED, clock: NOT_LOOKED, browser: { kind: 'not-asked', because: 'nobody-can-look' } },
  };
}

type Look = {
  readonly list: Awaited<ReturnType<typeof listClients>>;
  readonly client: Extract<Facts['client'], { kind: 'known' }>['value'];
};

function clientFact({ list, client }: Look): Fact<Look['client']> {
  if (list.ok) return { kind: 'known', value: client };
  const { error } = list;
  return error.kind === 'forbidden' ? { kind: 'untold', error } : { kind: 'failed', error };
}

function lookedIn({ account: { account, orgName, region, practice } }: OpenOrg): NonNullable<Facts['org']> {
  return { account, name: orgName, region, practice };
}
