import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { inspectScimConfig } from '../../../src/core/scim/inspectConfig.ts';
import { takeOutSecret } from '../../../src/core/scim/plainTextSecrets.ts';
import { reckonedAt } from '../watch/reckoned.ts';
import { CONNECTION } from './samples.ts';

const SECRET = 'Zk3v9QwX1rT7bL5nM2cH8jD4sF6gP0aYeUiOtReWqLk';
const NOW = new Date('2026-11-22T09:00:00Z');

/** The text without the one secret that is found in it. */
function without(text: string) {
  const found = inspectScimConfig(text, reckonedAt(NOW)).filter(({ code }) => code === 'plain-text-secret');
  assert.equal(found.length, 1, text);
  const [finding] = found;
  assert.ok(finding);
  return takeOutSecret(text, finding.place);
}

describe('S6: a secret that is taken out of genesys-scim.json', () => {
  const cases: readonly (readonly [string, string, string])[] = [
    ['with its property', `{ "a": 1, "token": "${SECRET}" }`, '{ "a": 1 }'],
    ['with its line', `{\n  "clientSecret": "${SECRET}",\n  "a": 1\n}`, '{\n  "a": 1\n}'],
    ['with its place in a list', `{ "notes": ["x", "${SECRET}"] }`, '{ "notes": ["x" ] }'],
    ['out of a longer text alone', `{ "header": "Bearer ${SECRET}" }`, '{ "header": "Bearer " }'],
    ['behind an escape', `{ "a": "\\n${SECRET}" }`, '{ "a": "\\n" }'],
    ['behind an escaped letter', `{ "a": "\\u0041${SECRET}\\t" }`, '{ "a": "\\u0041\\t" }'],
    ['out of a comment', `// ${SECRET}\n{ "a": 1 }`, '// \n{ "a": 1 }'],
    ['out of the name of a property', `{ "${SECRET}": 1 }`, '{ "": 1 }'],
    ['out of what is no JSON', `{ "a": [ ${SECRET}`, '{ "a": [ '],
    ['when the whole file is nothing else', `"${SECRET}"`, '""'],
  ];
  for (const [how, text, expected] of cases)
    it(`goes ${how}, and nothing else does`, () =>
      assert.deepEqual(without(text), { secret: SECRET, text: expected }));

  it('is handed over as it was meant, not as it was escaped', () => {
    const { secret, text } = without(
      JSON.stringify({ connections: [{ ...CONNECTION, password: 'a"b\\c' }] }),
    );
    assert.equal(secret, 'a"b\\c');
    assert.deepEqual(JSON.parse(text), { connections: [CONNECTION] });
  });
});
