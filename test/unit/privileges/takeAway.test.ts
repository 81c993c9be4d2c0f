import assert from 'node:assert/strict';
import fc from 'fast-check';
import * as z from 'zod/mini';
import type { Role } from '../../../src/core/platform/authorization.ts';
import { type Choices, needsOf } from '../../../src/core/privileges/needs.ts';
import type { Operation } from '../../../src/core/privileges/operation.ts';
import type { Use } from '../../../src/core/privileges/permissionWants.ts';
import { takeAway } from '../../../src/core/privileges/takeAway.ts';
import type { ClientOfNeeds, TakenNeeds } from '../../../src/core/privileges/takenNeeds.ts';
import { clientOf, hostileTexts, inPractice, where } from '../export/clients.ts';
import { assertTerraformFormatted } from '../export/fmtRules.ts';
import { readHcl } from '../export/readHcl.ts';
import { operation } from './operations.ts';

const description = { host: 'api.mypurecloud.jp', date: '2026-11-28T08:00:00.000Z' };

function use(of: Operation, ...lines: number[]): Use {
  const calls = lines.map(
    (line) =>
      ({
        named: { by: 'endpoint', method: of.method, path: of.path },
        at: { file: 'src/app.ts', line },
        sureness: 'certain',
      }) as const,
  );
  return { operation: of, calls };
}

const uses = [
  use(
    operation('GET /users/{userId}', {
      permissions: { mode: 'any', of: ['directory:user:view'] },
      scopes: ['users', 'users:readonly'],
    }),
    12,
  ),
  use(
    operation('POST /routing/queues', {
      permissions: { mode: 'all', of: ['routing:queue:add', 'routing:queue:view'] },
      scopes: ['routing'],
    }),
    3,
    4,
    5,
    6,
  ),
  use(operation('GET /users/me', { scopes: ['user-basic-info'], callers: 'people' }), 1),
  use(
    operation('GET /odd', { permissions: { mode: 'unknown', of: ['a:b:c', 'a:b:d'] }, scopes: undefined }),
    9,
  ),
];

const viewer: Role = {
  id: 'r1',
  name: 'Viewer <b>*',
  permissionPolicies: [{ domain: 'directory', entityName: 'user', actionSet: ['view', 'add'] }],
};

function taken(
  callsAs: 'client' | 'person',
  choices: Partial<Choices> = {},
  application = 'Wallboard',
): TakenNeeds {
  const org: Choices = {
    operations: uses.map((each) => each.operation),
    roles: [viewer],
    held: undefined,
    ...choices,
  };
  return { application, needs: needsOf(uses, callsAs, org), description, remarks: [], language: 'en' };
}

function client(text: string, id?: string, at = where): ClientOfNeeds {
  return { client: { id, request: clientOf(text) }, divisionIds: ['*'], where: at };
}

describe('What an application needs, as a ticket for an administrator', () => {
  it('says what, and because of which calls', () => {
    const held = { roleIds: new Set(['r1']), permissions: ['directory:*:*'] };
    assert.equal(
      takeAway('markdown', taken('client', { held })),
      `# Access for Wallboard

The application Wallboard calls the Platform API of Genesys Cloud. For the calls that are known it needs what follows. What is not known stands at the end.

Worked out from what api.mypurecloud.jp says about its operations, as of Nov 28, 2026.

## Permissions

A role made for the purpose has exactly these permissions.

- \`directory:user:view\`, because it calls \`GET /api/v2/users/{userId}\` (\`src/app.ts:12\`)
- \`routing:queue:add\` (I do not hold it myself), because it calls \`POST /api/v2/routing/queues\` (\`src/app.ts:3\`, \`src/app.ts:4\`, \`src/app.ts:5\`, 1 more)
- \`routing:queue:view\` (I do not hold it myself), because it calls \`POST /api/v2/routing/queues\` (\`src/app.ts:3\`, \`src/app.ts:4\`, \`src/app.ts:5\`, 1 more)

## Roles

Instead of a new role, these roles of the organization hold them.

- **Viewer \\<b\\>\\*** (\`directory:user:view\`), because it calls \`GET /api/v2/users/{userId}\` (\`src/app.ts:12\`)

  It holds 1 other permission besides.

## In no role

No role of the organization holds this. A new role can, if whoever makes it may give these permissions.

- \`routing:queue:add\`, because it calls \`POST /api/v2/routing/queues\` (\`src/app.ts:3\`, \`src/app.ts:4\`, \`src/app.ts:5\`, 1 more)
- \`routing:queue:view\`, because it calls \`POST /api/v2/routing/queues\` (\`src/app.ts:3\`, \`src/app.ts:4\`, \`src/app.ts:5\`, 1 more)

## Divisions

In which divisions should the roles count?

A role lets the client do something only in the divisions in which it is granted. Which of these calls look at divisions is not published: where a call finds less than expected, one more division may be what it lacks.

## Not known

What these calls need is not published, so it is not in the lists above.

- \`GET /api/v2/odd\` (\`src/app.ts:9\`)

## Calls that only a person can make

Genesys Cloud refuses these calls to a client that calls as itself, whatever roles it has.

- \`GET /api/v2/users/me\` (\`src/app.ts:1\`)
`,
    );
  });

  it('says what was not read or is not sure, as it is and not as markup', () => {
    const text = takeAway('markdown', { ...taken('person'), remarks: ['Line 3 names <b>*nothing*</b>.'] });
    assert.ok(text.endsWith('\n- Line 3 names \\<b\\>\\*nothing\\*\\</b\\>.\n'), text);
  });

  it('has the scopes where people use the application, and says so where no role could be read', () => {
    const text = takeAway('markdown', taken('person', { roles: undefined }));
    assert.match(text, /^- `users:readonly`, because it calls `GET \/api\/v2\/users\/\{userId\}`/m);
    assert.match(text, /^- `user-basic-info`, because/m);
    assert.match(text, /^The roles of the organization are not known here/m);
    assert.doesNotMatch(text, /Calls that only a person/);
  });

  it('lists the calls that need nothing: silence would say that they were not read', () => {
    const open = use(operation('GET /timezones', { scopes: [] }), 7);
    const org: Choices = { operations: [open.operation], roles: undefined, held: undefined };
    for (const callsAs of ['client', 'person'] as const) {
      const text = takeAway('markdown', { ...taken(callsAs), needs: needsOf([open], callsAs, org) });
      assert.match(text, /## Calls that need nothing\n[^#]*`GET \/api\/v2\/timezones` \(`src\/app.ts:7`\)/);
    }
  });

  it('asks in which divisions the roles of a client should count, and says what that means', () => {
    const text = takeAway('markdown', taken('client'));
    assert.match(
      text,
      /\n## Divisions\n\nIn which divisions should the roles count\?\n\nA role lets the client do/,
    );
    assert.doesNotMatch(takeAway('markdown', taken('person')), /## Divisions/);
  });

  it('mentions nobody in a tracker, whatever names have an at sign', () => {
    const remarks = ['@team/app/a.ts, line 3, and (@someone) of a@example.com'];
    const role = { ...viewer, name: '@admins of all' };
    const text = takeAway('markdown', { ...taken('client', { roles: [role] }, '@acme/wallboard'), remarks });
    const outsideCode = text.replace(/`[^`]*`/g, '');
    assert.doesNotMatch(outsideCode, /(?<!\w)@\w/);
    for (const word of ['`@acme/wallboard`', '`@team/app/a.ts`', '`@someone`', '`@admins`', 'a@example.com'])
      assert.ok(text.includes(word), word);
  });

  it('tells what is only named from what is called', () => {
    const [certain, named] = uses;
    assert.ok(certain !== undefined && named !== undefined);
    const likely = { ...named, calls: named.calls.map((call) => ({ ...call, sureness: 'likely' as const })) };
    const org: Choices = { operations: [], roles: undefined, held: undefined };
    const text = takeAway('markdown', {
      ...taken('client'),
      needs: needsOf([certain, likely], 'client', org),
    });
    const [, part = ''] = text.split('## Perhaps not called');
    assert.match(part, /`POST \/api\/v2\/routing\/queues`/);
    assert.doesNotMatch(part, /users/);
    assert.doesNotMatch(takeAway('markdown', taken('client')), /Perhaps not called/);
  });

  it('is one heading and no other structure, whatever the application is called', () => {
    const plain = takeAway('markdown', taken('client')).split('\n').length;
    for (const text of Object.values(hostileTexts)) {
      const written = takeAway('markdown', taken('client', {}, text));
      assert.equal(written.split('\n').length, plain, text);
      assert.doesNotMatch(written, /(?<!\\)[<|[]|[\u202e\u2028\0]/);
    }
  });
});

describe('What an application needs, as JSON', () => {
  const Taken = z.object({
    callsAs: z.string(),
    scopes: z.array(z.object({ scope: z.string() })),
    role: z.object({ permissionPolicies: z.array(z.unknown()), permissions: z.array(z.string()) }),
    permissions: z.array(z.object({ permission: z.string(), for: z.array(z.unknown()) })),
    inNoRole: z.array(z.object({ anyOf: z.array(z.string()) })),
  });

  it('has the role as it can be sent, and every call', () => {
    const read = Taken.parse(JSON.parse(takeAway('json', taken('client'))));
    assert.deepEqual(read.role, {
      permissions: [],
      permissionPolicies: [
        { domain: 'directory', entityName: 'user', actionSet: ['view'] },
        { domain: 'routing', entityName: 'queue', actionSet: ['add', 'view'] },
      ],
    });
    assert.deepEqual(read.permissions[0]?.for, [
      {
        operation: 'GET /api/v2/users/{userId}',
        calls: [{ file: 'src/app.ts', line: 12, sureness: 'certain' }],
      },
    ]);
    assert.deepEqual(
      read.inNoRole.flatMap(({ anyOf }) => anyOf),
      ['routing:queue:add', 'routing:queue:view'],
    );
  });
});

describe('What an application needs, as Terraform, read by the parser of its makers', () => {
  const policies = [
    { domain: 'directory', entity_name: 'user', action_set: ['view'] },
    { domain: 'routing', entity_name: 'queue', action_set: ['add', 'view'] },
  ];

  for (const [hostility, text] of Object.entries(hostileTexts)) {
    it(`is the role, and the client that has it by reference, with ${hostility}`, async () => {
      const hcl = takeAway('terraform', taken('client', {}, text), client(text));
      assertTerraformFormatted(hcl);
      const { resource } = await readHcl(hcl);
      const [[label, [role] = []] = []] = Object.entries(resource.genesyscloud_auth_role ?? {});
      assert.deepEqual(role?.name, text.normalize('NFC'));
      assert.deepEqual(role?.permission_policies, policies);
      const [[read] = []] = Object.values(resource.genesyscloud_oauth_client);
      assert.deepEqual(read?.scopes, undefined);
      assert.deepEqual(read?.roles, [
        { role_id: { reference: `genesyscloud_auth_role.${label}.id` }, division_id: '*' },
      ]);
    });
  }

  it('is the client with its scopes and no role where people use it, taken over where it exists', async () => {
    const hcl = takeAway('terraform', taken('person'), client('Wallboard', 'c1'));
    const { resource, import: imports } = await readHcl(hcl);
    const [[read] = []] = Object.values(resource.genesyscloud_oauth_client);
    assert.deepEqual(read?.scopes, ['routing', 'user-basic-info', 'users:readonly']);
    assert.equal(read?.roles, undefined);
    assert.deepEqual(imports, [{ to: { reference: 'genesyscloud_oauth_client.wallboard' }, id: 'c1' }]);
  });

  it('leads to the practice org where it is for it', async () => {
    const { provider } = await readHcl(
      takeAway('terraform', taken('client'), client('Wallboard', undefined, inPractice)),
    );
    assert.equal(provider?.genesyscloud.length, 1);
  });

  it('is the role alone where no client is given, and rights without a domain as they are', () => {
    const old = [use(operation('GET /groups', { permissions: { mode: 'any', of: ['group_creation'] } }), 1)];
    const org: Choices = { operations: [], roles: undefined, held: undefined };
    const hcl = takeAway('terraform', { ...taken('client'), needs: needsOf(old, 'client', org) });
    assert.match(hcl, /^ {2}permissions = \["group_creation"\]$/m);
    assert.doesNotMatch(hcl, /oauth_client|permission_policies/);
  });

  it('has the layout of terraform fmt, whatever the permissions', () => {
    const permission = fc.tuple(fc.string(), fc.string(), fc.string()).map((parts) => parts.join(':'));
    fc.assert(
      fc.property(fc.array(permission, { minLength: 1 }), (of) => {
        const calls = [use(operation('GET /things', { permissions: { mode: 'all', of } }), 1)];
        const needs = needsOf(calls, 'client', { operations: [], roles: undefined, held: undefined });
        assertTerraformFormatted(takeAway('terraform', { ...taken('client'), needs }));
      }),
    );
  });
});
