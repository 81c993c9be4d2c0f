/** What the other side asked: never a body, a query or a token. `status` null: the connection was dropped instead. */
export type LoggedRequest = {
  readonly at: string;
  readonly method: string;
  readonly path: string;
  readonly status: number | null;
};

const KEPT = 1000;

/** The last 1,000 requests to the API and the login host, oldest first. */
export class RequestLog {
  #entries: LoggedRequest[] = [];

  add(entry: LoggedRequest): void {
    this.#entries.push(entry);
    if (this.#entries.length > KEPT) this.#entries.shift();
  }

  clear(): void {
    this.#entries = [];
  }

  list(): readonly LoggedRequest[] {
    return this.#entries;
  }
}
