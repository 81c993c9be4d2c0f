import assert from 'node:assert/strict';
import { checkFramework, fixAll } from '../../../src/core/framework/check/checkFramework.ts';
import { completionsAt } from '../../../src/core/framework/completions.ts';
import { entryAt } from '../../../src/core/framework/entryAt.ts';
import { setSetting } from '../../../src/core/framework/setSetting.ts';
import { applyEdits } from '../../../src/core/framework/textEdit.ts';
import { CORPUS_ORGS } from './corpusOrgs.ts';
import { file, HOSTILE_TEXTS } from './hostileTexts.ts';

const ORGS = Object.values(CORPUS_ORGS);

describe('framework.js: whatever is in the file', function () {
  // Each takes less than three seconds of a processor; what grows with the square of its size takes minutes.
  this.timeout(90_000);

  for (const [what, text, count] of HOSTILE_TEXTS) {
    it(`${what}: nothing is thrown, and it ends`, () => {
      const findings = checkFramework(text, ORGS, '2026-11-22');
      if (count !== undefined) assert.equal(findings.length, count);
      const edits = fixAll(findings);
      if (edits.length > 0) {
        const next = fixAll(checkFramework(applyEdits(text, edits), [], ''));
        // Of very many without effect, each look names the first ones.
        assert.equal(
          next.length > 0,
          findings.some(({ args }) => 'named' in args),
        );
      }
      setSetting(text, 'usePKCEAuthFlow', true);
      const inClientIds = text.indexOf('clientIds') + 'clientIds: { '.length;
      for (const offset of [inClientIds, text.length]) {
        completionsAt(text, offset);
        entryAt(text, offset);
      }
    });
  }

  it('no offset is outside of a text', () => {
    const text = file("'mypurecloud.com': ''");
    for (const offset of [-1, text.length + 1, Number.POSITIVE_INFINITY]) {
      completionsAt(text, offset);
      assert.equal(entryAt(text, offset), undefined);
    }
  });
});
