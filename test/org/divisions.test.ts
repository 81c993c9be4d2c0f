import assert from 'node:assert/strict';
import { useOrg } from './useOrg.ts';

const divisionsPath = '/api/v2/authorization/divisions';

describe('divisions of the practice org', () => {
  const org = useOrg();
  let admin: string;
  let machine: string;

  beforeEach(async () => {
    admin = await org().signIn('administrator');
    machine = await org().automationToken();
  });

  it('start with the home division and can be searched', async () => {
    const list = await org().call(machine, 'GET', divisionsPath);
    assert.equal(list.at('entities.0.homeDivision'), true);
    assert.equal(
      (await org().call(machine, 'GET', `${divisionsPath}?name=sal`)).at('entities.0.name'),
      'Sales',
    );
  });
  it('refuse a name that is taken or blank', async () => {
    assert.equal(
      (await org().call(machine, 'POST', divisionsPath, { name: 'SALES' })).at('code'),
      'resource.already.exists',
    );
    assert.equal(
      (await org().call(machine, 'POST', divisionsPath, { name: ' ' })).at('code'),
      'division.name.invalid',
    );
  });
  it('say where the caller has a permission', async () => {
    const path = '/api/v2/authorization/divisionspermitted/paged/me';
    assert.equal((await org().call(admin, 'GET', path)).at('code'), 'missing.permission.param');
    const query = `${path}?permission=oauth:client:add`;
    assert.equal((await org().call(admin, 'GET', query)).at('allDivsPermitted'), true);
    const integrator = await org().call(await org().signIn('integrator'), 'GET', query);
    assert.equal(integrator.at('allDivsPermitted'), false);
    assert.deepEqual(
      [integrator.at('entities.0.name'), integrator.at('entities.1.name')],
      ['Sales', 'Support'],
    );
    assert.equal(integrator.at('total'), 2);
  });
});
