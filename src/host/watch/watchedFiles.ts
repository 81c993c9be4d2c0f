// Values of 'vscode' are imported by name, because this is part of what VS Code loads first.
import { RelativePattern, workspace } from 'vscode';
import { SCIM_CONFIG_NAME } from '../../core/scim/configName.ts';
import { filePatterns } from '../framework/filePatterns.ts';

/** Whether a folder has a file that the setting of framework files means, or a SCIM config file. */
export async function isAnythingToWatch(): Promise<boolean> {
  const searches = (workspace.workspaceFolders ?? []).flatMap((folder) => {
    const globs = [`**/${SCIM_CONFIG_NAME}`, ...filePatterns(folder).patterns.map(({ glob }) => glob)];
    return globs.map((glob) =>
      workspace.findFiles(new RelativePattern(folder, glob), '**/node_modules/**', 1),
    );
  });
  return (await Promise.all(searches)).some(([found]) => found !== undefined);
}
