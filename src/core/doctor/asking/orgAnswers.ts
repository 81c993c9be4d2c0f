import { getGrants, getOwnGrants, listDivisions, listRoles } from '../../platform/authorization.ts';
import type { Result } from '../../platform/errors.ts';
import { getOrganization } from '../../platform/me.ts';
import { OrgClock } from '../../platform/orgClock.ts';
import {
  getAllowedNetworks,
  getAuthenticationSettings,
  getIdleTimeout,
  listAuthorizations,
} from '../../platform/orgSettings.ts';
import type { Connection } from '../../platform/request.ts';
import type { LookedIn } from '../facts.ts';
import { inTime } from './inTime.ts';
import type { CallsOrgs } from './sources.ts';

/** What an org answers during one look. Each is asked for when it is first wanted, and once. None of them rejects. */
export type OrgAnswers = ReturnType<typeof orgAnswers>;

export function orgAnswers(
  { connections }: { readonly connections: CallsOrgs },
  org: LookedIn,
  signal: AbortSignal,
) {
  const clock = new OrgClock();
  const asking = <T>(read: (to: Connection, signal: AbortSignal) => Promise<Result<T>>) =>
    once(
      async () =>
        await inTime(
          signal,
          async (ending) =>
            await connections.call(org.account, async (to) => await read(watched(clock, to), ending)),
        ),
    );
  return {
    settings: asking(getAuthenticationSettings),
    idleTimeout: asking(getIdleTimeout),
    networks: asking(getAllowedNetworks),
    authorizations: asking(listAuthorizations),
    organization: asking(getOrganization),
    roles: asking(listRoles),
    divisions: asking(listDivisions),
    ownGrants: asking(getOwnGrants),
    /** Of one subject alone: that of the look. */
    grantsOf: async (subjectId: string) =>
      await asking(async (to, ending) => await getGrants(to, subjectId, ending))(),
    clock,
  };
}

/** Lets a clock look at the answers of this connection, too. */
function watched(clock: OrgClock, to: Connection): Connection {
  const { onExchange } = to;
  to.onExchange = (exchange) => {
    onExchange?.(exchange);
    clock.take(exchange, Date.now());
  };
  return to;
}

/** Does it the first time, and gives the same afterwards. */
function once<T>(work: () => Promise<T>): () => Promise<T> {
  let done: Promise<T> | undefined;
  return async () => {
    done ??= work();
    return await done;
  };
}
