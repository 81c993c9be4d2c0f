import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { readClientJson } from '../../../../src/core/procedures/startFrom/clientJson.ts';

const NOTHING = { wrong: [], unknown: [], more: 0 };

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

  it('makes no more pairs of roles and divisions than anybody means', () => {
    const many = Array.from({ length: 200 }, (_, i) => `i${i}`);
    const text = JSON.stringify({ roleIds: many, divisionIds: many });
    assert.deepEqual(settingsIn(text), { roleDivisions: [], rolesWithoutDivision: many });
    assert.deepEqual(leftOutOf(text).unknown, ['divisionIds']);
  });
});
