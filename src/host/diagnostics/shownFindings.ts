import * as vscode from 'vscode';
import type { Positions } from './positions.ts';
import type { Severities } from './severity.ts';
import { type FileFinding, toDiagnostics } from './toDiagnostics.ts';

/** The findings of one kind of file, as VS Code shows them. */
export class ShownFindings implements vscode.Disposable {
  private readonly collection: vscode.DiagnosticCollection;

  /** @param name Tells the kinds apart; nobody sees it. */
  constructor(
    name: string,
    private readonly severities: Severities,
  ) {
    this.collection = vscode.languages.createDiagnosticCollection(name);
  }

  /** Shows these at a file in place of those before. */
  show(uri: vscode.Uri, findings: readonly FileFinding[], positions: Positions): void {
    this.collection.set(uri, toDiagnostics(findings, uri, positions, this.severities));
  }

  forget(uri: vscode.Uri): void {
    if (this.collection.has(uri)) this.collection.delete(uri);
  }

  /** The same for a file that is gone, or for all in a folder that is. */
  forgetWithin(place: vscode.Uri): void {
    for (const [uri] of [...this.collection]) if (isWithin(uri, place)) this.collection.delete(uri);
  }

  countAt(uri: vscode.Uri): number {
    return this.collection.get(uri)?.length ?? 0;
  }

  dispose(): void {
    this.collection.dispose();
  }
}

/** Whether it is this place, or in the folder that this place is. */
export function isWithin({ scheme, authority, path }: vscode.Uri, place: vscode.Uri): boolean {
  return (
    scheme === place.scheme &&
    authority === place.authority &&
    (path === place.path || path.startsWith(`${place.path}/`))
  );
}
