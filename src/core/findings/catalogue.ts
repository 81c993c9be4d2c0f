import { clientInFramework } from './clientInFramework.ts';
import { draftAccess } from './draftAccess.ts';
import { draftAdopted } from './draftAdopted.ts';
import { draftClient } from './draftClient.ts';
import { draftRedirectUris } from './draftRedirectUris.ts';
import { draftTarget } from './draftTarget.ts';
import { frameworkFile } from './frameworkFile.ts';
import { roleForScim } from './roleForScim.ts';
import { scimFile } from './scimFile.ts';

/** What an editor shows in framework.js, and in a SCIM config file. */
export const diagnostics = { ...frameworkFile, ...clientInFramework, ...roleForScim, ...scimFile };

/**
 * What the wizard shows at an answer. What a client lacks for the framework, and a role for SCIM, it shares with the
 * editor.
 */
export const draftFindings = {
  ...draftAccess,
  ...roleForScim,
  ...draftClient,
  ...draftRedirectUris,
  ...clientInFramework,
  ...draftAdopted,
  ...draftTarget,
};

/** Whether a word, such as one from a setting or a command, is the code of a diagnostic. */
export function isDiagnosticCode(word: unknown): word is DiagnosticCode {
  return typeof word === 'string' && Object.hasOwn(diagnostics, word);
}

/** Every code that this extension knows, with what it stands for. */
export const catalogue = { ...diagnostics, ...draftFindings };

export type DiagnosticCode = keyof typeof diagnostics;
export type FrameworkCode = keyof typeof frameworkFile | keyof typeof clientInFramework;
export type ScimCode = keyof typeof scimFile | keyof typeof roleForScim;
export type DraftCode = keyof typeof draftFindings;
export type FindingCode = keyof typeof catalogue;
