import * as vscode from 'vscode';
import type { DiagnosticCode } from './severity.ts';

const DIRECTIVE = '// genesys-oauth-disable-next-line';

/** The edit that silences problems of this code on a line (counted from 0), by a comment above it in its indentation. */
export function ignoreLine(
  document: vscode.TextDocument,
  line: number,
  code: DiagnosticCode,
): vscode.WorkspaceEdit {
  const edit = new vscode.WorkspaceEdit();
  const above = line === 0 ? undefined : document.lineAt(line - 1);
  if (above?.text.trim().startsWith(`${DIRECTIVE} `)) {
    const end = above.range.start.translate(0, above.text.indexOf(DIRECTIVE) + DIRECTIVE.length);
    edit.insert(document.uri, end, ` ${code},`);
    return edit;
  }
  const { text, firstNonWhitespaceCharacterIndex } = document.lineAt(line);
  const indent = text.slice(0, firstNonWhitespaceCharacterIndex);
  edit.insert(document.uri, new vscode.Position(line, 0), `${indent}${DIRECTIVE} ${code}\n`);
  return edit;
}
