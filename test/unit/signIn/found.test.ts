import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import {
  type FoundCredentials,
  readCliConfig as readCliConfigAt,
  readTerraformVariables,
} from '../../../src/core/signIn/found.ts';
import { FoundSignIn } from '../../../src/core/signIn/ways.ts';

const ID = '0b1f0c5e-0000-4000-8000-000000000002';
const SECRET = 'canary-client-secret';
const TOKEN = 'canary-access-token-of-some-length';
const PAIR = `client_credentials = "${ID}"\nclient_secret = "${SECRET}"`;

const pair = { kind: 'client-credentials', clientId: ID, clientSecret: SECRET };
const token = { kind: 'access-token', accessToken: TOKEN };

const NOW = new Date('2026-11-29T12:00:00Z');

function readCliConfig(toml: string): FoundCredentials[] {
  return readCliConfigAt(toml, NOW);
}

/** What the CLI keeps of a login that ends then. */
function login(end: string, accessToken = TOKEN): string {
  const data = {
    access_token: accessToken,
    token_type: 'bearer',
    expires_in: 86_399,
    error: '',
    oauth_token_expiry: end,
  };
  return `oauth_token_data = '${JSON.stringify(data)}'`;
}

/** The one thing that was found. */
function only(found: readonly FoundCredentials[]): FoundCredentials {
  assert.equal(found.length, 1);
  return found[0] ?? assert.fail();
}

describe('The config.toml of the Genesys CLI', () => {
  it('is read profile by profile, in its order', () => {
    const found = readCliConfig(`
      [DEFAULT]
      environment = "mypurecloud.jp"
      ${PAIR}
      logging_enabled = false
      [test]
      environment = "us-west-2"
      access_token = "${TOKEN}"
    `);
    assert.deepEqual(found, [
      {
        description: {
          id: 'genesys-cli:DEFAULT',
          source: 'genesys-cli',
          profile: 'DEFAULT',
          region: 'mypurecloud.jp',
          holds: 'client-credentials',
        },
        credentials: pair,
      },
      {
        description: {
          id: 'genesys-cli:test',
          source: 'genesys-cli',
          profile: 'test',
          region: 'usw2.pure.cloud',
          holds: 'access-token',
        },
        credentials: token,
      },
    ]);
  });

  it('may quote its names, and name a profile as it likes', () => {
    const quoted = PAIR.replace('client_credentials', '"client_credentials"').replace(
      'client_secret',
      "'client_secret'",
    );
    const { description, credentials } = only(readCliConfig(`["our org 日本"]\n${quoted}`));
    assert.equal(description.profile, 'our org 日本');
    assert.deepEqual(credentials, pair);
  });

  it('offers the ID and secret where a token is there, too, which has most likely ended', () => {
    const config = `[A]\naccess_token = "${TOKEN}"\n${PAIR}`;
    assert.deepEqual(only(readCliConfig(config)).credentials, pair);
  });

  const unusablePairs = {
    'an ID that is no UUID': `client_credentials = "my client"\nclient_secret = "${SECRET}"`,
    'an ID without a secret': `client_credentials = "${ID}"`,
    'an empty secret': `client_credentials = "${ID}"\nclient_secret = ""`,
    'a secret without an ID': `client_secret = "${SECRET}"`,
    'a secret with a line break': `client_credentials = "${ID}"\nclient_secret = "one\\ntwo"`,
    'a secret beyond ASCII': `client_credentials = "${ID}"\nclient_secret = "秘密"`,
    'an implicit client': `${PAIR}\ngrant_type = "2"`,
    'a PKCE client': `${PAIR}\ngrant_type = "3"`,
    'an implicit client in a number': `${PAIR}\ngrant_type = 2`,
    'a PKCE client in a number': `${PAIR}\ngrant_type = 3`,
    'an address to come back to': `${PAIR}\nredirect_uri = "http://localhost:8080"`,
  };
  for (const [what, lines] of Object.entries(unusablePairs)) {
    it(`leaves out a profile with ${what}, or takes its token`, () => {
      assert.deepEqual(readCliConfig(`[A]\n${lines}`), []);
      const withToken = only(readCliConfig(`[A]\n${lines}\naccess_token = "${TOKEN}"`));
      assert.deepEqual(withToken.credentials, token);
    });
  }

  it('takes the ID and secret of a profile that says it is for client credentials', () => {
    for (const value of ['"1"', '1', '1.0', '"0"', '0', '""']) {
      for (const redirectUri of ['', '  ']) {
        const config = `[A]\n${PAIR}\ngrant_type = ${value}\nredirect_uri = "${redirectUri}"`;
        assert.deepEqual(only(readCliConfig(config)).credentials, pair, value);
      }
    }
  });

  it('may name a profile with dots, quoted or not, as the CLI does', () => {
    const found = readCliConfig(`
      [prod]
      environment = "mypurecloud.com"
      ${PAIR}
      [prod.jp]
      environment = "mypurecloud.jp"
      ${PAIR}
      [eu.west.test]
      environment = "mypurecloud.ie"
      ${PAIR}
      ["eu.west"]
      environment = "mypurecloud.de"
      ${PAIR}
    `);
    assert.deepEqual(
      found.map(({ description: { id, profile, region } }) => [id, profile, region]),
      [
        ['genesys-cli:prod', 'prod', 'mypurecloud.com'],
        ['genesys-cli:prod.jp', 'prod.jp', 'mypurecloud.jp'],
        ['genesys-cli:eu.west.test', 'eu.west.test', 'mypurecloud.ie'],
        ['genesys-cli:eu.west', 'eu.west', 'mypurecloud.de'],
      ],
    );
  });

  it('has each name once, because the CLI could not tell two apart', () => {
    const found = readCliConfig(`[prod.jp]\n${PAIR}\n["prod.jp"]\naccess_token = "${TOKEN}"`);
    assert.deepEqual(only(found).credentials, pair);
  });

  it('ends at once, however many dots a name has', () => {
    assert.deepEqual(readCliConfig(`[${'a.'.repeat(2000)}a]\n${PAIR}`), []);
  });

  describe('of a login with the browser', () => {
    const browser = `[A]\nenvironment = "mypurecloud.jp"\nclient_credentials = "${ID}"\ngrant_type = 3\nredirect_uri = "http://localhost:8080"`;
    const found = (data: string) => readCliConfig(`${browser}\n${data}`);

    it('offers its token, and knows when that ends', () => {
      const { description, credentials } = only(found(login('2026-11-29T23:00:00+09:00')));
      assert.deepEqual(credentials, { ...token, endsAt: '2026-11-29T14:00:00.000Z' });
      assert.equal(description.holds, 'access-token');
      assert.equal(JSON.stringify(description).includes(TOKEN), false);
    });

    it('reads it from a table, too', () => {
      const table = `oauth_token_data = { access_token = "${TOKEN}", oauth_token_expiry = "2026-11-29T14:00:00Z" }`;
      assert.equal(only(found(table)).credentials.kind, 'access-token');
    });

    const unusable = {
      'a token that has ended': login('2026-11-29T11:59:59Z'),
      'a token that ends now': login('2026-11-29T12:00:00Z'),
      'an end that nobody can read': login('tomorrow'),
      'no end': `oauth_token_data = '{"access_token":"${TOKEN}"}'`,
      'no token': login('2026-11-29T14:00:00Z', ''),
      'two tokens': login('2026-11-29T14:00:00Z', `${TOKEN} ${TOKEN}`),
      'a list': `oauth_token_data = '[{"access_token":"${TOKEN}"}]'`,
      'a number': 'oauth_token_data = 3',
      'a text that is no JSON': `oauth_token_data = '${TOKEN}'`,
      'JSON that breaks off': `oauth_token_data = '{"access_token":"${TOKEN}"'`,
      nothing: 'oauth_token_data = ""',
    };
    for (const [what, data] of Object.entries(unusable)) {
      it(`does not offer ${what}, and takes the token beside it`, () => {
        assert.deepEqual(found(data), []);
        const other = TOKEN.replace('some', 'other');
        assert.deepEqual(only(found(`${data}\naccess_token = "${other}"`)).credentials, {
          kind: 'access-token',
          accessToken: other,
        });
      });
    }

    it('stands after an ID and secret, which make a new token whenever one ends', () => {
      assert.deepEqual(
        only(readCliConfig(`[A]\n${PAIR}\n${login('2026-11-29T14:00:00Z')}`)).credentials,
        pair,
      );
    });
  });

  const regions = {
    'environment = "ap_northeast_1"': { region: 'mypurecloud.jp' },
    'environment = " https://api.mypurecloud.jp/ "': { region: 'mypurecloud.jp' },
    '': { obstacle: 'region-missing' },
    'environment = " "': { obstacle: 'region-missing' },
    'environment = " localhost:8080"': { unknownRegion: 'localhost:8080', obstacle: 'region-unknown' },
    'environment = "evilmypurecloud.jp"': { unknownRegion: 'evilmypurecloud.jp', obstacle: 'region-unknown' },
    'environment = "mypurecloud.jp"\ngateway_host = "gw"': { region: 'mypurecloud.jp', obstacle: 'gateway' },
    'gateway_port = 8443': { obstacle: 'gateway' },
    'environment = "evil.example/x"\ngateway_host = "gw"': {
      unknownRegion: 'evil.example/x',
      obstacle: 'gateway',
    },
    'environment = "mypurecloud.jp"\ngateway_host = ""': { region: 'mypurecloud.jp' },
    'environment = "mypurecloud.jp"\nproxy_host = "proxy"': { region: 'mypurecloud.jp' },
  };
  for (const [lines, expected] of Object.entries(regions)) {
    it(`says of ${JSON.stringify(lines)}: ${JSON.stringify(expected)}`, () => {
      const { id, source, profile, holds, ...place } = only(
        readCliConfig(`[A]\n${lines}\n${PAIR}`),
      ).description;
      assert.deepEqual(place, expected);
    });
  }

  it('leaves out what is no profile, and keeps the others', () => {
    const found = readCliConfig(`
      version = 2
      [numbers]
      environment = 1
      ${PAIR}
      [nested.numbers]
      client_secret = 5
      [nested.numbers.good]
      ${PAIR}
      [[list]]
      ${PAIR}
      [empty]
      [good]
      ${PAIR}
    `);
    assert.deepEqual(
      found.map(({ description }) => description.profile),
      ['nested.numbers.good', 'good'],
    );
  });

  const broken = ['', 'no toml', `[A\n${PAIR}`, `[A]\n${PAIR}\n${PAIR}`, '{"A": {}}', '\u0000', '[A]\nx = "'];
  for (const toml of broken) {
    it(`is nothing when it is ${JSON.stringify(toml.slice(0, 20))}`, () => {
      assert.deepEqual(readCliConfig(toml), []);
    });
  }

  it('may begin with a byte order mark and have lines of Windows', () => {
    assert.equal(readCliConfig(`\ufeff[A]\r\n${PAIR.replace('\n', '\r\n')}\r\n`).length, 1);
  });

  it('may name a profile after a property of every object', () => {
    const { description } = only(readCliConfig(`[__proto__]\n${PAIR}`));
    assert.equal(description.id, 'genesys-cli:__proto__');
  });
});

describe('The variables of the Terraform provider', () => {
  const variables = {
    GENESYSCLOUD_OAUTHCLIENT_ID: ID,
    GENESYSCLOUD_OAUTHCLIENT_SECRET: SECRET,
    GENESYSCLOUD_REGION: 'eu-west-1',
  };

  it('are found with their region by its AWS name', () => {
    assert.deepEqual(readTerraformVariables(variables), [
      {
        description: {
          id: 'terraform',
          source: 'terraform',
          region: 'mypurecloud.ie',
          holds: 'client-credentials',
        },
        credentials: pair,
      },
    ]);
  });

  it('offer the token where one is set, as the provider does', () => {
    const found = only(readTerraformVariables({ ...variables, GENESYSCLOUD_ACCESS_TOKEN: TOKEN }));
    assert.deepEqual(found.credentials, token);
    assert.equal(found.description.holds, 'access-token');
  });

  it('offer the ID and secret where the token is none', () => {
    for (const text of ['', ' ', 'abc']) {
      const found = only(readTerraformVariables({ ...variables, GENESYSCLOUD_ACCESS_TOKEN: text }));
      assert.deepEqual(found.credentials, pair);
    }
  });

  it('are asked for their region where it is left out, because it may stand in a Terraform file', () => {
    for (const GENESYSCLOUD_REGION of [undefined, '']) {
      const { description } = only(readTerraformVariables({ ...variables, GENESYSCLOUD_REGION }));
      assert.equal(description.obstacle, 'region-missing');
    }
  });

  it('stand behind a gateway where one is set', () => {
    const { description } = only(
      readTerraformVariables({ ...variables, GENESYSCLOUD_GATEWAY_HOST: 'gateway.example.com' }),
    );
    assert.equal(description.obstacle, 'gateway');
    assert.equal(
      only(readTerraformVariables({ ...variables, GENESYSCLOUD_GATEWAY_HOST: '' })).description.obstacle,
      undefined,
    );
  });

  const nothing = {
    'there are none': {},
    'there is only a region': { GENESYSCLOUD_REGION: 'us-east-1' },
    'there is only an ID': { GENESYSCLOUD_OAUTHCLIENT_ID: ID },
    'they are placeholders': {
      GENESYSCLOUD_OAUTHCLIENT_ID: '<client-id>',
      GENESYSCLOUD_OAUTHCLIENT_SECRET: '<client-secret>',
    },
    'they have other names': { genesyscloud_oauthclient_id: ID, genesyscloud_oauthclient_secret: SECRET },
  };
  for (const [situation, env] of Object.entries(nothing)) {
    it(`are nothing when ${situation}`, () => assert.deepEqual(readTerraformVariables(env), []));
  }
});

describe('What is shown of a sign-in that was found', () => {
  it('never holds what it signs in with', () => {
    const found = [
      ...readCliConfig(`[A]\n${PAIR}\naccess_token = "${TOKEN}"`),
      ...readCliConfig(`[A]\naccess_token = "${TOKEN}"\ngateway_password = "canary-password"`),
      ...readCliConfig(`[A]\n${login('2026-11-29T14:00:00Z')}`),
      ...readTerraformVariables({ GENESYSCLOUD_ACCESS_TOKEN: TOKEN }),
    ];
    assert.equal(found.length, 4);
    const shown = JSON.stringify(found.map(({ description }) => description));
    assert.equal(shown.includes('canary'), false);
    assert.equal(shown.includes(ID), false);
    assert.deepEqual(
      found.map(({ description }) => FoundSignIn.parse(description)),
      found.map(({ description }) => description),
    );
  });
});
