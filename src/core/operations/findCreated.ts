import type { OAuthClient, OAuthClientRequest } from '../platform/oauthClients.ts';
import { differentFields } from './readBack.ts';

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
