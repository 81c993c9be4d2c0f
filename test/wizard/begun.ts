import assert from 'node:assert/strict';
import type { Run } from '../../src/core/operations/run.ts';
import type { Stage } from '../../src/core/proof/proof.ts';
import type { PageMessage } from '../../src/core/wizard/messages.ts';
import type { RolePort, TellPage } from '../../src/core/wizard/ports.ts';
import type { PracticeGuide } from '../../src/core/wizard/practiceGuide.ts';
import {
  type Connecting,
  type Memory,
  NOTHING_REMEMBERED,
  type RoleChange,
  type ToldState,
  toldMore,
} from '../../src/core/wizard/state.ts';
import { Wizard } from '../../src/core/wizard/wizard.ts';
import { World, type WorldOptions } from './world.ts';

/** A wizard, the world around it, and how far it is when a test begins; what is left out is as it mostly is. */
export type WizardOptions = WorldOptions & {
  memory?: Partial<Memory>;
  /** The client is made on the admin page of this region, without signing in. */
  adminPageRegion?: string;
  /** How far a try to connect is. */
  connecting?: Connecting;
  /** What became of the person's wish for the SCIM Integration role. */
  roleChange?: RoleChange;
  run?: Run;
  /** How far trying the login of the client that was made is. */
  proof?: Stage | null;
  /** What was asked about the calls of the application. */
  calls?: string;
  /** What the API says of its operations. */
  description?: World['description'];
  /** The page about other clients is shown, as far as that. */
  guide?: PracticeGuide;
};

/**
 * A wizard that is as far as the options say, brought there through its ports by what a person does. Fails where that
 * does not lead there.
 */
export async function begun(
  options: WizardOptions,
  tell: TellPage,
): Promise<{ wizard: Wizard; world: World }> {
  const { memory, adminPageRegion, connecting, roleChange, run, proof, guide, calls } = options;
  const isOnAdminPage = adminPageRegion !== undefined;
  const world = new World({
    ...options,
    connected: options.connected ?? !isOnAdminPage,
    ...(roleChange !== undefined && { roles: rolesFor(roleChange) }),
  });
  if (options.description !== undefined) world.description = options.description;
  const remembered: Memory = {
    ...NOTHING_REMEMBERED,
    procedure: 'embeddable',
    ...(isOnAdminPage && { adminPageRegion }),
    ...(connecting?.kind === 'preparing-client' && { preparingRegion: connecting.region }),
    ...memory,
  };
  const wizard = new Wizard(world.ports, { memory: remembered, run });
  let state: ToldState = {};
  wizard.show((message) => {
    if (message.type === 'state') state = toldMore(state, message.state);
  });
  // Where a test holds something, opening ends when the test lets it.
  await soon(wizard.open(undefined));
  if (connecting !== undefined) await bring(wizard, world, connecting);
  // What is held does not end before the test lets it.
  if (roleChange !== undefined) await soon(wizard.handle(messageFor(roleChange)));
  if (proof != null) {
    world.login = proof;
    await soon(wizard.handle({ type: 'try-login' }));
  }
  if (guide !== undefined) {
    world.guide = guide;
    await soon(wizard.handle({ type: 'show-practice-guide', region: guide.region }));
  }
  if (calls !== undefined) await soon(wizard.handle({ type: 'find-needs', text: calls, anew: false }));
  wizard.tellAll();
  if (connecting !== undefined) assert.deepEqual(state.connecting, connecting);
  if (roleChange !== undefined) assert.deepEqual(state.roleChange, roleChange);
  if (proof !== undefined)
    assert.deepEqual(state.proof, proof && { ...proof, redirectUri: state.proof?.redirectUri });
  if (guide !== undefined) assert.deepEqual(state.guide, guide);
  wizard.show(tell);
  return { wizard, world };
}

async function bring(wizard: Wizard, world: World, connecting: Connecting): Promise<void> {
  switch (connecting.kind) {
    case 'preparing-client':
      return;
    case 'connected':
    case 'disconnected':
      if (connecting.failure === undefined) return;
      world.tries = { kind: 'fails', failure: connecting.failure };
      break;
    case 'starting-practice-org':
    case 'signing-in':
    case 'trying-regions':
    case 'loading-org':
      world.tries = { kind: 'holds', stage: connecting };
  }
  await soon(wizard.handle({ type: 'connect', way: 'practice-org' }));
  world.tries = { kind: 'signs-in' };
}

/** Waits until this has come as far as it does without a test letting it. */
async function soon(work: Promise<void>): Promise<void> {
  const stopped = new Promise((resolve) => setImmediate(resolve));
  await Promise.race([work, stopped]);
}

function messageFor(change: RoleChange): PageMessage {
  switch (change.kind) {
    case 'restoring':
    case 'failed':
      return { type: 'restore-scim-role' };
    case 'restoring-altered':
    case 'changed-meanwhile':
    case 'still-altered':
      return { type: 'restore-altered-role' };
    case 'granting':
    case 'waiting':
    case 'not-visible':
      return { type: 'grant-scim-role' };
  }
}

/** Requests about roles that end in this. */
function rolesFor(change: RoleChange): Partial<RolePort> {
  switch (change.kind) {
    case 'restoring':
      return { restoreDefaults: never };
    case 'failed':
      return { restoreDefaults: async () => ({ ok: false, error: change.error }) };
    case 'restoring-altered':
      return { restoreScimRole: never };
    case 'changed-meanwhile':
      return { restoreScimRole: async () => ({ ok: true, value: 'changed-meanwhile' }) };
    case 'still-altered':
      return { restoreScimRole: async () => ({ ok: true, value: 'restored' }) };
    case 'granting':
      return { grant: never };
    case 'waiting':
      return { grant: granted, held: never };
    case 'not-visible':
      return { grant: granted, held: async () => ({ ok: true, value: [] }) };
  }
}

async function granted() {
  return { ok: true, value: undefined } as const;
}

async function never(): Promise<never> {
  return await new Promise(() => undefined);
}
