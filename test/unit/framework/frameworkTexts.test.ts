import assert from 'node:assert/strict';
import { diagnostics } from '../../../src/core/findings/catalogue.ts';
import { clientInFramework } from '../../../src/core/findings/clientInFramework.ts';
import { clientOfEntry } from '../../../src/core/findings/clientOfEntry.ts';
import { findingText } from '../../../src/core/findings/finding.ts';
import { frameworkFile } from '../../../src/core/findings/frameworkFindings.ts';
import { checkFramework } from '../../../src/core/framework/check/checkFramework.ts';
import { frameworkFixText, relatedText } from '../../../src/core/texts/frameworkFixes.ts';
import { CORPUS } from './corpus.ts';

/** All but what only a place in the workspace tells. */
const CODES = Object.keys({ ...frameworkFile, ...clientOfEntry, ...clientInFramework }).filter(
  (code) => code !== 'built-copy',
);

describe('What is said about a framework.js', () => {
  const inCorpus = () => CORPUS.flatMap(({ text, orgs, today }) => checkFramework(text, orgs, today));

  it('the corpus has every finding there is', () => {
    const found = new Set(inCorpus().map(({ code }) => code));
    assert.deepEqual([...found].sort(), CODES.sort());
  });

  it('every sentence is whole: nothing is left to fill in', () => {
    for (const finding of inCorpus()) {
      const sentences = [
        findingText(diagnostics, finding, 'en'),
        ...finding.fixes.map(frameworkFixText),
        ...finding.related.map(relatedText),
      ];
      for (const sentence of sentences) assert.doesNotMatch(sentence, /\{[a-zA-Z]+\}|undefined|^$/);
    }
  });

  it('two fixes of one finding can be told apart', () => {
    for (const { code, fixes } of inCorpus()) {
      const titles = fixes.map(frameworkFixText);
      assert.deepEqual([...new Set(titles)], titles, code);
    }
  });

  it('what a file says is quoted, but not without end', () => {
    const text = `x = { clientIds: { 'mypurecloud.com': '${'word '.repeat(1000)}' } };`;
    const [finding] = checkFramework(text, [], '2026-11-22');
    assert.ok(finding !== undefined);
    assert.ok(findingText(diagnostics, finding, 'en').length < 200);
  });

  it('says only of an error that nobody can log in', () => {
    for (const finding of inCorpus().filter(({ severity }) => severity !== 'error'))
      assert.doesNotMatch(
        findingText(diagnostics, finding, 'en'),
        /login fails\.|(nobody|no agent) can log in[.,]?( with|$)/,
      );
  });

  it('names a month in the language of the reader', () => {
    const ending = inCorpus().find(({ code }) => code === 'implicit-grant-ending');
    assert.ok(ending !== undefined);
    assert.match(findingText(diagnostics, ending, 'en'), /March 2027/);
    assert.match(findingText(diagnostics, ending, 'ja'), /2027年3月/);
  });
});
