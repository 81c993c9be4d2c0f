import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { usedHereLines } from '../../../src/core/texts/usedHere.ts';

const at = (line: number) => ({
  kind: 'scim' as const,
  uri: 'file:///w/genesys-scim.json',
  path: 'genesys-scim.json',
  line,
});

describe('The places of the workspace that use a client which is to end', () => {
  it('are not spoken of where there are none', () => {
    assert.deepEqual(usedHereLines([], 'en'), []);
  });

  it('are told with the identity provider and the end of its token, as far as the file tells', () => {
    const known = { ...at(3), provider: 'okta', tokenEndsAt: '2028-02-24T12:00:00Z' };
    assert.deepEqual(usedHereLines([known, at(9)], 'en').slice(2), [
      '• genesys-scim.json:3 · Okta · its token ends on Feb 24, 2028',
      '• genesys-scim.json:9',
    ]);
  });

  it('are no more lines than somebody reads, and it is said how many are left out', () => {
    const lines = usedHereLines(
      Array.from({ length: 13 }, (_, line) => at(line + 1)),
      'en',
    );
    assert.equal(lines.length, 2 + 10 + 1);
    assert.equal(lines.at(-1), '… and 3 more');
  });
});
