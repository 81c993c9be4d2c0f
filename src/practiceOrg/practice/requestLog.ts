/** What the other side asked: never a body, a query or a token. `status` null: the connection was dropped instead. */
export type LoggedRequest = {
  readonly at: string;
  readonly method: string;
  readonly path: string;
  readonly status: number | null;
  /** The names of the fields and attributes that the org took no notice of; left out: there were none. */
  readonly ignored?: readonly string[];
};

const KEPT = 1000;
const MOST_NAMES = 20;
const LONGEST_NAME = 100;

/** Each name once, and no more of them than the log may hold, whoever asks. */
export function fewNames(names: readonly string[]): string[] {
  return [...new Set(names)].slice(0, MOST_NAMES).map((name) => name.slice(0, LONGEST_NAME));
}

/** The last 1,000 requests to the API and the login host, oldest first. */
export class RequestLog {
  #entries: LoggedRequest[] = [];

  /** A request has begun. What is returned adds it when it is over, unless the log was cleared meanwhile. */
  begin(): (entry: LoggedRequest) => void {
    const entries = this.#entries;
    return (entry) => {
      entries.push(entry);
      if (entries.length > KEPT) entries.shift();
    };
  }

  clear(): void {
    this.#entries = [];
  }

  list(): readonly LoggedRequest[] {
    return this.#entries;
  }
}
