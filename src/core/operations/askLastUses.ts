import type { FoundClient } from '../clients/whereabouts.ts';
import type { PlatformError, Result } from '../platform/errors.ts';
import type { LastUse } from '../platform/lastUse.ts';
import { concernsWholeOrg, type Waiting, waitedAsAsked } from './patience.ts';

/** What is needed to ask for something (`Told`) that an org counted of each client. */
export type AskEffects<Told> = {
  ask(found: FoundClient, signal: AbortSignal): Promise<Result<Told>>;
  /** Keeps what the org told of a client, or that it does not tell: that stays, whatever becomes of the rest. */
  note(found: FoundClient, told: Told | { readonly kind: 'untold' }): void;
  wait: Waiting['wait'];
  /** How many are asked, and for how many seconds an org asks to wait, if it does. */
  report(asked: number, waitsSeconds?: number): void;
  /** Hears why an org (its account) is not asked to the end. */
  ended?(account: string, error: PlatformError): void;
};
export type AskUsesEffects = AskEffects<LastUse>;

/** How many were asked; why one org, the last one, could not go on being asked. */
export type AskedUses = { readonly asked: number; readonly error?: PlatformError };

/**
 * How many are asked side by side. Each takes two requests and more than half a second, so that even a quick org is asked
 * less than a third of what it allows in a minute (Genesys facts 6.4).
 */
export const SIDE_BY_SIDE = 4;

/** Asks when clients were last used, as `askOfEach` does. */
export async function askLastUses(
  clients: readonly FoundClient[],
  effects: AskUsesEffects,
  signal: AbortSignal,
): Promise<AskedUses> {
  return await askOfEach(clients, effects, signal);
}

/**
 * Asks for something that is counted of each client, some side by side, in their order. What was told when it is cancelled
 * stays.
 */
export async function askOfEach<Told>(
  clients: readonly FoundClient[],
  effects: AskEffects<Told>,
  signal: AbortSignal,
): Promise<AskedUses> {
  const ended = new Map<string, PlatformError>();
  const next = clients.values();
  let asked = 0;
  const work = async () => {
    // Each client is taken once, by whoever has time.
    for (const found of next) {
      if (signal.aborted) return;
      const { account } = found.org;
      if (ended.has(account)) continue;
      const answer = await patiently(found);
      if (!answer.ok && endsTheAsking(answer.error)) {
        if (answer.error.kind === 'cancelled') continue;
        ended.set(account, answer.error);
        effects.ended?.(account, answer.error);
        continue;
      }
      effects.note(found, answer.ok ? answer.value : { kind: 'untold' });
      asked += 1;
      effects.report(asked);
    }
  };

  async function patiently(found: FoundClient): Promise<Result<Told>> {
    const waiting: Waiting = {
      wait: effects.wait,
      waits: (seconds) => effects.report(asked, seconds),
    };
    for (let waited = 0; ; waited += 1) {
      const answer = await effects.ask(found, signal);
      if (answer.ok || !(await waitedAsAsked(answer.error, waited, waiting, signal))) return answer;
      if (signal.aborted) return { ok: false, error: { kind: 'cancelled' } };
    }
  }

  await Promise.all(Array.from({ length: SIDE_BY_SIDE }, work));
  const [error] = [...ended.values()].slice(-1);
  return { asked, ...(error !== undefined && { error }) };
}

/** Whether every other client of the org would fail in the same way, or the person has cancelled. */
function endsTheAsking(error: PlatformError): boolean {
  return error.kind === 'cancelled' || error.kind === 'forbidden' || concernsWholeOrg(error);
}
