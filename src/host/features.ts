import type { Log } from './log.ts';
import { createServices, type ExtensionContext, type Services } from './services.ts';
import type { SessionChanges } from './signIn/sessions.ts';
import { WizardPanel } from './wizard/panel.ts';

export { resetPracticeOrg, signIn, signOut, startPracticeOrg } from './signIn/commands.ts';

/** Everything behind the commands. Loaded when the first of them runs, so that activation stays quick. */
export type Features = { services: Services; wizard: WizardPanel };

export function createFeatures(
  context: ExtensionContext,
  log: Log,
  sessionChanges: SessionChanges,
): Features {
  const services = createServices(context, log, sessionChanges);
  return { services, wizard: new WizardPanel(services) };
}
