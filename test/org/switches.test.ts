import assert from 'node:assert/strict';
import { steer } from '../host/steer.ts';
import { type OrgUnderTest, startOrg } from './client.ts';
import { roleId } from './samples.ts';

const clients = '/api/v2/oauth/clients';
const draft = { name: 'Rehearsal', authorizedGrantType: 'CODE', scope: ['users'] };

describe('rehearsing trouble', () => {
  let org: OrgUnderTest;
  let token: string;

  before(async () => {
    org = await startOrg();
  });
  beforeEach(async () => {
    await steer(org, 'POST', 'reset');
    token = await org.automationToken();
  });
  after(() => org.close());

  const clientCount = async () => Number((await org.call(token, 'GET', clients)).at('total'));
  const rehearse = (kind: string, more: object = {}) => org.turn({ troubles: [{ kind, times: 1, ...more }] });

  const refusals: [string, number, string][] = [
    ['forbidden', 403, 'missing.permissions'],
    ['too-many-requests', 429, 'too.many.requests.retry.after'],
    ['server-error', 500, 'internal.server.error'],
    ['unavailable', 503, 'service.unavailable'],
  ];
  for (const [kind, status, code] of refusals) {
    it(`${kind}: the next answer is ${status} ${code}, nothing is created, and then all is well`, async () => {
      const before = await clientCount();
      const wait = kind === 'too-many-requests' && { retryAfterSeconds: 7 };
      await rehearse(kind, { method: 'POST', pathPrefix: clients, ...wait });
      const answer = await org.call(token, 'POST', clients, draft);
      assert.equal(answer.status, status);
      assert.equal(answer.at('code'), code);
      assert.equal(answer.at('contextId'), answer.headers.get('inin-correlation-id'));
      assert.equal(answer.headers.get('retry-after'), status === 429 ? '7' : null);
      assert.equal(await clientCount(), before);
      assert.equal((await org.call(token, 'POST', clients, draft)).status, 200);
    });
  }

  it('S4: an altered SCIM Integration role lets tokens end after a day, until somebody restores it', async () => {
    const seconds = async () =>
      (
        await org.call(token, 'POST', clients, {
          name: 'SCIM',
          authorizedGrantType: 'CLIENT-CREDENTIALS',
          accessTokenValiditySeconds: 38_880_000,
          roleDivisions: [{ roleId: await roleId(org, token, 'SCIM Integration'), divisionId: '*' }],
        })
      ).at('accessTokenValiditySeconds');
    const isOn = async () =>
      (await (await steer(org, 'GET', 'switches')).text()).includes('"scimRoleAltered":true');
    assert.equal(await seconds(), 38_880_000);
    await org.turn({ scimRoleAltered: true });
    assert.equal(await seconds(), 86_400);
    await org.turn({ latencyMs: 0 });
    assert.ok(await isOn(), 'another switch changes nothing about it');
    const body = [{ defaultRoleId: 'scimIntegration' }];
    assert.equal((await org.call(token, 'PUT', '/api/v2/authorization/roles/default', body)).status, 200);
    assert.ok(!(await isOn()));
    assert.equal(await seconds(), 38_880_000);
    await org.turn({ scimRoleAltered: true });
    await org.turn({ scimRoleAltered: false });
    assert.equal(await seconds(), 38_880_000);
  });

  it('html: a proxy page comes in place of JSON', async () => {
    await rehearse('html');
    const answer = await fetch(`${org.baseUrl}${clients}`, { headers: { authorization: `Bearer ${token}` } });
    assert.match(answer.headers.get('content-type') ?? '', /^text\/html/);
    assert.match(await answer.text(), /proxy/);
  });

  const cut: [string, number][] = [
    ['dropped', 0],
    ['lost', 1],
    ['truncated', 1],
  ];
  for (const [kind, created] of cut) {
    it(`${kind}: the connection ends early, and ${created === 0 ? 'no client' : 'one client'} was created`, async () => {
      const before = await clientCount();
      await rehearse(kind, { method: 'POST' });
      await assert.rejects(org.call(token, 'POST', clients, draft));
      assert.equal(await clientCount(), before + created);
    });
  }

  it('touches only the method and the path it names', async () => {
    await rehearse('server-error', { method: 'POST', pathPrefix: clients });
    assert.equal((await org.call(token, 'GET', clients)).status, 200);
    assert.equal((await org.call(token, 'POST', `/api${clients}`, draft)).status, 500);
  });

  it('happens as many times as it says', async () => {
    await org.turn({ troubles: [{ kind: 'unavailable', times: 2 }] });
    const statuses: number[] = [];
    for (let i = 0; i < 3; i++) statuses.push((await org.call(token, 'GET', clients)).status);
    assert.deepEqual(statuses, [503, 503, 200]);
  });

  it('meets the login host only where its path is named', async () => {
    await org.turn({ troubles: [{ kind: 'unavailable', times: 1 }] });
    assert.ok(await org.automationToken());
    await org.turn({ troubles: [{ kind: 'dropped', times: 1, pathPrefix: '/login/oauth/token' }] });
    await assert.rejects(org.automationToken());
    assert.ok(await org.automationToken());
  });

  it('latency: an answer takes at least that long', async () => {
    await org.turn({ latencyMs: 120 });
    const start = performance.now();
    await org.call(token, 'GET', clients);
    assert.ok(performance.now() - start >= 118);
  });

  it('implicitRefused: a new implicit client is refused, another grant is not', async () => {
    const implicit = { ...draft, authorizedGrantType: 'TOKEN' };
    assert.equal((await org.call(token, 'POST', clients, implicit)).status, 200);
    await org.turn({ implicitRefused: true });
    assert.equal((await org.call(token, 'POST', clients, implicit)).at('code'), 'bad.grant.type');
    assert.equal((await org.call(token, 'POST', clients, draft)).status, 200);
  });

  it('hipaa: the organization says so, and the token says when it idles', async () => {
    assert.equal((await org.call(token, 'GET', '/api/v2/organizations/me')).at('features.hipaa'), false);
    await org.turn({ hipaa: true });
    assert.equal((await org.call(token, 'GET', '/api/v2/organizations/me')).at('features.hipaa'), true);
    const idles = Date.parse(
      String((await org.call(token, 'GET', '/api/v2/tokens/me')).at('dateTokenIdles')),
    );
    assert.ok(Math.abs(idles - Date.now() - 900_000) < 10_000);
  });

  it('lists what was asked, without bodies, queries or tokens', async () => {
    await org.call(token, 'POST', `${clients}?a=b`, draft);
    const text = await (await steer(org, 'GET', 'requests')).text();
    const requests: unknown = JSON.parse(text);
    assert.ok(Array.isArray(requests));
    assert.deepEqual({ ...requests.at(-1), at: '' }, { at: '', method: 'POST', path: clients, status: 200 });
    assert.ok(!text.includes(token));
    assert.ok(!text.includes('Rehearsal'));
  });

  it('reset: what was created is gone, and so are the sign-ins', async () => {
    const { at } = await org.call(token, 'POST', clients, draft);
    await steer(org, 'POST', 'reset');
    assert.equal((await org.call(token, 'GET', clients)).at('code'), 'bad.credentials');
    token = await org.automationToken();
    assert.equal((await org.call(token, 'GET', `${clients}/${at('id')}`)).at('code'), 'client.not.found');
  });
});
