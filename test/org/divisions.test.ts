import assert from 'node:assert/strict';
import * as z from 'zod/mini';
import { idOf, roleId } from './samples.ts';
import { useOrg } from './useOrg.ts';

const divisionsPath = '/api/v2/authorization/divisions';
const listed = z.object({ entities: z.array(z.object({ id: z.string() })) });

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

  it('name the other pages of the same list: with its filters, and so without what the filters leave out', async () => {
    const first = await org().call(machine, 'GET', `${divisionsPath}?name=S&pageSize=1&objectCount=true`);
    assert.equal(first.at('total'), 2);
    const second = await org().call(machine, 'GET', String(first.at('nextUri')));
    assert.deepEqual(
      [first, second].map((page) => page.at('entities.0.name')),
      ['Sales', 'Support'],
    );
    assert.equal(second.at('entities.0.objectCounts.USER'), 0);
    assert.equal(second.at('nextUri'), undefined);
    const back = await org().call(machine, 'GET', String(second.at('previousUri')));
    assert.deepEqual(back.body, first.body);
  });

  it('name the other pages of those that a permission is held in, too', async () => {
    const path = '/api/v2/authorization/divisionspermitted/paged/me?permission=oauth:client:view&pageSize=2';
    const next = String((await org().call(machine, 'GET', path)).at('nextUri'));
    assert.equal((await org().call(machine, 'GET', next)).at('entities.length'), 2);
  });

  describe('read by a cursor', () => {
    const read = (query: string) => org().call(machine, 'GET', `${divisionsPath}/query?${query}`);

    /** The ids on a page and on those that its address of this name leads to. */
    async function follow(query: string, to: 'nextUri' | 'previousUri'): Promise<string[][]> {
      const pages = [];
      let page = await read(query);
      while (true) {
        pages.push(listed.parse(page.body).entities.map(({ id }) => id));
        const address = page.at(to);
        if (typeof address !== 'string') return pages;
        page = await org().call(machine, 'GET', address);
      }
    }

    it('come each once, forwards and backwards', async () => {
      const pages = await follow('pageSize=3', 'nextUri');
      assert.deepEqual(
        pages.map(({ length }) => length),
        [3, 1],
      );
      const all = pages.flat();
      assert.equal(new Set(all).size, 4);
      assert.deepEqual(
        (await follow(`pageSize=2&before=${all[3]}`, 'previousUri')).reverse().flat(),
        all.slice(0, 3),
      );
    });

    it('can be searched, page by page', async () => {
      const pages = await follow('name=s&pageSize=1', 'nextUri');
      assert.equal(pages.flat().length, 2);
      assert.equal((await read('name=nobody')).at('nextUri'), undefined);
    });

    it('go on where they were when one has gone meanwhile', async () => {
      const [[first = '', second = ''] = []] = await follow('pageSize=4', 'nextUri');
      await org().call(machine, 'DELETE', `${divisionsPath}/${first}?force=true`);
      assert.equal((await read(`after=${first}`)).at('entities.0.id'), second);
    });

    it('refuse both cursors at once, and a page of nothing', async () => {
      assert.equal((await read('after=a&before=b')).at('code'), 'both.after.and.before.provided');
      assert.equal((await read('pageSize=0')).at('code'), 'invalid.query.param.value');
    });
  });

  const named = async (name: string) => {
    const found = await org().call(machine, 'GET', `${divisionsPath}?name=${name}`);
    return `${divisionsPath}/${String(found.at('entities.0.id'))}`;
  };

  describe('change', () => {
    it('of name and description; the Home division may have another name, too', async () => {
      for (const [name, isHome] of [
        ['Sales', false],
        ['Home', true],
      ] as const) {
        const path = await named(name);
        const asked = { name: `New ${name}`, description: 'Renamed.' };
        assert.equal((await org().call(machine, 'PUT', path, asked)).status, 200);
        const read = await org().call(machine, 'GET', path);
        assert.deepEqual([read.at('name'), read.at('description')], [asked.name, asked.description]);
        assert.equal(read.at('homeDivision'), isHome);
      }
    });
    it('refuses the name of another division, and takes its own in other letters', async () => {
      const path = await named('Sales');
      const taken = await org().call(machine, 'PUT', path, { name: 'support', description: '' });
      assert.deepEqual([taken.status, taken.at('code')], [409, 'request.conflict']);
      const own = await org().call(machine, 'PUT', path, { name: 'SALES', description: '' });
      assert.equal(own.at('name'), 'SALES');
    });
    it('is not found for a division that there is not', async () => {
      const answer = await org().call(machine, 'PUT', `${divisionsPath}/x`, { name: 'X', description: '' });
      assert.equal(answer.at('code'), 'not.found');
    });
  });

  describe('deletion', () => {
    const refusal = async (path: string) => {
      const answer = await org().call(machine, 'DELETE', path);
      return [answer.status, answer.at('code')];
    };
    const somebodyIn = (division: string) =>
      org().call(machine, 'POST', '/api/v2/scim/v2/users', {
        userName: 'somebody@practice.example',
        displayName: 'Somebody',
        'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User': { division },
      });

    it('makes a division unknown', async () => {
      const path = await named('Sales');
      assert.equal((await org().call(machine, 'DELETE', path)).status, 204);
      assert.equal((await org().call(machine, 'GET', path)).status, 404);
      assert.equal((await org().call(machine, 'GET', `${divisionsPath}?name=Sales`)).at('total'), 0);
      assert.deepEqual(await refusal(path), [404, 'not.found']);
    });
    it('is refused for the Home division, even by force', async () => {
      const path = await named('Home');
      assert.deepEqual(await refusal(path), [400, 'precondition.failure']);
      assert.deepEqual(await refusal(`${path}?force=true`), [400, 'precondition.failure']);
    });
    it('is refused while somebody is in it, but by force', async () => {
      const path = await named('Support');
      const people = async () =>
        (await org().call(machine, 'GET', `${path}?objectCount=true`)).at('objectCounts.USER');
      assert.equal(await people(), 0);
      assert.equal((await somebodyIn('Support')).status, 201);
      assert.equal(await people(), 1);
      assert.deepEqual(await refusal(path), [400, 'precondition.failure']);
      assert.equal((await org().call(machine, 'DELETE', `${path}?force=true`)).status, 204);
      assert.equal((await org().call(machine, 'GET', path)).status, 404);
    });
    it('takes what was granted in it from people and from clients', async () => {
      const path = await named('Sales');
      const divisionId = path.split('/').at(-1) ?? '';
      const home = (await named('Home')).split('/').at(-1) ?? '';
      const employee = await roleId(org(), machine, 'Employee');
      const roleDivisions = [divisionId, home].map((each) => ({ roleId: employee, divisionId: each }));
      const draft = { name: 'M', authorizedGrantType: 'CLIENT-CREDENTIALS', roleDivisions };
      const client = `/api/v2/oauth/clients/${idOf(await org().call(machine, 'POST', '/api/v2/oauth/clients', draft))}`;
      await org().call(machine, 'DELETE', path);
      assert.deepEqual((await org().call(machine, 'GET', client)).at('roleDivisions'), [
        { roleId: employee, divisionId: home },
      ]);
      const integrator = await org().signIn('integrator');
      const subject = await org().call(integrator, 'GET', '/api/v2/authorization/subjects/me');
      assert.doesNotMatch(JSON.stringify(subject.body), new RegExp(divisionId));
      assert.match(JSON.stringify(subject.body), /"Support"/);
    });
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
