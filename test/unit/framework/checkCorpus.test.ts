import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { parse } from 'acorn';
import { checkFramework } from '../../../src/core/framework/check/checkFramework.ts';
import { CORPUS, CORPUS_FOLDER, fixWord } from './corpus.ts';

function isValid(text: string): boolean {
  try {
    parse(text, { ecmaVersion: 'latest', sourceType: 'script', allowImportExportEverywhere: true });
    return true;
  } catch {
    return false;
  }
}

describe('framework.js: what a check finds', () => {
  it('every file of the corpus has a row in the table', () => {
    const files = readdirSync(CORPUS_FOLDER).filter((name) => name !== 'expected.json');
    assert.deepEqual(files.sort(), CORPUS.map(({ name }) => name).sort());
  });

  for (const { name, covers, text, valid, orgs, today, findings } of CORPUS) {
    it(`${name}: ${covers}: ${findings.length === 0 ? 'nothing' : findings.map(([code]) => code).join(', ')}`, () => {
      assert.equal(isValid(text), valid);
      const found = checkFramework(text, orgs, today).map(({ code, place, severity, fixes }) => [
        code,
        place.line,
        severity,
        ...fixes.map(fixWord),
      ]);
      assert.deepEqual(found, findings);
    });
  }
});
