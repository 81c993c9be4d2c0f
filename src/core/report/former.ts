import * as z from 'zod/mini';
import { RoleDivision } from '../platform/oauthClients.ts';
import { parseJson } from '../platform/text.ts';
import { reasonOf } from '../reason.ts';
import { Part } from './facts.ts';
import { withMaskedTexts } from './maskedTexts.ts';
import { Problem } from './problems.ts';

/** What says that a file is a report of this kind. */
export const REPORT_KIND = 'genesys-oauth-clients-report';
export const REPORT_VERSION = 1;

/** The line before the clients, each of which has a line of its own, and the one behind them. */
export const CLIENTS_BEGIN = '"clients": [';
export const CLIENTS_END = ']';

const Texts = z.optional(z.readonly(z.array(z.string())));

/** A client as a report in JSON tells it; only what is compared is read. */
const FormerClient = z.object({
  id: z.string(),
  name: z.string(),
  description: z.optional(z.string()),
  authorizedGrantType: z.optional(z.string()),
  accessTokenValiditySeconds: z.optional(z.number()),
  registeredRedirectUri: Texts,
  scope: Texts,
  roleDivisions: z.optional(z.readonly(z.array(RoleDivision))),
  state: z.optional(z.string()),
  dateToDelete: z.optional(z.string()),
  read: z.readonly(z.array(Part)),
  problems: z.readonly(z.array(Problem)),
});
export type FormerClient = z.infer<typeof FormerClient>;

const Kind = z.object({ kind: z.literal(REPORT_KIND), version: z.number() });

const Header = z.object({
  generatedAt: z.string().check(z.refine((at) => !Number.isNaN(Date.parse(at)))),
  org: z.object({ account: z.string() }),
});

/** A report that was made before. */
export type FormerReport = {
  /** ISO 8601. */
  readonly generatedAt: string;
  /** The account, in whose org it was made. */
  readonly account: string;
  /** Each client by its ID, as text: 10,000 of them take less room so. */
  readonly clients: ReadonlyMap<string, string>;
};

/** Why a file is no report to compare with. */
export type WhyNoReport =
  /** It is something else, or somebody has written it in another form. */
  | { readonly kind: 'foreign' }
  /** It begins as a report, and something in it does not fit, or its end is missing. */
  | { readonly kind: 'broken' }
  | { readonly kind: 'other-version'; readonly version: number }
  | { readonly kind: 'too-large' }
  | { readonly kind: 'unreadable'; readonly reason: string };

export type FormerRead =
  | { readonly ok: true; readonly report: FormerReport }
  | { readonly ok: false; readonly why: WhyNoReport };

/** More of them are not compared. */
const MOST_CLIENTS = 100_000;
/** What stands before the clients is short, but for the names of those that were gone. */
const LONGEST_HEADER = 20_000_000;
/** All that a client can have is shorter. */
const LONGEST_CLIENT = 5_000_000;
/** A report of 50,000 clients is smaller. */
const MOST_BYTES = 100_000_000;

/** Reads a report in JSON from what holds it, as it comes. Never rejects. */
export async function readReport(pieces: AsyncIterable<Uint8Array>): Promise<FormerRead> {
  const reader = new FormerReader();
  const decoder = new TextDecoder();
  let line = '';
  let size = 0;
  try {
    for await (const piece of pieces) {
      size += piece.length;
      if (size > MOST_BYTES) return { ok: false, why: { kind: 'too-large' } };
      // Only what is new is looked through, because the whole may be one line.
      const [rest = '', ...more] = decoder.decode(piece, { stream: true }).split('\n');
      line += rest;
      for (const next of more) {
        if (!reader.take(line)) return reader.end();
        line = next;
      }
    }
    reader.take(line);
    return reader.end();
  } catch (error) {
    return { ok: false, why: { kind: 'unreadable', reason: reasonOf(error) } };
  }
}

/** Reads a report in JSON line by line, as it was written, so that one of 10,000 clients needs little room. */
export class FormerReader {
  private header = '';
  private place: 'header' | 'clients' | 'behind' = 'header';
  private readonly clients = new Map<string, string>();
  private why: WhyNoReport | undefined;

  /** False once the rest need not be read. */
  take(line: string): boolean {
    const text = line.trim();
    if (this.place === 'header') this.takeHeader(text);
    else if (this.place === 'clients') this.takeClient(text);
    return this.why === undefined;
  }

  /** What was read, once all lines were taken. */
  end(): FormerRead {
    if (this.why !== undefined) return { ok: false, why: this.why };
    const written = parseJson(`${this.header}${CLIENTS_BEGIN}]}`);
    const kind = Kind.safeParse(written);
    if (!kind.success) return { ok: false, why: { kind: 'foreign' } };
    const { version } = kind.data;
    if (version !== REPORT_VERSION) return { ok: false, why: { kind: 'other-version', version } };
    const header = Header.safeParse(written);
    if (!header.success || this.place !== 'behind') return { ok: false, why: { kind: 'broken' } };
    const { generatedAt, org } = header.data;
    return { ok: true, report: { generatedAt, account: org.account, clients: this.clients } };
  }

  private takeHeader(text: string): void {
    if (text === CLIENTS_BEGIN) this.place = 'clients';
    else this.header += text;
    if (this.header.length > LONGEST_HEADER) this.why = { kind: 'foreign' };
  }

  private takeClient(text: string): void {
    if (text === CLIENTS_END) {
      this.place = 'behind';
      return;
    }
    const json = text.endsWith(',') ? text.slice(0, -1) : text;
    const client = FormerClient.safeParse(json.length > LONGEST_CLIENT ? undefined : parseJson(json));
    // Somebody may have changed it since, or it is of a version that knew fewer secrets.
    if (client.success) this.clients.set(client.data.id, JSON.stringify(withMaskedTexts(client.data)));
    if (!client.success) this.why = { kind: 'broken' };
    if (this.clients.size > MOST_CLIENTS) this.why = { kind: 'too-large' };
  }
}

/** What a former report tells of a client; undefined where it has none of this ID. */
export function formerClient({ clients }: FormerReport, id: string): FormerClient | undefined {
  const text = clients.get(id);
  return text === undefined ? undefined : FormerClient.safeParse(parseJson(text)).data;
}
