import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import type { FailureText } from '../../core/texts/failures.ts';
import type { Log } from '../log.ts';
import { askOneOf, type Choice } from './askOneOf.ts';
import { plainMessage } from './plainMessage.ts';

/** How the person is asked and told about a client that exists. Tests put somebody else in their place. */
export type Dialogs = {
  /** Shows that something is under way until it is done; the signal is aborted when the person cancels. */
  progress<T>(title: string, work: (signal: AbortSignal) => Promise<T>): Promise<T>;
  /** Whether the person wants what these lines say; `action` is what they click for it, a change when left out. */
  confirm(question: string, lines: readonly string[], action?: string): Promise<boolean>;
  /** The value of the row that is chosen; undefined when the person cancelled. */
  choose<Value>(
    question: { title: string; placeholder: string },
    rows: readonly Choice<Value>[],
  ): Promise<Value | undefined>;
  tell(message: string): void;
  /** Whether the person clicks the action that comes with what they are told. */
  offer(message: string, action: string): Promise<boolean>;
  fail(failure: FailureText): void;
};

/** The dialogs of VS Code. The technical details of a failure go to the log. */
export function nativeDialogs(log: Log): Dialogs {
  return {
    progress: async (title, work) =>
      await vscode.window.withProgress(
        { location: vscode.ProgressLocation.Notification, title, cancellable: true },
        async (_progress, cancellation) => {
          const controller = new AbortController();
          cancellation.onCancellationRequested(() => controller.abort());
          return await work(controller.signal);
        },
      ),
    confirm: async (question, lines, action = l10n.t('Change client')) => {
      const options = { modal: true, detail: lines.join('\n') };
      return (await vscode.window.showWarningMessage(question, options, action)) === action;
    },
    choose: async (question, rows) => await askOneOf(question, rows),
    tell: (message) => void vscode.window.showInformationMessage(plainMessage(message)),
    offer: async (message, action) =>
      (await vscode.window.showInformationMessage(plainMessage(message), action)) === action,
    fail: (failure) => void showFailureText(log, failure),
  };
}

async function showFailureText(log: Log, { what, why, next, details }: FailureText): Promise<void> {
  log.warn([what, ...details].join(' '));
  const showDetails = l10n.t('Details');
  const text = plainMessage(`${what} ${why} ${next}`);
  const answer = await vscode.window.showErrorMessage(text, showDetails);
  if (answer === showDetails) log.show();
}
