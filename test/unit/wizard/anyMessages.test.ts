import assert from 'node:assert/strict';
import { setImmediate } from 'node:timers/promises';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { Draft } from '../../../src/core/procedures/draft.ts';
import { check, plan } from '../../../src/core/procedures/index.ts';
import { HostMessage, PageMessage } from '../../../src/core/wizard/messages.ts';
import { cases } from '../../fuzz/cases.ts';
import { anyOf } from '../../fuzz/fromSchema.ts';
import { ActedWizard } from '../../wizard/acted.ts';
import type { WizardOptions } from '../../wizard/begun.ts';
import { locked, loses, NEW_ID, refuses } from '../../wizard/effects.ts';
import * as samples from '../../wizard/samples.ts';

/** What means something in the world around the wizard, so that messages meet what is there. */
const KNOWN_STRINGS = [
  ...['Agent desktop', '', ' ', '3600', '18h', 'https://apps.mypurecloud.jp/crm/index.html', '{"name":"x"}'],
  ...['mypurecloud.jp', 'mypurecloud.com', 'usw2.pure.cloud', 'practice-org', 'admin-page', 'session-1'],
  ...[
    'role-scim',
    'role-export',
    'role-quality',
    'division-home',
    '*',
    '2026-11-22',
    '2026-11-22T09:00:00Z',
    'en',
    'ja',
  ],
  ...[...samples.clients.map(({ id }) => id), NEW_ID, samples.CLIENT_ID_IN_USE],
  ...[samples.aFile().uri, samples.newFile.uri, ...samples.scimFiles.map(({ uri }) => uri)],
];

type Deed =
  | { readonly deed: 'says'; readonly message: PageMessage }
  | { readonly deed: 'answers'; readonly change: Draft }
  | { readonly deed: 'saves' | 'reopens' };

const deeds: fc.Arbitrary<Deed> = fc.oneof(
  {
    weight: 4,
    arbitrary: anyOf(PageMessage, KNOWN_STRINGS).map((message) => ({ deed: 'says' as const, message })),
  },
  {
    weight: 2,
    arbitrary: anyOf(Draft, KNOWN_STRINGS).map((change) => ({ deed: 'answers' as const, change })),
  },
  { weight: 2, arbitrary: fc.constant({ deed: 'saves' as const }) },
  { weight: 1, arbitrary: fc.constant({ deed: 'reopens' as const }) },
);

const LOST = { kind: 'timeout', seconds: 30 } as const;
const FULL = { kind: 'rejected', answer: { status: 400, code: 'auth.too.many.clients' } } as const;

const beginnings: readonly WizardOptions[] = [
  {},
  { connected: false, memory: {} },
  { memory: { draft: { name: 'Agent desktop' } } },
  { memory: { draft: { name: 'Agent desktop' } }, effects: locked },
  { memory: { draft: { name: 'Agent desktop' } }, effects: refuses(FULL) },
  { memory: { draft: { name: 'Agent desktop' } }, effects: loses({ ok: false, error: LOST }) },
  { memory: { procedure: 'scim', draft: { name: 'SCIM', provider: 'entra' } } },
  {
    memory: {
      procedure: 'general',
      draft: { name: 'App', grantType: 'CODE', redirectUris: 'https://a.example/' },
    },
  },
  { adminPageRegion: 'mypurecloud.ie' },
];

describe('Whatever a page says', function () {
  this.timeout(60_000);

  it('is done or refused: nothing is thrown, no secret is told, and no client is made that was not asked for', async () => {
    let saved = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...beginnings),
        fc.array(deeds, { maxLength: 12 }),
        async (beginning, all) => {
          const wizard = await ActedWizard.begin(beginning);
          let asked = 0;
          for (const deed of all) asked += await carriesOut(wizard, deed);
          assert.ok(wizard.world.clientsRequested <= asked);
          saved += wizard.world.clientsRequested;
          for (const told of wizard.told) {
            assert.ok(!told.includes('kept by the keyring'), 'a secret was told');
            HostMessage.parse(JSON.parse(told));
          }
          const { procedure, draft } = wizard.state.memory;
          if (procedure !== undefined) check(procedure, draft, wizard.state.context);
          await ActedWizard.begin({ ...beginning, memory: wizard.remembered });
        },
      ),
      { numRuns: cases(400) },
    );
    assert.ok(saved > 20, `only ${saved} clients were made: most of it was not tried`);
  });
});

/** Does it as far as it goes by itself. Returns how many clients the person may have asked for by it. */
async function carriesOut(wizard: ActedWizard, deed: Deed): Promise<0 | 1> {
  switch (deed.deed) {
    case 'reopens':
      wizard.closeTab();
      await wizard.openTab();
      return 0;
    case 'answers':
      await asFarAsItGoes(wizard.answers(deed.change));
      return 0;
    case 'saves': {
      const { memory, context } = wizard.state;
      const shown = memory.procedure && plan(memory.procedure, memory.draft, context);
      if (shown === undefined) return 0;
      await asFarAsItGoes(wizard.does({ type: 'save', plan: shown }));
      return 1;
    }
    case 'says':
      await asFarAsItGoes(wizard.does(deed.message));
      return deed.message.type === 'save' ||
        deed.message.type === 'retry' ||
        deed.message.type === 'sign-in-again'
        ? 1
        : 0;
  }
}

/** Rejects as the deed does; what waits for a person or for a clock is left waiting. */
async function asFarAsItGoes(doing: Promise<void>): Promise<void> {
  await Promise.race([doing, setImmediate()]);
  await setImmediate();
}
