import type * as vscode from 'vscode';
import * as z from 'zod/mini';

/** A client whose secret is kept here; the keyring cannot say which those are, so they are noted beside it. */
const KeptClient = z.object({
  id: z.string(),
  name: z.string(),
  orgName: z.string(),
  /** Domain. */
  region: z.string(),
});
export type KeptClient = z.infer<typeof KeptClient>;

const KEY = 'genesysOAuth.keptClients';

/** The note of the clients whose secrets are kept on this computer. It never holds a secret. */
export class KeptClients {
  constructor(private readonly storage: vscode.Memento) {}

  /** The one noted last comes first. */
  all(): readonly KeptClient[] {
    const noted = z.array(KeptClient).safeParse(this.storage.get(KEY));
    return noted.success ? noted.data : [];
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
