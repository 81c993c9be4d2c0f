import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import fc from 'fast-check';
import { ScimConfig, ScimConnection, SecretKept } from '../../../src/core/scim/configFile.ts';
import { providerIds } from '../../../src/core/scim/providers.ts';
import { cases } from '../../fuzz/cases.ts';
import { inLanguageOf, languages } from '../../languages.ts';
import { connectionArbitrary } from './grammar.ts';
import { CONNECTION } from './samples.ts';

const SCHEMA = JSON.parse(
  readFileSync(new URL('../../../media/genesys-scim.schema.json', import.meta.url), 'utf8'),
);

// VS Code shows these; they say nothing about what is valid.
const validate = new Ajv({ strict: true, keywords: ['enumDescriptions'] }).compile(SCHEMA);

/** What both say, which must be the same. */
function accepts(config: unknown): boolean {
  const bySchema = validate(config);
  assert.equal(ScimConfig.safeParse(config).success, bySchema, `schema: ${JSON.stringify(validate.errors)}`);
  return bySchema;
}

function withConnection(changes: object): unknown {
  return { connections: [{ ...CONNECTION, ...changes }] };
}

describe('The schema of genesys-scim.json (S6)', () => {
  for (const language of languages)
    it(`asks for the same in ${language}: only what it says differs`, () => {
      const path = inLanguageOf(language, '../../../media/genesys-scim.schema.json');
      const schema = JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8'));
      assert.deepEqual(withoutWords(schema), withoutWords(SCHEMA));
    });

  const accepted: readonly [string, unknown][] = [
    ['no connection yet', { connections: [] }],
    ['a $schema', { $schema: './mine.json', connections: [] }],
    [
      'what others added',
      { owner: 'us', ...Object(withConnection({ ticket: 1, role: { id: 'r', name: '', x: 1 } })) },
    ],
    ['all divisions', withConnection({ divisions: 'all' })],
    ['an org on this computer', withConnection({ scimBaseUrl: 'http://127.0.0.1:8080/api/v2/scim/v2' })],
    ['the shortest duration', withConnection({ tokenDurationSeconds: 300 })],
    ['a date with an offset', withConnection({ createdAt: '2026-11-22T18:00:00+09:00' })],
    ['an org on this computer, by its name alone', withConnection({ scimBaseUrl: 'http://localhost' })],
    ['a custom domain', withConnection({ region: 'cloud.internal.example' })],
    ...['2026-01-09T00:00:00Z', '2026-12-30T23:59:59.5Z', '2026-10-31T20:00:00+23:59'].map(
      (createdAt): [string, unknown] => [`the date ${createdAt}`, withConnection({ createdAt })],
    ),
  ];
  for (const [what, config] of accepted) it(`S6: accepts ${what}`, () => assert.equal(accepts(config), true));

  const refused: readonly [string, unknown][] = [
    ['a list', []],
    ['nothing', null],
    ['no connections', {}],
    ['connections by name', { connections: {} }],
    ['a $schema that is no text', { $schema: 1, connections: [] }],
    ['an unknown provider', withConnection({ provider: 'Entra' })],
    ['a region without a domain', withConnection({ region: 'us-east-1' })],
    ['a region with something behind it', withConnection({ region: 'mypurecloud.com/x' })],
    ['a region in capitals', withConnection({ region: 'MyPureCloud.com' })],
    ['an address without a scheme', withConnection({ scimBaseUrl: 'api.mypurecloud.com/api/v2/scim' })],
    ['an address in the clear', withConnection({ tokenUrl: 'http://login.mypurecloud.com/oauth/token' })],
    ['an address that begins like this computer', withConnection({ tokenUrl: 'http://localhost.example/' })],
    ['a secret in an address', withConnection({ tokenUrl: 'https://login.mypurecloud.com/?secret=x' })],
    ['a user in an address', withConnection({ tokenUrl: 'https://me:x@login.mypurecloud.com/' })],
    [
      'an address in the middle',
      withConnection({ tokenUrl: 'see https://login.mypurecloud.com/oauth/token' }),
    ],
    ['a Client ID with something before it', withConnection({ clientId: `x${CONNECTION.clientId}` })],
    ['a Client ID with something behind it', withConnection({ clientId: `${CONNECTION.clientId}x` })],
    ['a Client ID that is none', withConnection({ clientId: 'my client' })],
    ['another grant type', withConnection({ grantType: 'CLIENT-CREDENTIALS' })],
    ['a secret in plain text', withConnection({ secret: 'hunter2' })],
    ['a secret that is kept nowhere', withConnection({ secret: {} })],
    ['S2: too short a duration', withConnection({ tokenDurationSeconds: 299 })],
    ['S2: too long a duration', withConnection({ tokenDurationSeconds: 38_880_001 })],
    ['S2: half a second', withConnection({ tokenDurationSeconds: 300.5 })],
    ['S2: a duration as a text', withConnection({ tokenDurationSeconds: '86400' })],
    ['a date without a time', withConnection({ tokenEndsAt: '2026-11-22' })],
    ...['see 2026-11-22T00:00:00Z', '2026-11-22T00:00:00Z or so', '2026-00-22T00:00:00Z'].map(
      (createdAt): [string, unknown] => [`the date ${createdAt}`, withConnection({ createdAt })],
    ),
    ['a 32nd day', withConnection({ tokenEndsAt: '2026-12-32T00:00:00Z' })],
    ['a 25th hour', withConnection({ tokenEndsAt: '2026-12-31T24:00:00Z' })],
    ['an offset of a day', withConnection({ tokenEndsAt: '2026-12-31T00:00:00+24:00' })],
    ['a thirteenth month', withConnection({ tokenEndsAt: '2026-13-22T00:00:00Z' })],
    ['S4: several roles', withConnection({ role: [CONNECTION.role] })],
    ['S4: no role', withConnection({ role: undefined })],
    ['S5: no division', withConnection({ divisions: [] })],
    ['S5: a division without an ID', withConnection({ divisions: [{ name: 'Home' }] })],
    ['S5: another word than "all"', withConnection({ divisions: '*' })],
  ];
  for (const [what, config] of refused) {
    it(`${/^S\d/.test(what) ? '' : 'S6: '}${what} is refused`, () => {
      assert.equal(accepts(JSON.parse(JSON.stringify(config))), false);
    });
  }

  it('S6: accepts every connection that can be written, and agrees on each with a property gone wrong', () => {
    const names = fc.constantFrom(...Object.keys(ScimConnection.shape));
    let refusals = 0;
    fc.assert(
      fc.property(connectionArbitrary, names, fc.jsonValue({ maxDepth: 2 }), (connection, name, value) => {
        assert.equal(accepts({ connections: [connection] }), true);
        const wrong = JSON.parse(JSON.stringify({ connections: [{ ...connection, [name]: value }] }));
        if (!accepts(wrong)) refusals += 1;
      }),
      { numRuns: cases(500) },
    );
    assert.ok(refusals > 300);
  });

  it('S6: has the properties in the order of the file, and requires the same', () => {
    const { connection } = SCHEMA.definitions;
    assert.deepEqual(Object.keys(connection.properties), Object.keys(ScimConnection.shape));
    const required = Object.keys(ScimConnection.shape).filter(
      (name) => !ScimConnection.safeParse({ ...CONNECTION, [name]: undefined }).success,
    );
    assert.deepEqual(connection.required, required);
  });

  it('S6: names and describes every provider and every keeper of secrets', () => {
    const { provider, secret } = SCHEMA.definitions.connection.properties;
    assert.deepEqual(provider.enum, providerIds);
    assert.equal(provider.enumDescriptions.length, providerIds.length);
    assert.deepEqual(secret.properties.kept.enum, SecretKept.options);
    assert.equal(secret.properties.kept.enumDescriptions.length, SecretKept.options.length);
  });

  it('S6: describes every property', () => {
    const undescribed: string[] = [];
    JSON.stringify(SCHEMA, (key, value) => {
      if (key === 'properties') {
        for (const [name, property] of Object.entries<{ description?: string }>(value)) {
          if (!property.description) undescribed.push(name);
        }
      }
      return value;
    });
    assert.deepEqual(undescribed, []);
  });
});

/** A schema without what it says to people. */
function withoutWords(schema: unknown): unknown {
  const words = new Set(['title', 'description', 'enumDescriptions']);
  return JSON.parse(JSON.stringify(schema, (name, value) => (words.has(name) ? undefined : value)));
}
