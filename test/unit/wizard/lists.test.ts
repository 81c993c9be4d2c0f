import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { OAuthClient } from '../../../src/core/platform/oauthClients.ts';
import { type Draft, PublishedProcedure } from '../../../src/core/procedures/draft.ts';
import { check } from '../../../src/core/procedures/index.ts';
import type { LoadedOrg } from '../../../src/core/procedures/loadedOrg.ts';
import { type ListQuery, type ListRows, ROWS_AT_A_TIME, rowsOf } from '../../../src/core/wizard/lists.ts';
import { orgFor } from '../../../src/core/wizard/orgExcerpt.ts';
import { ActedWizard } from '../../wizard/acted.ts';
import {
  anAccess,
  anOrg,
  aRole,
  clients,
  loadingAccess,
  manyClients,
  manyDivisions,
  manyRoles,
  scimRole,
  unreadableAccess,
} from '../../wizard/samples.ts';

/** What the page may be told of any org for connecting and Save together, in bytes. */
const MOST_BYTES = 200_000;

/** As large as the largest organizations: each role allows hundreds of things, and an administrator holds them all. */
function aLargeOrg(): LoadedOrg {
  const permissions = Array.from({ length: 300 }, (_, index) => `domain:entity${index}:action`);
  const roles = [scimRole, ...manyRoles(2000).map((role) => ({ ...role, permissions }))];
  return anOrg({
    clients: { kind: 'known', value: [...clients, ...manyClients(10_000)] },
    access: anAccess({ roles, divisions: { kind: 'known', value: manyDivisions(500) } }),
  });
}

const DRAFTS: Record<PublishedProcedure, Draft> = {
  general: {
    name: 'Reporting',
    grantType: 'CLIENT-CREDENTIALS',
    roles: [{ roleId: scimRole.id, divisionIds: ['division-home'] }],
  },
  embeddable: { name: 'CRM', target: { kind: 'by-hand' } },
  scim: { name: 'Directory', provider: 'entra' },
};

/** The bytes that the page of this procedure is told from its start to the end of Save. */
async function toldOf(org: LoadedOrg, procedure: PublishedProcedure): Promise<number> {
  const wizard = await ActedWizard.begin({ org, memory: { procedure }, connected: false });
  await wizard.does({ type: 'connect', way: 'practice-org' });
  await wizard.answers(DRAFTS[procedure]);
  await wizard.does(wizard.save());
  wizard.run('finished');
  return Buffer.byteLength(wizard.told.join(''));
}

describe('The lists of a large org', () => {
  for (const procedure of PublishedProcedure.options) {
    it(`stay where they were read when one connects and saves (${procedure})`, async () => {
      const [large, small] = [await toldOf(aLargeOrg(), procedure), await toldOf(anOrg(), procedure)];
      assert.ok(large < MOST_BYTES, `${large} bytes`);
      assert.ok(large < small * 1.1, `${large} bytes of a large org, ${small} of a small one`);
    });
  }

  it('are not sent again with every letter that is typed', async () => {
    const wizard = await ActedWizard.begin({ org: aLargeOrg(), memory: { procedure: 'embeddable' } });
    wizard.told.length = 0;
    for (const name of ['C', 'CR', 'CRM']) await wizard.answers({ name });
    assert.deepEqual(
      wizard.told.filter((message) => message.includes('"destination"')),
      [],
    );
  });

  it('G2: still tell that the name is in use, of any client there', async () => {
    const wizard = await ActedWizard.begin({ org: aLargeOrg(), memory: { procedure: 'embeddable' } });
    const codes = () =>
      check('embeddable', wizard.state.memory.draft, wizard.state.context).map((f) => f.code);
    await wizard.answers({ name: ' Team app 9999 ' });
    assert.ok(codes().includes('name-in-use'));
    await wizard.answers({ name: 'Team app 99999' });
    assert.equal(codes().includes('name-in-use'), false);
  });

  it('know what became of a client and of roles only once they were looked for', () => {
    const listed = { org: aLargeOrg(), listsRead: 1 };
    const others = { workspace: { files: [], newFiles: [], scimFiles: [] }, today: '2026-11-22' };
    const codes = (draft: Draft, lookedFor: Draft) => {
      const org = orgFor(listed, { procedure: 'general', draft: lookedFor }, others);
      const context = { ...others, destination: { kind: 'org' as const, org } };
      return check('general', { name: 'Reporting', grantType: 'CLIENT-CREDENTIALS', ...draft }, context).map(
        ({ code }) => code,
      );
    };
    for (const [roleId, divisionId] of [
      ['gone', 'gone'],
      ['many-7', 'many-division-7'],
    ] as const) {
      const draft = { roles: [{ roleId, divisionIds: [divisionId] }] };
      const [before, after] = [codes(draft, {}), codes(draft, draft)];
      for (const code of ['role-gone', 'role-not-held', 'division-gone'] as const)
        assert.equal(before.includes(code), false, code);
      assert.equal(after.includes('role-gone'), roleId === 'gone');
      assert.equal(after.includes('division-gone'), divisionId === 'gone');
    }
  });
});

describe('A page that is ahead of the controller', () => {
  it('S4: does not say of a role of an adopted client that it is one too many before it was looked for', () => {
    const directory = {
      ...clients[2],
      id: 'directory',
      name: 'Directory',
      authorizedGrantType: 'CLIENT-CREDENTIALS',
    };
    const client = { ...directory, roleDivisions: [{ roleId: 'role-same', divisionId: '*' }] };
    const same = aRole('role-same', { permissions: scimRole.permissions });
    const access = anAccess({ roles: [scimRole, same, aRole('role-2')] });
    const listed = { org: anOrg({ clients: { kind: 'known', value: [client] }, access }), listsRead: 1 };
    const others = { workspace: { files: [], newFiles: [], scimFiles: [] }, today: '2026-11-22' };
    const draft: Draft = { provider: 'entra', adopts: client.id };
    const codes = (lookedFor: Draft) => {
      const org = orgFor(listed, { procedure: 'scim', draft: lookedFor }, others);
      // The page has the client from the list in which it was chosen.
      const known = { kind: 'known' as const, value: { total: 1, entries: [client], missing: [] } };
      const context = { ...others, destination: { kind: 'org' as const, org: { ...org, clients: known } } };
      return check('scim', draft, context).map(({ code }) => code);
    };
    assert.equal(codes({}).includes('adopted-role-extra'), false);
    assert.equal(codes(draft).includes('adopted-role-extra'), false);
  });
});

describe('A list of the org, as its rows are asked for', () => {
  const org = aLargeOrg();
  const rows = (query: Partial<ListQuery>, of: LoadedOrg = org): ListRows | undefined =>
    rowsOf(of, {
      procedure: 'embeddable',
      list: 'clients-to-use',
      search: '',
      from: 0,
      language: 'en',
      ...query,
    });
  const names = (query: Partial<ListQuery>, of?: LoadedOrg) => rows(query, of)?.rows.map(({ name }) => name);

  it('comes in pages, each row once, in the order of names', () => {
    const few = anOrg({ clients: { kind: 'known', value: [...clients, ...manyClients(250)] } });
    const all: string[] = [];
    for (let from = 0; from < 256; from += ROWS_AT_A_TIME) all.push(...(names({ from }, few) ?? []));
    assert.equal(new Set(all).size, 256);
    assert.deepEqual(all.slice(0, 4), ['Agent desktop', 'Old desktop', 'Team app 0', 'Team app 1']);
    assert.deepEqual(names({ from: 300 }, few), []);
  });

  it('E3: has what can be used before what cannot, and says how many there are of each', () => {
    const found = rows({ search: 'desktop' });
    assert.deepEqual(
      [found?.matching, found?.choosable, found?.rows.map(({ name }) => name)],
      [3, 2, ['Agent desktop', 'Old desktop', 'Retired desktop']],
    );
    assert.equal(
      rows({ search: 'desktop', list: 'clients-to-copy' })?.choosable,
      3,
      'an inactive one can be copied',
    );
  });

  it('finds a client by its name, its description and its ID, whatever the case and the blanks around', () => {
    for (const search of ['AGENT DESK', ' beside each call', '11111111-8a44'])
      assert.deepEqual(names({ search }), ['Agent desktop'], search);
  });

  it('stands in the alphabet of the reader', () => {
    const value: OAuthClient[] = ['Zorn', 'Öl', 'Oper'].map((name) => ({
      id: name,
      name,
      authorizedGrantType: 'CODE',
    }));
    const few = anOrg({ clients: { kind: 'known', value } });
    assert.deepEqual(names({ language: 'de' }, few), ['Öl', 'Oper', 'Zorn']);
    assert.deepEqual(names({ language: 'sv' }, few), ['Oper', 'Zorn', 'Öl']);
  });

  it('G12: has the roles that the caller holds before the others, or those alone where the org tells no more', () => {
    const few = anOrg();
    const found = rows({ list: 'roles' }, few);
    assert.deepEqual([found?.matching, found?.choosable], [5, 4]);
    assert.equal(found?.rows.at(-1)?.name, 'Quality Admin');
    const untold = anOrg({
      access: {
        ...anAccess({ held: [aRole('role-2', { name: 'employee' })] }),
        roles: unreadableAccess.roles,
      },
    });
    assert.deepEqual(names({ list: 'roles' }, untold), ['employee']);
  });

  it('G13: has the Home division before all others', () => {
    assert.deepEqual(names({ list: 'divisions' })?.slice(0, 3), [
      'Home',
      'Branch office 0',
      'Branch office 1',
    ]);
    assert.deepEqual(names({ list: 'divisions', search: 'OFFICE 498' }), ['Branch office 498']);
  });

  it('is no list while it is being read, or where the org does not tell it', () => {
    const untold = { kind: 'unknown', error: { kind: 'forbidden', answer: { status: 403 } } } as const;
    assert.equal(rows({}, anOrg({ clients: untold })), undefined);
    for (const access of [loadingAccess, unreadableAccess])
      for (const list of ['roles', 'divisions'] as const)
        assert.equal(rows({ list }, anOrg({ access })), undefined, list);
  });
});
