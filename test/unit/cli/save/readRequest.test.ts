import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { ClientChangeRequest, NewClientRequest } from '../../../../src/cli/requests/forms.ts';
import { readRequest } from '../../../../src/cli/requests/readRequest.ts';

const CANARY = 'canary-secret-in-a-request';

describe('a request file', () => {
  it('is read with comments and trailing commas, and tells where each field stands', () => {
    const text =
      '{\n  // for the pilot\n  "procedure": "general",\n  "name": "CRM",\n  "redirectUris": [\n    "https://a.test",\n  ],\n}\n';
    const read = readRequest(text, NewClientRequest);
    assert.ok(read.ok);
    assert.deepEqual(read.request, { procedure: 'general', name: 'CRM', redirectUris: ['https://a.test'] });
    assert.deepEqual(read.at(['name']), { line: 4, column: 3 });
    assert.deepEqual(read.at(['redirectUris', 0]), { line: 6, column: 5 });
    assert.deepEqual(read.at(['scopes']), { line: 1, column: 1 }, 'where it would be');
  });

  const cases: readonly (readonly [
    string,
    string,
    readonly (readonly [string | undefined, number, RegExp])[],
  ])[] = [
    ['that is empty', ' \n', [[undefined, 0, /empty/]]],
    ['that is no JSON', '{\n  "procedure": "general",\n  "name" CRM\n}', [[undefined, 3, /no JSON/]]],
    ['without a procedure', '{ "name": "CRM" }', [['procedure', 1, /missing.*general, embeddable, scim/]]],
    [
      'with a procedure that there is not',
      '{ "procedure": "genral" }',
      [['procedure', 1, /^It must be one of/]],
    ],
    ['that is a list', '[]', [[undefined, 1, /curly brackets/]]],
    [
      'with fields of another type',
      '{\n"procedure": "general",\n"name": 3,\n"tokenDurationSeconds": "86400",\n"scopes": "users",\n"redirectUris": [1]\n}',
      [
        ['name', 3, /text in quotes/],
        ['tokenDurationSeconds', 4, /whole number, without quotes/],
        ['redirectUris[0]', 6, /text in quotes/],
        ['scopes', 5, /square brackets/],
      ],
    ],
    [
      'with fields that its procedure does not have',
      '{\n"procedure": "scim",\n"name": "x",\n"provider": "okta",\n"scopes": []\n}',
      [['scopes', 5, /no such field/]],
    ],
    ['with a field twice', '{\n"procedure": "scim",\n"name": "x",\n"name": "y"\n}', [['name', 4, /twice/]]],
    [
      'with __proto__',
      '{ "procedure": "general", "name": "x", "__proto__": {} }',
      [['__proto__', 1, /no such field/]],
    ],
  ];
  for (const [what, text, expected] of cases)
    it(`${what} is refused at its fields`, () => {
      const read = readRequest(text, NewClientRequest);
      assert.ok(!read.ok);
      assert.deepEqual(
        read.faults.map(({ field, position }) => [field, position?.line ?? 0]),
        expected.map(([field, line]) => [field, line]),
      );
      for (const [index, [, , message]] of expected.entries())
        assert.match(read.faults[index]?.message ?? '', message);
    });

  it('never has its values told', () => {
    for (const text of [
      `{ "client": 3, "clientSecret": "${CANARY}" }`,
      `{ "client": "x", "state": "${CANARY}", "scopes": "${CANARY}" }`,
      `{ "client": "${CANARY}" "${CANARY}" }`,
    ]) {
      const read = readRequest(text, ClientChangeRequest);
      assert.ok(!read.ok);
      assert.doesNotMatch(JSON.stringify(read), new RegExp(CANARY));
    }
  });
});
