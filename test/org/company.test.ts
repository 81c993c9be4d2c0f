import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import * as z from 'zod/mini';
import { FRAMEWORK_SCOPES, frameworkRedirectUris } from '../../src/core/clients/frameworkNeeds.ts';
import { steer } from '../host/steer.ts';
import { type OrgUnderTest, startOrg } from './client.ts';
import { factsOf, findingsOf } from './contract/contract.ts';

const DAY = 86_400_000;
const region = 'mypurecloud.jp';
const path = '/api/v2/oauth/clients';
const scimUsers = '/api/v2/scim/v2/Users';

const author = z.object({ id: z.string(), name: z.string() });
const clientSchema = z.object({
  id: z.string(),
  name: z.string(),
  description: z.string(),
  authorizedGrantType: z.string(),
  accessTokenValiditySeconds: z.number(),
  registeredRedirectUri: z.array(z.string()),
  scope: z.array(z.string()),
  roleDivisions: z.array(z.object({ roleId: z.string(), divisionId: z.string() })),
  state: z.string(),
  dateCreated: z.string(),
  dateModified: z.string(),
  dateToDelete: z.optional(z.string()),
  createdBy: author,
});
type Client = z.infer<typeof clientSchema>;
const clientList = z.object({ entities: z.array(clientSchema) });
const named = z.object({ entities: z.array(z.object({ id: z.string(), name: z.string() })) });
const ENTERPRISE = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';
const userList = z.object({
  Resources: z.array(
    z.object({
      id: z.string(),
      userName: z.string().check(z.endsWith('@practice.example')),
      displayName: z.string(),
      [ENTERPRISE]: z.object({
        division: z.string().check(z.minLength(1)),
        manager: z.optional(z.object({ value: z.string() })),
      }),
    }),
  ),
});
const usage = z.object({
  results: z.array(z.object({ date: z.string(), requests: z.number() })),
  queryStatus: z.literal('Complete'),
});

describe('the company that lives in the practice org', () => {
  let org: OrgUnderTest;
  /** A person's token, and that of the client that holds the same roles, whatever the scope. */
  let administrator: string;
  let automation: string;

  before(async () => {
    org = await startOrg({ size: 'small', region });
  });
  beforeEach(async () => {
    await steer(org, 'POST', 'reset');
    await signIn();
  });
  after(() => org.close());

  async function signIn(): Promise<void> {
    administrator = await org.signIn('administrator');
    automation = await org.automationToken();
  }

  async function clients(): Promise<Client[]> {
    return clientList.parse((await org.call(administrator, 'GET', path)).body).entities;
  }

  async function client(name: string): Promise<Client> {
    const found = (await clients()).find((each) => each.name === name);
    assert.ok(found, `There is no ${name}.`);
    return found;
  }

  async function change(before: Client, settings: object, bearer = administrator) {
    return await org.call(bearer, 'PUT', `${path}/${before.id}`, { ...before, ...settings });
  }

  /** Lets so many days pass. */
  async function wait(days: number): Promise<void> {
    await org.turn({ clockOffsetSeconds: days * 86_400 });
    await signIn();
  }

  /** The dates on which a client called the API, in so many days before today in the org, newest first. */
  async function datesOfUse({ id }: Client, days: number, today = 0): Promise<string[]> {
    const now = Date.now() + today * DAY;
    const interval = [now - days * DAY, now + DAY].map((time) => new Date(time).toISOString()).join('/');
    const query = { interval, granularity: 'Day' };
    await org.turn({ clockOffsetSeconds: today * 86_400 });
    const asked = await org.call(administrator, 'POST', `${path}/${id}/usage/query`, query);
    await org.turn({ clockOffsetSeconds: today * 86_400 + 1 });
    const { results } = usage.parse(
      (await org.call(administrator, 'GET', String(asked.at('resultsUri')))).body,
    );
    return results
      .filter(({ requests }) => requests > 0)
      .map(({ date }) => date)
      .sort()
      .reverse();
  }

  /** Who is in the directory, active or not. */
  async function everybody() {
    const filter = encodeURIComponent('active eq true or active eq false');
    const answer = await org.call(automation, 'GET', `${scimUsers}?count=100&filter=${filter}`);
    return userList.parse(answer.body).Resources;
  }

  const daysSince = (date: string | undefined, now = Date.now()) => (now - Date.parse(date ?? '')) / DAY;

  const inUse = [
    'Travel Desk in the CRM',
    'Booking Chat',
    'CRM Connector',
    'Nightly Data Export',
    'Queue Monitor',
  ];
  for (const name of [...inUse, 'Directory Provisioning', '予約システム連携']) {
    it(`has used ${name} within the past days`, async () => {
      const [last] = await datesOfUse(await client(name), 30);
      assert.ok(daysSince(last) < 4, `${last}`);
    });
  }

  it('E4: has a framework client without the page of its login window, and one with all that it needs', async () => {
    const lacking = await client('Travel Desk in the CRM');
    const right = await client('予約センター デスクトップ');
    assert.deepEqual(lacking.registeredRedirectUri, frameworkRedirectUris(region, false));
    assert.match(lacking.description, /separate window/);
    assert.deepEqual(right.registeredRedirectUri, frameworkRedirectUris(region, true));
    for (const { authorizedGrantType, scope, accessTokenValiditySeconds } of [lacking, right]) {
      assert.equal(authorizedGrantType, 'CODE');
      assert.deepEqual(scope, FRAMEWORK_SCOPES);
      assert.equal(accessTokenValiditySeconds, 64_800);
    }
  });

  it('has one client of the implicit grant, which is being withdrawn', async () => {
    const implicit = (await clients()).filter(({ authorizedGrantType }) => authorizedGrantType === 'TOKEN');
    assert.deepEqual(
      implicit.map(({ name }) => name),
      ['Booking Chat'],
    );
  });

  it("has one client with the redirect URI of a developer's computer beside the right one", async () => {
    const local = (await clients()).filter(({ registeredRedirectUri }) =>
      registeredRedirectUri.some((uri) => uri.startsWith('http://localhost')),
    );
    assert.deepEqual(
      local.map(({ name, registeredRedirectUri }) => [name, registeredRedirectUri.length]),
      [['CRM Connector', 2]],
    );
  });

  it('has an export that only reads, and may do everything everywhere', async () => {
    const [held] = (await client('Nightly Data Export')).roleDivisions;
    const role = await org.call(administrator, 'GET', `/api/v2/authorization/roles/${held?.roleId}`);
    assert.deepEqual([role.at('name'), held?.divisionId], ['Master Admin', '*']);
  });

  it('has a client that nobody has used for more than 90 days; who made it is deleted', async () => {
    const unused = await client('Summer Campaign Dialler');
    assert.equal(unused.state, 'active');
    assert.deepEqual(await datesOfUse(unused, 90), []);
    assert.notDeepEqual(await datesOfUse(unused, 300), [], 'it was of use once');
    const person = await org.call(automation, 'GET', `${scimUsers}/${unused.createdBy.id}`);
    assert.equal(person.status, 404);
  });

  it('has a disabled client, which was in use until then', async () => {
    const { state, dateModified, ...disabled } = await client('Old Supervisor Wallboard');
    assert.equal(state, 'disabled');
    const [last] = await datesOfUse({ ...disabled, state, dateModified }, 60);
    const silentFor = daysSince(last, Date.parse(dateModified));
    assert.ok(silentFor >= 0 && silentFor < 3, `silent for ${silentFor} days before`);
  });

  it('has a client that will be deleted, and can be taken back until then', async () => {
    const leaving = await client('Survey Pilot');
    assert.equal(leaving.state, 'inactive');
    assert.equal(Math.round(-daysSince(leaving.dateToDelete)), 4);
    const taken = await change(leaving, { state: 'active' });
    assert.deepEqual([taken.status, taken.at('state'), taken.at('dateToDelete')], [200, 'active', undefined]);
  });

  it('lets that client go when nobody takes it back', async () => {
    const { id } = await client('Survey Pilot');
    await wait(5);
    assert.equal((await org.call(administrator, 'GET', `${path}/${id}`)).status, 404);
  });

  it('S2: has a client for SCIM whose token, made on its first day, ends in nine days; then it is silent', async () => {
    const directory = await client('Directory Provisioning');
    const { accessTokenValiditySeconds, dateCreated } = directory;
    assert.equal(accessTokenValiditySeconds, 38_880_000);
    assert.equal(Math.round(accessTokenValiditySeconds / 86_400 - daysSince(dateCreated)), 9);
    await wait(8);
    assert.notDeepEqual(await datesOfUse(directory, 2, 8), []);
    await wait(13);
    assert.deepEqual(await datesOfUse(directory, 2, 13), []);
  });

  it('has a client that somebody made who has left', async () => {
    const { createdBy } = await client('Reporting Dashboard');
    const person = await org.call(automation, 'GET', `${scimUsers}/${createdBy.id}`);
    assert.deepEqual([person.at('displayName'), person.at('active')], [createdBy.name, false]);
  });

  it('has a client with the longest duration, and one that may change far more than it is for', async () => {
    assert.equal((await client('Quality Review')).accessTokenValiditySeconds, 172_800);
    const { description, scope } = await client('Team Calendar');
    assert.match(description, /^Shows/);
    for (const wide of ['authorization', 'oauth', 'users']) assert.ok(scope.includes(wide));
  });

  it('falls silent with a client that somebody disables', async () => {
    const busy = await client('Booking Chat');
    assert.equal((await change(busy, { state: 'disabled' })).status, 200);
    await wait(9);
    assert.deepEqual(await datesOfUse(busy, 8, 9), []);
  });

  it('lets the administrator, and the automation client, change every client that is not disabled', async () => {
    for (const each of (await clients()).filter(({ state }) => state !== 'disabled')) {
      for (const bearer of [administrator, automation]) {
        assert.equal((await change(each, {}, bearer)).status, 200, each.name);
      }
    }
  });

  const lists = [
    path,
    '/api/v2/authorization/roles',
    '/api/v2/authorization/divisions',
    '/api/v2/scim/v2/groups',
  ];
  for (const list of [...lists, '/api/v2/scim/v2/users']) {
    it(`is answered as published by ${list}`, async () => {
      const answer = await org.call(automation, 'GET', list);
      assert.deepEqual(findingsOf(factsOf('GET', list).answers['200'] ?? '', answer.body), []);
    });
  }

  it('is told in the README by the names that its clients have', async () => {
    const readme = await readFile(new URL('../../src/practiceOrg/npm/README.md', import.meta.url), 'utf8');
    const [, table = ''] = readme.split('| client | what an administrator should see |\n|---|---|\n');
    const rows = table.split('\n\n')[0]?.split('\n') ?? [];
    const told = rows.flatMap((row) => row.split('|')[1]?.trim().split(', ') ?? []);
    const names = (await clients()).map(({ name }) => name);
    assert.ok(told.length > 10);
    assert.deepEqual(
      told.filter((name) => !names.includes(name)),
      [],
    );
  });

  it('refers to nothing that is not there', async () => {
    const idsOf = async (kind: string) => {
      const answer = await org.call(automation, 'GET', `/api/v2/authorization/${kind}?pageSize=500`);
      return new Set(named.parse(answer.body).entities.map(({ id }) => id));
    };
    const [roles, divisions] = [await idsOf('roles'), (await idsOf('divisions')).add('*')];
    for (const { name, roleDivisions } of await clients()) {
      for (const { roleId, divisionId } of roleDivisions) {
        assert.ok(roles.has(roleId) && divisions.has(divisionId), name);
      }
    }
    const people = await everybody();
    const ids = new Set(people.map(({ id }) => id));
    for (const { displayName, [ENTERPRISE]: enterprise } of people) {
      assert.ok(enterprise.manager === undefined || ids.has(enterprise.manager.value), displayName);
    }
  });

  it('has people with names in both languages, and nobody new who can sign in', async () => {
    const names = (await everybody()).map(({ displayName }) => displayName);
    assert.ok(names.length >= 16);
    for (const name of ['Grace Kim', '鈴木 美咲']) assert.ok(names.includes(name));
    assert.equal(org.people.length, 4);
  });
});
