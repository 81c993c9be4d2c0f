import { compareRecords } from '../clients/difference.ts';
import { ALL_DIVISIONS } from '../platform/authorization.ts';
import type { Result } from '../platform/errors.ts';
import type { OAuthClient, OAuthClientRequest, RoleDivision } from '../platform/oauthClients.ts';
import type { Plan } from '../procedures/plan.ts';
import type { ReadBack } from './run.ts';

type ClientField = Extract<ReadBack, { kind: 'different' }>['fields'][number];

/**
 * Compares what the org made of a client with what was asked (rule S4: it may quietly make the duration another).
 *
 * @param divisionCount how many divisions the org has, where that is known
 */
export function compareClient(
  { body: asked, divisionCount }: { body: OAuthClientRequest; divisionCount?: number | undefined },
  read: Result<OAuthClient>,
): ReadBack {
  if (!read.ok) return { kind: 'unread', error: read.error };
  const made = read.value;
  const fields = differentFields(asked, made, divisionCount);
  const seconds = made.accessTokenValiditySeconds ?? asked.accessTokenValiditySeconds;
  const lastsOtherwise = seconds !== asked.accessTokenValiditySeconds;
  if (fields.length === 0 && !lastsOtherwise) return { kind: 'as-asked' };
  const durationSeconds = { asked: asked.accessTokenValiditySeconds, made: seconds };
  return { kind: 'different', fields, ...(lastsOtherwise && { durationSeconds }) };
}

/**
 * How many seconds tokens of the client last, as it was read back (rule S4); undefined where it was not read.
 *
 * @param plan the plan whose step asked for the client
 */
export function durationReadBack(plan: Plan, readBack: ReadBack | undefined): number | undefined {
  if (readBack === undefined || readBack.kind === 'unread') return undefined;
  if (readBack.kind === 'different' && readBack.durationSeconds !== undefined)
    return readBack.durationSeconds.made;
  return plan.find((step) => step.kind === 'read-back')?.body.accessTokenValiditySeconds;
}

/** The fields, other than name and duration, in which a client is not as asked, as they stand on the result page. */
export function differentFields(
  asked: OAuthClientRequest,
  made: OAuthClient,
  divisionCount = 1,
): ClientField[] {
  const differences = compareRecords(
    { ...asked, roleDivisions: rolesAsAsked(asked, asked.roleDivisions, 1) },
    { ...made, roleDivisions: rolesAsAsked(asked, made.roleDivisions, divisionCount) },
  );
  return READ_BACK.filter((name) => differences.some(({ field }) => field === name));
}

/** In the order in which they are told. */
const READ_BACK = [
  'authorizedGrantType',
  'registeredRedirectUri',
  'scope',
  'roleDivisions',
] as const satisfies readonly ClientField[];

/**
 * A role that was asked for in every division may come back spelt out, one division after the other: it is in every
 * division when there are this many.
 */
function rolesAsAsked(
  { roleDivisions: asked = [] }: OAuthClientRequest,
  pairs: readonly RoleDivision[] | null | undefined,
  divisionCount: number,
): RoleDivision[] {
  const divisionsOf = new Map<string, Set<string>>();
  for (const { roleId, divisionId } of asked)
    if (divisionId === ALL_DIVISIONS) divisionsOf.set(roleId, new Set());
  for (const { roleId, divisionId } of pairs ?? []) divisionsOf.get(roleId)?.add(divisionId);
  return (pairs ?? []).map(({ roleId, divisionId }) => {
    const divisions = divisionsOf.get(roleId);
    const isEverywhere =
      divisions !== undefined && (divisions.has(ALL_DIVISIONS) || divisions.size >= divisionCount);
    return { roleId, divisionId: isEverywhere ? ALL_DIVISIONS : divisionId };
  });
}

/** What is known of the org from before a request, by which its client is told from others that look the same. */
export type Before = {
  readonly clientIds: ReadonlySet<string>;
  /** Whose request it was; undefined where the org did not say. */
  readonly callerId: string | undefined;
};

/**
 * The client that a lost request created: it was not there before, nobody else made it, and it is what was asked for in
 * every field; only its duration may be shorter, because the org may have set it back (rule S4). Returns undefined when
 * there is none.
 */
export function findCreated(
  request: OAuthClientRequest,
  clients: readonly OAuthClient[],
  { clientIds, callerId }: Before,
): OAuthClient | undefined {
  const isBySomebodyElse = ({ createdBy }: OAuthClient) =>
    callerId !== undefined && (createdBy?.id ?? callerId) !== callerId;
  return clients.find(
    (client) =>
      !clientIds.has(client.id) &&
      !isBySomebodyElse(client) &&
      client.name === request.name &&
      (client.accessTokenValiditySeconds ?? Number.POSITIVE_INFINITY) <= request.accessTokenValiditySeconds &&
      differentFields(request, client).length === 0,
  );
}
