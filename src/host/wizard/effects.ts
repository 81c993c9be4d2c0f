import { setTimeout } from 'node:timers/promises';
import type { Result } from '../../core/platform/errors.ts';
import {
  createClient,
  listClients,
  type OAuthClient,
  type OAuthClientRequest,
} from '../../core/platform/oauthClients.ts';
import type { Connection } from '../../core/platform/request.ts';
import type { Known } from '../../core/procedures/context.ts';
import { type Effects, findCreated } from '../../core/procedures/execute.ts';
import { createFrameworkFile, editFrameworkFile } from '../framework/write.ts';
import { reasonOf } from '../reason.ts';
import type { ClientSecrets } from '../secrets/clientSecrets.ts';

/** The clients that the org had before Save, as far as it told. */
type ClientsBefore = Known<readonly { id: string }[]>;

/** Milliseconds before each look for a client whose answer was lost: the org may still be making it. */
const LOOKS_AFTER = [0, 700, 1500];

/**
 * The ways in which a plan touches this org, this computer's keyring and this workspace. The connection is asked for
 * at each call, because the person may have signed in again since Save began.
 */
export function effectsOf(
  connection: () => Connection | undefined,
  clientsBefore: ClientsBefore,
  secrets: ClientSecrets,
): Effects {
  const connected = async <T>(call: (to: Connection) => Promise<Result<T>>): Promise<Result<T>> => {
    const to = connection();
    const signedOut = { kind: 'signed-out' as const, answer: { status: 401 } };
    return to === undefined ? { ok: false, error: signedOut } : await call(to);
  };
  return {
    createClient: async (request, signal) =>
      await connected(async (to) => await createClient(to, request, signal)),
    findCreatedClient: async (request) =>
      await connected(async (to) => await look(to, clientsBefore, request)),
    keepSecret: async (client, secret) =>
      await secrets.keep(client.id, secret).then(
        () => ({ ok: true }),
        (error) => ({ ok: false, reason: reasonOf(error) }),
      ),
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
  clientsBefore: ClientsBefore,
  request: OAuthClientRequest,
): Promise<Result<OAuthClient | undefined>> {
  const before = new Set(clientsBefore.kind === 'known' ? clientsBefore.value.map(({ id }) => id) : []);
  for (const milliseconds of LOOKS_AFTER) {
    await setTimeout(milliseconds);
    const clients = await listClients(connection);
    if (!clients.ok) return clients;
    const found = findCreated(request, clients.value, before);
    if (found === undefined) continue;
    return clientsBefore.kind === 'known'
      ? { ok: true, value: found }
      : { ok: false, error: clientsBefore.error };
  }
  return { ok: true, value: undefined };
}
