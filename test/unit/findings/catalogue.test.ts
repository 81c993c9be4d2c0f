import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'mocha';
import { catalogue } from '../../../src/core/findings/catalogue.ts';
import type { FindingEntry } from '../../../src/core/findings/entry.ts';
import { documentation } from '../../findings/documents.ts';
import { writtenFromCatalogue } from '../../findings/written.ts';
import { repoFolder } from '../../host/paths.ts';

const entries: readonly (readonly [string, FindingEntry])[] = Object.entries(catalogue);

describe('The catalogue of findings', () => {
  it('is what the documentation, the manifest and its texts say (npm run findings writes them)', async () => {
    for (const [path, text] of await writtenFromCatalogue())
      assert.equal(await readFile(join(repoFolder, path), 'utf8'), text, path);
  });

  it('has each code in one room, and rooms that share one say the same of it', () => {
    const words = entries.map(([code]) => code);
    assert.deepEqual([...new Set(words)], words);
    for (const code of words) assert.match(code, /^[a-z]+(-[a-z]+)+$/);
  });

  it('names a severity once for each code, the usual one first, and where the code comes from', () => {
    for (const [code, { severities, rules = [], facts = [] }] of entries) {
      assert.deepEqual([...new Set(severities)], severities, code);
      assert.ok(rules.length + facts.length > 0, code);
    }
  });

  it('cites rules and facts that are written down', async () => {
    const numbers = async (path: string, heading: RegExp) => {
      const text = await readFile(join(repoFolder, path), 'utf8');
      return new Set([...text.matchAll(heading)].map(([, number]) => number));
    };
    const ruleNumbers = await numbers('docs/rules.md', /^### ([GES]\d+) /gm);
    const factNumbers = await numbers('docs/genesys.md', /^#+ (\d+(?:\.\d+)?)[. ]/gm);
    for (const [code, { rules = [], facts = [] }] of entries) {
      for (const rule of rules) assert.ok(ruleNumbers.has(rule), `${code}: ${rule}`);
      for (const fact of facts) assert.ok(factNumbers.has(fact), `${code}: ${fact}`);
    }
  });

  it('says in a sentence what is wrong, and in others what it means and what to do', () => {
    for (const [code, { text, severities }] of entries)
      for (const severity of severities)
        assert.match(text({}, severity), /^([A-Z{"]|framework\.js ).*[.:}]$/, code);
    for (const [code, { en, ja }] of Object.entries(documentation)) {
      for (const { title } of [en, ja]) assert.doesNotMatch(title, /[.。]$/, code);
      for (const said of [en.meaning, en.remedy]) assert.match(said, /^[A-Z]?.*\.$/, code);
      for (const said of [ja.meaning, ja.remedy])
        assert.match(said, /[\p{sc=Hira}\p{sc=Kana}\p{sc=Han}].*。$/u, code);
    }
  });
});
