import * as vscode from 'vscode';
import { BACK, type Back, type Step } from './questions.ts';

type Input = vscode.QuickInput & Pick<vscode.InputBox, 'buttons' | 'onDidTriggerButton'>;

/** Where a question stands, and what ends it without an answer. */
export type Asked = { readonly step?: Step | undefined; readonly signal?: AbortSignal | undefined };

/**
 * Shows an input of VS Code until it is answered, and then disposes of it and of whatever listened. People look up and
 * copy what they are asked for elsewhere, so it outlives a switch to another window. Resolves to undefined when the
 * person or the signal called it off.
 *
 * @param listen Connects the input with its answer; what it returns is disposed of at the end.
 */
export async function ask<Answer>(
  input: Input,
  { step, signal }: Asked,
  listen: (answer: (value: Answer) => void) => readonly { dispose(): void }[],
): Promise<Answer | Back | undefined> {
  if (signal?.aborted) {
    input.dispose();
    return undefined;
  }
  if (step !== undefined) showStep(input, step);
  const listeners: { dispose(): void }[] = [input];
  try {
    return await new Promise<Answer | Back | undefined>((resolve) => {
      const callOff = () => resolve(undefined);
      signal?.addEventListener('abort', callOff);
      listeners.push(
        { dispose: () => signal?.removeEventListener('abort', callOff) },
        input.onDidHide(callOff),
        input.onDidTriggerButton((pressed) => {
          if (pressed === vscode.QuickInputButtons.Back) resolve(BACK);
        }),
        ...listen(resolve),
      );
      input.ignoreFocusOut = true;
      input.show();
    });
  } finally {
    for (const listener of listeners) listener.dispose();
  }
}

function showStep(input: Input, { number, total }: Step): void {
  // A number alone, such as "(1)", reads like a count of what is below it.
  if (total !== undefined && total > 1) {
    input.step = number;
    input.totalSteps = total;
  }
  if (number > 1) input.buttons = [vscode.QuickInputButtons.Back, ...input.buttons];
}
