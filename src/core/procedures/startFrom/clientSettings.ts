import * as z from 'zod/mini';
import { type RoleDivision, SettledFields } from '../../platform/oauthClients.ts';
import type { Answers, ChosenRole, Draft, ProcedureId } from '../draft.ts';
import { LONGEST_DURATION_SECONDS, LONGEST_SCIM_DURATION_SECONDS } from '../duration.ts';
import { asksForRedirectUris, asksForRoles, asksForScopes, possibleGrantTypes } from '../grantTypes.ts';

/** What a client is made of, as far as it is known: of one that exists, or of a request for one. Never its secret. */
export const ClientSettings = z.extend(SettledFields, {
  /** IDs of roles of which it is not said where they apply; the person says so (rule G13). */
  rolesWithoutDivision: z.optional(z.array(z.string())),
});
export type ClientSettings = z.infer<typeof ClientSettings>;

/** What a draft cannot take over, because its procedure has no place for it. */
export type NotTaken =
  /** Longer than any but a client for SCIM may have it (rules G4, E2 and S2); the longest is taken. */
  | { kind: 'duration'; seconds: number; longest: number }
  | { kind: 'grant-type'; grantType: string }
  | { kind: 'redirect-uris' | 'scopes' | 'roles'; count: number };

/** The answers about the client itself; the others are about where its ID goes. */
export const ABOUT_CLIENT = [
  'name',
  'description',
  'duration',
  'grantType',
  'redirectUris',
  'scopes',
  'roles',
] as const satisfies readonly (keyof Answers)[];

/**
 * A draft that begins with these settings: what they do not say follows the procedure's presets, and what is asked
 * beyond the client stays as it is. Nothing is checked here; the rules say what is wrong with it.
 */
export function startFrom(
  procedure: ProcedureId,
  settings: ClientSettings,
  before: Draft,
): { draft: Draft; notTaken: readonly NotTaken[] } {
  const possible = possibleGrantTypes(procedure);
  const { authorizedGrantType, accessTokenValiditySeconds } = settings;
  const tooLong = onlyForScim(procedure, accessTokenValiditySeconds);
  const seconds = tooLong?.longest ?? accessTokenValiditySeconds;
  const grantType = possible.find((each) => each === authorizedGrantType);
  const uris = settings.registeredRedirectUri ?? [];
  const scopes = settings.scope ?? [];
  const roles = chosenRoles(settings.roleDivisions ?? [], settings.rolesWithoutDivision);
  const takes = {
    uris: possible.some(asksForRedirectUris),
    scopes: possible.some(asksForScopes),
    roles: possible.some(asksForRoles),
  };
  return {
    draft: {
      ...withoutClient(before),
      ...(settings.name !== undefined && { name: settings.name }),
      ...(settings.description != null && { description: settings.description }),
      ...(seconds !== undefined && { duration: String(seconds) }),
      ...(grantType !== undefined && { grantType }),
      ...(takes.uris && uris.length > 0 && { redirectUris: uris.join('\n') }),
      ...(takes.scopes && scopes.length > 0 && { scopes }),
      ...(takes.roles && roles.length > 0 && { roles }),
    },
    notTaken: [
      ...(authorizedGrantType !== undefined && grantType === undefined
        ? [{ kind: 'grant-type' as const, grantType: authorizedGrantType }]
        : []),
      ...(tooLong === undefined ? [] : [tooLong]),
      ...leftOut('redirect-uris', takes.uris ? 0 : uris.length),
      ...leftOut('scopes', takes.scopes ? 0 : scopes.length),
      ...leftOut('roles', takes.roles ? 0 : roles.length),
    ],
  };
}

/** One that a client for SCIM may have and no other; what nobody may have is for the rules to find. */
function onlyForScim(
  procedure: ProcedureId,
  seconds = 0,
): Extract<NotTaken, { kind: 'duration' }> | undefined {
  const longest = LONGEST_DURATION_SECONDS;
  const isOnly = seconds > longest && seconds <= LONGEST_SCIM_DURATION_SECONDS;
  return isOnly && procedure !== 'scim' ? { kind: 'duration', seconds, longest } : undefined;
}

/** Each role once, with all its divisions; some may have none yet. */
export function chosenRoles(
  roleDivisions: readonly RoleDivision[],
  withoutDivision: readonly string[] = [],
): ChosenRole[] {
  const divisions = new Map<string, string[]>();
  for (const { roleId, divisionId } of roleDivisions) {
    const known = divisions.get(roleId);
    if (known === undefined) divisions.set(roleId, [divisionId]);
    else known.push(divisionId);
  }
  for (const roleId of withoutDivision) if (!divisions.has(roleId)) divisions.set(roleId, []);
  return [...divisions].map(([roleId, divisionIds]) => ({ roleId, divisionIds }));
}

function withoutClient(draft: Draft): Draft {
  const others = { ...draft };
  for (const field of ABOUT_CLIENT) delete others[field];
  return { ...others, adopts: null };
}

function leftOut(kind: 'redirect-uris' | 'scopes' | 'roles', count: number): NotTaken[] {
  return count === 0 ? [] : [{ kind, count }];
}
