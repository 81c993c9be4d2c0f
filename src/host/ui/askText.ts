import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import { type Asked, ask } from './ask.ts';
import { plainPrompt } from './plainText.ts';
import type { Back } from './questions.ts';

/**
 * What a text is that somebody enters. `unfinished` may become right by typing on, so that its finding is told only to
 * those who wanted to go on with it; `wrong` is told at once. A finding says what is wrong and what to do next.
 */
export type Reading<Value> =
  | { kind: 'right'; value: Value }
  | { kind: 'unfinished'; finding: string }
  | { kind: 'wrong'; finding: string };

export type TextQuestion<Value> = {
  title: string;
  prompt: string;
  placeholder: string;
  /** What stands in the box already; never a secret. */
  preset?: string | undefined;
  /** Shown as dots. */
  secret?: boolean;
  /** Shows that something else is waited for, too. */
  busy?: boolean;
  buttons?: readonly TextButton<Value>[];
  /** Gets what is typed as soon as it is right. */
  typed?(value: Value): void;
  /** Gets what is typed without the blanks around it. */
  read(text: string): Reading<Value>;
};

export type TextButton<Value> = vscode.QuickInputButton & { press(answer: (value: Value) => void): void };

/**
 * Asks for a text and accepts only a right one; what was typed is wiped from the box as soon as it is accepted.
 * `listen` connects further answers. Resolves to undefined when it was called off.
 */
export async function askText<Value>(
  question: TextQuestion<Value>,
  asked: Asked = {},
  listen: (answer: (value: Value) => void) => readonly { dispose(): void }[] = () => [],
): Promise<Value | Back | undefined> {
  const { secret = false, busy = false, buttons = [] } = question;
  const box = vscode.window.createInputBox();
  box.title = question.title;
  box.prompt = plainPrompt(question.prompt);
  box.placeholder = question.placeholder;
  if (!secret && question.preset !== undefined) box.value = question.preset;
  box.password = secret;
  box.busy = busy;
  box.buttons = buttons;
  const read = () => question.read(box.value.trim());
  let wasAccepted = false;
  return await ask<Value>(box, asked, (answer) => [
    box.onDidChangeValue(() => {
      const reading = read();
      box.validationMessage = findingOf(reading, wasAccepted);
      if (reading.kind === 'right') question.typed?.(reading.value);
    }),
    box.onDidAccept(() => {
      const reading = read();
      wasAccepted = true;
      box.validationMessage = findingOf(reading, true);
      if (reading.kind !== 'right') return;
      box.value = '';
      answer(reading.value);
    }),
    box.onDidTriggerButton((pressed) => buttons.find((button) => button === pressed)?.press(answer)),
    ...listen(answer),
  ]);
}

/** What to say below the box, or nothing. */
function findingOf(reading: Reading<unknown>, unfinishedToo: boolean): string | undefined {
  switch (reading.kind) {
    case 'right':
      return undefined;
    case 'unfinished':
      return unfinishedToo ? plainPrompt(reading.finding) : undefined;
    case 'wrong':
      return plainPrompt(reading.finding);
  }
}

/** The finding of an empty box. */
export function nothingEntered(): Reading<never> {
  return { kind: 'unfinished', finding: l10n.t('Nothing is entered yet.') };
}
