import * as vscode from 'vscode';

/** Opens a new file with this text, which is saved where the person wants it, if at all. */
export async function openNewText(content: string, language: string): Promise<void> {
  const known = (await vscode.languages.getLanguages()).includes(language);
  const document = await vscode.workspace.openTextDocument({
    content,
    language: known ? language : 'plaintext',
  });
  await vscode.window.showTextDocument(document, { preview: false });
}

const SCHEME = 'genesys-oauth-report';

/** Texts to read, which nobody is asked to save; each is kept as long as its editor is open. */
export class ReadOnlyTexts implements vscode.TextDocumentContentProvider, vscode.Disposable {
  private readonly texts = new Map<string, string>();
  /** No two texts of a window have one address: VS Code keeps what it was given under one for a while. */
  private static shown = 0;
  private readonly listening: readonly vscode.Disposable[];

  constructor() {
    this.listening = [
      vscode.workspace.registerTextDocumentContentProvider(SCHEME, this),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => this.texts.delete(uri.toString())),
    ];
  }

  /** `name` is what its tab says. */
  async show(name: string, text: string): Promise<void> {
    ReadOnlyTexts.shown += 1;
    const uri = vscode.Uri.from({ scheme: SCHEME, path: `/${ReadOnlyTexts.shown}/${name}` });
    this.texts.set(uri.toString(), text);
    await vscode.window.showTextDocument(uri, { preview: false });
  }

  provideTextDocumentContent(uri: vscode.Uri): string | undefined {
    return this.texts.get(uri.toString());
  }

  dispose(): void {
    for (const each of this.listening) each.dispose();
  }
}
