import { keepNewest } from './keepNewest.ts';
import type { World } from './world.ts';

/** A call of a client to the API, or several of the same kind at one time. */
export type CountedCall = {
  readonly clientId: string;
  readonly at: number;
  readonly templateUri: string;
  readonly httpMethod: string;
  readonly status: number;
  readonly times: number;
};

/** What is to be counted: a client's calls from `from` up to `to`, one row each template, method or day as asked. */
type UsageQuery = {
  readonly clientId: string;
  readonly from: number;
  readonly to: number;
  readonly byTemplate: boolean;
  readonly byMethod: boolean;
  readonly byDay: boolean;
};

/** How many calls ended with which status. */
type UsageRow = {
  readonly templateUri?: string;
  readonly httpMethod?: string;
  /** The beginning of the day (ISO 8601). */
  readonly date?: string;
  readonly status200: number;
  readonly status300: number;
  readonly status400: number;
  readonly status500: number;
  /** They are among those of `status400`, as published. */
  readonly status429: number;
  readonly requests: number;
};

const COUNTING_TAKES = 300;
const KEPT = 10_000;

/** The clients' last 10,000 calls, and the questions that were asked about them. */
export class Usage {
  #calls: CountedCall[] = [];
  #executions = new Map<string, UsageQuery & { readonly readyAt: number }>();

  count(call: CountedCall): void {
    this.#calls.push(call);
    if (this.#calls.length > KEPT) this.#calls.splice(0, KEPT / 10);
  }

  /** Takes a question and gives the id under which its answer is ready a moment later. */
  execute(world: World, query: UsageQuery): string {
    const id = world.random.uuid();
    this.#executions.set(id, { ...query, readyAt: world.clock.now() + COUNTING_TAKES });
    keepNewest(this.#executions, KEPT);
    return id;
  }

  execution(id: string): (UsageQuery & { readonly readyAt: number }) | undefined {
    return this.#executions.get(id);
  }

  /** The answer, from the calls that were counted and from those that a client makes by itself. */
  rows(query: UsageQuery, habitual: readonly CountedCall[]): UsageRow[] {
    const groups = new Map<string, CountedCall[]>();
    for (const call of [...habitual, ...this.#calls]) {
      if (call.clientId !== query.clientId || call.at < query.from || call.at >= query.to) continue;
      const key = [
        query.byMethod ? call.httpMethod : '',
        query.byTemplate ? call.templateUri : '',
        query.byDay ? dayOf(call.at) : '',
      ].join(' ');
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [call]);
      else group.push(call);
    }
    return [...groups.values()].map((calls) => rowOf(calls, query));
  }

  clear(): void {
    this.#calls = [];
    this.#executions.clear();
  }
}

function rowOf(calls: readonly CountedCall[], { byTemplate, byMethod, byDay }: UsageQuery): UsageRow {
  const sum = (some: readonly CountedCall[]) => some.reduce((before, { times }) => before + times, 0);
  const within = (from: number) => sum(calls.filter(({ status }) => status >= from && status < from + 100));
  const [first] = calls;
  return {
    ...(byTemplate && first && { templateUri: first.templateUri }),
    ...(byMethod && first && { httpMethod: first.httpMethod }),
    ...(byDay && first && { date: dayOf(first.at) }),
    status200: within(200),
    status300: within(300),
    status400: within(400),
    status500: within(500),
    status429: sum(calls.filter(({ status }) => status === 429)),
    requests: sum(calls),
  };
}

function dayOf(at: number): string {
  return `${new Date(at).toISOString().slice(0, 10)}T00:00:00.000Z`;
}

const WINDOW = 60_000;

/** How many calls each token has made in the minute that began with its first one. */
export class RateLimits {
  #windows = new Map<string, { startsAt: number; calls: number }>();

  /** Counts a call at `now` (milliseconds); 0: it may pass, else how many seconds to wait. */
  take(token: string, now: number, callsPerMinute: number): number {
    const open = this.#windows.get(token);
    const window = open && now - open.startsAt < WINDOW ? open : { startsAt: now, calls: 0 };
    this.#windows.set(token, window);
    keepNewest(this.#windows, KEPT);
    if (window.calls >= callsPerMinute) return Math.ceil((window.startsAt + WINDOW - now) / 1000);
    window.calls += 1;
    return 0;
  }

  clear(): void {
    this.#windows.clear();
  }
}
