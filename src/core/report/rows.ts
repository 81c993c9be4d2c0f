import isEqual from 'fast-deep-equal';
import { holdsSecret } from '../clients/usable.ts';
import { ALL_DIVISIONS } from '../platform/authorization.ts';
import type { OAuthClient } from '../platform/oauthClients.ts';
import { remembered } from '../remembered.ts';
import { changeOf, type RowChange } from './changes.ts';
import type { ClientUse, Part, ReportedOrg } from './facts.ts';
import type { FormerReport } from './former.ts';
import { withMaskedTexts } from './maskedTexts.ts';
import { type Problem, problemsOf } from './problems.ts';

/** A role of a client in a division; a name is undefined where it could not be read. */
export type RowRole = {
  readonly roleId: string;
  readonly role: string | undefined;
  readonly divisionId: string;
  readonly division: string | undefined;
};

/** All that a report tells of a client. */
export type Row = {
  /** Without what looks like a secret in what somebody has written into it. */
  readonly client: OAuthClient;
  readonly roles: readonly RowRole[];
  readonly use: ClientUse;
  /** What was read of it beside the list. */
  readonly read: readonly Part[];
  readonly problems: readonly Problem[];
  /** When its secret was last made anew from here; `unknown` where nothing is noted, undefined where it has none. */
  readonly secret:
    | { readonly kind: 'renewed'; readonly at: string }
    | { readonly kind: 'unknown' }
    | undefined;
  /** Undefined where there is no former report to hold it against. */
  readonly change: RowChange | undefined;
};

/** A row for each client, by name; each is worked out when it is asked for, so that they need no room. */
export function* rowsOf(facts: ReportedOrg, former: FormerReport | undefined): Generator<Row> {
  const order = new Intl.Collator('en');
  const clients = [...facts.org.clients].sort(
    (one, other) => order.compare(one.name, other.name) || one.id.localeCompare(other.id),
  );
  for (const client of clients) yield rowOf(client, facts, former);
}

function rowOf(listed: OAuthClient, facts: ReportedOrg, former: FormerReport | undefined): Row {
  const client = masked(listed);
  const use = facts.useOf(listed);
  const row = {
    client,
    roles: (client.roleDivisions ?? []).map(({ roleId, divisionId }) => ({
      roleId,
      role: facts.roles?.get(roleId)?.name,
      divisionId,
      division: divisionId === ALL_DIVISIONS ? undefined : facts.divisions?.get(divisionId),
    })),
    use,
    read: partsRead(use, facts),
    problems: problemsOf(client, use, facts),
    secret: secretOf(client, facts),
  };
  return { ...row, change: former && changeOf(client, row, former) };
}

/** Looked for once: a report goes through its clients several times. */
const masked = remembered((client: OAuthClient): OAuthClient => {
  const shown = withMaskedTexts(client);
  return isEqual(shown, client) ? client : shown;
});

function partsRead({ last, calls }: ClientUse, { roles, divisions }: ReportedOrg): readonly Part[] {
  return [
    ...(roles === undefined ? [] : (['roles'] as const)),
    ...(divisions === undefined ? [] : (['divisions'] as const)),
    ...(last === undefined || last.kind === 'untold' ? [] : (['last-use'] as const)),
    ...(calls === undefined || calls.kind === 'untold' ? [] : (['calls'] as const)),
  ];
}

function secretOf(client: OAuthClient, facts: ReportedOrg): Row['secret'] {
  if (!holdsSecret(client)) return undefined;
  const at = facts.renewedAt(client);
  return at === undefined ? { kind: 'unknown' } : { kind: 'renewed', at };
}
