import { setTimeout } from 'node:timers/promises';
import { type Connected, clientEffects } from '../../core/operations/clientEffects.ts';
import { deleteClient } from '../../core/operations/deleteClient.ts';
import { restoreClient } from '../../core/operations/restoreClient.ts';
import type { Result } from '../../core/platform/errors.ts';
import {
  createClient,
  getClient,
  listClients,
  type OAuthClient,
  type OAuthClientRequest,
} from '../../core/platform/oauthClients.ts';
import type { Connection } from '../../core/platform/request.ts';
import type { Known, Org } from '../../core/procedures/context.ts';
import { type Effects, findCreated } from '../../core/procedures/execute.ts';
import { reasonOf } from '../../core/reason.ts';
import { createFrameworkFile, editFrameworkFile } from '../framework/write.ts';
import { textLanguage } from '../language.ts';
import { writeScimFile } from '../scim/write.ts';
import type { ClientSecrets } from '../secrets/clientSecrets.ts';
import { ClientTokens } from './clientTokens.ts';

/** Without an org there was no answer that could have held a secret. */
const NO_SECRET = { ok: false, error: { kind: 'no-secret' } } as const;

/** Milliseconds before each look for a client whose answer was lost: the org may still be making it. */
const LOOKS_AFTER = [0, 700, 1500];

/**
 * The ways in which a plan touches this org, this computer's keyring and this workspace. The connection is asked for
 * at each call, because the person may have signed in again since Save began.
 */
export function effectsOf(
  connection: () => Connection | undefined,
  org: Org | undefined,
  secrets: ClientSecrets,
): Effects {
  const tokens = org === undefined ? undefined : new ClientTokens(org, secrets, textLanguage());
  const connected: Connected = async (call) => {
    const to = connection();
    const signedOut = { kind: 'signed-out' as const, answer: { status: 401 } };
    return to === undefined ? { ok: false, error: signedOut } : await call(to);
  };
  return {
    createClient: async (request) => await connected(async (to) => await createClient(to, request)),
    findCreatedClient: async (request) => await connected(async (to) => await look(to, org, request)),
    keepSecret: async ({ id, name }, secret) => {
      const { name: orgName = '', region = '' } = org ?? {};
      return await secrets.keep({ id, name, orgName, region }, secret).then(
        () => ({ ok: true }),
        (error) => ({ ok: false, reason: reasonOf(error) }),
      );
    },
    deleteClient: async ({ id }) => {
      const deleted = await deleteClient(clientEffects(connected, id));
      // A secret without its client opens nothing; that the keyring keeps it is no failure of the deletion.
      if (deleted.ok) await secrets.forget(id).catch(() => undefined);
      return deleted;
    },
    restoreClient: async ({ id }) => await restoreClient(clientEffects(connected, id)),
    readClient: async (id) => await connected(async (to) => await getClient(to, id)),
    makeToken: async (id) => (await tokens?.make(id)) ?? NO_SECRET,
    prove: async (step, id) => (await tokens?.prove(step, id)) ?? NO_SECRET,
    writeScimFile,
    editFrameworkFile,
    createFrameworkFile,
  };
}

/**
 * Looks for the client that a lost request may have created. Where nobody knows which clients were there before, one
 * that fits proves nothing, so it is no answer.
 */
async function look(
  connection: Connection,
  org: Org | undefined,
  request: OAuthClientRequest,
): Promise<Result<OAuthClient | undefined>> {
  const clientsBefore: Known<readonly OAuthClient[]> = org?.clients ?? { kind: 'known', value: [] };
  const clientIds = new Set(clientsBefore.kind === 'known' ? clientsBefore.value.map(({ id }) => id) : []);
  const callerId = org?.caller.kind === 'user' ? org.caller.id : undefined;
  for (const milliseconds of LOOKS_AFTER) {
    await setTimeout(milliseconds);
    const clients = await listClients(connection);
    if (!clients.ok) return clients;
    const found = findCreated(request, clients.value, { clientIds, callerId });
    if (found === undefined) continue;
    return clientsBefore.kind === 'known'
      ? { ok: true, value: found }
      : { ok: false, error: clientsBefore.error };
  }
  return { ok: true, value: undefined };
}
