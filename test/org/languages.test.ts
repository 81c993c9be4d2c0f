import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { inEveryLanguage, languages } from '../../src/practiceOrg/language.ts';
import { textsByLanguage } from '../../src/practiceOrg/languageFiles.ts';
import { causes } from '../../src/practiceOrg/practice/causes.ts';
import { scopes } from '../../src/practiceOrg/world/scopes.ts';
import { signInPeople } from '../../src/practiceOrg/world/seed.ts';

describe('A practice org', () => {
  const said = [...signInPeople.map(({ mayDo }) => mayDo), ...Object.values(causes).map(({ does }) => does)];

  it('says what somebody may do, and what a cause does, in every language', () => {
    for (const text of said)
      for (const [language, translated] of Object.entries(inEveryLanguage(text)))
        assert.equal(translated === text, language === 'en', `${language}: ${text}`);
  });

  it('describes every scope in every language', () => {
    for (const { id, description } of scopes.values())
      assert.equal(new Set(languages.map(description)).size, languages.length, id);
  });

  it('has the same texts in each of them', () => {
    const [first, ...others] = Object.values(textsByLanguage).map((texts) => Object.keys(texts));
    for (const other of others) assert.deepEqual(other, first);
  });
});
