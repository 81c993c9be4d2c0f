import assert from 'node:assert/strict';
import fc from 'fast-check';
import { basic } from './client.ts';
import { idOf, policies } from './samples.ts';
import { clients, useOAuthClients } from './useOAuthClients.ts';

describe('token duration of OAuth clients', () => {
  const { org, admin, home, role, call, machine } = useOAuthClients();
  const create = (body: object) => call('POST', '', body);
  const DAY = 86_400;

  const WISH = 38_880_000;
  const durationOf = async (...names: ('scim' | 'sync' | 'employee' | 'masterAdmin')[]) =>
    (await create({ ...machine(...names), accessTokenValiditySeconds: WISH })).at(
      'accessTokenValiditySeconds',
    );

  it('S4: stays at 450 days for exactly SCIM Integration', async () => {
    assert.equal(await durationOf('scim'), WISH);
  });
  it('S4: stays for a custom role with exactly the same permissions', async () => {
    assert.equal(await durationOf('sync'), WISH);
  });
  it('S4: falls back to 86,400 without a word for any other role, or one more', async () => {
    assert.equal(await durationOf('employee'), DAY);
    assert.equal(await durationOf('scim', 'employee'), DAY);
    assert.equal(await durationOf('masterAdmin'), DAY);
  });
  it('S4: falls back when the role gets one more permission later', async () => {
    const id = idOf(await create({ ...machine('sync'), accessTokenValiditySeconds: WISH }));
    const path = `/api/v2/authorization/roles/${role('sync')}`;
    const held = (await org().call(admin(), 'GET', path)).at('permissionPolicies');
    assert.ok(Array.isArray(held));
    const body = { name: 'Directory Sync', permissionPolicies: [...held, ...policies('routing:queue:view')] };
    assert.equal((await org().call(admin(), 'PUT', path, body)).status, 200);
    assert.equal((await call('GET', `/${id}`)).at('accessTokenValiditySeconds'), DAY);
  });
  it('S4: falls back when the client is granted one more role later', async () => {
    const id = idOf(await create({ ...machine('scim'), accessTokenValiditySeconds: WISH }));
    const path = `/api/v2/authorization/subjects/${id}/divisions/${home()}/roles/${role('employee')}`;
    await org().call(admin(), 'POST', `${path}?subjectType=PC_OAUTH_CLIENT`);
    assert.equal((await call('GET', `/${id}`)).at('accessTokenValiditySeconds'), DAY);
    assert.equal((await org().call(admin(), 'DELETE', path)).status, 204);
    assert.equal((await call('GET', `/${id}`)).at('roleDivisions.length'), 1);
  });

  it('G4: any wish gives what was wished, 86,400 or a refusal, by the published limits', async () => {
    const grants = fc.constantFrom('CODE', 'TOKEN', 'SAML2-BEARER', 'CLIENT-CREDENTIALS');
    const wishes = fc.oneof(
      fc.integer({ min: -10, max: 40_000_000 }),
      fc.constantFrom(299, 300, 172_800, 172_801, 38_880_000, 38_880_001),
    );
    await fc.assert(
      fc.asyncProperty(
        grants,
        wishes,
        fc.subarray(['scim', 'sync', 'employee'] as const),
        async (grant, wish, held) => {
          const roleDivisions = machine(...held).roleDivisions;
          const draft = { name: 'P', authorizedGrantType: grant, scope: ['users'], roleDivisions };
          const answer = await create({ ...draft, accessTokenValiditySeconds: wish });
          const isMachine = grant === 'CLIENT-CREDENTIALS';
          if (isMachine && held.length === 0) return assert.equal(answer.at('code'), 'missing.client.roles');
          if (wish < 300 || wish > 38_880_000)
            return assert.equal(answer.at('code'), 'constraint.validation');
          const isScim = isMachine && held.length === 1 && held[0] !== 'employee';
          const expected = wish <= 172_800 || isScim ? wish : 86_400;
          assert.equal(answer.at('accessTokenValiditySeconds'), expected);
        },
      ),
      { numRuns: 100 },
    );
  }).timeout(20_000);

  it('is how long a token lives, to the second', async () => {
    const created = await create({ ...machine('masterAdmin'), accessTokenValiditySeconds: 300 });
    const credentials = { id: idOf(created), secret: String(created.at('secret')) };
    const answer = await org().token({ grant_type: 'client_credentials' }, basic(credentials));
    const token = String(answer.at('access_token'));
    assert.equal(answer.at('expires_in'), 300);
    await org().turn({ clockOffsetSeconds: 290 });
    assert.equal((await org().call(token, 'GET', clients)).status, 200);
    await org().turn({ clockOffsetSeconds: 301 });
    assert.equal((await org().call(token, 'GET', clients)).at('code'), 'bad.credentials');
  });
});
