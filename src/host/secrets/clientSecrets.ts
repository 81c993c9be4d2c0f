import type * as vscode from 'vscode';
import { type KeptClient, KeptClients } from './keptClients.ts';

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
