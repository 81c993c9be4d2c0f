import assert from 'node:assert/strict';
import type * as vscode from 'vscode';
import type { FailureText } from '../../src/core/texts/failures.ts';
import type { Choice, ListQuestion } from '../../src/host/ui/askOneOf.ts';
import type { TextQuestion } from '../../src/host/ui/askText.ts';
import type { Button, Dialogs, Loudness, Report } from '../../src/host/ui/dialogs.ts';
import { BACK, type Back, type Step } from '../../src/host/ui/questions.ts';
import { shownAt } from '../canaries/sweep.ts';
import { cutOff } from '../host/rows.ts';

/** Somebody who is asked and told about a client, in the place of VS Code's messages. */
export class FakeDialogs implements Dialogs {
  /** Everything they were asked and told, in order. */
  readonly said = shownAt('what a dialog says');
  /** What they answer to the preview that is shown for the first, second … time. */
  confirms: (question: string, shown: number) => boolean | Promise<boolean> = () => true;
  /** Whether they cancel as soon as something takes its time. */
  cancels = false;
  /** Whether they click what is offered. */
  accepts = false;
  /** Which button of a message they click; by `accepts` the first or none, where that is left out. */
  clicks: string | undefined;
  /** The buttons of the last message that had some. */
  buttons: readonly string[] = [];
  /** What happens while something is offered. */
  beforeAccepting: () => Promise<void> = async () => {};
  /** The labels of the rows they choose, one after the other; BACK is a click on Back. */
  choices: (string | Back)[] = [];
  /** The steps that the lists said they were. */
  readonly steps: Step[] = [];
  /** The rows they were offered last. */
  rows: readonly vscode.QuickPickItem[] = [];
  /** What they were shown with a way to cancel it. */
  readonly cancellable: string[] = [];
  /** What they were offered to copy, to ask others for what they lack. */
  readonly requests: string[] = [];
  private shown = 0;

  async progress<T>(title: string, work: (signal: AbortSignal, report: Report) => Promise<T>): Promise<T> {
    this.cancellable.push(title);
    return await work(this.cancels ? AbortSignal.abort() : new AbortController().signal, () => {});
  }

  async wait<T>(_title: string, work: () => Promise<T>): Promise<T> {
    return await work();
  }

  async confirm(question: string, lines: readonly string[]): Promise<boolean> {
    this.shown += 1;
    this.said.push([question, ...lines].join('\n'));
    return await this.confirms(question, this.shown);
  }

  async choose<Value>(question: ListQuestion, rows: readonly Choice<Value>[]): Promise<Value | undefined> {
    const answer = this.chosen(question, rows);
    assert.notEqual(answer, BACK, 'there is no Back at a question alone');
    return answer === BACK ? undefined : answer;
  }

  async chooseStep<Value>(
    { step, ...question }: ListQuestion & { step: Step },
    rows: readonly Choice<Value>[],
  ): Promise<Value | Back | undefined> {
    this.steps.push(step);
    return this.chosen(question, rows);
  }

  async chooseSome<Value>(
    question: ListQuestion,
    rows: readonly Choice<Value>[],
  ): Promise<Value[] | undefined> {
    const one = await this.choose(question, rows);
    return one === undefined ? undefined : [one];
  }

  /** What they enter, one after the other; nothing cancels. */
  entries: string[] = [];

  async enter<Value>({ title, prompt, read }: TextQuestion<Value>): Promise<Value | undefined> {
    this.said.push(`${title}: ${prompt}`);
    for (let text = this.entries.shift(); text !== undefined; text = this.entries.shift()) {
      const reading = read(text);
      if (reading.kind === 'right') return reading.value;
      this.said.push(reading.finding);
    }
    return undefined;
  }

  private chosen<Value>(
    { title, placeholder }: ListQuestion,
    rows: readonly Choice<Value>[],
  ): Value | Back | undefined {
    this.rows = rows;
    const cut = rows.flatMap(cutOff);
    assert.ok(
      cut.length === 0,
      `VS Code cuts off a row of the test, which is as long as usual ones: ${cut.join(' | ')}`,
    );
    this.said.push(`${title}: ${placeholder}`);
    const label = this.choices.shift();
    return label === BACK ? BACK : rows.find((row) => row.label === label)?.value;
  }

  tell(message: string): void {
    this.said.push(message);
  }

  warn(message: string): void {
    this.said.push(message);
  }

  async offer(message: string): Promise<boolean> {
    this.said.push(message);
    await this.beforeAccepting();
    return this.accepts;
  }

  async answer<Value>(
    _loudness: Loudness,
    message: string,
    buttons: readonly Button<Value>[],
  ): Promise<Value | undefined> {
    this.buttons = buttons.map(({ title }) => title);
    const accepts = await this.offer(message);
    const clicked = buttons.find(({ title }) =>
      this.clicks === undefined ? accepts : title === this.clicks,
    );
    return clicked?.value;
  }

  async failUnforeseen(error: unknown): Promise<void> {
    this.said.push(String(error));
  }

  fail({ what, why, next, request }: FailureText): void {
    this.said.push(`${what} ${why} ${next}`);
    if (request !== undefined) this.requests.push(request);
  }
}
