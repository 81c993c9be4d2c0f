import type * as vscode from 'vscode';

/**
 * The Client Secrets of clients made here, and the tokens made with them for identity providers, each in VS Code's
 * SecretStorage under its client's ID.
 */
export type ClientSecrets = {
  /** Rejects when the keyring does. */
  keep(clientId: string, secret: string): Promise<void>;
  get(clientId: string): Promise<string | undefined>;
  /** Rejects when the keyring does. */
  keepToken(clientId: string, token: string): Promise<void>;
  getToken(clientId: string): Promise<string | undefined>;
  /** Forgets both. Rejects when the keyring does. */
  forget(clientId: string): Promise<void>;
};

export function clientSecrets(storage: vscode.SecretStorage): ClientSecrets {
  const secretKey = (clientId: string) => `genesysOAuth.clientSecret.${clientId}`;
  const tokenKey = (clientId: string) => `genesysOAuth.providerToken.${clientId}`;
  return {
    keep: async (clientId, secret) => await storage.store(secretKey(clientId), secret),
    get: async (clientId) => await storage.get(secretKey(clientId)),
    keepToken: async (clientId, token) => await storage.store(tokenKey(clientId), token),
    getToken: async (clientId) => await storage.get(tokenKey(clientId)),
    forget: async (clientId) => {
      await Promise.all([storage.delete(secretKey(clientId)), storage.delete(tokenKey(clientId))]);
    },
  };
}
