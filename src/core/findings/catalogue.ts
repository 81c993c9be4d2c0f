import { clientInFramework } from './clientInFramework.ts';
import { clientOfEntry } from './clientOfEntry.ts';
import { draftFindings } from './draftFindings.ts';
import { frameworkFile } from './frameworkFindings.ts';
import { roleForScim } from './roleForScim.ts';
import { scimFile } from './scimFindings.ts';
import { scopeInFile } from './scopeFindings.ts';

/** What an editor shows in framework.js, in a SCIM config file, and in a request for a client. */
export const diagnostics = {
  ...frameworkFile,
  ...clientOfEntry,
  ...clientInFramework,
  ...roleForScim,
  ...scimFile,
  ...scopeInFile,
};

/** Whether a word, such as one from a setting or a command, is the code of a diagnostic. */
export function isDiagnosticCode(word: unknown): word is DiagnosticCode {
  return typeof word === 'string' && Object.hasOwn(diagnostics, word);
}

/** Every code that this extension knows, with what it stands for. */
export const catalogue = { ...diagnostics, ...draftFindings };

export type DiagnosticCode = keyof typeof diagnostics;
export type FrameworkCode =
  | keyof typeof frameworkFile
  | keyof typeof clientOfEntry
  | keyof typeof clientInFramework;
export type ScimCode = keyof typeof scimFile | keyof typeof roleForScim;
export type ScopeCode = keyof typeof scopeInFile;
export type FindingCode = keyof typeof catalogue;
