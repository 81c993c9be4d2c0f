import * as vscode from 'vscode';
import { type DiagnosticCode, isDiagnosticCode } from '../../core/findings/catalogue.ts';
import { textLanguage } from '../language.ts';

/** Behind the code of a diagnostic, and in no palette. */
export const EXPLAIN = '_genesysOAuth.explain';

/** The address behind the code of a diagnostic: a click on it opens what the documentation says of this code. */
export function documentationOf(code: DiagnosticCode): vscode.Uri {
  return vscode.Uri.from({ scheme: 'command', path: EXPLAIN, query: JSON.stringify([code]) });
}

/**
 * Shows what the documentation says of a code, rendered, or as text where VS Code's Markdown extension is switched off.
 * Anything that is no code opens the page from its top.
 */
export async function explain(extension: vscode.Uri, code: unknown): Promise<void> {
  const page = await pageIn(vscode.Uri.joinPath(extension, 'docs'), textLanguage());
  const anchor = isDiagnosticCode(code) ? code : '';
  const commands = await vscode.commands.getCommands(true);
  if (commands.includes('markdown.showPreview')) {
    await vscode.commands.executeCommand('markdown.showPreview', page.with({ fragment: anchor }));
    return;
  }
  const document = await vscode.workspace.openTextDocument(page);
  const at = document.positionAt(Math.max(0, document.getText().indexOf(`\`${anchor}\``)));
  await vscode.window.showTextDocument(document, { selection: new vscode.Range(at, at), preview: true });
}

/** The page in this language (BCP 47 tag), or in English where it is not translated. */
async function pageIn(docs: vscode.Uri, language: string): Promise<vscode.Uri> {
  const translated = vscode.Uri.joinPath(docs, `findings.${language}.md`);
  return await vscode.workspace.fs.stat(translated).then(
    () => translated,
    () => vscode.Uri.joinPath(docs, 'findings.md'),
  );
}
