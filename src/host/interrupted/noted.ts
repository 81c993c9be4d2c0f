import type * as vscode from 'vscode';

/** Where the Save of this workspace is noted that is not through. */
export const RUN_KEY = 'genesysOAuth.wizard.run';

/** Where the rotations of this computer were noted in one list; now each is below it, under a key of its own. */
export const ROTATIONS_KEY = 'genesysOAuth.rotations';

/** Whether a rotation, or those from before, stand under this key. */
export function isOfRotations(key: string): boolean {
  return key === ROTATIONS_KEY || key.startsWith(`${ROTATIONS_KEY}.`);
}

/** Whether a start has something to tell. Asked at every activation, so it reads nothing of what is noted. */
export function isAnythingNoted(
  context: Pick<vscode.ExtensionContext, 'workspaceState' | 'globalState'>,
): boolean {
  const { workspaceState, globalState } = context;
  return (
    workspaceState.get(RUN_KEY) !== undefined ||
    globalState.keys().some((key) => isOfRotations(key) && globalState.get(key) !== undefined)
  );
}
