import type * as vscode from 'vscode';

/** Where it is noted that a secret was copied and is not taken off the clipboard again yet. */
export const COPIED_KEY = 'genesysOAuth.copiedSecret';

/** Where the Save of this workspace is noted that is not through. */
export const RUN_KEY = 'genesysOAuth.wizard.run';

/** Where the rotations of this computer were noted in one list; now each is below it, under a key of its own. */
export const ROTATIONS_KEY = 'genesysOAuth.rotations';

/** Whether a rotation, or those from before, stand under this key. */
export function isOfRotations(key: string): boolean {
  return key === ROTATIONS_KEY || key.startsWith(`${ROTATIONS_KEY}.`);
}

/** Whether a start has something to tell, or to take off the clipboard. Asked at every activation, so it reads nothing of what is noted. */
export function isAnythingNoted(
  context: Pick<vscode.ExtensionContext, 'workspaceState' | 'globalState'>,
): boolean {
  const { workspaceState, globalState } = context;
  return (
    workspaceState.get(RUN_KEY) !== undefined ||
    globalState.get(COPIED_KEY) !== undefined ||
    globalState.keys().some((key) => isOfRotations(key) && globalState.get(key) !== undefined)
  );
}
