import assert from 'node:assert/strict';
import { checkFramework } from '../../../src/core/framework/check/checkFramework.ts';
import type { FrameworkProblemCode } from '../../../src/core/framework/problem.ts';
import { frameworkFixText, frameworkProblemText, relatedText } from '../../../src/core/texts/framework.ts';
import { CORPUS } from './corpus.ts';

const CODES: Readonly<Record<FrameworkProblemCode, true>> = {
  'no-client-id': true,
  'placeholder-client-id': true,
  'malformed-client-id': true,
  'unknown-region': true,
  'duplicate-region': true,
  'duplicate-setting': true,
  'auth-token-without-client-id': true,
  'commented-out-only': true,
  'client-not-found': true,
  'client-not-active': true,
  'client-wrong-grant': true,
  'implicit-grant-ending': true,
  'missing-redirect-uri': true,
  'inexact-redirect-uri': true,
  'missing-scope': true,
  'wrong-region': true,
};

describe('What is said about a framework.js', () => {
  const problems = CORPUS.flatMap(({ text, orgs, today }) => checkFramework(text, orgs, today));

  it('the corpus has every problem there is', () => {
    const found = new Set(problems.map(({ code }) => code));
    assert.deepEqual([...found].sort(), Object.keys(CODES).sort());
  });

  it('every sentence is whole: nothing is left to fill in', () => {
    for (const problem of problems) {
      const sentences = [
        frameworkProblemText(problem, 'en'),
        ...problem.fixes.map(frameworkFixText),
        ...problem.related.map(relatedText),
      ];
      for (const sentence of sentences) assert.doesNotMatch(sentence, /\{[a-zA-Z]+\}|undefined|^$/);
    }
  });

  it('two fixes of one problem can be told apart', () => {
    for (const { code, fixes } of problems) {
      const titles = fixes.map(frameworkFixText);
      assert.deepEqual([...new Set(titles)], titles, code);
    }
  });

  it('what a file says is quoted, but not without end', () => {
    const text = `x = { clientIds: { 'mypurecloud.com': '${'word '.repeat(1000)}' } };`;
    const [problem] = checkFramework(text, [], '2026-11-22');
    assert.ok(problem !== undefined);
    assert.ok(frameworkProblemText(problem, 'en').length < 200);
  });

  it('says only of an error that nobody can log in', () => {
    for (const problem of problems.filter(({ severity }) => severity !== 'error'))
      assert.doesNotMatch(
        frameworkProblemText(problem, 'en'),
        /login fails\.|(nobody|no agent) can log in[.,]?( with|$)/,
      );
  });

  it('names a month in the language of the reader', () => {
    const ending = problems.find(({ code }) => code === 'implicit-grant-ending');
    assert.ok(ending !== undefined);
    assert.match(frameworkProblemText(ending, 'en'), /March 2027/);
    assert.match(frameworkProblemText(ending, 'ja'), /2027年3月/);
  });
});
