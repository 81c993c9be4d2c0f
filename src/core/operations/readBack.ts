import { ALL_DIVISIONS } from '../platform/divisions.ts';
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

/** The fields, other than name and duration, in which a client is not as asked; the order of a list says nothing. */
export function differentFields(
  asked: OAuthClientRequest,
  made: OAuthClient,
  divisionCount?: number,
): ClientField[] {
  const roles = made.roleDivisions ?? [];
  return [
    ...when(made.authorizedGrantType !== asked.authorizedGrantType, 'authorizedGrantType' as const),
    ...when(
      !sameMembers(made.registeredRedirectUri, asked.registeredRedirectUri),
      'registeredRedirectUri' as const,
    ),
    ...when(!sameMembers(made.scope, asked.scope), 'scope' as const),
    ...when(!sameRoles(roles, asked.roleDivisions ?? [], divisionCount), 'roleDivisions' as const),
  ];
}

function when<T>(condition: boolean, value: T): T[] {
  return condition ? [value] : [];
}

/** A role asked for in every division may come back spelt out, one division after the other. */
function sameRoles(
  made: readonly RoleDivision[],
  asked: readonly RoleDivision[],
  divisionCount = 1,
): boolean {
  const everywhere = new Set(
    asked.filter(({ divisionId }) => divisionId === ALL_DIVISIONS).map(({ roleId }) => roleId),
  );
  const keys = (pairs: readonly RoleDivision[]) =>
    pairs.map(({ roleId, divisionId }) => `${roleId} ${everywhere.has(roleId) ? ALL_DIVISIONS : divisionId}`);
  const divisionsOf = new Map([...everywhere].map((role) => [role, new Set<string>()]));
  for (const { roleId, divisionId } of made) divisionsOf.get(roleId)?.add(divisionId);
  return (
    sameMembers(keys(made), keys(asked)) &&
    [...divisionsOf.values()].every((ids) => ids.has(ALL_DIVISIONS) || ids.size >= divisionCount)
  );
}

function sameMembers(
  some: readonly string[] | null | undefined,
  others: readonly string[] | null | undefined,
): boolean {
  const both = new Set([...(some ?? []), ...(others ?? [])]).size;
  return both === new Set(some ?? []).size && both === new Set(others ?? []).size;
}
