// Values of 'vscode' are imported by name, because this is part of what is loaded at activation.
import type { Disposable } from 'vscode';
import { RelativePattern, workspace } from 'vscode';
import { SCIM_CONFIG_NAME } from '../../core/scim/configName.ts';
import { filePatterns } from '../framework/filePatterns.ts';

/** Milliseconds after activation until somebody looks whether there is something to watch: VS Code is busy until then. */
const QUIET = 5000;

/** Loads what watches, once VS Code has started, where the workspace has a file that it watches. */
export function watchFromStart(load: () => Promise<unknown>, quiet = QUIET): Disposable {
  const timer = setTimeout(() => {
    // A file system that cannot be searched has nothing to watch.
    void isAnythingToWatch().then(
      async (isThere) => isThere && (await load()),
      () => {},
    );
  }, quiet);
  return { dispose: () => clearTimeout(timer) };
}

/** Whether a folder has a file that the setting of framework files means, or a SCIM config file. */
async function isAnythingToWatch(): Promise<boolean> {
  const searches = (workspace.workspaceFolders ?? []).flatMap((folder) => {
    const globs = [`**/${SCIM_CONFIG_NAME}`, ...filePatterns(folder).patterns.map(({ glob }) => glob)];
    return globs.map((glob) =>
      workspace.findFiles(new RelativePattern(folder, glob), '**/node_modules/**', 1),
    );
  });
  return (await Promise.all(searches)).some(([found]) => found !== undefined);
}
