import type * as vscode from 'vscode';
import type { FailureText } from '../../src/core/texts/failures.ts';
import type { Choice } from '../../src/host/ui/askOneOf.ts';
import type { Dialogs } from '../../src/host/ui/dialogs.ts';

/** Somebody who is asked and told about a client, in the place of VS Code's messages. */
export class FakeDialogs implements Dialogs {
  /** Everything they were asked and told, in order. */
  readonly said: string[] = [];
  /** What they answer to the preview that is shown for the first, second … time. */
  confirms: (question: string, shown: number) => boolean | Promise<boolean> = () => true;
  /** Whether they cancel as soon as something takes its time. */
  cancels = false;
  /** Whether they click what is offered. */
  accepts = false;
  /** What happens while something is offered. */
  beforeAccepting: () => Promise<void> = async () => {};
  /** The labels of the rows they choose, one after the other. */
  choices: string[] = [];
  /** The rows they were offered last. */
  rows: readonly vscode.QuickPickItem[] = [];
  private shown = 0;

  async progress<T>(_title: string, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
    return await work(this.cancels ? AbortSignal.abort() : new AbortController().signal);
  }

  async confirm(question: string, lines: readonly string[]): Promise<boolean> {
    this.shown += 1;
    this.said.push([question, ...lines].join('\n'));
    return await this.confirms(question, this.shown);
  }

  async choose<Value>(
    { title, placeholder }: { title: string; placeholder: string },
    rows: readonly Choice<Value>[],
  ): Promise<Value | undefined> {
    this.rows = rows;
    this.said.push(`${title}: ${placeholder}`);
    const label = this.choices.shift();
    return rows.find((row) => row.label === label)?.value;
  }

  tell(message: string): void {
    this.said.push(message);
  }

  async offer(message: string): Promise<boolean> {
    this.said.push(message);
    await this.beforeAccepting();
    return this.accepts;
  }

  fail({ what, why, next }: FailureText): void {
    this.said.push(`${what} ${why} ${next}`);
  }
}
