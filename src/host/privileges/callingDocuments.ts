// Loaded at activation, so it needs little, and values of 'vscode' not at all.
import type { TextDocument } from 'vscode';
import type { Language } from '../../core/privileges/calls/source/languages.ts';
import { mayCall } from '../../core/privileges/calls/source/mayCall.ts';
import { isClientRequest, mayNameScopes } from '../../core/privileges/scopes/scopeFiles.ts';

/** As VS Code calls the languages in which calls are found. */
export const LANGUAGES: ReadonlyMap<string, Language> = new Map<string, Language>([
  ...['javascript', 'javascriptreact', 'typescript', 'typescriptreact'].map(
    (id) => [id, 'javascript'] as const,
  ),
  ['python', 'python'],
  ['java', 'java'],
  ['csharp', 'csharp'],
  ['go', 'go'],
]);

/** Whether a document may call the Platform API, or name scopes of it. */
export function concernsApi(document: TextDocument): boolean {
  const { languageId } = document;
  if (languageId === 'markdown') return mayNameScopes(document.getText());
  return (LANGUAGES.has(languageId) && mayCall(document.getText())) || isClientRequest(document);
}
