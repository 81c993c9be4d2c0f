import assert from 'node:assert/strict';
import { steer } from '../host/steer.ts';
import { type OrgUnderTest, startOrg } from './client.ts';
import { findingsOf } from './contract/contract.ts';
import { idOf, roleId } from './samples.ts';

const base = '/api/v2/scim/v2';
const PATCH = 'urn:ietf:params:scim:api:messages:2.0:PatchOp';
const ENTERPRISE = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';

describe('SCIM of the practice org', () => {
  let org: OrgUnderTest;
  /** A client with SCIM Integration and nothing else. */
  let token: string;

  before(async () => {
    org = await startOrg();
  });
  beforeEach(async () => {
    await steer(org, 'POST', 'reset');
    const admin = await org.automationToken();
    const scim = await roleId(org, admin, 'SCIM Integration');
    token = await org.tokenOfNewClient(admin, [{ roleId: scim, divisionId: '*' }]);
  });
  after(() => org.close());

  const person = { userName: 'new@practice.example', displayName: 'New Person', title: 'Agent' };
  const create = (change: object = {}) => org.call(token, 'POST', `${base}/Users`, { ...person, ...change });
  const patch = (id: string, ...Operations: object[]) =>
    org.call(token, 'PATCH', `${base}/Users/${id}`, { schemas: [PATCH], Operations });
  const find = (filter: string) =>
    org.call(token, 'GET', `${base}/Users?filter=${encodeURIComponent(filter)}`);

  it('S7: the new client can read the service provider config', async () => {
    const answer = await org.call(token, 'GET', `${base}/serviceproviderconfig`);
    assert.equal(answer.status, 200);
    assert.equal(answer.headers.get('content-type'), 'application/scim+json');
    assert.equal(answer.at('patch.supported'), true);
  });

  it('answers in plain JSON to a client that takes nothing else, and reads both types', async () => {
    const headers = { authorization: `Bearer ${token}`, accept: 'application/json' };
    const answer = await fetch(`${org.baseUrl}${base}/users`, { headers });
    assert.match(answer.headers.get('content-type') ?? '', /^application\/json/);
    const created = await fetch(`${org.baseUrl}/api/v2/scim/users`, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/scim+json' },
      body: JSON.stringify(person),
    });
    assert.equal(created.status, 201);
  });

  describe('users', () => {
    it('are created (201), found, patched, replaced and deleted (204)', async () => {
      const created = await create({
        externalId: 'e1',
        [ENTERPRISE]: { division: 'Sales', department: 'D' },
      });
      assert.equal(created.status, 201);
      const id = idOf(created);
      assert.equal((await find('userName eq "NEW@practice.example"')).at('Resources.0.id'), id);
      assert.equal((await find('externalId eq e1 and active eq true')).at('totalResults'), 1);
      assert.equal((await find('division eq "Sales"')).at('totalResults'), 1);

      const patched = await patch(
        id,
        { op: 'Replace', path: 'title', value: 'Lead' },
        { op: 'add', path: `${ENTERPRISE}:department`, value: 'E' },
        { op: 'add', path: 'phoneNumbers', value: [{ type: 'work', value: '+81312345678' }] },
        { op: 'replace', value: { displayName: 'Renamed' } },
      );
      assert.equal(patched.status, 200, JSON.stringify(patched.body));
      assert.deepEqual(findingsOf('ScimV2User', patched.body), []);
      assert.equal(patched.at('title'), 'Lead');
      assert.equal(patched.at('displayName'), 'Renamed');
      assert.equal(patched.at('phoneNumbers.0.value'), '+81312345678');
      const changed = await patch(id, {
        op: 'replace',
        path: 'phoneNumbers[type eq "work"].value',
        value: '+1',
      });
      assert.equal(changed.at('phoneNumbers.0.value'), '+1');
      const removed = await patch(id, { op: 'remove', path: 'phoneNumbers[type eq "work"]' });
      assert.equal(removed.at('phoneNumbers.length'), 0);

      const replaced = await org.call(token, 'PUT', `${base}/Users/${id}`, person);
      assert.equal(replaced.at('externalId'), undefined);
      assert.equal((await org.call(token, 'DELETE', `${base}/Users/${id}`)).status, 204);
      assert.equal((await org.call(token, 'GET', `${base}/Users/${id}`)).status, 404);
    });

    it('who are inactive are listed only when asked for, and cannot sign in', async () => {
      const { at } = await find('userName eq developer@practice.example');
      const id = String(at('Resources.0.id'));
      const developer = await org.signIn('developer');
      assert.equal((await patch(id, { op: 'replace', path: 'active', value: false })).at('active'), false);
      assert.doesNotMatch(
        JSON.stringify((await org.call(token, 'GET', `${base}/Users`)).body),
        new RegExp(id),
      );
      assert.equal((await find('active eq false')).at('totalResults'), 1);
      assert.equal((await org.call(developer, 'GET', '/api/v2/users/me')).status, 401);
      await assert.rejects(org.signIn('developer'));
    });

    it('hold the roles that are named', async () => {
      const created = await create({ roles: [{ value: 'Supervisor' }] });
      assert.deepEqual(created.at('roles'), [{ value: 'Supervisor' }]);
      const roles = await org.call(
        await org.automationToken(),
        'GET',
        `/api/v2/users/${idOf(created)}/roles`,
      );
      assert.equal(roles.at('roles.0.name'), 'Supervisor');
    });

    it('come in pages, counted from 1, with the attributes that are asked for', async () => {
      for (let n = 0; n < 3; n++) await create({ userName: `p${n}@practice.example` });
      const page = await org.call(
        token,
        'GET',
        `${base}/Users?startIndex=2&count=2&attributes=userName,meta.version`,
      );
      assert.equal(page.at('totalResults'), 7);
      assert.equal(page.at('itemsPerPage'), 2);
      const [first = {}] = [page.at('Resources.0')].filter((each) => each instanceof Object);
      assert.deepEqual(Object.keys(first).sort(), ['active', 'id', 'meta', 'schemas', 'userName']);
      assert.deepEqual(Object.keys(Object(page.at('Resources.0.meta'))), ['version']);
      assert.equal((await org.call(token, 'GET', `${base}/Users?count=0`)).at('Resources.length'), 0);
      const without = await org.call(
        token,
        'GET',
        `${base}/Users?excludedAttributes=roles,${ENTERPRISE}:division`,
      );
      assert.equal(without.at('Resources.0.roles'), undefined);
      assert.equal(Object.hasOwn(Object(Object(without.at('Resources.0'))[ENTERPRISE]), 'division'), false);
    });

    it('have versions: 304 for the one that is known, 409 for a change to another one', async () => {
      const created = await create();
      const etag = created.headers.get('etag') ?? '';
      const url = `${org.baseUrl}${base}/users/${idOf(created)}`;
      const headers = { authorization: `Bearer ${token}` };
      assert.equal((await fetch(url, { headers: { ...headers, 'if-none-match': etag } })).status, 304);
      await patch(idOf(created), { op: 'replace', path: 'title', value: 'x' });
      const late = await fetch(url, { method: 'DELETE', headers: { ...headers, 'if-match': etag } });
      assert.equal(late.status, 409);
    });

    const wrong: [string, (id: string) => ReturnType<typeof create>, number, string | undefined][] = [
      ['a userName in use', () => create({ userName: 'Developer@practice.example' }), 409, 'uniqueness'],
      ['a userName that is no address', () => create({ userName: 'new' }), 400, 'invalidValue'],
      ['no displayName', () => create({ displayName: undefined }), 400, 'invalidValue'],
      ['an unknown division', () => create({ [ENTERPRISE]: { division: 'x' } }), 400, 'invalidValue'],
      [
        'an unknown manager',
        () => create({ [ENTERPRISE]: { manager: { value: 'x' } } }),
        400,
        'invalidValue',
      ],
      ['an unknown role', () => create({ roles: [{ value: 'x' }] }), 400, 'invalidValue'],
      ['a filter that is not supported', () => find('title co "a"'), 400, 'invalidFilter'],
      ['a filter that is cut off', () => find('userName eq'), 400, 'invalidFilter'],
      [
        'a read-only attribute',
        (id) => patch(id, { op: 'replace', path: 'id', value: 'x' }),
        400,
        'mutability',
      ],
      ['a removal without a path', (id) => patch(id, { op: 'remove' }), 400, 'noTarget'],
      ['an unknown operation', (id) => patch(id, { op: 'move', path: 'title' }), 400, 'invalidSyntax'],
      [
        'a way into the prototype',
        (id) => patch(id, { op: 'add', path: '__proto__.x', value: 1 }),
        400,
        'invalidPath',
      ],
      [
        'one in a value',
        (id) => patch(id, { op: 'add', value: { 'constructor.prototype.x': 1 } }),
        400,
        'invalidPath',
      ],
      [
        'a wrong type',
        (id) => patch(id, { op: 'replace', path: 'active', value: 'no' }),
        400,
        'invalidValue',
      ],
      ['no such person', () => patch('x', { op: 'remove', path: 'title' }), 404, undefined],
    ];
    for (const [what, request, status, scimType] of wrong) {
      it(`refuse ${what}: ${status} ${scimType ?? ''}`, async () => {
        const { at } = await find('userName eq developer@practice.example');
        const answer = await request(String(at('Resources.0.id')));
        assert.equal(answer.status, status);
        assert.deepEqual(findingsOf('ScimError', answer.body), []);
        assert.equal(answer.at('scimType'), scimType);
        assert.equal(answer.headers.get('content-type'), 'application/scim+json');
      });
    }
  });

  describe('groups', () => {
    const group = async () => {
      const filter = encodeURIComponent('displayName eq "Sales Team"');
      return String((await org.call(token, 'GET', `${base}/Groups?filter=${filter}`)).at('Resources.0.id'));
    };

    it('take members and give them up, and people know their groups', async () => {
      const [id, user] = [await group(), idOf(await create())];
      const change = (operation: object) =>
        org.call(token, 'PATCH', `${base}/Groups/${id}`, { schemas: [PATCH], Operations: [operation] });
      const added = await change({ op: 'add', path: 'members', value: [{ value: user }] });
      assert.equal(added.at('members.length'), 2);
      assert.equal((await org.call(token, 'GET', `${base}/Users/${user}`)).at('groups.0.value'), id);
      const removed = await change({ op: 'remove', path: `members[value eq "${user}"]` });
      assert.equal(removed.at('members.length'), 1);
    });
    it('keep their names and take no strangers', async () => {
      const put = async (body: object) => org.call(token, 'PUT', `${base}/Groups/${await group()}`, body);
      assert.equal((await put({ displayName: 'Other' })).at('scimType'), 'mutability');
      assert.equal(
        (await put({ displayName: 'Sales Team', members: [{ value: 'x' }] })).at('scimType'),
        'invalidValue',
      );
    });
    it('cannot be made or deleted', async () => {
      assert.equal((await org.call(token, 'POST', `${base}/Groups`, { displayName: 'x' })).status, 404);
      assert.equal((await org.call(token, 'DELETE', `${base}/Groups/${await group()}`)).status, 404);
    });
  });
});
