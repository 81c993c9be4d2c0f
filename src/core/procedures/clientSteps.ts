import { ALL_DIVISIONS, grantPath, ROLES_PATH } from '../platform/authorization.ts';
import { readClientId } from '../platform/clientId.ts';
import { CLIENTS_PATH, type OAuthClientRequest } from '../platform/oauthClients.ts';
import type { Context, Org } from './context.ts';
import type { Answers, ChosenRole } from './draft.ts';
import { parseDuration } from './duration.ts';
import { asksForRedirectUris, asksForRoles, asksForScopes } from './grantTypes.ts';
import { NEW_ROLE_ID, type NewRole, ownSubject, roleRequestOf } from './newRole.ts';
import type { PlanStep } from './plan.ts';
import { redirectUriLines } from './redirectUris.ts';
import { adoptedClient, hasAdoptedSecret, isNew } from './startFrom/adopt.ts';

/**
 * How the client comes about: by a request of ours, after which it is read back, because the org may have made
 * something else of it (rule S4); or it is there already, adopted from the org or made by the person, who has then
 * typed its ID.
 */
export function clientSteps(answers: Answers, body: OAuthClientRequest, context: Context): PlanStep[] {
  const { destination } = context;
  switch (destination.kind) {
    case 'undecided':
      return [];
    case 'org': {
      const { name, apiUrl } = destination.org;
      if (!isNew(answers)) return adoptionSteps(answers, context);
      const url = `${apiUrl}${CLIENTS_PATH}`;
      const newRole = newRoleOf(answers);
      return [
        ...(newRole === undefined ? [] : roleSteps(newRole, destination.org)),
        { kind: 'create-client', orgName: name, url, body },
        { kind: 'keep-secret', ...targetOf(context) },
        { kind: 'read-back', url: `${url}/`, body, ...divisionCount(body, destination.org) },
      ];
    }
    case 'admin-page': {
      const id = readClientId(answers.clientId) ?? answers.clientId;
      return [{ kind: 'use-client', id: id.toLowerCase(), name: body.name }];
    }
  }
}

/**
 * The role is made, and given to whoever is signed in where the client gets it: nowhere else, because that is all that
 * giving it to the client takes (rule G12).
 */
function roleSteps(newRole: NewRole, org: Org): PlanStep[] {
  const body = roleRequestOf(newRole);
  const subject = ownSubject(org);
  if (subject === undefined) return [];
  return [
    { kind: 'create-role', orgName: org.name, url: `${org.apiUrl}${ROLES_PATH}`, body },
    {
      kind: 'give-role',
      name: body.name,
      url: `${org.apiUrl}${grantPath(NEW_ROLE_ID, subject.type)}`,
      subjectType: subject.type,
      body: { subjectIds: [subject.id], divisionIds: unique(newRole.divisionIds) },
    },
  ];
}

/** Where what a new client is given goes, for the steps that hand it over. */
export function targetOf({
  secretTarget,
}: Context): Pick<Extract<PlanStep, { kind: 'keep-secret' }>, 'target'> {
  return secretTarget === undefined ? {} : { target: secretTarget };
}

/** The role that is made for these answers: only a client that calls as itself has roles. */
export function newRoleOf({
  newRole,
  grantType,
}: Pick<Answers, 'newRole' | 'grantType'>): NewRole | undefined {
  return asksForRoles(grantType) ? (newRole ?? undefined) : undefined;
}

/** Of interest only where a role was asked for in every division. */
function divisionCount(
  { roleDivisions = [] }: OAuthClientRequest,
  { access: { divisions } }: Org,
): { divisionCount?: number } {
  const isAsked = roleDivisions.some(({ divisionId }) => divisionId === ALL_DIVISIONS);
  return isAsked && divisions.kind === 'known' ? { divisionCount: divisions.value.total } : {};
}

/** The client stays as it is, so nothing is sent. */
function adoptionSteps(answers: Answers, context: Context): PlanStep[] {
  const client = adoptedClient(answers, context);
  if (client === undefined) return [];
  const { id, name, dateCreated } = client;
  const hasSecret = hasAdoptedSecret(answers, context);
  return [{ kind: 'use-client', id, name, adopted: { hasSecret, ...(dateCreated && { dateCreated }) } }];
}

/**
 * The client that these answers describe, with only what its grant type has (rules G12 to G15), or undefined while the
 * duration is no number.
 */
export function requestOf(answers: Answers): OAuthClientRequest | undefined {
  const durationSeconds = parseDuration(answers.duration);
  if (durationSeconds === undefined) return undefined;
  const { grantType } = answers;
  const description = answers.description.trim();
  return {
    name: answers.name.trim(),
    ...(description !== '' && { description }),
    authorizedGrantType: grantType,
    accessTokenValiditySeconds: durationSeconds,
    ...(asksForRedirectUris(grantType) && {
      registeredRedirectUri: unique(redirectUriLines(answers.redirectUris).map(({ uri }) => uri)),
    }),
    ...(asksForScopes(grantType) && { scope: unique(answers.scopes) }),
    ...(asksForRoles(grantType) && {
      roleDivisions: rolesGiven(answers).flatMap(({ roleId, divisionIds }) =>
        unique(divisionIds).map((divisionId) => ({ roleId, divisionId })),
      ),
    }),
  };
}

/** Those that were chosen, and the one that is made. */
export function rolesGiven(answers: Answers): readonly ChosenRole[] {
  const newRole = newRoleOf(answers);
  if (newRole === undefined) return answers.roles;
  return [...answers.roles, { roleId: NEW_ROLE_ID, divisionIds: newRole.divisionIds }];
}

function unique(values: readonly string[]): string[] {
  return [...new Set(values)];
}
