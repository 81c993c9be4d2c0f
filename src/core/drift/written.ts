import * as z from 'zod/mini';
import { compareRecords, type FieldDifference } from '../clients/difference.ts';
import { type OAuthClient, SettledFields } from '../platform/oauthClients.ts';

/** What of a client is remembered: what people settle of it. No secret is among it. */
export const WrittenFields = z.extend(SettledFields, { state: z.optional(z.string()) });
export type WrittenFields = z.infer<typeof WrittenFields>;

/** By what a client came to be remembered as it is. */
export const WrittenOrigin = z.enum([
  'saved',
  'changed',
  /** It was kept as code: the text, wherever it was saved, says the same. */
  'exported',
  /** Somebody else had changed it, and the person has said that this is right. */
  'taken-over',
]);
export type WrittenOrigin = z.infer<typeof WrittenOrigin>;

/** A client as it was last written, or exported, here. */
export const WrittenClient = z.object({
  /** ISO 8601. */
  at: z.string(),
  origin: WrittenOrigin,
  /** The account by which its org was known. */
  account: z.optional(z.string()),
  fields: WrittenFields,
  /** What a request made of it whose answer was lost, if it was carried out. */
  perhaps: z.optional(WrittenFields),
});
export type WrittenClient = z.infer<typeof WrittenClient>;

/** What is to be remembered of a client. One without a state is active (Genesys facts 1.2). */
export function writtenFields(client: Partial<OAuthClient>): WrittenFields {
  return WrittenFields.parse({ ...client, state: client.state ?? 'active' });
}

/** What of a client is remembered for certain, and what a lost request of ours made of it, if it was carried out. */
type Remembered = Pick<WrittenClient, 'fields' | 'perhaps'>;

/**
 * What is to be remembered after a change of ours: of a client that somebody else had changed before, that stays to be
 * noticed.
 */
export function afterChange(
  former: Remembered | undefined,
  before: Partial<OAuthClient>,
  after: Partial<OAuthClient>,
): WrittenFields {
  const now = writtenFields(after);
  if (former === undefined) return now;
  const own = compareRecords(writtenFields(before), now).map(({ field }) => field);
  return { ...settled(former, before), ...only(now, (name) => own.includes(name)) };
}

/** The same where the answer to the change was lost. */
export function afterLostChange(
  former: Remembered,
  before: Partial<OAuthClient>,
  sent: Partial<OAuthClient>,
): Required<Remembered> {
  return { fields: settled(former, before), perhaps: afterChange(former, before, sent) };
}

/** What is remembered, and what a lost request of ours did make of the client, as is seen by now. */
function settled({ fields, perhaps }: Remembered, client: Partial<OAuthClient>): WrittenFields {
  if (perhaps === undefined) return fields;
  const others = differencesFrom(perhaps, client).map(({ field }) => field);
  return { ...fields, ...only(perhaps, (name) => !others.includes(name)) };
}

function only(fields: WrittenFields, isMeant: (name: string) => boolean): WrittenFields {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => isMeant(name)));
}

/**
 * How a client differs from what was last written here: silent about what the org did not tell, and about each field that
 * is as a lost request of ours may have made it.
 */
export function differencesFromWritten(
  { fields, perhaps }: Remembered,
  client: OAuthClient,
): readonly FieldDifference[] {
  const since = differencesFrom(fields, client);
  if (perhaps === undefined) return since;
  const others = differencesFrom(perhaps, client).map(({ field }) => field);
  return since.filter(({ field }) => !Object.hasOwn(perhaps, field) || others.includes(field));
}

function differencesFrom(fields: WrittenFields, client: Partial<OAuthClient>): readonly FieldDifference[] {
  const now: Readonly<Record<string, unknown>> = writtenFields(client);
  const told = Object.entries(fields).filter(([name]) => isTold(name, now));
  const there = told.map(([name]): [string, unknown] => [name, now[name]]);
  return compareRecords(Object.fromEntries(told), Object.fromEntries(there));
}

/** A description that is left out is none; of all else, nothing was said. */
function isTold(name: string, now: Readonly<Record<string, unknown>>): boolean {
  return name === 'description' || now[name] !== undefined;
}
