import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Draft, PublishedProcedure } from '../../../../src/core/procedures/draft.ts';
import { check } from '../../../../src/core/procedures/index.ts';
import type { ActedWizard } from '../../../wizard/acted.ts';
import { useOrgDesk } from '../../../wizard/useOrgDesk.ts';

/** What somebody answers who walks through for the first time. */
const answers: Record<PublishedProcedure, Draft> = {
  embeddable: { name: 'Agent desktop' },
  general: {
    name: 'Reporting',
    grantType: 'CODE',
    redirectUris: 'https://app.example.com/callback',
    scopes: ['users:readonly'],
  },
  scim: { name: 'Identity', provider: 'entra' },
};

describe('The first walk, in the practice org that a company lives in', () => {
  const useCompany = useOrgDesk({ size: 'small' });
  const useBare = useOrgDesk();

  async function walk(procedure: PublishedProcedure, useDesk = useCompany): Promise<ActedWizard> {
    const desk = useDesk();
    const wizard = await desk.begin(procedure);
    await desk.connect(wizard);
    await wizard.answers(answers[procedure]);
    return wizard;
  }

  /** What is said about the answers at the end of the walk. */
  function said({ state: { memory, context } }: ActedWizard): string[] {
    assert.ok(memory.procedure);
    return check(memory.procedure, memory.draft, context).map(({ code }) => code);
  }

  for (const procedure of ['embeddable', 'general', 'scim'] as const) {
    it(`meets nothing more on the way to a client (${procedure}) than in an org without anybody`, async () => {
      const wizard = await walk(procedure);
      assert.deepEqual(said(wizard), said(await walk(procedure, useBare)));
      await wizard.does(wizard.save());
      assert.deepEqual(wizard.run('finished').readBack, { kind: 'as-asked' });
    });
  }

  /** The clients of a list that can be chosen, which come first. */
  function choosable(wizard: ActedWizard, list: 'clients-to-use' | 'clients-to-copy'): string[] {
    const found = wizard.list(list);
    assert.ok(found.of === 'clients');
    return found.rows.slice(0, found.choosable).map(({ name }) => name);
  }

  it('E6: offers for a framework.js the clients that can serve one', async () => {
    const names = choosable(await walk('embeddable'), 'clients-to-use');
    for (const name of ['Travel Desk in the CRM', '予約センター デスクトップ'])
      assert.ok(names.includes(name));
    assert.ok(!names.includes('Nightly Data Export'));
  });

  it('finds clients to copy, the disabled one among them', async () => {
    const names = choosable(await walk('general'), 'clients-to-copy');
    for (const name of ['CRM Connector', 'Old Supervisor Wallboard']) assert.ok(names.includes(name), name);
  });
});
