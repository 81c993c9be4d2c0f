import assert from 'node:assert/strict';
import { basic } from './client.ts';
import { createClient, idOf } from './samples.ts';
import { clients, code, useOAuthClients } from './useOAuthClients.ts';

describe('changing OAuth clients', () => {
  const { org, admin, call, machine } = useOAuthClients();
  let integrator: string;
  const create = (body: object) => call('POST', '', body);
  const setState = (id: string, state: string) => call('PUT', `/${id}`, { ...code, state });

  beforeEach(async () => {
    integrator = await org().signIn('integrator');
  });

  describe('update', () => {
    it('replaces every field, but leaves the state when it is left out', async () => {
      const id = await createClient(org(), admin(), { description: 'd', accessTokenValiditySeconds: 300 });
      const answer = await call('PUT', `/${id}`, { ...code, name: 'New' });
      assert.equal(answer.at('name'), 'New');
      assert.equal(answer.at('description'), '');
      assert.equal(answer.at('accessTokenValiditySeconds'), 86_400);
      assert.equal(answer.at('state'), 'active');
      assert.equal(answer.at('secret'), undefined);
    });
    it('takes back what was read', async () => {
      const id = await createClient(org(), admin());
      const { body } = await call('GET', `/${id}`);
      assert.equal((await call('PUT', `/${id}`, body)).status, 200);
    });
    it('refuses an invented scope without the code that only create has', async () => {
      const id = await createClient(org(), admin());
      const answer = await call('PUT', `/${id}`, { ...code, scope: ['x'] });
      assert.equal(answer.at('code'), 'constraint.validation');
    });
    it('refuses a client that does not exist, and a built-in one: 404 client.not.found', async () => {
      for (const id of ['x', org().signInClient.id]) {
        assert.equal((await call('PUT', `/${id}`, code)).at('code'), 'client.not.found');
      }
    });
    it('refuses a disabled client (400 bad.client.state, "Client is disabled.") until it is made active', async () => {
      const id = await createClient(org(), admin());
      assert.equal((await setState(id, 'disabled')).at('state'), 'disabled');
      const refusal = await call('PUT', `/${id}`, code);
      assert.equal(refusal.at('code'), 'bad.client.state');
      assert.equal(refusal.at('message'), 'Client is disabled.');
      assert.equal((await setState(id, 'active')).at('state'), 'active');
    });
    it('refuses somebody who does not hold the roles of the client: 400 bad.client.role', async () => {
      const body = machine('scim');
      const id = idOf(await create(body));
      assert.equal(
        (await org().call(integrator, 'PUT', `${clients}/${id}`, body)).at('code'),
        'bad.client.role',
      );
    });
    it('refuses them, too, when the change would take the roles away', async () => {
      const id = idOf(await create(machine('scim')));
      const answer = await org().call(integrator, 'PUT', `${clients}/${id}`, code);
      assert.equal(answer.at('code'), 'bad.client.role');
    });
  });

  describe('secret', () => {
    it('is replaced at once by a reset', async () => {
      const created = await create(machine('employee'));
      const id = idOf(created);
      const reset = await call('POST', `/${id}/secret`);
      assert.equal(reset.status, 200);
      const [before, after] = [String(created.at('secret')), String(reset.at('secret'))];
      assert.notEqual(before, after);
      const form = { grant_type: 'client_credentials' };
      assert.equal((await org().token(form, basic({ id, secret: before }))).at('error'), 'invalid_client');
      assert.equal((await org().token(form, basic({ id, secret: after }))).status, 200);
    });
    it('is not reset by somebody who does not hold the roles: 400 bad.client.role, worded for it', async () => {
      const id = idOf(await create(machine('scim')));
      const answer = await org().call(integrator, 'POST', `${clients}/${id}/secret`);
      assert.equal(answer.at('code'), 'bad.client.role');
      assert.equal(answer.at('message'), 'The caller does not have all the roles assigned to this client.');
    });
    it('of a client that does not exist: 404 not.found', async () => {
      assert.equal((await call('POST', `/x/secret`)).at('code'), 'not.found');
    });
  });

  describe('state', () => {
    it('disabled: tokens end and no new ones are given', async () => {
      const created = await create(machine('masterAdmin'));
      const credentials = basic({ id: idOf(created), secret: String(created.at('secret')) });
      const token = String(
        (await org().token({ grant_type: 'client_credentials' }, credentials)).at('access_token'),
      );
      await call('PUT', `/${idOf(created)}`, {
        ...machine('masterAdmin'),
        state: 'disabled',
      });
      assert.equal((await org().call(token, 'GET', clients)).status, 401);
      assert.equal(
        (await org().token({ grant_type: 'client_credentials' }, credentials)).at('error'),
        'invalid_client',
      );
    });
    it('inactive: tokens go on, but no new ones are given', async () => {
      const created = await create(machine('masterAdmin'));
      const credentials = basic({ id: idOf(created), secret: String(created.at('secret')) });
      const token = String(
        (await org().token({ grant_type: 'client_credentials' }, credentials)).at('access_token'),
      );
      await call('PUT', `/${idOf(created)}`, {
        ...machine('masterAdmin'),
        state: 'inactive',
      });
      assert.equal((await org().call(token, 'GET', clients)).status, 200);
      assert.equal(
        (await org().token({ grant_type: 'client_credentials' }, credentials)).at('error'),
        'invalid_client',
      );
    });
  });
});
