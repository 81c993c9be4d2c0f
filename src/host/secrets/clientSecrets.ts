import type * as vscode from 'vscode';
import * as z from 'zod/mini';
import type { FoundClient } from '../../core/clients/whereabouts.ts';
import { salvage, salvageList } from '../../core/salvage.ts';

/**
 * The Client Secrets of clients made here, and the tokens made with them for identity providers, each in VS Code's
 * SecretStorage under its client's ID.
 */
export type ClientSecrets = {
  /** Rejects when the keyring does. */
  keep(client: KeptClient, secret: string): Promise<void>;
  get(clientId: string): Promise<string | undefined>;
  /** The clients whose secrets are kept, the latest first. */
  clients(): Promise<readonly KeptClient[]>;
  /** Rejects when the keyring does. */
  keepToken(clientId: string, token: string): Promise<void>;
  getToken(clientId: string): Promise<string | undefined>;
  /** Forgets both. Rejects when the keyring does. */
  forget(clientId: string): Promise<void>;
};

export function clientSecrets(storage: vscode.SecretStorage, notes: vscode.Memento): ClientSecrets {
  const noted = new KeptClients(notes);
  const secretKey = (clientId: string) => `genesysOAuth.clientSecret.${clientId}`;
  const tokenKey = (clientId: string) => `genesysOAuth.providerToken.${clientId}`;
  const get = async (clientId: string) => await storage.get(secretKey(clientId));
  return {
    keep: async (client, secret) => {
      await storage.store(secretKey(client.id), secret);
      await noted.note(client);
    },
    get,
    clients: async () => {
      const kept = await Promise.all(
        noted.all().map(async (client) => ((await get(client.id)) === undefined ? [] : [client])),
      );
      return kept.flat();
    },
    keepToken: async (clientId, token) => await storage.store(tokenKey(clientId), token),
    getToken: async (clientId) => await storage.get(tokenKey(clientId)),
    forget: async (clientId) => {
      await Promise.all([storage.delete(secretKey(clientId)), storage.delete(tokenKey(clientId))]);
      await noted.forget(clientId);
    },
  };
}

/** A client whose secret is kept here; the keyring cannot say which those are, so they are noted beside it. */
const KeptClient = z.object({
  id: z.string(),
  name: z.string(),
  orgName: z.string(),
  /** Domain. */
  region: z.string(),
  /** Whether it was made in the practice org; not known of those from before. */
  practice: z.optional(z.boolean()),
});
export type KeptClient = z.infer<typeof KeptClient>;

/** Its secret is found by its ID alone. */
function readKeptClient(noted: unknown): KeptClient | undefined {
  const client = salvage(KeptClient, noted, { name: '', orgName: '', region: '' });
  return client && { ...client, name: client.name || client.id };
}

const KEY = 'genesysOAuth.keptClients';

/** The note of the clients whose secrets are kept on this computer. It never holds a secret. */
export class KeptClients {
  constructor(private readonly storage: vscode.Memento) {}

  /** The one noted last comes first. */
  all(): readonly KeptClient[] {
    return salvageList(readKeptClient, this.storage.get(KEY));
  }

  /** What a client was made in does not change, so that it stays where it is not said again. */
  async note({ id, name, orgName, region, practice }: KeptClient): Promise<void> {
    const home = practice ?? this.all().find((each) => each.id === id)?.practice;
    const client = { id, name, orgName, region, ...(home !== undefined && { practice: home }) };
    await this.storage.update(KEY, [client, ...this.others(id)]);
  }

  async forget(id: string): Promise<void> {
    await this.storage.update(KEY, this.others(id));
  }

  private others(id: string): KeptClient[] {
    return this.all().filter((each) => each.id !== id);
  }
}

/** A client of an org that one is signed in to, and the account (its ID) there. */
export type OwnClient = KeptClient & { account: string };

export function ownClient({ client, org }: FoundClient): OwnClient {
  const { account, orgName, region, practice } = org;
  return { id: client.id, name: client.name, orgName, region, practice, account };
}
