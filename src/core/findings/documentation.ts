import type { DiagnosticCode, ScopeCode } from './catalogue.ts';
import { clientInFrameworkDocumentation } from './clientInFramework.ts';
import { clientOfEntryDocumentation } from './clientOfEntry.ts';
import type { Documentation } from './entry.ts';
import { frameworkFileDocumentation } from './frameworkFindings.ts';
import { roleForScimDocumentation } from './roleForScim.ts';
import { scimFileDocumentation } from './scimFindings.ts';
import { scopeInFileDocumentation } from './scopeFindings.ts';

/** What can be found in a framework.js or a genesys-scim.json. */
export type FileCode = Exclude<DiagnosticCode, ScopeCode>;

const ofFiles: Readonly<Record<FileCode, Documentation>> = {
  ...frameworkFileDocumentation,
  ...clientOfEntryDocumentation,
  ...clientInFrameworkDocumentation,
  ...roleForScimDocumentation,
  ...scimFileDocumentation,
};

/** What is said of each code that an editor shows. */
export const documentation: Readonly<Record<DiagnosticCode, Documentation>> = {
  ...ofFiles,
  ...scopeInFileDocumentation,
};

/** The codes of framework.js and genesys-scim.json, in the order of the documentation. */
export const codesOfFiles: readonly FileCode[] = Object.keys(ofFiles).filter(isFileCode);

function isFileCode(code: string): code is FileCode {
  return Object.hasOwn(ofFiles, code);
}
