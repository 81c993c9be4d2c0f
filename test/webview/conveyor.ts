import { setTimeout as delay } from 'node:timers/promises';

/** Carries things one after the other, each for as long as the way takes when it sets out. */
export class Conveyor<T> {
  private tail: Promise<void> = Promise.resolve();

  constructor(
    private readonly milliseconds: () => number,
    private readonly arrive: (thing: T) => Promise<void> | void,
  ) {}

  send(thing: T): void {
    const travelled = delay(this.milliseconds());
    this.tail = this.tail.then(async () => {
      await travelled;
      await this.arrive(thing);
    });
  }

  /** Resolves when everything that was sent so far has arrived. */
  async empty(): Promise<void> {
    await this.tail;
  }
}
