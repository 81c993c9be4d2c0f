import type { Disposable } from 'vscode';
import { languages } from 'vscode';
import { mayNameScopes } from '../../core/privileges/scopes/scopeFiles.ts';
import type { ScopeAids } from './scopeAids.ts';

/** Registers what the editor tells about scopes in Markdown. Where a document names none, nothing is read. */
export function registerScopeHover(
  features: () => Promise<{ readonly scopeAids: Pick<ScopeAids, 'hoverAt'> }>,
): Disposable {
  return languages.registerHoverProvider('markdown', {
    provideHover: async (document, position, token) => {
      if (!mayNameScopes(document.getText())) return undefined;
      const { scopeAids } = await features();
      return await scopeAids.hoverAt(document, position, token);
    },
  });
}
