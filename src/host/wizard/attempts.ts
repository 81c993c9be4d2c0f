import type { Connecting } from '../../core/wizard/state.ts';
import type { Attempt, Elsewhere } from '../signIn/flows/flow.ts';
import type { SignInResult } from '../signIn/signIn.ts';

/** One way to connect, to be tried once or again. */
export type Doing = (attempt: Attempt) => Promise<SignInResult>;

type Failed = Extract<SignInResult, { kind: 'failed' }>;
type LastFailure = { doing: Doing; elsewhere: Elsewhere | undefined; region: string | undefined };

/** The attempts to connect, of which there is one at a time: a new one ends the one before. */
export class Attempts {
  private underWay = new AbortController();
  private isClosed = false;
  /** What failed last, and the same in another region where that is possible. It may hold a secret that was typed. */
  private failure: LastFailure | undefined;

  constructor(private readonly report: (connecting: Connecting) => void) {}

  get last(): LastFailure | undefined {
    return this.failure;
  }

  /** An ended attempt reports nothing any more. */
  begin(): Attempt {
    this.end();
    this.underWay = new AbortController();
    if (this.isClosed) this.end();
    const { signal } = this.underWay;
    const report = (connecting: Connecting) => {
      if (!signal.aborted) this.report(connecting);
    };
    return { signal, report };
  }

  end(): void {
    this.underWay.abort();
  }

  /** Ends for good: nothing that begins from now on comes to anything. */
  close(): void {
    this.isClosed = true;
    this.end();
  }

  note(doing: Doing, { failure, elsewhere }: Failed): void {
    this.failure = { doing, elsewhere, region: 'region' in failure ? failure.region : undefined };
  }

  forgetLast(): void {
    this.failure = undefined;
  }
}
