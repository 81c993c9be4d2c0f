import assert from 'node:assert/strict';
import * as z from 'zod/mini';
import { steer } from '../host/steer.ts';
import { roleId } from './samples.ts';
import { ENTERPRISE, person, useScim } from './useScim.ts';

const log = z.array(z.object({ path: z.string(), ignored: z.optional(z.array(z.string())) }));

describe('the request log of the practice org', () => {
  const { org, call, create, patch, sendText } = useScim();
  let administrator: string;
  beforeEach(async () => {
    administrator = await org().automationToken();
  });

  const written = async () => await (await steer(org(), 'GET', 'requests')).text();
  /** What the last request said in vain. */
  const ignored = async () => log.parse(JSON.parse(await written())).at(-1)?.ignored;

  const platform = async (method: string, path: string, body: object) => {
    const answer = await org().call(administrator, method, `/api/v2${path}`, body);
    assert.ok(answer.status < 300, JSON.stringify(answer.body));
  };

  const client = { name: 'A', authorizedGrantType: 'CODE', scope: ['users'] };

  it('says nothing of a request of which everything counted', async () => {
    await platform('POST', '/oauth/clients', { ...client, description: null });
    assert.equal(await ignored(), undefined);
    await call('POST', '/Users', { schemas: ['urn:ietf:params:scim:schemas:core:2.0:User'], ...person });
    assert.equal(await ignored(), undefined);
  });

  it('names the fields of a client that no request can settle', async () => {
    await platform('POST', '/oauth/clients', {
      ...client,
      id: 'mine',
      secret: 'of my own',
      dateCreated: 'today',
    });
    assert.deepEqual(await ignored(), ['id', 'secret', 'dateCreated']);
    assert.ok(!/mine|of my own|today/.test(await written()), 'names alone');
  });

  it('names the fields of a policy that nobody knows, each once', async () => {
    const policy = { domain: 'routing', entityName: 'queue', actionSet: ['view'], colour: 'red' };
    const permissionPolicies = [policy, { ...policy, entityName: 'skill' }];
    await platform('POST', '/authorization/roles', { name: 'New', permissionPolicies, userCount: 3 });
    assert.deepEqual(await ignored(), ['permissionPolicies.colour', 'userCount']);
  });

  it('names what PATCH of a role leaves as it is', async () => {
    const id = await roleId(org(), administrator, 'Supervisor');
    await platform('PATCH', `/authorization/roles/${id}`, { name: 'Other', roleNeedsUpdate: false });
    assert.deepEqual(await ignored(), ['name']);
  });

  it('names the attributes that SCIM does not have, and those that are read-only', async () => {
    await call('POST', '/Users', {
      ...person,
      nickName: 'Bo',
      id: 'mine',
      emails: [{ type: 'work', value: 'a@practice.example', display: 'A' }],
      [ENTERPRISE]: { department: 'IT', costCenter: 'half' },
      'urn:ietf:params:scim:schemas:extension:other:2.0:User': { badge: 'blue' },
    });
    assert.deepEqual(await ignored(), [
      'nickName',
      'id',
      'emails.display',
      `${ENTERPRISE}.costCenter`,
      'urn:ietf:params:scim:schemas:extension:other:2.0:User',
    ]);
    assert.ok(!/Bo"|mine|half|blue/.test(await written()), 'names alone');
  });

  it('names what a PATCH of SCIM says in vain, without the values in its paths', async () => {
    const id = await create();
    await patch(
      `/Users/${id}`,
      { op: 'add', path: 'nickName', value: 'Bo' },
      { op: 'add', path: 'addresses[type eq "secret place"].formatted', value: 'here' },
      { op: 'replace', value: { title: 'Lead', userType: 'Employee', [`${ENTERPRISE}:costCenter`]: '42' } },
      { op: 'add', path: 'emails', value: [{ value: 'a@practice.example', type: 'work', display: 'A' }] },
    );
    assert.deepEqual(await ignored(), [
      'nickName',
      'addresses.formatted',
      'userType',
      `${ENTERPRISE}:costCenter`,
      'emails.display',
    ]);
    assert.ok(!/Bo"|secret place|here|Employee"/.test(await written()), 'names alone');
  });

  it('keeps few names of a request, and the beginning of a long one', async () => {
    const many = Object.fromEntries(Array.from({ length: 1000 }, (_, n) => [`${n}`.padStart(4, 'x'), 1]));
    await sendText('POST', '/Users', JSON.stringify({ ['y'.repeat(100_000)]: 1, ...many, ...person }));
    const names = (await ignored()) ?? [];
    assert.ok(names.length > 0 && JSON.stringify(names).length < 10_000);
  });
});
