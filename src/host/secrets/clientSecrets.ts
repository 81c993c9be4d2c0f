import type * as vscode from 'vscode';

/** The Client Secrets of clients made here, each in VS Code's SecretStorage under its client's ID. */
export type ClientSecrets = {
  /** Rejects when the keyring does. */
  keep(clientId: string, secret: string): Promise<void>;
  get(clientId: string): Promise<string | undefined>;
};

export function clientSecrets(storage: vscode.SecretStorage): ClientSecrets {
  const keyOf = (clientId: string) => `genesysOAuth.clientSecret.${clientId}`;
  return {
    keep: async (clientId, secret) => await storage.store(keyOf(clientId), secret),
    get: async (clientId) => await storage.get(keyOf(clientId)),
  };
}
