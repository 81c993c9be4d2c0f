import * as z from 'zod/mini';
import { madeWithin } from '../clients/age.ts';
import { permissionsBeyond, permissionsOf, readPermission } from '../clients/permissions.ts';
import { holdsSecret, speaksForItself } from '../clients/usable.ts';
import { ALL_DIVISIONS, type Role } from '../platform/authorization.ts';
import { USAGE_DAYS } from '../platform/lastUse.ts';
import { type OAuthClient, roleIdsOf } from '../platform/oauthClients.ts';
import { isLoopbackHost } from '../platform/orgHosts.ts';
import { LONGEST_DURATION_SECONDS } from '../procedures/duration.ts';
import type { ClientUse, NamedRole, ReportedOrg } from './facts.ts';

/** What an auditor is told of a client, what matters most first. */
export const ProblemCode = z.enum([
  'insecure-redirect-uri',
  'implicit-grant',
  'hands-out-rights',
  'not-used',
  'unused-rights',
  'all-divisions',
  'longest-tokens',
  'secret-not-renewed',
]);
export type ProblemCode = z.infer<typeof ProblemCode>;

export const PROBLEM_CODES: readonly ProblemCode[] = ProblemCode.options;

/** Whether it is so, or is only likely to be so by what can be known here. */
export const Certainty = z.enum(['certain', 'likely']);
export type Certainty = z.infer<typeof Certainty>;

/** Something about a client. `of`: the redirect URIs, scopes or roles that it is about, or the day (ISO 8601). */
export const Problem = z.object({
  code: ProblemCode,
  certainty: Certainty,
  of: z.readonly(z.array(z.string())),
});
export type Problem = z.infer<typeof Problem>;

/** With these, whoever holds them can make clients, change what clients may do, or give roles (Genesys facts 1.1, 2). */
const HAND_OUT = [
  'oauth:client:add',
  'oauth:client:edit',
  'authorization:grant:add',
  'authorization:role:edit',
];

/** The scopes of these operations; what a person may do limits them. */
const HAND_OUT_SCOPES: readonly string[] = ['oauth', 'authorization'];

/** An auditor asks once a year. */
const RENEWED_WITHIN_DAYS = 365;

/** What a report tells of a role. */
export function namedRole({ name, permissionPolicies }: Role): NamedRole {
  const held = permissionsOf(permissionPolicies ?? []).map((permission) => readPermission(permission).name);
  const lacked = new Set(permissionsBeyond(HAND_OUT, held));
  return { name, handsOut: HAND_OUT.filter((permission) => !lacked.has(permission)) };
}

/** What is to be said of a client, in the order of `PROBLEM_CODES`; of what was not read, nothing. */
export function problemsOf(client: OAuthClient, use: ClientUse, facts: ReportedOrg): readonly Problem[] {
  const all = [
    ...insecureRedirectUris(client),
    ...implicitGrant(client),
    ...handsOutRights(client, facts.roles),
    ...notUsed(client, use, facts),
    ...unusedRights(use),
    ...allDivisions(client, facts.roles),
    ...longestTokens(client),
    ...secretNotRenewed(client, facts),
  ];
  return all.sort((one, other) => PROBLEM_CODES.indexOf(one.code) - PROBLEM_CODES.indexOf(other.code));
}

function insecureRedirectUris({ registeredRedirectUri }: OAuthClient): Problem[] {
  const of = (registeredRedirectUri ?? []).filter((uri) => {
    if (!URL.canParse(uri)) return false;
    const { protocol, hostname } = new URL(uri);
    return protocol === 'http:' && !isLoopbackHost(hostname);
  });
  return of.length === 0 ? [] : [{ code: 'insecure-redirect-uri', certainty: 'certain', of }];
}

function implicitGrant({ authorizedGrantType }: OAuthClient): Problem[] {
  return authorizedGrantType === 'TOKEN' ? [{ code: 'implicit-grant', certainty: 'certain', of: [] }] : [];
}

function handsOutRights(client: OAuthClient, roles: ReportedOrg['roles']): Problem[] {
  if (!speaksForItself(client)) {
    const of = (client.scope ?? []).filter((scope) => HAND_OUT_SCOPES.includes(scope));
    return of.length === 0 ? [] : [{ code: 'hands-out-rights', certainty: 'likely', of }];
  }
  const of = roleIdsOf(client.roleDivisions).flatMap((id) => {
    const role = roles?.get(id);
    return role === undefined || role.handsOut.length === 0 ? [] : [role.name];
  });
  return of.length === 0 ? [] : [{ code: 'hands-out-rights', certainty: 'certain', of }];
}

/** One that was made within the days that were read had no time to be used in all of them. */
function notUsed(client: OAuthClient, { last, calls }: ClientUse, { now }: ReportedOrg): Problem[] {
  if (madeWithin(USAGE_DAYS, client, now) !== undefined) return [];
  const isUnused = last?.kind === 'unused' || calls?.kind === 'nothing-called';
  return isUnused && last?.kind !== 'used' ? [{ code: 'not-used', certainty: 'certain', of: [] }] : [];
}

function unusedRights({ calls }: ClientUse): Problem[] {
  if (calls?.kind !== 'compared' || calls.unused.length === 0) return [];
  const of = calls.unused.map(({ right }) => right);
  return [{ code: 'unused-rights', certainty: calls.isWhole ? 'certain' : 'likely', of }];
}

function allDivisions(client: OAuthClient, roles: ReportedOrg['roles']): Problem[] {
  const everywhere = (client.roleDivisions ?? []).filter(({ divisionId }) => divisionId === ALL_DIVISIONS);
  const of = [...new Set(everywhere.map(({ roleId }) => roles?.get(roleId)?.name ?? roleId))];
  return of.length === 0 ? [] : [{ code: 'all-divisions', certainty: 'certain', of }];
}

function longestTokens({ accessTokenValiditySeconds: seconds }: OAuthClient): Problem[] {
  const isLongest = seconds !== undefined && seconds >= LONGEST_DURATION_SECONDS;
  return isLongest ? [{ code: 'longest-tokens', certainty: 'certain', of: [] }] : [];
}

/** No org tells how old a secret is: it is as old as the client, unless somebody has made another one elsewhere. */
function secretNotRenewed(client: OAuthClient, { now, renewedAt }: ReportedOrg): Problem[] {
  if (!holdsSecret(client)) return [];
  const since = renewedAt(client) ?? client.dateCreated;
  const days = since === undefined ? Number.NaN : (now.getTime() - Date.parse(since)) / 86_400_000;
  if (days < RENEWED_WITHIN_DAYS) return [];
  const of = since === undefined || Number.isNaN(days) ? [] : [since];
  return [{ code: 'secret-not-renewed', certainty: 'likely', of }];
}
