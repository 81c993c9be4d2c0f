import assert from 'node:assert/strict';
import { findingsOf } from './contract/contract.ts';
import { ENTERPRISE, GENESYS, person, useScim } from './useScim.ts';

describe('SCIM PATCH', () => {
  const { call, create, patch, idOfPerson, idOfGroup } = useScim();

  /** Creates a user, patches it, and gives what a GET then says; the answer of the PATCH must say the same. */
  const patchedUser = async (change: object, ...operations: object[]) => {
    const resource = `/Users/${await create(change)}`;
    const answer = await patch(resource, ...operations);
    assert.equal(answer.status, 200, JSON.stringify(answer.body));
    assert.deepEqual(findingsOf('ScimV2User', answer.body), []);
    const read = await call('GET', resource);
    assert.deepEqual(read.body, answer.body);
    return read;
  };

  describe('removes what it names', () => {
    const members = async (operation: object) => {
      const group = `/Groups/${await idOfGroup('Support Team')}`;
      const answer = await patch(group, operation);
      assert.equal(answer.status, 200, JSON.stringify(answer.body));
      assert.deepEqual((await call('GET', group)).body, answer.body);
      return answer.at('members.length');
    };
    const ways: [string, (id: string) => object][] = [
      ['by a list of values with an empty address', (id) => ({ value: [{ $ref: null, value: id }] })],
      ['by a list of values with a name to show', (id) => ({ value: [{ value: id, display: '' }] })],
      ['by a whole copy', (id) => ({ value: [{ type: 'User', value: id, $ref: 'https://a.example' }] })],
      ['by one value', (id) => ({ value: { value: id } })],
      ['by the id alone', (id) => ({ value: id })],
      ['by a filter', (id) => ({ path: `members[value eq "${id}"]` })],
      ['by a filter in capitals', (id) => ({ path: `Members[Value EQ "${id}"]` })],
    ];
    for (const [how, operation] of ways) {
      it(`a member ${how}, and nobody else`, async () => {
        const id = await idOfPerson('developer');
        assert.equal(await members({ op: 'Remove', path: 'members', ...operation(id) }), 1);
      });
    }
    it('nobody, when the list is empty or names nobody who is there', async () => {
      assert.equal(await members({ op: 'remove', path: 'members', value: [] }), 2);
      assert.equal(await members({ op: 'remove', path: 'members', value: [{ value: 'x' }] }), 2);
      assert.equal(await members({ op: 'remove', path: 'members[value eq "x"]' }), 2);
    });
    it('everybody, when it names only the list', async () => {
      assert.equal(await members({ op: 'remove', path: 'members' }), 0);
    });

    const attributes: [string, object, string | undefined, unknown][] = [
      ['title', { title: 'Agent' }, 'title', undefined],
      ['externalId', { externalId: 'e1' }, 'externalId', undefined],
      ['roles', { roles: [{ value: 'Supervisor' }] }, 'roles', []],
      ['roles[value eq "Supervisor"]', { roles: [{ value: 'Supervisor' }] }, 'roles', []],
      [`${ENTERPRISE}:department`, { [ENTERPRISE]: { department: 'D' } }, undefined, { division: 'Home' }],
      [ENTERPRISE, { [ENTERPRISE]: { department: 'D', division: 'Sales' } }, undefined, { division: 'Home' }],
    ];
    for (const [path, change, place, left] of attributes) {
      it(path, async () => {
        const { body, at } = await patchedUser(change, { op: 'remove', path });
        assert.deepEqual(place === undefined ? Reflect.get(Object(body), ENTERPRISE) : at(place), left);
      });
    }
    it('the extension of Genesys', async () => {
      const change = { [GENESYS]: { routingSkills: [{ name: 'Sales', proficiency: 3 }] } };
      const { body } = await patchedUser(change, { op: 'remove', path: GENESYS });
      assert.deepEqual(Reflect.get(Object(body), GENESYS).routingSkills, []);
    });
    it('the value of a number, and so the number', async () => {
      const phoneNumbers = [
        { type: 'work', value: '+1' },
        { type: 'home', value: '+2' },
      ];
      const { at } = await patchedUser(
        { phoneNumbers },
        { op: 'Remove', path: 'phoneNumbers[type eq "work"].value' },
      );
      assert.deepEqual(at('phoneNumbers'), [{ type: 'home', value: '+2' }]);
    });
  });

  describe('takes an extension', () => {
    const department = (body: unknown) => Reflect.get(Object(body), ENTERPRISE);
    const before = { [ENTERPRISE]: { employeeNumber: '7' } };
    const after = { division: 'Home', department: 'D', employeeNumber: '7' };
    const value = { department: 'D' };
    const operations: [string, object][] = [
      ['as a whole', { path: ENTERPRISE, value }],
      ['as a whole without a path', { value: { [ENTERPRISE]: value } }],
      ['by its attribute', { path: `${ENTERPRISE}:department`, value: 'D' }],
      ['by its attribute without a path', { value: { [`${ENTERPRISE}:department`]: 'D' } }],
      ['in any letter case', { path: `${ENTERPRISE.toUpperCase()}:DEPARTMENT`, value: 'D' }],
    ];
    for (const op of ['add', 'replace']) {
      for (const [how, operation] of operations) {
        it(`${how}: ${op}`, async () => {
          const { body } = await patchedUser(before, { op, ...operation });
          assert.deepEqual(department(body), after);
        });
      }
    }
  });

  describe('reads a value in every form in which identity systems send it', () => {
    for (const value of [false, 'False', 'false', 'FALSE']) {
      it(`active: ${JSON.stringify(value)}`, async () => {
        const { at } = await patchedUser({}, { op: 'Replace', path: 'active', value });
        assert.equal(at('active'), false);
      });
    }
    const forms: [string, (id: string) => unknown][] = [
      ['an object', (id) => ({ value: id })],
      ['an object with more', (id) => ({ value: id, displayName: 'X', $ref: 'https://a.example' })],
      ['an id', (id) => id],
      ['a list', (id) => [{ value: id }]],
      ['a list of ids', (id) => [id]],
    ];
    for (const [what, form] of forms) {
      it(`a manager: ${what}`, async () => {
        const id = await idOfPerson('administrator');
        const manager = { value: id, $ref: `/api/v2/scim/v2/users/${id}` };
        const path = `${ENTERPRISE}:manager`;
        const { body } = await patchedUser({}, { op: 'Add', path, value: form(id) });
        assert.deepEqual(Reflect.get(Object(body), ENTERPRISE).manager, manager);
        const created = await call(
          'GET',
          `/Users/${await create({ userName: 'x@practice.example', [ENTERPRISE]: { manager: form(id) } })}`,
        );
        assert.deepEqual(Reflect.get(Object(created.body), ENTERPRISE).manager, manager);
      });
    }
    it('one value for a list of one, and a list of one for one value', async () => {
      const { at } = await patchedUser(
        {},
        { op: 'add', path: 'phoneNumbers', value: { type: 'work', value: '+1' } },
        { op: 'add', path: 'title', value: [{ value: 'Agent' }] },
      );
      assert.deepEqual([at('phoneNumbers'), at('title')], [[{ type: 'work', value: '+1' }], 'Agent']);
    });
    it('names of attributes and of their parts in any letter case', async () => {
      const { at } = await patchedUser(
        { PhoneNumbers: [{ Type: 'work', Value: '+1' }] },
        { op: 'REPLACE', path: 'PHONENUMBERS[TYPE eq "work"].VALUE', value: '+2' },
        { op: 'replace', value: { TITLE: 'Lead' } },
      );
      assert.deepEqual([at('phoneNumbers'), at('title')], [[{ type: 'work', value: '+2' }], 'Lead']);
    });
  });

  describe('leaves one primary value in a list', () => {
    const first = { type: 'work', value: 'first@practice.example', primary: true };
    const second = { type: 'work', value: 'second@practice.example', primary: true };
    const path = 'emails[value eq "second@practice.example"]';
    const ways: [string, object][] = [
      ['an address is added', { op: 'add', path: 'emails', value: [second] }],
      ['a list takes the place', { op: 'replace', path: 'emails', value: [first, second] }],
      ['an address is made so', { op: 'replace', path: `${path}.primary`, value: 'True' }],
      ['an address is made so as a whole', { op: 'replace', path, value: { primary: true } }],
    ];
    for (const [when, operation] of ways) {
      it(`when ${when}`, async () => {
        const isThere = !when.includes('added');
        const emails = [first, ...(isThere ? [{ ...second, primary: false }] : [])];
        const { at } = await patchedUser({ emails }, operation);
        assert.deepEqual(at('emails'), [
          { type: 'other', value: person.userName, primary: false },
          { ...first, primary: false },
          second,
        ]);
      });
    }
    it('when a new user comes with two', async () => {
      const emails = [first, second];
      const { at } = await call('GET', `/Users/${await create({ emails })}`);
      assert.deepEqual(
        [at('emails.0.primary'), at('emails.1.primary'), at('emails.2.primary')],
        [false, false, true],
      );
    });
  });

  it('adds what is there already only once, and makes no new version of what it does not change', async () => {
    const user = `/Users/${await create({ phoneNumbers: [{ type: 'work', value: '+1' }] })}`;
    const before = await call('GET', user);
    const same = [{ type: 'work', value: '+1' }];
    const answer = await patch(user, { op: 'add', path: 'phoneNumbers', value: same });
    assert.deepEqual(answer.body, before.body);
    const group = `/Groups/${await idOfGroup('Support Team')}`;
    const member = { value: await idOfPerson('developer') };
    assert.deepEqual(
      (await patch(group, { op: 'add', path: 'members', value: [member] })).body,
      (await call('GET', group)).body,
    );
  });

  it('adds the value that its filter asks for', async () => {
    const path = `${GENESYS}:externalIds[authority eq "microsoftteams"].value`;
    const { body } = await patchedUser({}, { op: 'Add', path, value: 't1' });
    const ids = Reflect.get(Object(body), GENESYS).externalIds;
    assert.deepEqual(ids, [{ authority: 'microsoftteams', value: 't1' }]);
  });

  it('passes over what users do not have, in a body as in a path', async () => {
    const unknown = { locale: 'en', nickName: 'N', addresses: [{ type: 'work' }], name: { familyName: 'P' } };
    const { body } = await patchedUser(
      unknown,
      { op: 'Add', path: 'nickName', value: 'N' },
      { op: 'Replace', path: 'name.familyName', value: 'Q' },
      { op: 'Replace', path: 'addresses[type eq "work"].formatted', value: 'A' },
      { op: 'replace', value: { locale: 'de', 'name.givenName': 'R', title: 'Lead' } },
      { op: 'add', path: 'urn:example:2.0:User:tag', value: 'x' },
    );
    assert.equal(Reflect.get(Object(body), 'title'), 'Lead');
    for (const name of Object.keys(unknown)) assert.equal(Object.hasOwn(Object(body), name), false, name);
  });

  it('leaves inactive who is so, when a request does not say otherwise', async () => {
    const user = `/Users/${await create({ active: false })}`;
    assert.equal((await call('PUT', user, person)).at('active'), false);
    assert.equal((await patch(user, { op: 'remove', path: 'active' })).at('active'), false);
  });

  it('refuses to remove what a user cannot be without, and to add nothing', async () => {
    const user = `/Users/${await create({ title: 'Agent' })}`;
    for (const path of ['userName', 'displayName']) {
      assert.equal((await patch(user, { op: 'remove', path })).at('scimType'), 'mutability');
    }
    assert.equal((await patch(user, { op: 'add', path: 'title' })).at('scimType'), 'invalidValue');
    assert.equal((await call('GET', user)).at('title'), 'Agent');
  });

  it('refuses what is read-only only where the value is another one', async () => {
    const id = await idOfGroup('Sales Team');
    const rename = (value: object) => patch(`/Groups/${id}`, { op: 'replace', value });
    assert.equal((await rename({ id, displayName: 'Sales Team' })).status, 200);
    assert.equal((await rename({ id, displayName: 'Other' })).at('scimType'), 'mutability');
    assert.equal((await rename({ id: 'x', displayName: 'Sales Team' })).at('scimType'), 'mutability');
    const user = `/Users/${await create()}`;
    const main = (value: string) =>
      patch(user, { op: 'replace', path: 'emails[type eq "other"].value', value });
    assert.equal((await main(person.userName)).status, 200);
    assert.equal((await main('x@practice.example')).at('scimType'), 'mutability');
  });
});
