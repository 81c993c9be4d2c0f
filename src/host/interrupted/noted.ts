import type * as vscode from 'vscode';

/** Where the Save of this workspace is noted that is not through, and where the rotations of this computer are. */
export const RUN_KEY = 'genesysOAuth.wizard.run';
export const ROTATIONS_KEY = 'genesysOAuth.rotations';

/** Whether a start has something to tell. Asked at every activation, so it reads nothing of what is noted. */
export function isAnythingNoted(
  context: Pick<vscode.ExtensionContext, 'workspaceState' | 'globalState'>,
): boolean {
  return (
    context.workspaceState.get(RUN_KEY) !== undefined || context.globalState.get(ROTATIONS_KEY) !== undefined
  );
}
