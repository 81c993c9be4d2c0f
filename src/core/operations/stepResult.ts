import type { PlatformError, Result } from '../platform/errors.ts';
import type { OAuthClient } from '../platform/oauthClients.ts';
import type { PlanStep } from '../procedures/plan.ts';
import type { FileResult, ScimFileResult } from './effects.ts';
import type { RoleGiven } from './newRole.ts';
import type { Making } from './once.ts';
import type { Failure } from './run.ts';

/** What became of a step of a plan. */
export type StepResult = { ok: true } | { ok: false; failure: Failure };

/** What became of making a client, or the role that it is to have; `take` gets it. */
export function makingResult<T>(
  what: 'client' | 'role',
  making: Making<T>,
  take: (made: T) => void,
): StepResult {
  switch (making.kind) {
    case 'made':
      take(making.value);
      return { ok: true };
    case 'not-made': {
      const { error } = making;
      return failed({ kind: what === 'role' ? 'role-not-created' : 'not-created', error });
    }
    case 'perhaps-made': {
      const { error, lookup } = making;
      return failed({ kind: what === 'role' ? 'role-perhaps-created' : 'perhaps-created', error, lookup });
    }
  }
}

/** A client that had to be looked for comes without its secret. */
export function withoutSecret(
  found: Result<OAuthClient | undefined>,
): Result<{ client: OAuthClient; secret: undefined } | undefined> {
  return found.ok ? { ok: true, value: found.value && { client: found.value, secret: undefined } } : found;
}

/** The person has cancelled. Nothing was looked for, so what became of a lost request is as uncertain as before. */
export function cancelledBefore({ kind }: PlanStep, lost: PlatformError | undefined): StepResult {
  if (lost === undefined) return failed({ kind: 'cancelled' });
  const failure = kind === 'create-role' ? 'role-perhaps-created' : 'perhaps-created';
  return failed({ kind: failure, error: lost, lookup: { kind: 'cancelled' } });
}

/** What became of giving a role that is there to whoever is signed in. */
export function givingResult(given: Exclude<RoleGiven, { kind: 'role-gone' }>): StepResult {
  switch (given.kind) {
    case 'held':
      return { ok: true };
    case 'cancelled':
      return failed({ kind: 'cancelled' });
    case 'role-not-given':
    case 'role-not-noticed':
      return failed(given);
  }
}

/** What became of writing a file. */
export function fileResult(path: string, result: ScimFileResult | FileResult): StepResult {
  switch (result.kind) {
    case 'written':
      return { ok: true };
    case 'refused':
      return failed({ kind: 'scim-file-refused', path, reason: result.reason, line: result.line });
    case 'changed-meanwhile':
      return failed({ kind: 'file-changed', path });
    case 'failed':
      return failed({ kind: 'file-not-written', path, reason: result.reason });
  }
}

export function failed(failure: Failure): Extract<StepResult, { ok: false }> {
  return { ok: false, failure };
}
