import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Connection } from '../../../src/core/platform/request.ts';
import { orgOf } from '../../../src/core/procedures/context.ts';
import type { ProcedureId } from '../../../src/core/procedures/draft.ts';
import type { SignInResult, WizardPorts } from '../../../src/core/wizard/ports.ts';
import { ActedWizard } from '../../wizard/acted.ts';
import { anOrg } from '../../wizard/samples.ts';
import type { World } from '../../wizard/world.ts';

const LOADING = { kind: 'loading' } as const;

describe('The roles of an org', () => {
  /** A wizard whose try to sign in has a token, and waits for the rest until it is let go. */
  async function signingIn(procedure: ProcedureId, token = 'a token') {
    const asked: (Connection & { signal: AbortSignal | undefined })[] = [];
    let end: () => void = () => undefined;
    const ports = (world: World, madeUp: WizardPorts): Partial<WizardPorts> => ({
      signIn: {
        ...madeUp.signIn,
        signIn: (way) => async (attempt) => {
          attempt.reached?.({ apiUrl: world.org.apiUrl, accessToken: token, language: 'en' });
          const ended = new Promise<SignInResult>((resolve) =>
            attempt.signal.addEventListener('abort', () => resolve({ kind: 'cancelled' })),
          );
          const letGo = new Promise<void>((resolve) => {
            end = resolve;
          });
          return await Promise.race([
            ended,
            letGo.then(async () => await madeUp.signIn.signIn(way)(attempt)),
          ]);
        },
      },
      roles: {
        ...madeUp.roles,
        load: async (connection, signal) => {
          asked.push({ ...connection, signal });
          return anOrg().access;
        },
      },
    });
    const org = anOrg({ access: { roles: LOADING, divisions: LOADING, held: LOADING } });
    const wizard = await ActedWizard.begin({ org, connected: false, memory: { procedure }, ports });
    await wizard.begins({ type: 'connect', way: 'practice-org' });
    return { wizard, asked, end: () => end() };
  }

  async function untilConnected(wizard: ActedWizard): Promise<void> {
    while (orgOf(wizard.state.context)?.access.roles.kind !== 'known')
      await new Promise((resolve) => setImmediate(resolve));
  }

  for (const procedure of ['general', 'scim'] as const) {
    it(`are asked for as soon as there is a token, beside all else, and once only (${procedure})`, async () => {
      const { wizard, asked, end } = await signingIn(procedure);
      assert.equal(asked.length, 1);
      assert.equal(orgOf(wizard.state.context), undefined, 'the org itself is still being read');
      end();
      await untilConnected(wizard);
      assert.equal(asked.length, 1);
    });
  }

  it('are not asked for where the procedure needs none', async () => {
    const { asked } = await signingIn('embeddable');
    assert.deepEqual(asked, []);
  });

  it('are asked for again where they were read with another token than the one that is kept', async () => {
    const { wizard, asked, end } = await signingIn('general', 'a token that was renewed meanwhile');
    end();
    await untilConnected(wizard);
    assert.deepEqual(
      asked.map(({ accessToken }) => accessToken),
      ['a token that was renewed meanwhile', 'a token'],
    );
  });

  it('are no longer asked for once the try is ended', async () => {
    const { wizard, asked } = await signingIn('general');
    await wizard.does({ type: 'cancel' });
    assert.equal(asked[0]?.signal?.aborted, true);
  });
});
