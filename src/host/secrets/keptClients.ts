import type * as vscode from 'vscode';
import * as z from 'zod/mini';
import { salvage, salvageList } from '../../core/salvage.ts';

/** A client whose secret is kept here; the keyring cannot say which those are, so they are noted beside it. */
const KeptClient = z.object({
  id: z.string(),
  name: z.string(),
  orgName: z.string(),
  /** Domain. */
  region: z.string(),
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

  async note({ id, name, orgName, region }: KeptClient): Promise<void> {
    await this.storage.update(KEY, [{ id, name, orgName, region }, ...this.others(id)]);
  }

  async forget(id: string): Promise<void> {
    await this.storage.update(KEY, this.others(id));
  }

  private others(id: string): KeptClient[] {
    return this.all().filter((each) => each.id !== id);
  }
}
