import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { exportJson } from '../../../../src/core/export/json.ts';
import type { OAuthClientRequest } from '../../../../src/core/platform/oauthClients.ts';
import { readClientJson } from '../../../../src/core/procedures/startFrom/json.ts';
import { JsonReading } from '../../../../src/core/procedures/startFrom/jsonReading.ts';
import { cpuMilliseconds } from '../../../host/cpuTime.ts';

const NOTHING = { wrong: [], unknown: [], more: 0 };
const SECRET = 'the-one-canary-that-nobody-may-see';

describe('JSON to start from', () => {
  const refused: [what: string, text: string, refusals: unknown[]][] = [
    ['nothing', ' \n\t', [{ kind: 'empty' }]],
    ['what is no JSON', 'curl -X POST', [{ kind: 'not-json', line: 1, column: 1 }]],
    [
      'a missing comma',
      '{\r\n  "name": "A"\r\n  "scope": []\r\n}',
      [{ kind: 'not-json', line: 3, column: 3 }],
    ],
    ['a text that ends too early', '{ "name": "A"', [{ kind: 'not-json', line: 1, column: 14 }]],
    ['two clients', '{"name":"A"} {"name":"B"}', [{ kind: 'not-json', line: 1, column: 14 }]],
    ['a list of other things', '[1, "name"]', [{ kind: 'not-an-object' }]],
    ['an empty listing', '{"entities":[],"total":0}', [{ kind: 'not-a-client' }]],
    ['several clients', '[{"name":"A"},{"name":"B"}]', [{ kind: 'several-clients', count: 2 }]],
    [
      'a listing of several',
      '{"entities":[{"name":"A"},{"name":"B"},{}]}',
      [{ kind: 'several-clients', count: 3 }],
    ],
    ['a bare word', 'null', [{ kind: 'not-an-object' }]],
    ['a client of nulls', '{"name":null,"scope":null}', [{ kind: 'not-a-client' }]],
    ['what only another program knows', '{"total":3}', [{ kind: 'not-a-client' }]],
    [
      'a grant type that there is none of',
      '{\n"authorizedGrantType":"MAGIC"}',
      [{ kind: 'wrong-value', value: { field: 'authorizedGrantType', line: 2, expected: 'grant-type' } }],
    ],
    [
      'values of which none says anything, each named once',
      '{"accessTokenValiditySeconds":1e999,\n"registered_redirect_uri":[1, 2],\n"roleDivisions":[{"divisionId":"*"}]}',
      [
        { kind: 'wrong-value', value: { field: 'accessTokenValiditySeconds', line: 1, expected: 'seconds' } },
        { kind: 'wrong-value', value: { field: 'registered_redirect_uri', line: 2, expected: 'texts' } },
        { kind: 'wrong-value', value: { field: 'roleDivisions', line: 3, expected: 'roles' } },
      ],
    ],
  ];
  for (const [what, text, refusals] of refused) {
    it(`refuses ${what}, and says where and why`, () => {
      assert.deepEqual(readClientJson(text), { kind: 'refused', refusals });
    });
  }

  it('refuses what is too large before it reads it', () => {
    const text = `{"name":"${'x'.repeat(300_000)}"}`;
    assert.deepEqual(readClientJson(text), {
      kind: 'refused',
      refusals: [{ kind: 'too-large', characters: text.length, most: 200_000 }],
    });
  });

  it('refuses what is nested deeper than it can be read, and does not break', () => {
    assert.equal(readClientJson('['.repeat(100_000)).kind, 'refused');
  });

  it('reads what "Copy as JSON" copies, to the letter', () => {
    const request: OAuthClientRequest = {
      name: 'Zoë\u2028"quoted"',
      description: 'Opens the CRM',
      authorizedGrantType: 'CLIENT-CREDENTIALS',
      accessTokenValiditySeconds: 3600,
      roleDivisions: [{ roleId: 'role-1', divisionId: '*' }],
    };
    const reading = readClientJson(exportJson(request));
    assert.deepEqual(reading, { kind: 'read', settings: request, droppedSecret: false, leftOut: NOTHING });
  });

  it('reads what the API answers about a client, without what a request does not have', () => {
    const reading = readClientJson(`\uFEFF{
      "id": "5f0c3c1e-8a44-4d5c-9b0e-2f6f0a7d9e31", "name": "Wallboard", "description": null,
      "authorizedGrantType": "CODE", "scope": ["users"], "registeredRedirectUri": ["https://a.example.com/"],
      "roleDivisions": [], "state": "active", "createdBy": { "id": "1" }, "__proto__": { "scope": ["oauth"] },
      "selfUri": "/api/v2/oauth/clients/5f0c3c1e"
    }`);
    assert.deepEqual(reading, {
      kind: 'read',
      droppedSecret: false,
      leftOut: { ...NOTHING, unknown: ['__proto__'] },
      settings: {
        name: 'Wallboard',
        authorizedGrantType: 'CODE',
        scope: ['users'],
        registeredRedirectUri: ['https://a.example.com/'],
        roleDivisions: [],
      },
    });
  });

  it('refuses what is nested deeper than anybody can follow, and does not break', () => {
    const deep = `${'['.repeat(5000)}${']'.repeat(5000)}`;
    for (const text of [
      deep,
      `{ "name": "A", "extra": ${deep} }`,
      `{ "scope": ${deep} }`,
      '['.repeat(150_000),
    ]) {
      assert.equal(readClientJson(text).kind, 'refused');
    }
  });

  it('says that a secret was dropped only where there was one', () => {
    assert.deepEqual(readClientJson('{ "name": "A", "secret": null }'), {
      kind: 'read',
      settings: { name: 'A' },
      droppedSecret: false,
      leftOut: NOTHING,
    });
  });

  it('drops a secret, says so, and never passes it on', () => {
    const reading = readClientJson(`{ "name": "A", "secret": "${SECRET}" }`);
    assert.ok(reading.kind === 'read');
    assert.equal(reading.droppedSecret, true);
    assert.equal(JSON.stringify(reading).includes(SECRET), false);
    for (const broken of [`{ "name": 1, "secret": "${SECRET}" }`, `{ "secret": "${SECRET}"`]) {
      const refusal = readClientJson(broken);
      assert.equal(refusal.kind, 'refused');
      assert.equal(JSON.stringify(refusal).includes(SECRET), false);
    }
  });
});

/** What a JSON says about a client, whatever else is in it. */
function settingsIn(text: string) {
  const reading = readClientJson(text);
  assert.ok(reading.kind === 'read', JSON.stringify(reading));
  return reading.settings;
}

function leftOutOf(text: string) {
  const reading = readClientJson(text);
  assert.ok(reading.kind === 'read', JSON.stringify(reading));
  return reading.leftOut;
}

describe('JSON of a client in another form', () => {
  const same = {
    name: 'Wallboard',
    authorizedGrantType: 'CODE',
    accessTokenValiditySeconds: 3600,
    registeredRedirectUri: ['https://a.test/cb'],
    scope: ['users', 'presence'],
  };
  const forms: Record<string, string> = {
    'an older request': JSON.stringify({ ...same, scope: undefined, scopes: same.scope }),
    'snake case, as SDKs have it':
      '{"name":"Wallboard","authorized_grant_type":"code","access_token_validity_seconds":3600,"registered_redirect_uri":["https://a.test/cb"],"scope":["users","presence"]}',
    capitals:
      '{"Name":"Wallboard","AuthorizedGrantType":"Code","AccessTokenValiditySeconds":3600,"RegisteredRedirectUri":["https://a.test/cb"],"Scope":["users","presence"]}',
    'the words of OAuth':
      '{"client_name":"Wallboard","grant_types":["authorization_code"],"access-token-validity-seconds":"3600","redirect_uris":["https://a.test/cb"],"scope":"users presence"}',
    'a list of one': JSON.stringify([same]),
    'a listing of one': JSON.stringify({ entities: [same], pageSize: 25, total: 1 }),
    'texts for numbers and lists':
      '{"name":"Wallboard","authorizedGrantType":"CODE","accessTokenValiditySeconds":" 3,600 ","registeredRedirectUri":"https://a.test/cb","scope":"users,presence"}',
    'comments and commas at the end': `// ours\n{ ${JSON.stringify(same).slice(1, -1)}, /* none */ }`,
    'a byte order mark': `\ufeff${JSON.stringify(same)}`,
    'what nobody sees, and blanks of a page': `\u200b{\u00a0${JSON.stringify(same).slice(1, -1)}\u2060}\u3000`,
    Markdown: `Use this:\n\n\`\`\`json\n${JSON.stringify(same, undefined, 2)}\n\`\`\`\n\nand save.`,
    'Markdown that does not end': `~~~\r\n${JSON.stringify(same)}`,
    'Markdown with a command before it': `\`\`\`sh\ncurl x\n\`\`\`\nanswers\n\`\`\`\n${JSON.stringify(same)}\n\`\`\``,
    'a state of Terraform': JSON.stringify({
      version: 4,
      resources: [
        { type: 'genesyscloud_user', instances: [{ attributes: { name: 'Somebody' } }] },
        {
          mode: 'managed',
          type: 'genesyscloud_oauth_client',
          instances: [
            {
              attributes: {
                id: '1',
                client_id: null,
                state: 'active',
                integration_credential_id: '',
                name: 'Wallboard',
                description: null,
                authorized_grant_type: 'CODE',
                access_token_validity_seconds: 3600,
                registered_redirect_uris: same.registeredRedirectUri,
                scopes: same.scope,
                roles: null,
              },
            },
          ],
        },
      ],
    }),
    'what terraform show says': JSON.stringify({
      format_version: '1.0',
      values: {
        root_module: {
          child_modules: [
            {
              resources: [
                { type: 'genesyscloud_oauth_client', values: { ...same, expose_client_secret: false } },
              ],
            },
          ],
        },
      },
    }),
  };
  for (const [what, text] of Object.entries(forms)) {
    it(`is read from ${what}, and nothing is lost`, () => {
      assert.deepEqual(readClientJson(text), {
        kind: 'read',
        settings: same,
        droppedSecret: false,
        leftOut: NOTHING,
      });
    });
  }

  const spellings: Record<string, readonly string[]> = {
    CODE: [
      'code',
      'authorizationCode',
      'authorization_code',
      'Code Authorization',
      'Code Authorization / PKCE',
      'PKCE',
      'CODE_PKCE',
      'Authorization Code Grant with PKCE',
      'コード許可付与',
    ],
    TOKEN: [
      'token',
      'implicit',
      'Implicit Grant (Browser)',
      'Token Implicit Grant (Browser)',
      '暗黙の付与（ブラウザ）',
    ],
    'CLIENT-CREDENTIALS': [
      'CLIENT_CREDENTIALS',
      'client-credentials',
      'clientCredentials',
      'Client Credentials Grant',
      ' client credentials ',
      'クライアント資格情報の付与',
    ],
    'SAML2-BEARER': [
      'SAML2BEARER',
      'saml2_bearer',
      'SAML2 Bearer',
      'urn:ietf:params:oauth:grant-type:saml2-bearer',
      'SAML2 ベアラ',
    ],
    PASSWORD: ['password'],
  };
  for (const [grantType, texts] of Object.entries(spellings)) {
    for (const text of texts) {
      it(`takes "${text}" for ${grantType}`, () => {
        assert.equal(settingsIn(JSON.stringify({ grant_type: text })).authorizedGrantType, grantType);
      });
    }
  }

  it('takes no other word for a grant type', () => {
    for (const text of [
      '',
      'refresh_token',
      'codes',
      'client',
      'credentials',
      'grant',
      '__proto__',
      'constructor',
    ]) {
      const { wrong } = leftOutOf(JSON.stringify({ name: 'A', authorizedGrantType: text }));
      assert.deepEqual(wrong, [{ field: 'authorizedGrantType', line: 1, expected: 'grant-type' }], text);
    }
  });

  it('gives each of the roles each of the divisions, where both are lists of IDs', () => {
    assert.deepEqual(settingsIn('{"roleIds":["r1","r2"],"divisionIds":["d1","*"]}'), {
      roleDivisions: [
        { roleId: 'r1', divisionId: 'd1' },
        { roleId: 'r1', divisionId: '*' },
        { roleId: 'r2', divisionId: 'd1' },
        { roleId: 'r2', divisionId: '*' },
      ],
    });
  });

  const withoutDivision = [
    '{"roleIds":["r1"]}',
    '{"role_ids":"r1"}',
    '{"roleDivisions":[{"roleId":"r1"}]}',
    '{"roles":[{"role_id":"r1","division_id":null}]}',
  ];
  for (const text of withoutDivision) {
    it(`keeps the role of ${text}, and leaves its division to the person`, () => {
      assert.deepEqual(settingsIn(text), { roleDivisions: [], rolesWithoutDivision: ['r1'] });
    });
  }

  it('reads roles as Terraform, SDKs and grants write them', () => {
    const roleDivisions = [{ roleId: 'r1', divisionId: 'd1' }];
    for (const role of [
      { role_id: 'r1', division_id: 'd1' },
      { role: { id: 'r1', name: 'Admin' }, division: { id: 'd1' } },
      { roleId: 'r1', divisionId: 'd1' },
    ])
      assert.deepEqual(settingsIn(JSON.stringify({ roles: [role] })), { roleDivisions });
  });

  it('says nothing of a key that may be a secret', () => {
    const secret = 'Zk3v9QwX1rT7bL5nM2cH8jD4sF6gP0aYeUiOtReWqLk';
    const { unknown } = leftOutOf(JSON.stringify({ name: 'x', [secret]: 1, plain: 2 }));
    assert.deepEqual(unknown, ['…', 'plain']);
  });

  it('makes no more pairs of roles and divisions than anybody means', () => {
    const many = Array.from({ length: 200 }, (_, i) => `i${i}`);
    const text = JSON.stringify({ roleIds: many, divisionIds: many });
    assert.deepEqual(settingsIn(text), { roleDivisions: [], rolesWithoutDivision: many });
    assert.deepEqual(leftOutOf(text).unknown, ['divisionIds']);
  });

  it('says what it did not take: keys that mean nothing here, and values that are none', () => {
    const text = `{
      "name": 5,
      "description": "Opens the CRM",
      "accessTokenValiditySeconds": "a day",
      "registeredRedirectUri": ["https://a.test/cb", 1, null],
      "divisionIds": ["d1"],
      "logo": "x", "state": "inactive",
      "scope": ["users"], "scopes": ["presence"]
    }`;
    assert.deepEqual(readClientJson(text), {
      kind: 'read',
      droppedSecret: false,
      settings: {
        description: 'Opens the CRM',
        registeredRedirectUri: ['https://a.test/cb'],
        scope: ['users'],
      },
      leftOut: {
        wrong: [
          { field: 'name', line: 2, expected: 'text' },
          { field: 'accessTokenValiditySeconds', line: 4, expected: 'seconds' },
          { field: 'registeredRedirectUri', line: 5, expected: 'texts', entries: 2 },
        ],
        unknown: ['logo', 'state', 'scopes', 'divisionIds'],
        more: 0,
      },
    });
  });

  it('names a handful of keys, each in one short line, and counts the others', () => {
    const keys = Array.from({ length: 1000 }, (_, i) => `${i}${'long\n\u202e'.repeat(1000)}`);
    const text = JSON.stringify(
      Object.fromEntries([['name', 'A'], ...keys.slice(0, 30).map((key) => [key, 1])]),
    );
    const { unknown, more } = leftOutOf(text.slice(0, 190_000).replace(/,[^,]*$/, '}'));
    assert.equal(unknown.length, 5);
    assert.ok(more > 5);
    for (const key of unknown) {
      assert.ok([...key].length <= 41);
      assert.ok(!/[\n\u202e]/.test(key));
    }
  });

  it('drops every kind of secret, and shows no value that it did not take', () => {
    for (const key of [
      'secret',
      'clientSecret',
      'client_secret',
      'Client-Secret',
      'access_token',
      'password',
    ]) {
      for (const text of [
        JSON.stringify({ name: 'A', [key]: SECRET }),
        JSON.stringify([{ name: 'A', logo: SECRET, scope: { x: SECRET }, [key]: SECRET }]),
      ]) {
        const reading = readClientJson(text);
        assert.ok(reading.kind === 'read');
        assert.equal(reading.droppedSecret, true);
        assert.equal(JSON.stringify(reading).includes(SECRET), false);
        assert.ok(!JSON.stringify(reading.leftOut).includes(key));
      }
    }
  });

  it('ends at once with whatever is pasted', async () => {
    const deep = 10_000;
    const texts = [
      `{"name":"${'x'.repeat(5_000_000)}"}`,
      `{"name":"A","x":${'['.repeat(deep)}${']'.repeat(deep)}}`,
      `${'{"entities":['.repeat(deep)}${']}'.repeat(deep)}`,
      `{${'"__proto__":{'.repeat(deep)}${'}'.repeat(deep + 1)}`,
      `{${'"x":1,'.repeat(30_000)}"name":"A"}`,
      `[${'{"name":"A"},'.repeat(15_000)}]`,
      `{"scope":[${'1,'.repeat(90_000)}"users"]}`,
      '"'.repeat(199_999),
      '"\\'.repeat(60_000),
      '`'.repeat(199_999),
      '```\n'.repeat(49_000),
      `${' '.repeat(100_000)}\n${'\u200b'.repeat(90_000)}`,
      `{"${'_ '.repeat(90_000)}":1}`,
      `{"name":"A",${Array.from({ length: 10_000 }, (_, i) => `"key${i}":1`).join()}}`,
    ];
    for (const text of texts) {
      const took = await cpuMilliseconds(() => readClientJson(text));
      assert.ok(took < 1000, `${text.slice(0, 20)}: ${took} ms`);
    }
  });

  it('answers something whatever is pasted, and changes no object', () => {
    const values = fc.json({ maxDepth: 4 });
    const keyed = fc.dictionary(
      fc.constantFrom(
        'name',
        'scope',
        'roles',
        'roleIds',
        'entities',
        '__proto__',
        'constructor',
        'values',
        'type',
      ),
      fc.jsonValue({ maxDepth: 4 }),
    );
    fc.assert(
      fc.property(
        fc.oneof(
          values,
          keyed.map((value) => JSON.stringify(value)),
          fc.string({ unit: 'binary' }),
        ),
        (text) => {
          assert.ok(JsonReading.safeParse(readClientJson(text)).success);
          assert.equal(Reflect.get({}, 'scope'), undefined);
        },
      ),
      { numRuns: 1000 },
    );
  });
});
