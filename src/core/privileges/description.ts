import * as z from 'zod/mini';
import { getApiDescription, MOST_MEGABYTES } from '../platform/apiDescription.ts';
import type { PlatformError } from '../platform/errors.ts';
import { parseJson } from '../platform/text.ts';
import { type Found, reducedItem } from './describedOperation.ts';
import { MemberReader, type Wish } from './memberReader.ts';
import type { Operation } from './operation.ts';

/** What the operations of an API ask of who calls them, as its own description says. */
export type Description = {
  readonly operations: readonly Operation[];
  /** Of which API: its host, such as `api.mypurecloud.com`. */
  readonly host: string;
  /** Of when it is, in ISO 8601: when it was last changed, where the host tells that, or else when it was read. */
  readonly date: string;
  /** When it was read, in ISO 8601. */
  readonly readAt: string;
  /** How many operations were left out, because what is said of them could not be understood. */
  readonly unread: number;
};

/** Why a description is of no use. */
export type Unreadable =
  | { readonly kind: 'not-answered'; readonly error: PlatformError }
  | { readonly kind: 'not-json' }
  | { readonly kind: 'cut-off' }
  | { readonly kind: 'too-large'; readonly megabytes: number }
  /** It is JSON, and no description of this API. */
  | { readonly kind: 'other-product' }
  | { readonly kind: 'old'; readonly date: string }
  /** A reduced one, in a form that is not known here. */
  | { readonly kind: 'other-version'; readonly version: number }
  /** A reduced one, with something in it that does not fit. */
  | { readonly kind: 'damaged' };

/** Why nothing is known of what an API asks of its callers. */
export type WhyUnread =
  | Unreadable
  /** A file that the person chose cannot be read at all. */
  | { readonly kind: 'file-unreadable'; readonly reason: string };

/** What is known of the operations of an API. */
export type KnownDescription<Why = WhyUnread> =
  | {
      readonly ok: true;
      readonly description: Description;
      /** Why it is older than a month, or that of another region: the API's own could not be read now. */
      readonly insteadOf?: Unreadable;
    }
  | { readonly ok: false; readonly why: Why };

export type DescriptionRead =
  | { readonly ok: true; readonly description: Description }
  | { readonly ok: false; readonly why: Unreadable };

/** A host, perhaps with its port: what is shown as one is no other text, and an address can be made of it. */
export function isHost(text: string): boolean {
  return /^\w[\w-]*(\.[\w-]+)*(:\d+)?$/.test(text) && URL.canParse(`https://${text}`);
}

/** Six times as many as there are today. */
const MOST_OPERATIONS = 20_000;

/** More than everything that is said about one path; the longest that was seen has 30,000 characters. */
const LONGEST_PATH_ITEM = 1_000_000;

/** Hundreds of operations come and go in this time. */
const OLD_AFTER_YEARS = 2;

/** Reads the description that an API gives of itself, as it comes; nothing of it is kept but what it is reduced to. */
export async function fetchDescription(
  apiUrl: string,
  now: Date,
  signal?: AbortSignal,
): Promise<DescriptionRead> {
  const reader = new DescriptionReader();
  const answer = await getApiDescription(apiUrl, (piece) => reader.take(piece), signal);
  if (!answer.ok) return refused(whyNotRead(answer.error));
  const { changed = now } = answer.value;
  return reader.read({ host: new URL(apiUrl).host, date: changed < now ? changed : now, now });
}

/** Whether what was said of a moment is too old to choose rights by. */
export function isOld(date: Date, now: Date): boolean {
  const limit = new Date(now);
  limit.setUTCFullYear(limit.getUTCFullYear() - OLD_AFTER_YEARS);
  return date < limit;
}

/** A month after it was read it is read again, and at once where that is still to come. */
export function isDue({ readAt }: Pick<Description, 'readAt'>, now: Date): boolean {
  const read = new Date(readAt);
  const due = new Date(read);
  due.setUTCMonth(due.getUTCMonth() + 1);
  return due <= now || read > now;
}

/** Reads a description that comes in pieces, from wherever. */
export class DescriptionReader {
  private readonly found: Found[] = [];
  private readonly rest = new Map<string, unknown>();
  private size = 0;
  private unread = 0;
  private isBroken = false;
  private readonly members = new MemberReader(
    wishFor,
    (names, text) => this.add(names, text),
    LONGEST_PATH_ITEM,
  );

  /** False as soon as no more of it is of use. */
  take(piece: string): boolean {
    this.size += piece.length;
    if (!this.isTooLarge) this.members.take(piece);
    return !this.isTooLarge && !this.isBroken && this.members.standing !== 'not-json';
  }

  /** What it came to, once all of it was taken. */
  read(origin: { readonly host: string; readonly date: Date; readonly now: Date }): DescriptionRead {
    const { host, date, now } = origin;
    if (this.isTooLarge) return refused({ kind: 'too-large', megabytes: MOST_MEGABYTES });
    if (this.isBroken || this.members.standing === 'not-json' || this.size === 0) {
      return refused({ kind: 'not-json' });
    }
    if (this.members.standing === 'reading') return refused({ kind: 'cut-off' });
    const operations = this.operations();
    if (operations.length === 0 || !this.found.some(({ isOfGenesys }) => isOfGenesys)) {
      return refused({ kind: 'other-product' });
    }
    if (isOld(date, now)) return refused({ kind: 'old', date: date.toISOString() });
    const { unread } = this;
    return {
      ok: true,
      description: { operations, host, date: date.toISOString(), readAt: now.toISOString(), unread },
    };
  }

  /** The host that the description itself names. */
  get statedHost(): string | undefined {
    const server = Servers.safeParse(this.rest.get('servers')).data?.[0]?.url;
    const host = Host.safeParse(this.rest.get('host')).data;
    if (host !== undefined) return host;
    if (server === undefined || !URL.canParse(server)) return undefined;
    return Host.safeParse(new URL(server).host).data;
  }

  private get isTooLarge(): boolean {
    return this.size > MOST_MEGABYTES * 1_000_000 || this.found.length > MOST_OPERATIONS;
  }

  private add(names: readonly string[], text: string | undefined): void {
    const [member = '', path] = names;
    const value = text === undefined ? undefined : parseJson(text);
    if (text !== undefined && value === undefined) this.isBroken = true;
    if (path === undefined) {
      this.rest.set(member, value);
      return;
    }
    const { found, unread } = reducedItem(path, value);
    for (const each of found) this.found.push(each);
    this.unread += unread;
  }

  /** What is said once for all operations stands behind the paths, too. */
  private operations(): Operation[] {
    const base = BasePath.safeParse(this.rest.get('basePath')).data ?? '';
    const server = Servers.safeParse(this.rest.get('servers')).data?.[0]?.url ?? '';
    const isBelow = [base, server].some((address) => address.replace(/\/$/, '').endsWith(API_PATH));
    const operations = new Map<string, Operation>();
    for (const { path: written, operation } of this.found) {
      const path = isBelow && !written.startsWith(`${API_PATH}/`) ? written : pathBelow(written);
      if (path !== undefined) operations.set(`${operation.method} ${path}`, { ...operation, path });
    }
    return [...operations.values()];
  }
}

const BasePath = z.string();
const Host = z.string().check(z.refine(isHost));
const Servers = z.array(z.object({ url: z.string() }));

const API_PATH = '/api/v2';

function pathBelow(path: string): string | undefined {
  return path.startsWith(`${API_PATH}/`) ? path.slice(API_PATH.length) : undefined;
}

const KEPT: ReadonlySet<string | undefined> = new Set(['basePath', 'host', 'servers']);

/** Asked of each member of the description. Everything else of it, such as its many definitions, is passed over. */
function wishFor([member, path]: readonly string[]): Wish {
  if (member === 'paths') return path === undefined ? 'enter' : 'keep';
  return KEPT.has(member) ? 'keep' : 'pass';
}

function whyNotRead(error: PlatformError): Unreadable {
  const isTooLarge = error.kind === 'too-much';
  return isTooLarge ? { kind: 'too-large', megabytes: MOST_MEGABYTES } : { kind: 'not-answered', error };
}

/** The answer of whoever could not read a description. */
export function refused(why: Unreadable): DescriptionRead {
  return { ok: false, why };
}
