import assert from 'node:assert/strict';
import { beforeEach } from 'mocha';
import type { ClientChange } from '../../../src/core/clients/change.ts';
import {
  type ChangeEffects,
  type ChangeOutcome,
  type ChangePreview,
  clientEffects,
  makeChange,
  prepareChange,
} from '../../../src/core/operations/changeClient.ts';
import { deleteClient } from '../../../src/core/operations/deleteClient.ts';
import { type ClientBody, readClientRecord, updateClient } from '../../../src/core/platform/clientRecord.ts';
import { createClient, type OAuthClientRequest } from '../../../src/core/platform/oauthClients.ts';
import type { Connection } from '../../../src/core/platform/request.ts';
import { useOrg } from '../../org/useOrg.ts';

export const INDEX = 'https://apps.mypurecloud.com/crm/index.html';
export const OTHER = 'https://crm.test/callback';
const REQUEST: OAuthClientRequest = {
  name: 'Agent desktop',
  authorizedGrantType: 'CODE',
  accessTokenValiditySeconds: 64_800,
  registeredRedirectUri: [OTHER],
  scope: ['users'],
};
/** What the client lacks. */
export const ADD: readonly ClientChange[] = [
  { kind: 'add-redirect-uris', uris: [INDEX] },
  { kind: 'add-scopes', scopes: ['presence'] },
];

/** The ways in which the practice org spoils one change of a client. */
type Trouble = 'lost' | 'truncated' | 'dropped' | 'server-error' | 'html' | 'forbidden' | 'too-many-requests';

/** A client of a practice org, made anew for each test of the block around it. */
export type ClientUnderTest = {
  /** How the change under test reads and writes it. */
  readonly effects: ChangeEffects;
  /** What the org has of it. */
  stored(): Promise<Record<string, unknown>>;
  previewed(changes?: readonly ClientChange[]): Promise<ChangePreview>;
  made(changes?: readonly ClientChange[]): Promise<Extract<ChangeOutcome, { kind: 'changed' }>>;
  /** Changes it as another administrator does. */
  elsewhere(change: Partial<ClientBody>): Promise<void>;
  /** Deletes it as another administrator does. */
  deleteElsewhere(): Promise<void>;
  /** Spoils the next change of it. */
  spoil(kind: Trouble): Promise<void>;
};

export function useClient(): ClientUnderTest {
  const org = useOrg();
  let connection: Connection;
  let id: string;

  beforeEach(async () => {
    connection = { apiUrl: org().baseUrl, accessToken: await org().signIn('administrator'), language: 'en' };
    const made = await createClient(connection, REQUEST);
    assert.ok(made.ok);
    ({ id } = made.value.client);
  });

  const effects: ChangeEffects = {
    read: async (signal) => await readClientRecord(connection, id, signal),
    write: async (body) => await updateClient(connection, id, body),
  };

  async function previewed(changes = ADD): Promise<ChangePreview> {
    const prepared = await prepareChange(effects, changes);
    assert.ok(prepared.kind === 'ready', JSON.stringify(prepared));
    return prepared.preview;
  }

  return {
    effects,
    previewed,
    async stored() {
      await org().turn({ troubles: [] });
      const read = await readClientRecord(connection, id);
      assert.ok(read.ok);
      return read.value;
    },
    async made(changes = ADD) {
      const outcome = await makeChange(effects, await previewed(changes), changes);
      assert.ok(outcome.kind === 'changed', JSON.stringify(outcome));
      return outcome;
    },
    async elsewhere(change) {
      assert.ok((await updateClient(connection, id, { ...REQUEST, ...change })).ok);
    },
    async deleteElsewhere() {
      assert.ok((await deleteClient(clientEffects(async (call) => await call(connection), id))).ok);
    },
    async spoil(kind) {
      await org().turn({ troubles: [{ kind, times: 1, method: 'PUT' }] });
    },
  };
}
