import * as vscode from 'vscode';
import { plainLabel } from './plainText.ts';

/** A lens whose title is shown as it is. */
export function lensOf(range: vscode.Range, command: vscode.Command): vscode.CodeLens {
  return new vscode.CodeLens(range, { ...command, title: plainLabel(command.title) });
}
