import type { RoleRequest } from '../platform/authorization.ts';
import type { OAuthClientRequest } from '../platform/oauthClients.ts';
import { withNewRole } from '../procedures/newRole.ts';

/** Stands for the ID of a role that is to be made first, where only a person can put it. */
export const ROLE_ID_STAND_IN = 'ID_OF_THE_NEW_ROLE';

/** A client whose role is to be made first. */
export function withStandIn(client: OAuthClientRequest): OAuthClientRequest {
  return withNewRole(client, ROLE_ID_STAND_IN);
}

/**
 * The body of the request: two spaces of indent, a line feed at the end, and the keys always in the same order. The
 * keys are named one by one, so that nothing else an object may carry, such as a secret, can come along.
 */
export function exportJson(client: OAuthClientRequest): string {
  return written(bodyOf(client));
}

/** The bodies of both requests, where the role of the client is to be made first. */
export function exportJsonWithRole(client: OAuthClientRequest, role: RoleRequest): string {
  return written({ role, client: bodyOf(withStandIn(client)) });
}

/** The body of the request for a role. */
export function roleJson(role: RoleRequest): string {
  return written(role);
}

/** A list of such bodies. */
export function exportJsonList(clients: readonly OAuthClientRequest[]): string {
  return written(clients.map(bodyOf));
}

function bodyOf(client: OAuthClientRequest) {
  return {
    name: client.name,
    description: client.description,
    authorizedGrantType: client.authorizedGrantType,
    accessTokenValiditySeconds: client.accessTokenValiditySeconds,
    registeredRedirectUri: client.registeredRedirectUri,
    scope: client.scope,
    roleDivisions: client.roleDivisions?.map(({ roleId, divisionId }) => ({ roleId, divisionId })),
  };
}

function written(value: unknown): string {
  return `${escapeUnseen(JSON.stringify(value, undefined, 2))}\n`;
}

const UNSEEN = /(?!\n)[\p{Cc}\p{Bidi_Control}\u2028\u2029]/gu;

/**
 * Writes characters that act instead of being seen (controls, changes of writing direction, line separators; not the
 * line feed) as `\uXXXX`, which JSON and Terraform's HCL both read. What is pasted into a terminal or shown for
 * review is then what is seen.
 */
export function escapeUnseen(text: string): string {
  return text.replace(UNSEEN, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
