import assert from 'node:assert/strict';
import * as z from 'zod/mini';
import { ENTERPRISE, GENESYS, person, useScim } from './useScim.ts';

/** What a strict client reads of a schema (RFC 7643, 7). */
const attribute = z.object({
  name: z.string(),
  type: z.enum(['string', 'boolean', 'decimal', 'reference', 'complex']),
  multiValued: z.boolean(),
  required: z.boolean(),
  canonicalValues: z.optional(z.array(z.string())),
  mutability: z.enum(['readWrite', 'readOnly', 'writeOnly']),
  returned: z.enum(['always', 'default', 'never']),
  get subAttributes(): z.ZodMiniOptional<z.ZodMiniArray<typeof attribute>> {
    return z.optional(z.array(attribute));
  },
});
type Attribute = z.infer<typeof attribute>;

const object = z.record(z.string(), z.unknown());
const resource = z.object({
  id: z.string(),
  schemas: z.array(z.string()).check(z.minLength(1)),
  meta: z.object({ resourceType: z.string(), location: z.string() }),
});
const list = z.object({ Resources: z.array(resource) });

/** Every resource has these, and no schema lists them (RFC 7643, 3.1). */
const COMMON = ['schemas', 'meta'];

describe('What SCIM says about itself', () => {
  const { call, create, org, patch, idOfPerson, idOfGroup } = useScim();

  const attributesOf = async (schemaId: string): Promise<Attribute[]> => {
    const { body } = await call('GET', `/Schemas/${schemaId}`);
    return z.object({ attributes: z.array(attribute) }).parse(body).attributes;
  };

  /** A user with every attribute that one can give, and the group that gives the last one. */
  const everything = async (): Promise<string> => {
    const id = await create({
      ...person,
      active: true,
      password: 'secret of nobody',
      title: 'Agent',
      externalId: 'e1',
      phoneNumbers: [{ type: 'work', value: '+1', primary: true }],
      emails: [{ type: 'work', value: 'work@practice.example', primary: true }],
      roles: [{ value: 'Supervisor' }],
      [ENTERPRISE]: {
        division: 'Sales',
        department: 'D',
        manager: { value: await idOfPerson('administrator') },
        employeeNumber: '7',
        dateHire: '2026-01-31',
      },
      [GENESYS]: {
        routingSkills: [{ name: 'S', proficiency: 4.5 }],
        routingLanguages: [{ name: 'L', proficiency: 1 }],
        externalIds: [{ authority: 'a', value: '1' }],
      },
    });
    const group = `/Groups/${await idOfGroup('Sales Team')}`;
    await patch(
      group,
      { op: 'add', path: 'members', value: id },
      { op: 'add', path: 'externalId', value: 'g' },
    );
    return id;
  };

  it('is what a user with every attribute has', async () => {
    const { body } = await call('GET', `/Users/${await everything()}`);
    const { [ENTERPRISE]: enterprise, [GENESYS]: genesys, ...core } = object.parse(body);
    assert.deepEqual(object.parse(core)['schemas'], [
      'urn:ietf:params:scim:schemas:core:2.0:User',
      ENTERPRISE,
      GENESYS,
    ]);
    assertAsSaid(await attributesOf('urn:ietf:params:scim:schemas:core:2.0:User'), core, 'User');
    assertAsSaid(await attributesOf(ENTERPRISE), enterprise, 'EnterpriseUser');
    assertAsSaid(await attributesOf(GENESYS), genesys, 'GenesysUser');
  });

  it('is what a group with every attribute has', async () => {
    await everything();
    const { body } = await call('GET', `/Groups/${await idOfGroup('Sales Team')}`);
    assertAsSaid(await attributesOf('urn:ietf:params:scim:schemas:core:2.0:Group'), body, 'Group');
  });

  it('is said in resources that a strict client can read, each where it says it is', async () => {
    for (const path of ['/Schemas', '/ResourceTypes']) {
      for (const each of list.parse((await call('GET', path)).body).Resources) {
        const there = await fetch(`${org().baseUrl}${each.meta.location}`, {
          headers: { authorization: `Bearer ${await org().automationToken()}` },
        });
        assert.equal(resource.parse(await there.json()).id, each.id);
      }
    }
    const config = (await call('GET', '/ServiceProviderConfig')).body;
    assert.ok(z.object({ schemas: resource.shape.schemas, meta: resource.shape.meta }).parse(config));
  });

  it('names only schemas that it has', async () => {
    const types = await call('GET', '/ResourceTypes');
    const named = [
      types.at('Resources.0.schema'),
      types.at('Resources.0.schemaExtensions.0.schema'),
      types.at('Resources.0.schemaExtensions.1.schema'),
      types.at('Resources.1.schema'),
    ];
    const had = list.parse((await call('GET', '/Schemas')).body).Resources.map(({ id }) => id);
    assert.deepEqual(had.toSorted(), named.toSorted());
  });

  it('is kept to: no more resources in an answer than the config says', async () => {
    const most = (await call('GET', '/ServiceProviderConfig')).at('filter.maxResults');
    for (let n = 0; n < 100; n++) await create({ userName: `p${n}@practice.example` });
    assert.equal((await call('GET', '/Users?count=1000')).at('itemsPerPage'), most);
  });

  for (const [list, types] of [
    ['phoneNumbers', 'fax'],
    ['emails', 'home'],
  ] as const) {
    it(`lists the types of ${list}, and no other is taken`, async () => {
      const attributes = await attributesOf('urn:ietf:params:scim:schemas:core:2.0:User');
      const type = attributes
        .find(({ name }) => name === list)
        ?.subAttributes?.find(({ name }) => name === 'type');
      assert.ok(type?.canonicalValues && !type.canonicalValues.includes(types));
      const answer = await call('POST', '/Users', { ...person, [list]: [{ type: types, value: 'x' }] });
      assert.equal(answer.at('scimType'), 'invalidValue');
    });
  }
});

/** Everything that an answer has is in the schema, of its type; and what the schema says is returned is there. */
function assertAsSaid(attributes: readonly Attribute[], body: unknown, place: string): void {
  const document = object.parse(body);
  const names = attributes.map(({ name }) => name);
  const unsaid = Object.keys(document).filter((name) => !names.includes(name) && !COMMON.includes(name));
  assert.deepEqual(unsaid, [], `${place} has what its schema does not`);
  for (const { name, type, multiValued, returned, canonicalValues, subAttributes = [] } of attributes) {
    const value = document[name];
    assert.equal(value !== undefined, returned !== 'never', `${place}.${name}`);
    if (value === undefined) continue;
    assert.equal(Array.isArray(value), multiValued, `${place}.${name}`);
    const values: unknown[] = Array.isArray(value) ? value : [value];
    assert.notEqual(values.length, 0, `${place}.${name} is empty`);
    // The main address has no type of its own to give; one full value is enough.
    const [each] = values.slice(-1);
    if (type === 'complex') assertAsSaid(subAttributes, each, `${place}.${name}`);
    else assert.equal(typeof each, { decimal: 'number', boolean: 'boolean' }[type as string] ?? 'string');
    if (canonicalValues !== undefined) assert.ok(canonicalValues.includes(String(each)));
  }
}
