// Values of 'vscode' are imported by name, because this is part of what is loaded at activation.
import type { Disposable } from 'vscode';
import { workspace } from 'vscode';

/** Milliseconds after activation until somebody looks whether there is something to watch: VS Code is busy until then. */
const QUIET = 5000;

/** Loads what watches, once VS Code has started, where the workspace has a file that it watches. */
export function watchFromStart(load: () => Promise<unknown>, quiet = QUIET): Disposable {
  const timer = setTimeout(() => {
    const looking = workspace.findFiles('**/{genesys-scim.json,framework.js}', '**/node_modules/**', 1);
    // A file system that cannot be searched has nothing to watch.
    void looking.then(([found]) => found && load()).then(undefined, () => {});
  }, quiet);
  return { dispose: () => clearTimeout(timer) };
}
