import { isLoopbackHost } from '../platform/orgHosts.ts';
import { reasonOf } from '../reason.ts';
import {
  type Description,
  type DescriptionRead,
  fetchDescription,
  isDue,
  isHost,
  type KnownDescription,
  refused,
  type Unreadable,
} from './description.ts';
import { readGivenDescription } from './givenDescription.ts';
import { writeReduced } from './reduced.ts';

const ENDING = '.json.gz';

const CANCELLED = refused({ kind: 'not-answered', error: { kind: 'cancelled' } });

/** Small files that all windows and programs of a person share, by their names. */
export type SharedFiles = {
  /** All names; none where they cannot be listed. Never rejects. */
  names(): Promise<readonly string[]>;
  /** Undefined where there is none that can be read. Never rejects. */
  read(name: string): Promise<Uint8Array<ArrayBuffer> | undefined>;
  /** Rejects where it cannot be written. */
  write(name: string, bytes: Uint8Array): Promise<void>;
};

/** The reading of one API, and how many wait for it. */
type Reading = { readonly read: Promise<DescriptionRead>; readonly ending: AbortController; waiting: number };

/**
 * The operations of each API as it describes them itself. Each description is kept in a small file that all windows share,
 * and read anew after a month; that of a practice org only as long as this window lives. One that cannot be read now is
 * replaced by the last one that was.
 */
export class KnownOperations {
  /** One reading of an API at a time, however many ask. */
  private readonly readings = new Map<string, Reading>();
  private readonly inMemory = new Map<string, Description>();
  private readonly listeners = new Set<() => void>();

  /**
   * `files` are those that the descriptions are kept in; `read` reads the description of the API at an address; `warn` is told
   * what nobody has to know at once.
   */
  constructor(
    private readonly files: SharedFiles,
    private readonly warn: (message: string) => void,
    private readonly now: () => Date = () => new Date(),
    private readonly read: typeof fetchDescription = fetchDescription,
  ) {}

  /**
   * The operations of the API at this address. With `anew` they are read from there even if that was done within a month.
   * Never rejects.
   */
  async of(apiUrl: string, signal: AbortSignal, anew = false): Promise<KnownDescription<Unreadable>> {
    const { host } = new URL(apiUrl);
    const kept = await this.kept(host);
    if (kept !== undefined && !anew && !isDue(kept, this.now())) return { ok: true, description: kept };
    const read = await this.readOnce(apiUrl, signal);
    if (read.ok || signal.aborted) return read;
    const instead = kept ?? (isOfThisComputer(host) ? undefined : await this.newestOfRegions());
    return instead === undefined ? read : { ok: true, description: instead, insteadOf: read.why };
  }

  /**
   * The newest of all that is known, however old; that of a practice org, which knows little, only where there is no other.
   * Asks no API.
   */
  async newest(): Promise<Description | undefined> {
    return (await this.newestOfRegions()) ?? newestOf([...this.inMemory.values()]);
  }

  /**
   * The newest of what regions describe, however old: their operations are the same, but for some days. Undefined where only a
   * practice org was asked. Asks no API.
   */
  async newestOfRegions(): Promise<Description | undefined> {
    const names = await this.files.names();
    const hosts = new Set([...this.inMemory.keys(), ...names.flatMap((name) => hostIn(name) ?? [])]);
    const ofRegions = [...hosts].filter((host) => !isOfThisComputer(host));
    return newestOf(await Promise.all(ofRegions.map(async (host) => await this.kept(host))));
  }

  /** Calls whenever more is known than before, until it is disposed of. */
  onDidLearn(listener: () => void): { dispose(): void } {
    this.listeners.add(listener);
    return { dispose: () => void this.listeners.delete(listener) };
  }

  /**
   * Takes a description out of a file that a person has, reduced or as the API gives it. `file` is when it was last changed,
   * and the host of the API that it counts for where it names none.
   */
  async take(
    bytes: Uint8Array<ArrayBuffer>,
    file: { readonly host: string; readonly changed: Date },
  ): Promise<DescriptionRead> {
    const read = await readGivenDescription(bytes, file, this.now());
    if (!read.ok) return read;
    // What is known may be newer than a file that lay somewhere.
    const known = await this.kept(read.description.host);
    if (known === undefined || known.date <= read.description.date) await this.keep(read.description);
    return read;
  }

  /** Ends the reading only when nobody waits for it any more. */
  private async readOnce(apiUrl: string, signal: AbortSignal): Promise<DescriptionRead> {
    if (signal.aborted) return CANCELLED;
    const reading = this.readings.get(apiUrl) ?? this.begin(apiUrl);
    reading.waiting += 1;
    const gaveUp = new Promise<DescriptionRead>((resolve) => {
      signal.addEventListener('abort', () => resolve(CANCELLED), { once: true });
    });
    const first = await Promise.race([reading.read, gaveUp]);
    reading.waiting -= 1;
    if (reading.waiting === 0) this.end(apiUrl, reading);
    return first;
  }

  private end(apiUrl: string, reading: Reading): void {
    reading.ending.abort();
    if (this.readings.get(apiUrl) === reading) this.readings.delete(apiUrl);
  }

  private begin(apiUrl: string): Reading {
    const ending = new AbortController();
    const read = this.read(apiUrl, this.now(), ending.signal).then(async (done) => {
      if (done.ok) await this.keep(done.description);
      return done;
    });
    const reading: Reading = { read, ending, waiting: 0 };
    this.readings.set(apiUrl, reading);
    return reading;
  }

  /** What cannot be written is at least known until this window closes. */
  private async keep(description: Description): Promise<void> {
    this.inMemory.set(description.host, description);
    for (const tell of this.listeners) tell();
    if (isOfThisComputer(description.host)) return;
    try {
      await this.files.write(fileOf(description.host), await writeReduced(description));
    } catch (error) {
      this.warn(`The description of ${description.host} could not be kept: ${reasonOf(error)}`);
    }
  }

  private async kept(host: string): Promise<Description | undefined> {
    const known = this.inMemory.get(host);
    if (known !== undefined) return known;
    const bytes = await this.files.read(fileOf(host));
    if (bytes === undefined) return undefined;
    const now = this.now();
    const read = await readGivenDescription(bytes, { host, changed: now }, now);
    if (!read.ok) return undefined;
    this.inMemory.set(host, read.description);
    return read.description;
  }
}

function fileOf(host: string): string {
  return `${encodeURIComponent(host)}${ENDING}`;
}

function newestOf(descriptions: readonly (Description | undefined)[]): Description | undefined {
  return descriptions
    .filter((each) => each !== undefined)
    .sort((a, b) => (a.date < b.date ? 1 : -1))
    .at(0);
}

/** Undefined of a file that is none of these. */
function hostIn(fileName: string): string | undefined {
  if (!fileName.endsWith(ENDING)) return undefined;
  try {
    const host = decodeURIComponent(fileName.slice(0, -ENDING.length));
    return isHost(host) ? host : undefined;
  } catch {
    return undefined;
  }
}

/** A practice org or a gateway; another one may answer there tomorrow. */
function isOfThisComputer(host: string): boolean {
  return isLoopbackHost(new URL(`http://${host}`).hostname);
}
