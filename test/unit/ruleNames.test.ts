import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'mocha';
import { repoFolder } from '../host/paths.ts';
import { citedRules } from './docs/citations.ts';
import { readText, writtenRules } from './docs/project.ts';

const TITLE = /\b(?:it|describe)\(\s*(`(?:[^`\\]|\\.)*`|'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")/g;

describe('Every rule of docs/rules.md', () => {
  it('is named by the title of a test, its own or that of the block around it', () => {
    const named = new Set(titles().flatMap(rulesIn));
    assert.deepEqual(
      writtenRules(readText('docs/rules.md')).flatMap(({ number }) => (named.has(number) ? [] : number)),
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

/** The rules that a title names: one by one, or from one to another. */
function rulesIn(title: string): string[] {
  return [...new Set(citedRules(title).map(({ number }) => number))];
}

function titles(): string[] {
  const folder = join(repoFolder, 'test');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return files
    .filter((name) => name.endsWith('.test.ts') && !/(?:ruleNames|docs)\.test\.ts$/.test(name))
    .flatMap((name) => [...readFileSync(join(folder, name), 'utf8').matchAll(TITLE)])
    .map(([, title = '']) => title);
}
