import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { exportJson } from '../../../../src/core/export/json.ts';
import type { OAuthClientRequest } from '../../../../src/core/platform/oauthClients.ts';
import { readClientJson } from '../../../../src/core/procedures/startFrom/clientJson.ts';

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
