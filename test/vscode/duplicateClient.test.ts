import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'mocha';
import type { FoundClient, OrgClients } from '../../src/core/clients/whereabouts.ts';
import { listRoles } from '../../src/core/platform/authorization.ts';
import { createClient, type OAuthClientRequest } from '../../src/core/platform/oauthClients.ts';
import { placeOf } from '../../src/core/texts/regions.ts';
import { duplicateClient } from '../../src/host/clients/duplicateClient.ts';
import { startAnotherPracticeOrg } from '../../src/host/signIn/commands.ts';
import { AGENT_DESKTOP, automation } from '../host/practiceClients.ts';
import { FakeDialogs } from './fakeDialogs.ts';
import type { Rehearsal } from './rehearsal.ts';
import { until } from './until.ts';
import { useWindows } from './windows.ts';

const HOME = 'mypurecloud.com';
const TOKYO = 'mypurecloud.jp';

describe('Duplicating a client', () => {
  const windows = useWindows();
  let window: Rehearsal;
  let dialogs: FakeDialogs;
  /** Of the clients that were made to be duplicated. */
  let secrets: string[];

  beforeEach(async () => {
    window = await windows.open();
    dialogs = new FakeDialogs();
    secrets = [];
  });

  async function make(request: OAuthClientRequest): Promise<string> {
    const made = await createClient(await automation(window.org.baseUrl), request);
    assert.ok(made.ok, JSON.stringify(made));
    secrets.push(made.value.secret ?? '');
    return made.value.client.id;
  }

  /** Makes a division; gives its ID. */
  async function divide(baseUrl: string, name: string): Promise<string> {
    const { accessToken } = await automation(baseUrl);
    const headers = { authorization: `Bearer ${accessToken}`, 'content-type': 'application/json' };
    const url = `${baseUrl}/api/v2/authorization/divisions`;
    const answer = await fetch(url, { method: 'POST', headers, body: JSON.stringify({ name }) });
    const { id }: { id: string } = await answer.json();
    return id;
  }

  function orgIn(region: string): OrgClients {
    const org = window.services.orgClients.current().find((each) => each.region === region);
    assert.ok(org);
    return org;
  }

  async function listed(id: string): Promise<FoundClient> {
    await window.services.orgClients.refresh();
    const org = orgIn(HOME);
    const client = org.clients.find((each) => each.id === id);
    assert.ok(client);
    return { org, client };
  }

  async function duplicate(found: FoundClient): Promise<void> {
    const services = { ...window.services, dialogs };
    await duplicateClient(services, found, async () => undefined, window.openWith);
  }

  it('begins a new client in the same org, under a name that none there has, without a secret', async () => {
    const id = await make(AGENT_DESKTOP);
    await window.connectAs('administrator');
    const found = await listed(id);
    dialogs.choices = [found.org.orgName];
    await duplicate(found);
    const { procedure, draft, step } = window.state().memory;
    assert.deepEqual([procedure, step, draft.name], ['general', 'details', `${AGENT_DESKTOP.name} copy`]);
    assert.deepEqual(draft.scopes, AGENT_DESKTOP.scope);
    await window.save();
    assert.equal(window.state().run?.kind, 'finished');
    assert.notEqual(window.state().run?.client?.id, id);
    const { client } = await listed(id);
    assert.deepEqual(client, found.client, 'the client itself stays as it is');
    const [secret] = secrets;
    assert.ok(secret !== undefined && secret.length > 20);
    for (const said of [...window.told, ...window.logged, window.remembers()])
      assert.equal(said.includes(secret), false);
  });

  it('finds roles and divisions in the other org by their names, and asks about the rest', async () => {
    dialogs.choices = [placeOf(TOKYO)];
    await startAnotherPracticeOrg({ ...window.services, dialogs });
    const roles = await listRoles(await automation(window.org.baseUrl));
    assert.ok(roles.ok);
    const role = roles.value.find(({ name }) => name === 'Employee');
    assert.ok(role);
    const tokyo = await window.services.practiceOrgs.reach(TOKYO);
    const here = [await divide(window.org.baseUrl, 'Osaka'), await divide(window.org.baseUrl, '神戸 <i>')];
    const there = await divide(tokyo.baseUrl, '神戸 <i>');
    assert.ok(!here.includes(there), 'each org has IDs of its own');
    const id = await make({
      name: 'Nightly export',
      authorizedGrantType: 'CLIENT-CREDENTIALS',
      accessTokenValiditySeconds: 86_400,
      roleDivisions: here.map((divisionId) => ({ roleId: role.id, divisionId })),
    });
    for (const practiceRegion of [HOME, TOKYO]) {
      window.person.habits = { loginHint: 'administrator', practiceRegion };
      await window.connect('practice-org');
    }
    await until(() => window.services.orgClients.orgs().length === 2);
    const found = await listed(id);
    dialogs.choices = [orgIn(TOKYO).orgName];
    await duplicate(found);
    const { memory, context } = window.state();
    assert.equal(memory.account, orgIn(TOKYO).account);
    assert.equal(memory.draft.name, 'Nightly export', 'nobody there has that name');
    assert.ok(context.destination.kind === 'org' && context.destination.org.region === TOKYO);
    assert.deepEqual(memory.draft.roles, [{ roleId: role.id, divisionIds: [there] }]);
    assert.deepEqual(memory.draft.withoutCounterpart, [{ role: 'Employee', division: 'Osaka' }]);
    await window.save();
    assert.equal(window.state().run?.kind, 'finished');
  });

  it('S2: has no 450 days where it is no client for SCIM any more, and says so', async () => {
    const roles = await listRoles(await automation(window.org.baseUrl));
    const scim = roles.ok ? roles.value.find(({ name }) => name === 'SCIM Integration') : undefined;
    assert.ok(scim);
    const id = await make({
      name: 'Entra ID',
      authorizedGrantType: 'CLIENT-CREDENTIALS',
      accessTokenValiditySeconds: 38_880_000,
      roleDivisions: [{ roleId: scim.id, divisionId: '*' }],
    });
    await window.connectAs('administrator');
    const found = await listed(id);
    assert.equal(found.client.accessTokenValiditySeconds, 38_880_000);
    dialogs.choices = [found.org.orgName];
    await duplicate(found);
    assert.equal(window.state().memory.draft.duration, '172800');
    assert.match(
      dialogs.said.join('\n'),
      /The token duration of 450 days is only for SCIM\. It is 2 days here/,
    );
  });

  it('does nothing where no org is chosen, or the sign-in to another one is given up', async () => {
    const id = await make(AGENT_DESKTOP);
    await window.connectAs('administrator');
    const found = await listed(id);
    const before = window.state().memory;
    for (const choices of [[], ['Another account…']]) {
      dialogs.choices = choices;
      await duplicate(found);
    }
    assert.deepEqual(window.state().memory, before);
  });
});
