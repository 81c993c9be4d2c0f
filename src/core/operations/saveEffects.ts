import type { Result } from '../platform/errors.ts';
import {
  createClient,
  getClient,
  listClients,
  type OAuthClient,
  type OAuthClientRequest,
} from '../platform/oauthClients.ts';
import { reasonOf } from '../reason.ts';
import { clientEffects } from './clientEffects.ts';
import { ClientTokens } from './clientTokens.ts';
import { deleteClient, restoreClient } from './deleteClient.ts';
import type { Effects } from './effects.ts';
import { findCreated } from './findCreated.ts';
import type { SaveTools } from './saveTools.ts';

/** Milliseconds before each look for a client whose answer was lost: the org may still be making it. */
const LOOKS_AFTER = [0, 700, 1500];

/** The ways in which Save touches an org, a keyring and a workspace. */
export function saveEffects(tools: SaveTools): Effects {
  const { saved, connected, secrets, files } = tools;
  const { place } = saved;
  const tokens = new ClientTokens(tools);
  return {
    createClient: async (request) => await connected(async (to) => await createClient(to, request)),
    findCreatedClient: async (request) => await look(tools, request),
    keepSecret: async ({ id, name }, secret) => {
      const kept = { id, name, orgName: place.org?.name ?? '', region: place.region };
      return await secrets.keep(kept, secret).then(
        () => ({ ok: true }),
        (error) => ({ ok: false, reason: reasonOf(error) }),
      );
    },
    hasSecret: async (id) => (await secrets.get(id).catch(() => undefined)) !== undefined,
    deleteClient: async ({ id }) => {
      const deleted = await deleteClient(clientEffects(connected, id));
      // A secret without its client opens nothing; that the keyring keeps it is no failure of the deletion.
      if (deleted.ok) await secrets.forget(id).catch(() => undefined);
      return deleted;
    },
    restoreClient: async ({ id }) => await restoreClient(clientEffects(connected, id)),
    readClient: async (id) => await connected(async (to) => await getClient(to, id)),
    makeToken: async (id) => await tokens.make(id),
    prove: async (step, id) => await tokens.prove(step, id),
    ...files,
  };
}

/**
 * Looks for the client that a lost request may have created. Where nobody knows which clients were there before, one
 * that fits proves nothing, so it is no answer.
 */
async function look(
  { connected, saved: { before }, wait }: SaveTools,
  request: OAuthClientRequest,
): Promise<Result<OAuthClient | undefined>> {
  for (const milliseconds of LOOKS_AFTER) {
    await wait(milliseconds);
    const clients = await connected(listClients);
    if (!clients.ok) return clients;
    const { namesakes, callerId } =
      before.kind === 'known' ? before.value : { namesakes: [], callerId: undefined };
    const found = findCreated(request, clients.value, { clientIds: new Set(namesakes), callerId });
    if (found === undefined) continue;
    return before.kind === 'known' ? { ok: true, value: found } : { ok: false, error: before.error };
  }
  return { ok: true, value: undefined };
}
