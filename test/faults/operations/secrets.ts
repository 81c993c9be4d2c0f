import { keepToken, makeToken } from '../../../src/core/operations/makeToken.ts';
import { type Rotation, rotateSecret } from '../../../src/core/operations/rotateSecret.ts';
import { clientCredentialsLogin } from '../../../src/core/platform/login.ts';
import { resetSecret } from '../../../src/core/platform/oauthClients.ts';
import type { Connection } from '../../../src/core/platform/request.ts';
import type { NamedClient } from '../../../src/core/texts/clientName.ts';
import { noScimTokenText, secretNotChangedText } from '../../../src/core/texts/secrets.ts';
import { automationClient } from '../../../src/practiceOrg/world/seed.ts';
import { type Facts, type Operation, type Told, UNKNOWN } from '../cell.ts';
import { errorsOf, type FaultDesk, linesOf } from '../faultDesk.ts';
import { REQUEST } from './aClient.ts';

/** What is done about secrets and tokens of a client that exists. */
export const aboutSecrets: readonly Operation[] = [
  {
    name: 'rotate a secret',
    begin: async (desk) => {
      const { id, name, secret: old } = await desk.clientMade(REQUEST);
      let connection = await desk.connection();
      const act = async () => toldOfRotation({ id, name }, await rotate(desk, connection, id));
      return {
        act,
        wanted: { old: 'dead', kept: 'counts' },
        truth: async () => await secretsOf(desk, id, old),
        again: async () => {
          connection = await desk.connection();
          return await act();
        },
      };
    },
  },
  {
    name: 'make a SCIM token',
    begin: async (desk) => {
      let end: string | undefined;
      const act = async () =>
        await tokenMade(desk, (endsAt) => {
          end = endsAt;
        });
      return {
        act,
        again: act,
        wanted: { token: 'opens the org', file: 'has its end' },
        truth: async () => ({
          token: await tokenStands(desk),
          file: end === undefined ? 'as it was' : 'has its end',
        }),
      };
    },
  },
];

async function rotate(desk: FaultDesk, connection: Connection, id: string): Promise<Rotation> {
  return await rotateSecret({
    begin: async () => undefined,
    end: async () => undefined,
    reset: async () => await resetSecret(connection, id),
    keep: async (secret) => void desk.keyring.set(id, desk.noted(secret)),
    renewSessions: async () => undefined,
  });
}

/** What the command says; of a secret that was lost, its question tells. */
function toldOfRotation(client: NamedClient, rotation: Rotation): Told {
  switch (rotation.kind) {
    case 'kept':
      return { isDone: true, says: { old: 'dead', kept: 'counts' }, words: [], errors: [] };
    case 'not-changed': {
      const { error } = rotation;
      const words = linesOf(secretNotChangedText(client, error));
      return { isDone: false, says: { old: 'counts', kept: 'none' }, words, errors: errorsOf(error) };
    }
    case 'lost':
      return {
        isDone: false,
        says: { old: UNKNOWN, kept: 'none' },
        words: ['Its question says that nobody knows.'],
        errors: ['lost'],
      };
    case 'not-kept':
      throw new Error('The keyring of this desk refuses nothing.');
  }
}

async function secretsOf(desk: FaultDesk, id: string, old: string): Promise<Facts> {
  const kept = desk.keyring.get(id);
  const [client] = await desk.clientsNamed(REQUEST.name);
  return {
    client: client === undefined ? 'not there' : 'there',
    old: (await desk.isSecretOf(id, old)) ? 'counts' : 'dead',
    kept: kept === undefined ? 'none' : (await desk.isSecretOf(id, kept)) ? 'counts' : 'dead',
  };
}

async function tokenMade(desk: FaultDesk, writeEnd: (endsAt: string) => void): Promise<Told> {
  const { id, secret } = automationClient;
  desk.noted(secret);
  const effects = {
    secret: async () => secret,
    login: async (shown: string, signal: AbortSignal) =>
      await clientCredentialsLogin(`${desk.org.baseUrl}/login`, id, shown, signal),
    keepToken: async (token: string) => void desk.keyring.set(`token of ${id}`, desk.noted(token)),
    writeEnd: async (endsAt: string) => {
      writeEnd(endsAt);
      return { kind: 'written', saved: true } as const;
    },
  };
  const tried = await makeToken(effects, undefined, new AbortController().signal);
  const nothing = { token: 'none', file: 'as it was' };
  switch (tried.kind) {
    case 'made': {
      const { file } = await keepTokenOf(effects, tried.token);
      const says = { token: 'opens the org', ...(file && { file: 'has its end' }) };
      return { isDone: true, says, words: [], errors: [] };
    }
    case 'not-made':
      return {
        isDone: false,
        says: nothing,
        words: linesOf(noScimTokenText(tried.error)),
        errors: errorsOf(tried.error),
      };
    case 'needs-secret':
      return { isDone: false, says: nothing, words: ['It asks for the secret.'], errors: ['needs-secret'] };
    case 'cancelled':
      return { isDone: false, says: nothing, words: [], errors: ['cancelled'] };
  }
}

async function keepTokenOf(...[effects, token]: Parameters<typeof keepToken>) {
  const kept = await keepToken(effects, token);
  if (kept.kind !== 'kept') throw new Error('The keyring of this desk refuses nothing.');
  return kept;
}

async function tokenStands(desk: FaultDesk): Promise<string> {
  const token = desk.keyring.get(`token of ${automationClient.id}`);
  if (token === undefined) return 'none';
  const answer = await desk.org.call(token, 'GET', '/api/v2/oauth/clients');
  return answer.status === 200 ? 'opens the org' : 'opens nothing';
}
