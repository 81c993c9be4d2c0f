import {
  activated,
  bodyOf,
  type ClientChange,
  changedClient,
  isActive,
  type Refusal,
} from '../clients/change.ts';
import { compareRecords, type FieldDifference } from '../clients/difference.ts';
import {
  type ClientBody,
  type ClientRecord,
  readClientRecord,
  updateClient,
} from '../platform/clientRecord.ts';
import { answerOf, mayHaveBeenCarriedOut, type PlatformError, type Result } from '../platform/errors.ts';
import { DEFAULT_DURATION_SECONDS, removeClient } from '../platform/oauthClients.ts';
import type { Connection } from '../platform/request.ts';

/** A change removes no client. */
export type ChangeEffects = Pick<ClientEffects, 'read' | 'write'>;

/** What the person agrees to. */
export type ChangePreview = {
  /** The client as it was when the preview was made. */
  readonly before: ClientRecord;
  readonly body: ClientBody;
  readonly differences: readonly FieldDifference[];
};

/** Why nothing is to be done. */
export type NothingToDo =
  /** The client is as it is to be. */
  | { readonly kind: 'unchanged'; readonly record: ClientRecord }
  | { readonly kind: 'refused'; readonly record: ClientRecord; readonly refusal: Refusal }
  | { readonly kind: 'failed'; readonly error: PlatformError };

/** What would be done, if anything. */
export type PreparedChange = { readonly kind: 'ready'; readonly preview: ChangePreview } | NothingToDo;

/** A request that did not end well, and what stands after it. */
export type NotWritten =
  | { readonly kind: 'failed'; readonly error: PlatformError }
  /**
   * The answer was lost, and the look at the client was lost, too (`lookup`), or showed it as it was before: then the org
   * may still carry the request out.
   */
  | {
      readonly kind: 'uncertain';
      readonly error: PlatformError;
      readonly lookup: PlatformError | undefined;
    };

/** What became of a request that was sent. */
export type Written = { readonly kind: 'written'; readonly record: ClientRecord } | NotWritten;

/** What became of a change that was begun. */
export type BegunChange =
  | {
      readonly kind: 'changed';
      readonly before: ClientRecord;
      readonly sent: ClientBody;
      readonly after: ClientRecord;
      /** Where the org made something else of it than what was sent. */
      readonly unexpected: readonly FieldDifference[];
    }
  | NotWritten;

export type ChangeOutcome =
  | BegunChange
  /** Nothing was sent: somebody has changed the client since the preview, and this is what would be done now. */
  | { readonly kind: 'changed-meanwhile'; readonly now: PreparedChange };

export type UndoOutcome =
  | { readonly kind: 'undone'; readonly record: ClientRecord }
  /** Nothing was sent: the client is not any more what the change made of it. */
  | { readonly kind: 'changed-since'; readonly differences: readonly FieldDifference[] }
  | NotWritten;

/** A change that was made, as far as undoing it needs to know. */
export type MadeChange = Pick<Extract<ChangeOutcome, { kind: 'changed' }>, 'before' | 'sent' | 'after'>;

/** Milliseconds until a lost request is looked for a second time: the org may still be carrying it out. */
const LOOK_AGAIN_AFTER = 700;

/** Reads the client and tells what these changes would make of it. Sends nothing else. */
export async function prepareChange(
  { read }: ChangeEffects,
  changes: readonly ClientChange[],
  signal?: AbortSignal,
): Promise<PreparedChange> {
  const answer = await read(signal);
  if (!answer.ok) return { kind: 'failed', error: answer.error };
  const before = answer.value;
  const changed = changedClient(before, changes);
  switch (changed.kind) {
    case 'unchanged':
      return { kind: 'unchanged', record: before };
    case 'refused':
      return { kind: 'refused', record: before, refusal: changed.refusal };
    case 'changed': {
      const differences = compareRecords(bodyOf(before), changed.body);
      return { kind: 'ready', preview: { before, body: changed.body, differences } };
    }
  }
}

/**
 * Makes the change that was previewed, if the client is still what the preview showed, and reads it back. Can be
 * cancelled until the change is sent; what was sent is followed to its end.
 */
export async function makeChange(
  effects: ChangeEffects,
  preview: ChangePreview,
  changes: readonly ClientChange[],
  signal?: AbortSignal,
): Promise<ChangeOutcome> {
  const { before, body: sent } = preview;
  const now = await prepareChange(effects, changes, signal);
  if (now.kind === 'failed') return now;
  const found = now.kind === 'ready' ? now.preview.before : now.record;
  if (compareRecords(before, found).length > 0) return { kind: 'changed-meanwhile', now };
  return await sendChange(effects, { before, body: sent }, signal);
}

/** Sends what is to become of the client, whose state of now is `before`, and reads it back. */
export async function sendChange(
  effects: ChangeEffects,
  { before, body: sent }: Pick<ChangePreview, 'before' | 'body'>,
  signal?: AbortSignal,
): Promise<BegunChange> {
  if (signal?.aborted) return { kind: 'failed', error: { kind: 'cancelled' } };
  const written = await writeClient(effects, sent, before);
  if (written.kind !== 'written') return written;
  const { record: after } = written;
  return { kind: 'changed', before, sent, after, unexpected: compareRecords(sent, bodyOf(after)) };
}

/**
 * Gives the client back what the change took from it, unless somebody has changed it since. What became other by itself,
 * or by somebody else, before it was read back is not the change's to take back.
 */
export async function undoChange(
  effects: ChangeEffects,
  { before, sent, after }: MadeChange,
): Promise<UndoOutcome> {
  const answer = await effects.read();
  if (!answer.ok) return { kind: 'failed', error: answer.error };
  const now = answer.value;
  const own = compareRecords(before, sent);
  // The answer to a former undo may have been lost, and somebody else may have been quicker.
  if (isUndone(own, { before, after }, now)) return { kind: 'undone', record: now };
  const differences = [...among(own, compareRecords(sent, after)), ...compareRecords(after, now)];
  if (differences.length > 0) return { kind: 'changed-since', differences };
  const written = await writeClient(effects, withFormer(now, before, own), now);
  return written.kind === 'written' ? { kind: 'undone', record: written.record } : written;
}

/** Whether what the change made other (`own`), and all that has become other since, is as it was before. */
function isUndone(
  own: readonly FieldDifference[],
  { before, after }: Pick<MadeChange, 'before' | 'after'>,
  now: ClientRecord,
): boolean {
  const changed = [...own, ...compareRecords(after, now)];
  return among(changed, compareRecords(before, now)).length === 0;
}

/** The client as it is now, but for the fields that the change made other: these as they were. */
function withFormer(now: ClientRecord, before: ClientRecord, own: readonly FieldDifference[]): ClientBody {
  const former = own.map(({ field }) => [field, before[field] ?? nothing(field)]);
  // One that is to be active again waits no more to be deleted, which the org may have begun by itself.
  const isToWork = own.some(({ field }) => field === 'state') && isActive(before);
  return { ...(isToWork ? activated(bodyOf(now)) : bodyOf(now)), ...Object.fromEntries(former) };
}

/** What a field that an answer did not have is set to (Genesys facts 1.2): what becomes of one left out is open. */
function nothing(field: string): string | number | readonly string[] {
  switch (field) {
    case 'state':
      return 'active';
    case 'accessTokenValiditySeconds':
      return DEFAULT_DURATION_SECONDS;
    case 'description':
      return '';
    default:
      return [];
  }
}

/** Those of the differences that are in fields of the first ones. */
function among(first: readonly FieldDifference[], differences: readonly FieldDifference[]) {
  return differences.filter(({ field }) => first.some((each) => each.field === field));
}

/** Sends the whole client and reads what came of it; where the answer is lost, the client itself tells. */
export async function writeClient(
  { read, write }: ChangeEffects,
  body: ClientBody,
  before: ClientRecord,
): Promise<Written> {
  const answer = await write(body);
  if (answer.ok) {
    const readBack = await read();
    return { kind: 'written', record: readBack.ok ? readBack.value : answer.value };
  }
  const { error } = answer;
  if (!mayHaveBeenCarriedOut(error)) return { kind: 'failed', error };
  const own = compareRecords(before, body);
  const isAsBefore = (record: ClientRecord) => among(own, compareRecords(before, record)).length === 0;
  const look = await lookFor(read, isAsBefore);
  if (!look.ok) return { kind: 'uncertain', error, lookup: look.error };
  if (!isAsBefore(look.value)) return { kind: 'written', record: look.value };
  return mayBeCarriedOutLate(error)
    ? { kind: 'uncertain', error, lookup: undefined }
    : { kind: 'failed', error };
}

/**
 * Whether the org may still carry a request out that looks as if it had not: nobody has said that it is over. One that was
 * answered is over, whatever the answer was, unless it was given by a gateway that did not wait.
 */
export function mayBeCarriedOutLate(error: PlatformError): boolean {
  if (!mayHaveBeenCarriedOut(error)) return false;
  const answer = answerOf(error);
  return answer === undefined || answer.status === 504;
}

/** Reads a client after a lost request, and once more where it is still as it was before (`isAsBefore`). */
export async function lookFor(
  read: ChangeEffects['read'],
  isAsBefore: (record: ClientRecord) => boolean,
): Promise<Result<ClientRecord>> {
  const look = await read();
  if (!look.ok || !isAsBefore(look.value)) return look;
  await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_AFTER));
  return await read();
}

/** Makes a call on the connection of the moment: the person may sign out, or in again, between two calls. */
export type Connected = <T>(call: (to: Connection) => Promise<Result<T>>) => Promise<Result<T>>;

/** The only ways in which an operation touches a client that exists. None of them throws. */
export type ClientEffects = {
  read(signal?: AbortSignal): Promise<Result<ClientRecord>>;
  write(body: ClientBody): Promise<Result<ClientRecord>>;
  /** Sends the request that deletes; the org accepts it for an inactive client only. */
  remove(): Promise<Result<unknown>>;
};

/** These ways for one client of an org (its ID), over the wire. */
export function clientEffects(connected: Connected, id: string): ClientEffects {
  return {
    read: async (signal) => await connected(async (to) => await readClientRecord(to, id, signal)),
    write: async (body) => await connected(async (to) => await updateClient(to, id, body)),
    remove: async () => await connected(async (to) => await removeClient(to, id)),
  };
}
