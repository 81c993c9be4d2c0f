import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Connection } from '../../../src/core/platform/request.ts';
import { type Access, orgOf } from '../../../src/core/procedures/context.ts';
import type { ProcedureId } from '../../../src/core/procedures/draft.ts';
import type { LoadedAccess } from '../../../src/core/procedures/loadedOrg.ts';
import type { PageMessage } from '../../../src/core/wizard/messages.ts';
import type { SignInResult, WizardPorts } from '../../../src/core/wizard/ports.ts';
import { ActedWizard } from '../../wizard/acted.ts';
import { anOrg } from '../../wizard/samples.ts';
import type { World } from '../../wizard/world.ts';

const LOADING = { kind: 'loading' } as const;
const NOTHING_YET: LoadedAccess = { roles: LOADING, divisions: LOADING, held: LOADING };
const KNOWN = anOrg().access;
const CANCELLED = { kind: 'unknown', error: { kind: 'cancelled' } } as const;

/** One question for the roles, as a test sees and answers it. */
type Asked = { token: string; signal: AbortSignal | undefined; answer(access?: LoadedAccess): void };

/** A wizard that signs in: the token is there, and org and roles come when a test lets them. */
class SigningIn {
  readonly asked: Asked[] = [];
  private readonly orgs: (() => void)[] = [];
  private wizardOfThis: ActedWizard | undefined;

  static async begin(procedure: ProcedureId, early = 'a token'): Promise<SigningIn> {
    const signingIn = new SigningIn();
    const ports = (world: World, madeUp: WizardPorts) => signingIn.ports(world, madeUp, early);
    const options = { org: anOrg({ access: NOTHING_YET }), connected: false, memory: { procedure }, ports };
    signingIn.wizardOfThis = await ActedWizard.begin(options);
    await signingIn.wizard.begins({ type: 'connect', way: 'practice-org' });
    return signingIn;
  }

  get wizard(): ActedWizard {
    assert.ok(this.wizardOfThis);
    return this.wizardOfThis;
  }

  /** The org is read. */
  async arrive(): Promise<void> {
    this.orgs.shift()?.();
    await this.quiet();
    assert.equal(this.wizard.state.connecting.kind, 'connected');
  }

  async answer(at: number, access?: LoadedAccess): Promise<void> {
    this.asked[at]?.answer(access);
    await this.quiet();
  }

  /** Begins this, and resolves when it goes no further by itself. */
  async begins(message: PageMessage): Promise<void> {
    await this.wizard.begins(message);
    await this.quiet();
  }

  access(): Access | undefined {
    return orgOf(this.wizard.state.context)?.access;
  }

  private async quiet(): Promise<void> {
    for (let turn = 0; turn < 5; turn += 1) await new Promise((resolve) => setImmediate(resolve));
  }

  private ports(world: World, madeUp: WizardPorts, early: string): Partial<WizardPorts> {
    const reading =
      (then: (world: World) => Promise<SignInResult>): ReturnType<WizardPorts['signIn']['signIn']> =>
      async (attempt) => {
        attempt.reached?.({ apiUrl: world.org.apiUrl, accessToken: early, language: 'en' });
        const ended = new Promise<SignInResult>((resolve) =>
          attempt.signal.addEventListener('abort', () => resolve({ kind: 'cancelled' })),
        );
        const read = new Promise<void>((resolve) => this.orgs.push(resolve));
        // An org that was read has its own access, as `loadOrg` gives it.
        world.org = { ...world.org, access: { ...NOTHING_YET } };
        return await Promise.race([ended, read.then(async () => await then(world))]);
      };
    return {
      signIn: {
        ...madeUp.signIn,
        askRegion: async () => undefined,
        signIn: (way) => async (attempt) =>
          await reading(async () => await madeUp.signIn.signIn(way)(attempt))(attempt),
        open: (id) => async (attempt) =>
          await reading(async () => await madeUp.signIn.open(id)(attempt))(attempt),
      },
      roles: {
        ...madeUp.roles,
        load: async ({ accessToken }: Connection, signal) =>
          await new Promise<LoadedAccess>((answer) => {
            signal?.addEventListener('abort', () =>
              answer({ roles: CANCELLED, divisions: CANCELLED, held: CANCELLED }),
            );
            this.asked.push({ token: accessToken, signal, answer: (access = KNOWN) => answer(access) });
          }),
      },
    };
  }
}

describe('The roles of an org', () => {
  for (const procedure of ['general', 'scim'] as const) {
    it(`are asked for as soon as there is a token, beside all else, and once only (${procedure})`, async () => {
      const signingIn = await SigningIn.begin(procedure);
      assert.equal(signingIn.asked.length, 1);
      assert.equal(signingIn.access(), undefined, 'the org itself is still being read');
      await signingIn.arrive();
      await signingIn.answer(0);
      assert.equal(signingIn.access()?.roles.kind, 'known');
      assert.equal(signingIn.asked.length, 1);
    });
  }

  it('are not asked for where the procedure needs none', async () => {
    const { asked } = await SigningIn.begin('embeddable');
    assert.deepEqual(asked, []);
  });

  it('are asked for again where they were read with another token than the one that is kept', async () => {
    const signingIn = await SigningIn.begin('general', 'a token that was renewed meanwhile');
    await signingIn.arrive();
    await signingIn.answer(1);
    assert.deepEqual(
      signingIn.asked.map(({ token }) => token),
      ['a token that was renewed meanwhile', 'a token'],
    );
  });

  it('are no longer asked for once the try is ended', async () => {
    const { wizard, asked } = await SigningIn.begin('general');
    await wizard.does({ type: 'cancel' });
    assert.equal(asked[0]?.signal?.aborted, true);
  });

  const meanwhile: Record<string, PageMessage> = {
    'one starts over': { type: 'start-over' },
    'one cancels, as the org comes': { type: 'cancel' },
    'one turns to another way, and leaves it again': { type: 'connect', way: 'admin-page' },
    'Save is pressed': { type: 'save', plan: [] },
  };
  for (const [what, message] of Object.entries(meanwhile)) {
    it(`are read on once the org is there, although ${what}`, async () => {
      const signingIn = await SigningIn.begin('general');
      await signingIn.arrive();
      await signingIn.begins(message);
      await signingIn.answer(0);
      assert.equal(signingIn.access()?.roles.kind, 'known');
    });
  }

  it('are asked for anew where they are needed later than the org was there', async () => {
    const signingIn = await SigningIn.begin('scim');
    await signingIn.wizard.does({ type: 'choose-procedure', procedure: 'embeddable' });
    await signingIn.arrive();
    await signingIn.answer(0);
    await signingIn.begins({ type: 'choose-procedure', procedure: 'scim' });
    assert.equal(signingIn.asked.length, 2);
  });

  it('are not shown as they were before a later answer', async () => {
    const signingIn = await SigningIn.begin('scim');
    await signingIn.arrive();
    await signingIn.answer(0);
    await signingIn.begins({ type: 'refresh' });
    await signingIn.begins({ type: 'restore-scim-role' });
    const now: LoadedAccess = { ...KNOWN, held: { kind: 'known', value: [] } };
    await signingIn.answer(2, now);
    await signingIn.arrive();
    await signingIn.answer(1);
    await signingIn.answer(3, now);
    assert.deepEqual(signingIn.access()?.held, {
      kind: 'known',
      value: { total: 0, entries: [], missing: [] },
    });
  });
});
