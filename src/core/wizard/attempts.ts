import type { Attempt, SignInStage } from '../signIn/attempt.ts';
import type { SignInResult, SignInTry } from './ports.ts';

/** What failed last, and the same in another region where that is possible. It may hold a secret that was typed. */
type LastFailure = { readonly tried: SignInTry; readonly elsewhere: SignInTry | undefined };

/** The attempts to connect, of which there is one at a time: a new one ends the one before. */
export class Attempts {
  private underWay = new AbortController();
  private isClosed = false;
  private failure: LastFailure | undefined;

  constructor(private readonly report: (stage: SignInStage) => void) {}

  get last(): LastFailure | undefined {
    return this.failure;
  }

  /** An ended attempt reports nothing any more. */
  begin(): Attempt {
    this.end();
    this.underWay = new AbortController();
    if (this.isClosed) this.end();
    const { signal } = this.underWay;
    const report = (stage: SignInStage) => {
      if (!signal.aborted) this.report(stage);
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

  note(tried: SignInTry, { elsewhere }: Extract<SignInResult, { kind: 'failed' }>): void {
    this.failure = { tried, elsewhere };
  }

  forgetLast(): void {
    this.failure = undefined;
  }
}
