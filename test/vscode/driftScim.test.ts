import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'mocha';
import type * as vscode from 'vscode';
import { AGENTS, type DriftDesk, useDriftDesk } from './driftDesk.ts';
import { until } from './until.ts';

const REGION = 'mypurecloud.com';

describe('Compare with the Organization: genesys-scim.json', () => {
  const { desk: now } = useDriftDesk();
  let desk: DriftDesk;
  let id: string;
  let roles: ReadonlyMap<string, string>;
  let divisions: ReadonlyMap<string, string>;

  const byName = (answer: Record<string, unknown>): ReadonlyMap<string, string> =>
    new Map(
      (Array.isArray(answer['entities']) ? answer['entities'] : []).map((each) => [each.name, each.id]),
    );
  const idOf = (map: ReadonlyMap<string, string>, name: string): string => map.get(name) ?? assert.fail(name);
  const scimRole = (division = '*', role = 'SCIM Integration') => ({
    roleId: idOf(roles, role),
    divisionId: division,
  });

  beforeEach(async () => {
    desk = now();
    roles = byName(await desk.elsewhere('GET', '/api/v2/authorization/roles?pageSize=100'));
    divisions = byName(await desk.elsewhere('GET', '/api/v2/authorization/divisions?pageSize=100'));
    id = await desk.make({
      name: 'SCIM',
      authorizedGrantType: 'CLIENT-CREDENTIALS',
      accessTokenValiditySeconds: 86_400,
      roleDivisions: [scimRole()],
    });
  });

  function connection(changes: Readonly<Record<string, unknown>> = {}) {
    const { baseUrl } = desk.window.org;
    return {
      provider: 'entra',
      region: REGION,
      practice: true,
      scimBaseUrl: `${baseUrl}/api/v2/scim/v2`,
      tokenUrl: `${baseUrl}/login/oauth/token`,
      clientId: id,
      grantType: 'client_credentials',
      secret: { kept: 'elsewhere' },
      tokenDurationSeconds: 86_400,
      role: { id: idOf(roles, 'SCIM Integration'), name: 'SCIM Integration' },
      divisions: 'all',
      createdAt: '2026-01-01T00:00:00Z',
      ...changes,
    };
  }

  const textOf = (...connections: unknown[]) => `${JSON.stringify({ connections }, undefined, 2)}\n`;
  const file = async (changes: Readonly<Record<string, unknown>> = {}) =>
    await desk.file('genesys-scim.json', textOf(connection(changes)));
  const makeOrgMatch = async () => await desk.drift.makeOrgMatch((await desk.sides()).uri);
  const makeFileMatch = async () => await desk.drift.makeFileMatch((await desk.sides()).uri);
  const untilMatches = async () => await until(async () => (await desk.differing()).length === 0);
  const inFile = async (uri: vscode.Uri): Promise<unknown> => JSON.parse(await desk.text(uri)).connections[0];

  it('matches as it is', async () => {
    await desk.drift.compare(await file());
    assert.match(desk.said(), /Nothing differs: 1 thing was compared with Practice Org\./);
  });

  const cases = {
    duration: {
      changes: () => ({ accessTokenValiditySeconds: 600 }),
      lines: () => ['− Token Duration: 1 day', '+ Token Duration: 10 minutes'],
      file: () => ({ tokenDurationSeconds: 600 }),
    },
    role: {
      changes: () => ({ roleDivisions: [scimRole('*', 'Employee')] }),
      lines: () => ['− Roles: SCIM Integration', '+ Roles: Employee'],
      file: () => ({ role: { id: idOf(roles, 'Employee'), name: 'Employee' } }),
    },
    divisions: {
      changes: () => ({ roleDivisions: [scimRole(idOf(divisions, 'Sales'))] }),
      lines: () => ['− Divisions: All divisions', '+ Divisions: Sales'],
      file: () => ({ divisions: [{ id: idOf(divisions, 'Sales'), name: 'Sales' }] }),
    },
  };

  for (const [what, { changes, lines, file: written }] of Object.entries(cases)) {
    it(`shows the ${what} that somebody has changed, and makes the org match`, async () => {
      const uri = await file();
      await desk.changes(id, changes());
      await desk.drift.compare(uri);
      assert.deepEqual(await desk.differing(), lines());
      await makeOrgMatch();
      await untilMatches();
      const stored = await desk.stored(id);
      assert.equal(stored['accessTokenValiditySeconds'], 86_400);
      assert.deepEqual(stored['roleDivisions'], [scimRole()]);
      assert.equal(await desk.text(uri), textOf(connection()));
    });

    it(`shows the ${what} that somebody has changed, and makes the file match, and nothing else of it`, async () => {
      const uri = await file({ note: 'ours' });
      await desk.changes(id, changes());
      await desk.drift.compare(uri);
      await makeFileMatch();
      await untilMatches();
      assert.deepEqual(await inFile(uri), connection({ note: 'ours', ...written() }));
    });
  }

  it('shows a client that somebody has made inactive, and activates it; the file does not say that', async () => {
    const uri = await file();
    await desk.changes(id, { state: 'inactive' });
    await desk.drift.compare(uri);
    assert.deepEqual(await desk.differing(), ['− State: active', '+ State: inactive']);
    await makeFileMatch();
    assert.match(desk.said(), /State: not possible: the file does not say this\./);
    await makeOrgMatch();
    assert.equal((await desk.stored(id))['state'], 'active');
    await untilMatches();
  });

  it('shows a client of another grant type, and gives it back with its role', async () => {
    const uri = await file();
    await desk.changes(id, { authorizedGrantType: 'CODE', scope: ['users'], roleDivisions: [], roleIds: [] });
    await desk.drift.compare(uri);
    await makeOrgMatch();
    const stored = await desk.stored(id);
    assert.deepEqual(
      [stored['authorizedGrantType'], stored['roleDivisions']],
      ['CLIENT-CREDENTIALS', [scimRole()]],
    );
    await untilMatches();
  });

  it('shows addresses that lead elsewhere, and writes those of the org into the file', async () => {
    const uri = await file({ scimBaseUrl: 'http://127.0.0.1:9/api/v2/scim/v2' });
    await desk.drift.compare(uri);
    await makeOrgMatch();
    assert.match(desk.said(), /an address is nothing of the client/);
    await makeFileMatch();
    await untilMatches();
    assert.deepEqual(await inFile(uri), connection());
  });

  it('shows a client that was deleted: another one is made in the wizard, or its connection taken out', async () => {
    const uri = await desk.file(
      'genesys-scim.json',
      textOf(connection(), connection({ provider: 'okta', clientId: await desk.make(AGENTS) })),
    );
    await desk.deletes(id);
    desk.dialogs.choices = [id, 'Make the organization match…'];
    await desk.drift.compare(uri);
    assert.deepEqual(desk.opened, ['scim']);
    desk.dialogs.choices = [id, 'Make the file match…'];
    await desk.drift.compare(uri);
    assert.equal(JSON.parse(await desk.text(uri)).connections.length, 1);
    assert.match(desk.said(), /genesys-scim\.json was changed\./);
  });

  it('keeps what somebody works on in an editor, and is left unsaved beside it', async () => {
    const uri = await file();
    await desk.changes(id, { accessTokenValiditySeconds: 600 });
    const typed = await desk.type(uri, '"owner": "Ops",\n  ');
    await desk.drift.compare(uri);
    await makeFileMatch();
    assert.match(typed.getText(), /"owner": "Ops"[\s\S]+"tokenDurationSeconds": 600/);
    assert.equal(typed.isDirty, true);
  });
});
