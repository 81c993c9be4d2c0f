import assert from 'node:assert/strict';
import type { TroubleAsked } from '../../src/practiceOrg/practice/troubles.ts';
import { createClient, idOf, roleId } from './samples.ts';
import { useOrg } from './useOrg.ts';

const clients = '/api/v2/oauth/clients';
const draft = { name: 'Rehearsal', authorizedGrantType: 'CODE', scope: ['users'] };

describe('troubles with something that is there', () => {
  const org = useOrg();
  let token: string;

  beforeEach(async () => {
    token = await org().automationToken();
  });

  const stored = async (id: string) => await org().call(token, 'GET', `${clients}/${id}`);
  const rehearse = (trouble: TroubleAsked) => org().turn({ troubles: [trouble] });

  describe('half-deleted', () => {
    it('a client is inactive without roles, and still there; the next DELETE ends it', async () => {
      const roleDivisions = [{ roleId: await roleId(org(), token, 'SCIM Integration'), divisionId: '*' }];
      const machine = { name: 'M', authorizedGrantType: 'CLIENT-CREDENTIALS', roleDivisions };
      const id = idOf(await org().call(token, 'POST', clients, machine));
      await org().call(token, 'PUT', `${clients}/${id}`, { ...machine, state: 'inactive' });
      await rehearse({ kind: 'half-deleted' });
      assert.equal((await org().call(token, 'GET', clients)).status, 200, 'meets only what deletes');
      const answer = await org().call(token, 'DELETE', `${clients}/${id}`);
      assert.equal(answer.at('code'), 'internal.server.error');
      const left = await stored(id);
      assert.deepEqual([left.at('state'), left.at('roleDivisions'), left.at('name')], ['inactive', [], 'M']);
      assert.equal((await org().call(token, 'DELETE', `${clients}/${id}`)).status, 204);
      assert.equal((await stored(id)).status, 404);
    });

    it('a refused DELETE deletes nothing, not even half', async () => {
      const id = await createClient(org(), token);
      await rehearse({ kind: 'half-deleted' });
      assert.equal(
        (await org().call(token, 'DELETE', `${clients}/${id}`)).at('code'),
        'cannot.delete.client',
      );
      assert.equal((await stored(id)).at('state'), 'active');
    });

    it('a role is there, but nobody holds it; a person is there, inactive and without roles', async () => {
      const supervisor = await roleId(org(), token, 'Supervisor');
      const scim = '/api/v2/scim/v2/users';
      const person = await org().call(token, 'POST', scim, {
        userName: 'p@practice.example',
        displayName: 'P',
      });
      const roles = `/api/v2/users/${idOf(person)}/roles`;
      await org().call(token, 'PUT', roles, [supervisor]);
      await rehearse({ kind: 'half-deleted', times: 2 });
      const role = `/api/v2/authorization/roles/${supervisor}`;
      assert.equal((await org().call(token, 'DELETE', role)).status, 500);
      assert.equal((await org().call(token, 'GET', role)).status, 200);
      assert.deepEqual((await org().call(token, 'GET', roles)).at('roles'), []);
      await org().call(token, 'PUT', roles, [supervisor]);
      assert.equal((await org().call(token, 'DELETE', `${scim}/${idOf(person)}`)).status, 500);
      assert.equal((await org().call(token, 'GET', `${scim}/${idOf(person)}`)).at('active'), false);
      assert.deepEqual((await org().call(token, 'GET', roles)).at('roles'), []);
    });
  });

  describe('two people at once', () => {
    it('what an org cannot be without stays: the home division, and the clients of the platform', async () => {
      const home = await org().call(token, 'GET', '/api/v2/authorization/divisions/home');
      for (const kind of ['changed-meanwhile', 'deleted-meanwhile'] as const) {
        await rehearse({ kind, times: 2 });
        const path = `/api/v2/authorization/divisions/${idOf(home)}`;
        assert.equal((await org().call(token, 'GET', path)).status, 200);
        assert.equal(
          (await org().call(token, 'PUT', `${clients}/${org().signInClient.id}`, draft)).status,
          404,
        );
      }
      const now = await org().call(token, 'GET', '/api/v2/authorization/divisions/home');
      assert.deepEqual(now.body, home.body);
      assert.ok(await org().signIn('administrator'));
    });

    it('between a read and a write, somebody else renames the client; the write is the last word', async () => {
      const id = await createClient(org(), token);
      await rehearse({ kind: 'changed-meanwhile', operation: 'GET /api/v2/oauth/clients/{id}' });
      const read = await org().call(token, 'GET', `${clients}/${id}`);
      assert.equal(read.at('name'), 'Sample');
      const since = await stored(id);
      assert.equal(since.at('name'), 'Sample (renamed)');
      assert.notEqual(since.at('modifiedBy.id'), read.at('modifiedBy.id'));
      await rehearse({ kind: 'changed-meanwhile' });
      assert.equal((await org().call(token, 'PUT', `${clients}/${id}`, draft)).status, 200);
      assert.equal((await stored(id)).at('name'), 'Rehearsal');
    });

    it('between a read and a write, somebody else deletes the client', async () => {
      const id = await createClient(org(), token);
      await rehearse({ kind: 'deleted-meanwhile', method: 'GET' });
      assert.equal((await org().call(token, 'GET', `${clients}/${id}`)).status, 200);
      assert.equal(
        (await org().call(token, 'PUT', `${clients}/${id}`, draft)).at('code'),
        'client.not.found',
      );
      const another = await createClient(org(), token);
      await rehearse({ kind: 'deleted-meanwhile' });
      const answer = await org().call(token, 'PUT', `${clients}/${another}`, draft);
      assert.equal(answer.at('code'), 'client.not.found');
    });

    it('an identity provider that trusts a version finds another one', async () => {
      const scim = '/api/v2/scim/v2/users';
      const body = { userName: 'p@practice.example', displayName: 'P' };
      const { at } = await org().call(token, 'POST', scim, body);
      const path = `${scim}/${at('id')}`;
      await rehearse({ kind: 'changed-meanwhile', method: 'PUT' });
      const match = { 'if-match': String(at('meta.version')) };
      assert.equal((await org().call(token, 'PUT', path, body, match)).status, 409);
    });

    it('a role, a division and a group can be renamed and deleted by somebody else', async () => {
      const all = '/api/v2/authorization';
      const division = await org().call(token, 'POST', `${all}/divisions`, { name: 'D', description: '' });
      const group = await org().call(token, 'GET', '/api/v2/scim/v2/groups');
      for (const path of [
        `${all}/roles/${await roleId(org(), token, 'Supervisor')}`,
        `${all}/divisions/${idOf(division)}`,
        `/api/v2/scim/v2/groups/${group.at('Resources.0.id')}`,
      ]) {
        await rehearse({ kind: 'changed-meanwhile' });
        const read = await org().call(token, 'GET', path);
        const name = (reply: typeof read) => reply.at('name') ?? reply.at('displayName');
        assert.equal(name(await org().call(token, 'GET', path)), `${name(read)} (renamed)`);
        await rehearse({ kind: 'deleted-meanwhile' });
        assert.equal((await org().call(token, 'GET', path)).status, 200);
        assert.equal((await org().call(token, 'GET', path)).status, 404);
      }
    });
  });
});
