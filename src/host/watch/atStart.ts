import type { Disposable } from 'vscode';

/** Milliseconds after activation until somebody looks whether there is something to watch: VS Code is busy until then. */
const QUIET = 5000;

/**
 * Loads what watches, once VS Code has started, where the workspace has a file that it watches. At activation this sets a timer
 * and nothing else: even asking for 'vscode' once more would be seen in its time.
 */
export function watchFromStart(load: () => Promise<unknown>, quiet = QUIET): Disposable {
  const timer = setTimeout(() => {
    // A file system that cannot be searched has nothing to watch.
    void import('./watchedFiles.ts')
      .then(({ isAnythingToWatch }) => isAnythingToWatch())
      .then(
        async (isThere) => isThere && (await load()),
        () => {},
      );
  }, quiet);
  return { dispose: () => clearTimeout(timer) };
}
