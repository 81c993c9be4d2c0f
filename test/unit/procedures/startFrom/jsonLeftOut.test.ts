import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { readClientJson } from '../../../../src/core/procedures/startFrom/clientJson.ts';
import { JsonReading } from '../../../../src/core/procedures/startFrom/jsonReading.ts';
import { cpuMilliseconds } from '../../../host/cpuTime.ts';

const SECRET = 'the-one-canary-that-nobody-may-see';

function leftOutOf(text: string) {
  const reading = readClientJson(text);
  assert.ok(reading.kind === 'read', JSON.stringify(reading));
  return reading.leftOut;
}

describe('JSON of a client with more than is taken', () => {
  it('says nothing of a key that may be a secret', () => {
    const secret = 'Zk3v9QwX1rT7bL5nM2cH8jD4sF6gP0aYeUiOtReWqLk';
    const { unknown } = leftOutOf(JSON.stringify({ name: 'x', [secret]: 1, plain: 2 }));
    assert.deepEqual(unknown, ['…', 'plain']);
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
