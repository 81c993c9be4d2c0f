import assert from 'node:assert/strict';
import { findingsOf } from './contract/contract.ts';
import { ENTERPRISE, GENESYS, useScim } from './useScim.ts';

describe('SCIM filters', () => {
  const { call, create, find, idOfPerson } = useScim();

  const odd = 'Sales and "Marketing" (or) [both]';
  let id = '';
  let manager = '';
  beforeEach(async () => {
    manager = await idOfPerson('administrator');
    id = await create({
      externalId: odd,
      emails: [{ type: 'work', value: 'work@practice.example' }],
      [ENTERPRISE]: { division: 'Sales', employeeNumber: '9876543210', manager: { value: manager } },
      [GENESYS]: {
        externalIds: [
          { authority: 'a', value: '1' },
          { authority: 'b', value: '2' },
        ],
      },
    });
  });

  const user = 'urn:ietf:params:scim:schemas:core:2.0:User';
  const foundBy = [
    'id eq "{id}"',
    'userName eq new@practice.example',
    'email eq work@practice.example',
    'email eq new@practice.example',
    'employeeNumber eq 9876543210',
    'manager eq {manager} and division eq Sales',
    `externalId eq ${JSON.stringify(odd)}`,
    'USERNAME Eq "NEW@practice.example" AND Active EQ "True"',
    `${user}:userName eq "new@practice.example"`,
    `${ENTERPRISE}:manager.value eq "{manager}"`,
    '(userName eq "new@practice.example")',
    'userName eq "x" or (division eq "Sales" and not (active eq false))',
    'userName eq "x" and division eq "x" or userName eq "new@practice.example"',
    'emails[type eq "work"].value eq "work@practice.example"',
    'emails[type eq "work" and value eq "work@practice.example"]',
    `${GENESYS}:externalIds[authority eq "a" and value eq "1"]`,
    'externalIds[authority eq "b" and value eq "2"] and active eq true',
  ];
  for (const filter of foundBy) {
    it(`find by ${filter}`, async () => {
      const answer = await find('Users', filter.replace('{id}', id).replace('{manager}', manager));
      assert.deepEqual([answer.status, answer.at('totalResults'), answer.at('Resources.0.id')], [200, 1, id]);
    });
  }

  const findsNobody = [
    'externalIds[authority eq "a" and value eq "2"]',
    'emails[type eq "other"].value eq "work@practice.example"',
    'userName eq "x" and (division eq "Sales" or division eq "Sales")',
    'externalId eq "sales AND \\"marketing\\" (or) [both]"',
  ];
  for (const filter of findsNobody) {
    it(`find nobody by ${filter}`, async () => {
      const answer = await find('Users', filter);
      assert.deepEqual([answer.status, answer.at('totalResults')], [200, 0]);
    });
  }

  const refused = [
    'userName',
    'userName eq',
    'userName eq "a',
    'userName eq "a" and',
    'userName eq "a" b',
    'userName eq "\\x"',
    '(userName eq "a"',
    'userName eq "a")',
    'not userName eq "a"',
    'title co "a"',
    'title pr',
    'shoeSize eq 44',
    'emails[shoeSize eq 44]',
    'emails[type eq "work"].size eq 1',
    'userName[value eq "a"]',
    'emails[type eq "work"',
    '__proto__ eq "a"',
    '()',
    '"userName" eq "a"',
  ];
  for (const filter of refused) {
    it(`are refused: ${filter}`, async () => {
      const answer = await find('Users', filter);
      assert.deepEqual([answer.status, answer.at('scimType')], [400, 'invalidFilter']);
      assert.deepEqual(findingsOf('ScimError', answer.body), []);
    });
  }

  it('find groups by a name with "and" in it, and by a member', async () => {
    const developer = await idOfPerson('developer');
    assert.equal((await find('Groups', 'displayName eq "Sales and Marketing"')).at('totalResults'), 0);
    assert.equal((await find('Groups', `members eq "${developer}"`)).at('totalResults'), 1);
  });

  for (const list of ['schemas', 'resourcetypes']) {
    it(`are forbidden for ${list}`, async () => {
      assert.equal((await call('GET', `/${list}?filter=id%20eq%201`)).status, 403);
    });
  }
});

describe('SCIM attributes and excludedAttributes', () => {
  const { call, create, idOfGroup } = useScim();
  const names = async (path: string) => Object.keys(Object((await call('GET', path)).body)).sort();
  const always = ['active', 'id', 'meta', 'schemas', 'userName'];

  it('leave of a user what always comes, whatever they name', async () => {
    const path = `/Users/${await create()}`;
    assert.deepEqual(await names(`${path}?attributes=displayName`), [...always, 'displayName'].sort());
    assert.deepEqual(await names(`${path}?attributes=shoeSize`), always);
    const left = await names(`${path}?excludedAttributes=id,userName,active,meta,schemas,roles`);
    assert.deepEqual(
      always.filter((name) => !left.includes(name)),
      [],
    );
    assert.equal(left.includes('roles'), false);
  });
  it('leave of a group its id and meta', async () => {
    const path = `/Groups/${await idOfGroup('Sales Team')}`;
    assert.deepEqual(await names(`${path}?attributes=externalId`), ['id', 'meta', 'schemas']);
    assert.deepEqual(await names(`${path}?excludedAttributes=Members`), [
      'displayName',
      'id',
      'meta',
      'schemas',
    ]);
  });
  it('name parts, extensions and the core schema, in any letter case', async () => {
    const change = { emails: [{ type: 'work', value: 'w@a.example' }], [ENTERPRISE]: { department: 'D' } };
    const path = `/Users/${await create(change)}`;
    const asked = `urn:ietf:params:scim:schemas:core:2.0:User:TITLE,Emails.Value,${ENTERPRISE}:department,meta.version`;
    const { body, at } = await call('GET', `${path}?attributes=${asked}`);
    assert.deepEqual(at('emails'), [{ value: 'new@practice.example' }, { value: 'w@a.example' }]);
    assert.deepEqual(Reflect.get(Object(body), ENTERPRISE), { department: 'D' });
    assert.deepEqual(at('meta'), { version: '"1"' });
    const without = await call('GET', `${path}?excludedAttributes=emails.type,emails.primary,meta.version`);
    assert.deepEqual(without.at('emails'), at('emails'));
    assert.equal(without.at('meta.version'), undefined);
    assert.equal(without.at('meta.resourceType'), 'User');
  });
});

describe('SCIM versions and places', () => {
  const { call, create, patch } = useScim();

  it('are told as the platform tells them: a tag in quotes, and where a new user is', async () => {
    const created = await call('POST', '/Users', { userName: 'a@practice.example', displayName: 'A' });
    assert.equal(created.headers.get('etag'), '"1"');
    assert.equal(created.at('meta.version'), '"1"');
    assert.equal(created.headers.get('location'), created.at('meta.location'));
    const config = await call('GET', '/ServiceProviderConfig');
    assert.equal(config.headers.get('etag'), config.at('meta.version'));
  });

  const conditions: [string, number, number][] = [
    ['"2"', 304, 200],
    ['W/"2"', 304, 200],
    ['"1", W/"2"', 304, 200],
    ['*', 304, 200],
    ['"1"', 200, 409],
    ['W/"1"', 200, 409],
    ['2', 200, 409],
  ];
  for (const [tag, read, changed] of conditions) {
    it(`of the second version, ${tag} reads ${read} and changes ${changed}`, async () => {
      const path = `/Users/${await create()}`;
      await patch(path, { op: 'add', path: 'title', value: 'A' });
      assert.equal((await call('GET', path, undefined, { 'if-none-match': tag })).status, read);
      const change = { userName: 'new@practice.example', displayName: 'B' };
      const answer = await call('PUT', path, change, { 'if-match': tag });
      assert.equal(answer.status, changed);
      if (changed === 409) assert.equal(answer.at('scimType'), 'invalidVers');
    });
  }
});

describe('A new user of SCIM', () => {
  const { call, create } = useScim();

  it('has the role of everybody, unless others are named', async () => {
    const rolesOf = async (change: object) =>
      (await call('GET', `/Users/${await create(change)}`)).at('roles');
    assert.deepEqual(await rolesOf({}), [{ value: 'Employee' }]);
    const others = { userName: 'b@practice.example', roles: [{ value: 'Supervisor' }] };
    assert.deepEqual(await rolesOf(others), [{ value: 'Supervisor' }]);
  });
  it('has the userName as main address', async () => {
    const { at } = await call('GET', `/Users/${await create()}`);
    assert.deepEqual(at('emails'), [{ value: 'new@practice.example', type: 'other', primary: true }]);
  });
});
