import * as vscode from 'vscode';

/** Takes away the findings of files that are deleted, by themselves or with a folder that they are in. */
export function forgetDeleted(collection: vscode.DiagnosticCollection): vscode.Disposable {
  // Of a deleted folder, VS Code tells nothing about the files in it: a watcher for framework.js would not hear of it.
  const watcher = vscode.workspace.createFileSystemWatcher('**/*', true, true, false);
  watcher.onDidDelete((deleted) => {
    for (const [uri] of [...collection]) if (isWithin(uri, deleted)) collection.delete(uri);
  });
  return watcher;
}

function isWithin({ scheme, authority, path }: vscode.Uri, place: vscode.Uri): boolean {
  return (
    scheme === place.scheme &&
    authority === place.authority &&
    (path === place.path || path.startsWith(`${place.path}/`))
  );
}
