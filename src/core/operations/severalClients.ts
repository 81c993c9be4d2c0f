import { type ClientChange, changedClient, type Refusal } from '../clients/change.ts';
import { compareRecords, type FieldDifference } from '../clients/difference.ts';
import type { FoundClient } from '../clients/whereabouts.ts';
import type { ClientRecord } from '../platform/clientRecord.ts';
import type { PlatformError } from '../platform/errors.ts';
import { OAuthClient } from '../platform/oauthClients.ts';
import { type BegunChange, type ClientEffects, sendChange } from './changeClient.ts';
import { type AcceptedDeletion, deleteRead, isGone, type Left } from './deleteClient.ts';
import { concernsWholeOrg, type Waiting, waitedAsAsked } from './patience.ts';

/** What is done with each of several clients. */
export type SeveralAction =
  | Extract<ClientChange, { kind: 'activate' | 'deactivate' | 'add-redirect-uris' }>
  | { readonly kind: 'delete' };

/** What has become of one of them. */
export type Fate =
  | { readonly kind: 'read'; readonly record: ClientRecord }
  | Extract<BegunChange, { kind: 'changed' | 'uncertain' }>
  /** It was as it is to be. */
  | { readonly kind: 'unchanged' }
  | AcceptedDeletion
  /** Nothing was sent: somebody has changed it since the person saw it. */
  | { readonly kind: 'changed-meanwhile'; readonly differences: readonly FieldDifference[] }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  /** `left` is what a deletion that failed has left, and a former try of it where the last one could not look. */
  | { readonly kind: 'failed'; readonly error: PlatformError; readonly left?: Left }
  /** The person cancelled before it, or (`error`) nothing could be done in its org any more. */
  | { readonly kind: 'not-begun'; readonly error: PlatformError };

export type ClientFate = { readonly found: FoundClient; readonly fate: Fate };

/** How far it is: the client that it is at, counted from 1, and whether the org has asked to wait. */
export type SeveralProgress = {
  readonly number: number;
  readonly of: number;
  readonly found: FoundClient;
  readonly waitsSeconds?: number;
};

export type SeveralEffects = {
  /** The ways to touch a client; each is asked as whoever is signed in to its org then. */
  on(found: FoundClient): ClientEffects;
  wait: Waiting['wait'];
  report(progress: SeveralProgress): void;
  /** Hears what has become of one before the next is begun: VS Code may end before all are through. Never rejects. */
  ended(fate: ClientFate): Promise<void>;
};

/**
 * Does the same with several clients, one after the other, and tells what has become of each, in their order. One that is
 * not what the person saw any more is left alone. Can be cancelled between two, and while an org asks to wait; what was
 * begun is followed to its end. Where nothing can be done in an org any more, its others are not tried.
 */
export async function carryOutOnSeveral(
  clients: readonly FoundClient[],
  /** `read` changes nothing, and gives each as it is now. */
  action: SeveralAction | { readonly kind: 'read' },
  effects: SeveralEffects,
  signal: AbortSignal,
): Promise<readonly ClientFate[]> {
  const ended = new Map<string, PlatformError>();
  const fates: ClientFate[] = [];
  for (const [index, found] of clients.entries()) {
    const error = signal.aborted ? CANCELLED : ended.get(found.org.account);
    if (error !== undefined) {
      fates.push({ found, fate: { kind: 'not-begun', error } });
      continue;
    }
    const progress = { number: index + 1, of: clients.length, found };
    effects.report(progress);
    const fate = await patiently(progress, action, effects, signal);
    if (fate.kind === 'failed' && concernsWholeOrg(fate.error)) ended.set(found.org.account, fate.error);
    fates.push({ found, fate });
    await effects.ended({ found, fate });
  }
  return fates;
}

const CANCELLED: PlatformError = { kind: 'cancelled' };

/** Whether the client is what the action was to make of it. */
export function isDone({ kind }: Fate): boolean {
  switch (kind) {
    case 'read':
    case 'changed':
    case 'unchanged':
    case 'deleted':
    case 'accepted':
    case 'waiting':
      return true;
    case 'changed-meanwhile':
    case 'refused':
    case 'failed':
    case 'uncertain':
    case 'not-begun':
      return false;
  }
}

/** Tries as often as the org asks to wait for it, within reason. */
async function patiently(
  progress: SeveralProgress,
  action: Parameters<typeof carryOut>[1],
  effects: SeveralEffects,
  signal: AbortSignal,
): Promise<Fate> {
  let seen = progress.found.client;
  let left: Left = 'as-it-was';
  const waiting: Waiting = {
    wait: effects.wait,
    waits: (waitsSeconds) => effects.report({ ...progress, waitsSeconds }),
  };
  for (let waited = 0; ; waited += 1) {
    const carriedOut = await carryOut(seen, action, effects.on(progress.found));
    if (carriedOut.kind !== 'failed') return carriedOut;
    // A try that could not even look leaves the client as the one before it did.
    left = carriedOut.left ?? left;
    const fate: Fate = { ...carriedOut, left };
    if (!(await waitedAsAsked(carriedOut.error, waited, waiting, signal))) return fate;
    const isAsItWas = left === 'as-it-was';
    // What we made of it is no change by somebody else.
    if (!isAsItWas) seen = withoutState(seen);
    if (signal.aborted) return isAsItWas ? { kind: 'not-begun', error: CANCELLED } : fate;
    effects.report(progress);
  }
}

function withoutState({ state: _, dateToDelete: __, ...rest }: OAuthClient): OAuthClient {
  return rest;
}

async function carryOut(
  seen: OAuthClient,
  action: SeveralAction | { readonly kind: 'read' },
  effects: ClientEffects,
): Promise<Fate> {
  const read = await effects.read();
  if (!read.ok) {
    const isDeleted = action.kind === 'delete' && isGone(read.error);
    return isDeleted ? { kind: 'deleted' } : { kind: 'failed', error: read.error };
  }
  const record = read.value;
  if (action.kind === 'read') return { kind: 'read', record };
  const differences = changedSince(seen, record);
  if (differences.length > 0) return { kind: 'changed-meanwhile', differences };
  if (action.kind !== 'delete') return await change(record, action, effects);
  const deletion = await deleteRead(effects, record);
  if (deletion.kind !== 'not-deleted') return deletion;
  return { kind: 'failed', error: deletion.error, left: deletion.left };
}

async function change(record: ClientRecord, wanted: ClientChange, effects: ClientEffects): Promise<Fate> {
  const changed = changedClient(record, [wanted]);
  return changed.kind === 'changed'
    ? await sendChange(effects, { before: record, body: changed.body })
    : changed;
}

/** How a client differs from what a list said of it, in the fields that the list told. */
function changedSince(seen: OAuthClient, record: ClientRecord): readonly FieldDifference[] {
  const now: Readonly<Record<string, unknown>> = OAuthClient.safeParse(record).data ?? record;
  return compareRecords(seen, Object.fromEntries(Object.keys(seen).map((field) => [field, now[field]])));
}
