import { mayHaveBeenCarriedOut, type PlatformError, type Result } from '../platform/errors.ts';

/** What became of a request that makes something. */
export type Making<T> =
  | { readonly kind: 'made'; readonly value: T }
  /** The org said so, or it was looked for and is not there. */
  | { readonly kind: 'not-made'; readonly error: PlatformError }
  /** The answer was lost, and the org could not be asked. */
  | { readonly kind: 'perhaps-made'; readonly error: PlatformError; readonly lookup: PlatformError };

/** Requests that make something, one after the other, each of which must not make it twice. */
export class Once {
  /** `lost`: why the answer to the one under way never came, where it may have been sent before. */
  constructor(private lost: PlatformError | undefined) {}

  /** Why nobody knows what became of the request under way; undefined where somebody does. */
  get lostAnswer(): PlatformError | undefined {
    return this.lost;
  }

  /** Whatever became of it: the person wants it sent all the same, or it is not wanted any more. */
  forget(): void {
    this.lost = undefined;
  }

  /** A request whose answer was lost may have been carried out: looks before saying so, and before sending again. */
  async make<T>(
    send: () => Promise<Result<T>>,
    find: () => Promise<Result<T | undefined>>,
  ): Promise<Making<T>> {
    if (this.lost !== undefined) {
      const found = await this.lookedFor(find, this.lost);
      if (found.kind !== 'not-made') return found;
    }
    const answer = await send();
    if (answer.ok) return this.made(answer.value);
    if (!mayHaveBeenCarriedOut(answer.error)) return { kind: 'not-made', error: answer.error };
    this.lost = answer.error;
    return await this.lookedFor(find, answer.error);
  }

  private async lookedFor<T>(
    find: () => Promise<Result<T | undefined>>,
    error: PlatformError,
  ): Promise<Making<T>> {
    const found = await find();
    if (!found.ok) return { kind: 'perhaps-made', error, lookup: found.error };
    return found.value === undefined ? { kind: 'not-made', error } : this.made(found.value);
  }

  private made<T>(value: T): Making<T> {
    this.lost = undefined;
    return { kind: 'made', value };
  }
}

/** Milliseconds before each look for what a lost request may have made: the org may still be at it. */
const LOOKS_AFTER = [0, 700, 1500];

/** Looks a few times, until it is found or the org does not tell. Undefined as its value: it is not there. */
export async function lookAFewTimes<T>(
  wait: (milliseconds: number) => Promise<void>,
  look: () => Promise<Result<T | undefined>>,
): Promise<Result<T | undefined>> {
  for (const milliseconds of LOOKS_AFTER) {
    await wait(milliseconds);
    const found = await look();
    if (!found.ok || found.value !== undefined) return found;
  }
  return { ok: true, value: undefined };
}
