import assert from 'node:assert/strict';
import type { Effects } from '../../../src/core/operations/effects.ts';
import { startExecution } from '../../../src/core/operations/execute.ts';
import type { ExecutionStart, Noted } from '../../../src/core/operations/execution.ts';
import type { Run } from '../../../src/core/operations/run.ts';
import type { OAuthClient } from '../../../src/core/platform/oauthClients.ts';
import type { Context } from '../../../src/core/procedures/context.ts';
import type { Draft, ProcedureId } from '../../../src/core/procedures/draft.ts';
import { answersOf, plan, procedures } from '../../../src/core/procedures/index.ts';
import type { Plan } from '../../../src/core/procedures/plan.ts';
import { savedWith } from '../../../src/core/wizard/saved.ts';
import { aContext } from '../procedures/situations.ts';

export const SECRET = 'canary-secret-of-the-client';
export const CLIENT = { id: '0b1f0c5e-0000-4000-8000-000000000002', name: 'CRM' };
export const ROLE = { id: '0b1f0c5e-0000-4000-8000-00000000000a', name: 'CRM' };
export const TOKEN_ENDS_AT = '2028-02-15T09:00:00.000Z';

type Situation = {
  procedure?: ProcedureId;
  draft?: Draft;
  context?: Context;
  /** In place of those that the draft comes to. */
  steps?: Plan;
  /** What becomes of the note of each run; where a test says nothing, it outlives a crash. */
  note?: () => Promise<Noted>;
  /** How far it came before. */
  before?: Omit<ExecutionStart, 'plan' | 'saved'>;
};

/** Effects that all succeed and write down what they were asked for, unless a test replaces one. */
export function rehearse(replaced: Partial<Effects> = {}, situation: Situation = {}) {
  const { procedure = 'embeddable', context = aContext(), note = async () => ({ ok: true }) } = situation;
  const draft = { name: 'CRM', ...situation.draft };
  const calls: string[] = [];
  const runs: Run[] = [];
  const noted = <A extends unknown[], R>(name: string, effect: (...args: A) => R) => {
    return (...args: A): R => {
      calls.push(name);
      return effect(...args);
    };
  };
  const asAsked: OAuthClient = {
    ...CLIENT,
    ...procedures[procedure].request(answersOf(procedure, draft, context)),
  };
  const succeed: Effects = {
    createRole: async () => ({ ok: true, value: ROLE }),
    findCreatedRole: async () => ({ ok: true, value: undefined }),
    giveRole: async () => ({ kind: 'held' }),
    isRoleThere: async () => true,
    deleteRole: async () => ({ ok: true }),
    createClient: async () => ({ ok: true, value: { client: CLIENT, secret: SECRET } }),
    findCreatedClient: async () => ({ ok: true, value: undefined }),
    keepSecret: async () => ({ ok: true }),
    hasSecret: async () => false,
    readClient: async () => ({ ok: true, value: asAsked }),
    prove: async () => ({ ok: true }),
    changeClient: async () => ({ kind: 'failed', error: { kind: 'cancelled' } }),
    undoChange: async () => ({ kind: 'failed', error: { kind: 'cancelled' } }),
    makeToken: async () => ({ ok: true, endsAt: TOKEN_ENDS_AT }),
    writeScimFile: async () => ({ kind: 'written', saved: true }),
    deleteClient: async () => ({ ok: true }),
    restoreClient: async () => ({ ok: true, value: undefined }),
    editFrameworkFile: async () => ({ kind: 'written', saved: true }),
    createFrameworkFile: async () => ({ kind: 'written', saved: true }),
  };
  const chosen = { ...succeed, ...replaced };
  const effects: Effects = {
    createRole: noted('role', chosen.createRole),
    findCreatedRole: noted('look-role', chosen.findCreatedRole),
    giveRole: noted('give', chosen.giveRole),
    isRoleThere: noted('ask-role', chosen.isRoleThere),
    deleteRole: noted('delete-role', chosen.deleteRole),
    createClient: noted('create', chosen.createClient),
    findCreatedClient: noted('look', chosen.findCreatedClient),
    hasSecret: chosen.hasSecret,
    keepSecret: noted('keep', chosen.keepSecret),
    readClient: noted('read', chosen.readClient),
    changeClient: noted('change', chosen.changeClient),
    undoChange: noted('undo', chosen.undoChange),
    prove: noted('prove', chosen.prove),
    makeToken: noted('token', chosen.makeToken),
    writeScimFile: noted('scim-file', chosen.writeScimFile),
    deleteClient: noted('delete', chosen.deleteClient),
    restoreClient: noted('restore', chosen.restoreClient),
    editFrameworkFile: noted('edit', chosen.editFrameworkFile),
    createFrameworkFile: noted('make', chosen.createFrameworkFile),
  };
  const steps = situation.steps ?? plan(procedure, draft, context);
  assert.ok(steps, 'there is a plan');
  const saved = savedWith(procedure, answersOf(procedure, draft, context), context);
  assert.ok(saved);
  const execution = startExecution({ ...situation.before, plan: steps, saved }, effects, async (run) => {
    runs.push(run);
    return await note();
  });
  const last = () => runs.at(-1);
  return { calls, runs, last, steps, ...execution };
}

/** The signal of somebody who cancels nothing. */
export function going(): AbortSignal {
  return new AbortController().signal;
}
