import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'mocha';
import { repoFolder } from '../host/paths.ts';

/** The rules of the published procedures. */
const RULES = [...numbered('G', 16), ...numbered('E', 7), ...numbered('S', 7)];

const TITLE = /\b(?:it|describe)\(\s*(`(?:[^`\\]|\\.)*`|'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")/g;

describe('Every rule of the procedures', () => {
  it('is named by the title of a test, its own or that of the block around it', () => {
    const named = new Set(titles().flatMap(rulesIn));
    assert.deepEqual(
      RULES.filter((rule) => !named.has(rule)),
      [],
    );
  });

  it('is read from a title that names several, and from no word that only looks like one', () => {
    assert.deepEqual(rulesIn('G4 and E2: the duration'), ['G4', 'E2']);
    assert.deepEqual(rulesIn('G12 to G15: ask only what is needed'), ['G12', 'G13', 'G14', 'G15']);
    assert.deepEqual(rulesIn('The schema of genesys-scim.json (S6)'), ['S6']);
    assert.deepEqual(rulesIn('SAML2 in S3 buckets, 100G1'), ['S3']);
  });
});

function numbered(letter: string, count: number): string[] {
  return Array.from({ length: count }, (_, index) => `${letter}${index + 1}`);
}

/** The rules that a title names: one by one, or from one to another. */
function rulesIn(title: string): string[] {
  return [...title.matchAll(/\b([GES])(\d{1,2})(?: to \1(\d{1,2}))?\b/g)].flatMap(
    ([, letter = '', first, last]) => {
      const from = Number(first);
      return Array.from(
        { length: Number(last ?? first) - from + 1 },
        (_, index) => `${letter}${from + index}`,
      );
    },
  );
}

function titles(): string[] {
  const folder = join(repoFolder, 'test');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return files
    .filter((name) => name.endsWith('.test.ts') && !name.endsWith('ruleNames.test.ts'))
    .flatMap((name) => [...readFileSync(join(folder, name), 'utf8').matchAll(TITLE)])
    .map(([, title = '']) => title);
}
