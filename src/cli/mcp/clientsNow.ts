import type { SharedReads } from '../../core/agents/sharedReads.ts';
import type { OpenOrg } from '../orgs/openOrg.ts';

/** The same orgs with their clients as they are now: the server goes on running long after it has opened them. Never rejects. */
export async function withClientsNow(
  orgs: readonly OpenOrg[],
  reads: Pick<SharedReads, 'clients'>,
): Promise<readonly OpenOrg[]> {
  return await Promise.all(
    orgs.map(async (open): Promise<OpenOrg> => {
      const list = await reads.clients(open.account);
      const clients = list.ok
        ? { kind: 'known' as const, value: list.value.clients }
        : { kind: 'unknown' as const, error: list.error };
      return { ...open, org: { ...open.org, clients } };
    }),
  );
}
