import type { OperationIndex } from '../findOperations.ts';
import { METHODS, type Method } from '../operation.ts';
import type { Call } from './call.ts';

/** As what a text was read; one that mixes several is told by each that gave a call. */
export type Format =
  | 'har'
  | 'postman'
  | 'openapi'
  | 'terraform'
  | 'curl'
  | 'gc'
  | 'endpoints'
  | 'sdk-names'
  | 'source';

/** What a reader has to say beside the calls that it found. */
export type CallNote =
  /** Nothing of it was read. */
  | { kind: 'too-large'; mostMegabytes: number }
  /** From this line on it is no JSON; what stands before was read. */
  | { kind: 'not-json'; line: number }
  /** So many addresses of hosts that are neither of Genesys Cloud nor the practice org were left out. */
  | { kind: 'other-hosts'; count: number }
  /** `/api/v1`, which Genesys has removed. */
  | { kind: 'removed-api'; file: string | undefined; line: number }
  /** A resource or data source of Terraform of which no list of calls is known. */
  | { kind: 'unknown-resource'; type: string; line: number }
  /** A gc command to which no known operation fits. */
  | { kind: 'unknown-command'; line: number }
  /** So many requests have no `/api/v2` in their address, and no operation is known by their path. */
  | { kind: 'no-endpoint'; count: number }
  /** A path or the name of a method that is put together when the program runs. */
  | { kind: 'built-at-run-time'; file: string | undefined; line: number }
  /** A path below `/api/v2` that no known operation has, where nothing says that it is one of Genesys Cloud. */
  | { kind: 'unknown-endpoint'; file: string | undefined; line: number };

export type CallsRead = {
  formats: readonly Format[];
  calls: readonly Call[];
  notes: readonly CallNote[];
};

/** What a reader is told beside the text. */
export type ReadingOptions = {
  /** What is known of the API; without it, only what says `/api/v2` itself is taken for a call. */
  operations?: OperationIndex | undefined;
  /** Further hosts behind which Genesys Cloud stands, such as a gateway; practice orgs on this computer always count. */
  ownHosts?: readonly string[] | undefined;
};

/** Gathers calls and notes; a call is kept once, of files once for each line. */
export class Gathering {
  private readonly formats = new Set<Format>();
  private readonly calls = new Map<string, Call>();
  private readonly notes: CallNote[] = [];
  private otherHosts = 0;
  private withoutEndpoint = 0;

  add(format: Format, call: Call): void {
    const { named, at } = call;
    const name = named.by === 'sdk' ? named.name : `${named.method ?? ''} ${named.path}`;
    const key = at.file === undefined ? name : `${at.line} ${name}`;
    const known = this.calls.get(key);
    if (known === undefined || (known.sureness === 'likely' && call.sureness === 'certain')) {
      this.calls.set(key, call);
    }
    this.formats.add(format);
  }

  note(note: CallNote): void {
    this.notes.push(note);
  }

  countOtherHost(): void {
    this.otherHosts += 1;
  }

  countWithoutEndpoint(): void {
    this.withoutEndpoint += 1;
  }

  result(): CallsRead {
    const counted: CallNote[] = [
      ...(this.otherHosts > 0 ? [{ kind: 'other-hosts', count: this.otherHosts } as const] : []),
      ...(this.withoutEndpoint > 0 ? [{ kind: 'no-endpoint', count: this.withoutEndpoint } as const] : []),
    ];
    return {
      formats: [...this.formats],
      calls: [...this.calls.values()].sort((one, other) => one.at.line - other.at.line),
      notes: [...this.notes, ...counted],
    };
  }
}

/** Says for offsets of a text in which line they are, counted from 1. */
export function lineFinder(text: string): (offset: number) => number {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return (offset) => {
    let low = 0;
    let high = starts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle;
    }
    return low + 1;
  };
}

/** Whether an operation answers at a path, as far as operations are known. */
export function isKnown(options: ReadingOptions, method: Method | undefined, path: string): boolean {
  return (options.operations?.byEndpoint(method, path).length ?? 0) > 0;
}

/** The method that a word names, in capitals or not. */
export function methodOf(word: unknown): Method | undefined {
  if (typeof word !== 'string') return undefined;
  const name = word.trim().toUpperCase();
  return METHODS.find((method) => method === name);
}
