import * as l10n from '@vscode/l10n';
import type * as vscode from 'vscode';

/** What all questions of a sign-in are called; `step` says which one it is. */
export function signInTitle(step: string): string {
  return l10n.t('Genesys Cloud: Sign In: {0}', step);
}

/**
 * Shows an input of VS Code until it is answered, and then disposes of it and of whatever listened. People look up and
 * copy what they are asked for elsewhere, so it outlives a switch to another window. Resolves to undefined when the
 * person or the signal called it off.
 *
 * @param listen Connects the input with its answer; what it returns is disposed of at the end.
 */
export async function ask<Answer>(
  input: vscode.QuickInput,
  signal: AbortSignal | undefined,
  listen: (answer: (value: Answer) => void) => readonly { dispose(): void }[],
): Promise<Answer | undefined> {
  if (signal?.aborted) {
    input.dispose();
    return undefined;
  }
  const listeners: { dispose(): void }[] = [input];
  try {
    return await new Promise<Answer | undefined>((resolve) => {
      const callOff = () => resolve(undefined);
      signal?.addEventListener('abort', callOff);
      listeners.push(
        { dispose: () => signal?.removeEventListener('abort', callOff) },
        input.onDidHide(callOff),
        ...listen(resolve),
      );
      input.ignoreFocusOut = true;
      input.show();
    });
  } finally {
    for (const listener of listeners) listener.dispose();
  }
}
