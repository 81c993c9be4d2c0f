import { afterEach, beforeEach } from 'mocha';
import * as vscode from 'vscode';

/** Somebody who reads what VS Code tells them, and answers what it asks. */
export type Messages = {
  /** What they were told and asked, in order. */
  readonly told: string[];
  /** Which button they click where it is offered; without one they close the message. */
  answers: { warning?: string; information?: string };
};

/** For the tests of a file: they stand in for VS Code's warnings and information. */
export function useMessages(): Messages {
  const { showWarningMessage, showInformationMessage } = vscode.window;
  const messages: Messages = { told: [], answers: {} };

  const answer =
    (kind: 'warning' | 'information') =>
    async (message: string, ...rest: unknown[]) => {
      messages.told.push(message);
      return rest.find((each) => each === messages.answers[kind]);
    };

  beforeEach(() => {
    messages.told.length = 0;
    messages.answers = {};
    Reflect.set(vscode.window, 'showWarningMessage', answer('warning'));
    Reflect.set(vscode.window, 'showInformationMessage', answer('information'));
  });

  afterEach(() => {
    Reflect.set(vscode.window, 'showWarningMessage', showWarningMessage);
    Reflect.set(vscode.window, 'showInformationMessage', showInformationMessage);
  });

  return messages;
}
