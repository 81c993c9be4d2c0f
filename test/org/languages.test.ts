import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import * as z from 'zod/mini';
import { inEveryLanguage, languages } from '../../src/practiceOrg/language.ts';
import { textsByLanguage } from '../../src/practiceOrg/languageFiles.ts';
import { causes } from '../../src/practiceOrg/practice/causes.ts';
import { defaultRoles } from '../../src/practiceOrg/world/defaultRoles.ts';
import { scopes } from '../../src/practiceOrg/world/scopes.ts';
import { customRoles, signInPeople } from '../../src/practiceOrg/world/seed.ts';
import { useOrg } from './useOrg.ts';

describe('A practice org', () => {
  const org = useOrg();
  const said = [...signInPeople.map(({ mayDo }) => mayDo), ...Object.values(causes).map(({ does }) => does)];

  it('says what somebody may do, and what a cause does, in every language', () => {
    for (const text of said)
      for (const [language, translated] of Object.entries(inEveryLanguage(text)))
        assert.equal(translated === text, language === 'en', `${language}: ${text}`);
  });

  it('describes each of its roles in every language, and keeps what it was where that is written back', async () => {
    const described = [...defaultRoles(), ...customRoles()].map(({ description }) => description);
    for (const text of described)
      for (const [language, translated] of Object.entries(inEveryLanguage(text)))
        assert.equal(translated === text, language === 'en', `${language}: ${text}`);
    const admin = await org().signIn('administrator');
    const ask = async (language: string, path: string, role?: object) => {
      const headers = {
        authorization: `Bearer ${admin}`,
        'accept-language': language,
        'content-type': 'application/json',
      };
      const sent = role === undefined ? {} : { method: 'PUT', body: JSON.stringify(role) };
      const answer = await fetch(`${org().baseUrl}/api/v2/authorization/roles${path}`, { headers, ...sent });
      return z.looseObject({ id: z.string(), description: z.string() }).parse(await answer.json());
    };
    const path = `/${customRoles()[0]?.id}`;
    const [english, japanese] = [await ask('en', path), await ask('ja', path)];
    assert.notEqual(japanese.description, english.description);
    await ask('ja', path, japanese);
    assert.equal((await ask('en', path)).description, english.description);
    await ask('ja', path, { ...japanese, description: '自作' });
    assert.equal((await ask('en', path)).description, '自作');
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
