import type { LookServices } from '../../core/doctor/asking/readFacts.ts';
import { SIGNED_OUT } from '../../core/platform/errors.ts';
import { clientsOf } from '../clients/orgClients.ts';
import type { Io } from '../io.ts';
import type { OpenOrg } from '../orgs/openOrg.ts';

/**
 * What a look for a cause reads by: the orgs that are open, whose clients were read a moment ago, and what the APIs say of
 * their operations.
 */
export function lookServices(
  orgs: readonly OpenOrg[],
  operations: LookServices['operations'],
  io: Pick<Io, 'now'>,
): LookServices {
  const { read, unread } = clientsOf(orgs, io);
  const openOf = (account: string) => orgs.find((each) => each.account.account === account);
  return {
    connections: {
      call: async (account, call) => {
        const open = openOf(account);
        return open === undefined ? { ok: false, error: SIGNED_OUT } : await call(open.connection);
      },
      hostsOf: async (account) => openOf(account)?.hosts,
    },
    orgClients: {
      settled: async () => {},
      practiceOrReal: () => orgs.map(({ account }) => account),
      current: () => read,
      failures: () => unread.map(({ open, error }) => ({ org: open.account, error })),
      wantOf: async () => {},
      refreshOf: async () => {},
    },
    operations,
    secrets: { clientOf: async () => undefined },
    history: { of: () => [] },
  };
}
