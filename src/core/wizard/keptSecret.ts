import { orgOf } from '../procedures/context.ts';
import type { SecretsPort } from './ports.ts';
import type { WizardStore } from './store.ts';

/** Tells the page whether the secret of the adopted client is kept here, which decides what Save can do with it. */
export async function lookForSecret(secrets: Pick<SecretsPort, 'get'>, store: WizardStore): Promise<void> {
  const { context, memory } = store.state;
  const { adopts } = memory.draft;
  const org = orgOf(context);
  if (adopts == null || org === undefined) return;
  const secret = await secrets.get(adopts, org).catch(() => undefined);
  if (secret !== undefined) store.changeContext({ keptSecretOf: adopts });
}
