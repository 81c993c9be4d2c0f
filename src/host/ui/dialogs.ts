import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import { reasonOf } from '../../core/reason.ts';
import { requestCopiedText } from '../../core/texts/accessRequest.ts';
import type { FailureText } from '../../core/texts/failures.ts';
import { inOneText } from '../../core/texts/sentences.ts';
import { openStatusPageLabel, STATUS_PAGE } from '../../core/texts/statusPage.ts';
import type { Log } from '../log.ts';
import { askOneOf, askSomeOf, type Choice, type ListQuestion } from './askOneOf.ts';
import { askText, type TextQuestion } from './askText.ts';
import { askModal } from './modalQuestion.ts';
import { plainMessage, plainProgress } from './plainText.ts';
import { type Back, type Step, withoutBack } from './questions.ts';

/** Says how far something is: what is done now, and how many percent more are through. */
export type Report = (message: string, percent?: number) => void;

export type Loudness = 'information' | 'warning' | 'error';

/** What can be clicked in a message, and what that means. */
export type Button<Value> = { readonly title: string; readonly value: Value };

/**
 * How the person is asked and told something: the one way there is, besides the questions of a sign-in. Names from an
 * org are shown as they are. Tests put somebody else in its place.
 */
export type Dialogs = {
  /** Shows that something is under way until it is done; the signal is aborted when the person cancels. */
  progress<T>(title: string, work: (signal: AbortSignal, report: Report) => Promise<T>): Promise<T>;
  /** The same for what cannot be cancelled. */
  wait<T>(title: string, work: () => Promise<T>): Promise<T>;
  /** Whether the person wants what these lines say; `action` is what they click for it. */
  confirm(question: string, lines: readonly string[], action: string): Promise<boolean>;
  /** The value of the row that is chosen; undefined when the person cancelled. */
  choose<Value>(question: ListQuestion, rows: readonly Choice<Value>[]): Promise<Value | undefined>;
  /** The same as one of several questions; `preset` is the value that was chosen before. */
  chooseStep<Value>(
    question: ListQuestion & { step: Step },
    rows: readonly Choice<Value>[],
    preset?: Value,
  ): Promise<Value | Back | undefined>;
  /** The values of the rows that are ticked, perhaps none; undefined when the person cancelled. */
  chooseSome<Value>(question: ListQuestion, rows: readonly Choice<Value>[]): Promise<Value[] | undefined>;
  /** The text that is entered, as it was read; undefined when the person cancelled. */
  enter<Value>(question: TextQuestion<Value>): Promise<Value | undefined>;
  tell(message: string): void;
  warn(message: string): void;
  /** Whether the person clicks the action that comes with what they are told. */
  offer(message: string, action: string): Promise<boolean>;
  /** What the person clicks; undefined when they close the message. */
  answer<Value>(
    loudness: Loudness,
    message: string,
    buttons: readonly Button<Value>[],
  ): Promise<Value | undefined>;
  fail(failure: FailureText): void;
  /** Says that what was asked for failed in a way that nobody foresaw. Resolves once the message is closed. */
  failUnforeseen(error: unknown): Promise<void>;
};

/** The dialogs of VS Code. The technical details of a failure go to the log. */
export function nativeDialogs(log: Log): Dialogs {
  const showLog = async (message: string, title: string) => {
    if (await showMessage('error', message, [{ title, value: true }])) log.show();
  };
  const showFailure = async (message: string, { request, hasStatusPage }: FailureText) => {
    const clicked = await showMessage<'copy' | 'log' | 'status'>('error', message, [
      ...(hasStatusPage === true ? [{ title: openStatusPageLabel(), value: 'status' as const }] : []),
      ...(request === undefined ? [] : [{ title: l10n.t('Copy a request'), value: 'copy' as const }]),
      { title: l10n.t('Details'), value: 'log' },
    ]);
    if (clicked === 'log') log.show();
    if (clicked === 'status') await vscode.env.openExternal(vscode.Uri.parse(STATUS_PAGE, true));
    if (clicked !== 'copy' || request === undefined) return;
    await vscode.env.clipboard.writeText(request);
    void showMessage('information', requestCopiedText(), []);
  };
  return {
    progress,
    wait: async (title, work) => await vscode.window.withProgress(underWay(title), work),
    // Nothing is made of the text of a modal message.
    confirm: async (question, lines, action) => await askModal(question, lines.join('\n'), action),
    choose: async (question, rows) => withoutBack(await askOneOf(question, rows)),
    chooseStep: async ({ step, ...question }, rows, preset) =>
      await askOneOf(question, rows, { step }, preset),
    chooseSome: async (question, rows) => withoutBack(await askSomeOf(question, rows)),
    enter: async (question) => withoutBack(await askText(question)),
    tell: (message) => void showMessage('information', message, []),
    warn: (message) => void showMessage('warning', message, []),
    offer: async (message, title) =>
      (await showMessage('information', message, [{ title, value: true }])) === true,
    answer: showMessage,
    fail: (failure) => {
      const { what, why, next, details } = failure;
      log.warn([what, ...details].join(' '));
      void showFailure(inOneText([what, why, next]), failure);
    },
    failUnforeseen: async (error) => {
      const reason = reasonOf(error);
      log.error(reason);
      const text = l10n.t(
        'This did not work: {0} Try again. If it keeps failing, the log says more.',
        reason,
      );
      await showLog(text, l10n.t('Show log'));
    },
  };
}

async function progress<T>(
  title: string,
  work: (signal: AbortSignal, report: Report) => Promise<T>,
): Promise<T> {
  const options = { ...underWay(title), cancellable: true };
  return await vscode.window.withProgress(options, async (shown, cancellation) => {
    const controller = new AbortController();
    cancellation.onCancellationRequested(() => controller.abort());
    return await work(controller.signal, (message, percent = 0) =>
      shown.report({ message: plainProgress(message), increment: percent }),
    );
  });
}

function underWay(title: string) {
  return { location: vscode.ProgressLocation.Notification, title: plainProgress(title) };
}

async function showMessage<Value>(
  loudness: Loudness,
  message: string,
  buttons: readonly Button<Value>[],
): Promise<Value | undefined> {
  const titles = buttons.map(({ title }) => title);
  const clicked = await show(loudness, plainMessage(message), titles);
  return buttons.find(({ title }) => title === clicked)?.value;
}

async function show(loudness: Loudness, message: string, titles: string[]): Promise<string | undefined> {
  switch (loudness) {
    case 'information':
      return await vscode.window.showInformationMessage(message, ...titles);
    case 'warning':
      return await vscode.window.showWarningMessage(message, ...titles);
    case 'error':
      return await vscode.window.showErrorMessage(message, ...titles);
  }
}
