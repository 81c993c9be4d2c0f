import * as vscode from 'vscode';
import { readClientJson } from '../../core/procedures/startFrom/json.ts';
import type { JsonReading } from '../../core/procedures/startFrom/jsonReading.ts';
import type { ClientSecrets } from '../secrets/clientSecrets.ts';
import type { WizardStore } from './store.ts';

/** What a pasted JSON says of a client, or that on the clipboard; its secret, if it has one, stays behind. */
export async function readClient(pasted: string | undefined): Promise<JsonReading> {
  return readClientJson(pasted ?? (await vscode.env.clipboard.readText()));
}

/** Tells the page whether the secret of the adopted client is kept here, which decides what Save can do with it. */
export async function lookForSecret(store: WizardStore, secrets: ClientSecrets): Promise<void> {
  const { adopts } = store.state.memory.draft;
  if (adopts == null) return;
  const secret = await secrets.get(adopts).catch(() => undefined);
  if (secret !== undefined) store.changeContext({ keptSecretOf: adopts });
}
