import type { Effects } from '../../src/core/operations/effects.ts';
import type { Draft, ProcedureId } from '../../src/core/procedures/draft.ts';
import type { LoadedOrg } from '../../src/core/procedures/loadedOrg.ts';
import { type OpenWizard, openWizard } from './harness.ts';

/** Opens the wizard on Review with these answers, presses Save, and waits until that has stopped or finished. */
export async function save(
  procedure: ProcedureId,
  draft: Draft,
  effects: Partial<Effects> = {},
  org?: LoadedOrg,
): Promise<OpenWizard> {
  const options = { memory: { procedure, step: 'review', draft }, effects } as const;
  const wizard = await openWizard(org === undefined ? options : { ...options, org });
  await wizard.page.locator('#save').click();
  await wizard.page.locator('.states, #client-id').waitFor();
  await wizard.settle();
  return wizard;
}
