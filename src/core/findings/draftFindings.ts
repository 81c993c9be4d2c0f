import { clientInFramework } from './clientInFramework.ts';
import { draftAccess } from './draftAccess.ts';
import { draftClient, draftRedirectUris } from './draftClient.ts';
import { draftRoles } from './draftRoles.ts';
import { draftAdopted, draftTarget } from './draftTarget.ts';
import { roleForScim } from './roleForScim.ts';

/**
 * What the wizard shows at an answer. What a client lacks for the framework, and a role for SCIM, it shares with the
 * editor; its page is spared the rest of what the editor shows.
 */
export const draftFindings = {
  ...draftAccess,
  ...draftRoles,
  ...roleForScim,
  ...draftClient,
  ...draftRedirectUris,
  ...clientInFramework,
  ...draftAdopted,
  ...draftTarget,
};

export type DraftCode = keyof typeof draftFindings;
