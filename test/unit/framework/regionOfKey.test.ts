import assert from 'node:assert/strict';
import { checkFramework } from '../../../src/core/framework/check/checkFramework.ts';
import { regionOfKey } from '../../../src/core/framework/entryAt.ts';
import { regions } from '../../../src/core/platform/regions.ts';

const NONE: ReadonlySet<string> = new Set();

describe('The region that a key of clientIds names', () => {
  it('is that of its domain', () => {
    for (const region of regions) assert.deepEqual(regionOfKey(region.domain, NONE), { region, exact: true });
  });

  for (const [key, domain] of [
    ['eu-west-1', 'mypurecloud.ie'],
    ['ap_northeast_1', 'mypurecloud.jp'],
    ['Europe (London)', 'euw2.pure.cloud'],
    ['apps.usw2.pure.cloud', 'usw2.pure.cloud'],
    ['https://login.mypurecloud.com.au/', 'mypurecloud.com.au'],
    ['MyPureCloud.de', 'mypurecloud.de'],
    [' mypurecloud.jp', 'mypurecloud.jp'],
    ['ｕｓｗ２', 'usw2.pure.cloud'],
  ] as const) {
    it(`E6: ${JSON.stringify(key)} is ${domain}, which is not what the framework takes, as the diagnostics say`, () => {
      const found = regionOfKey(key, NONE);
      assert.deepEqual([found?.region.domain, found?.exact], [domain, false]);
      const text = `window.Framework = { config: { clientIds: { ${JSON.stringify(key)}: '' } } };`;
      const [told] = checkFramework(text, [], '2026-11-22').filter(({ code }) => code === 'unknown-region');
      assert.equal(told?.args['suggestion'], domain);
    });
  }

  for (const key of [
    '',
    'mypurecoud.com',
    'contact.example.com',
    'google',
    'eu-west-1 us-east-1',
    'us',
    '__proto__',
  ]) {
    it(`of ${JSON.stringify(key)} is not certain`, () => {
      assert.equal(regionOfKey(key, NONE), undefined);
    });
  }

  it('is none where the key is the domain of an org that one is signed in to', () => {
    assert.equal(regionOfKey('api.usw2.pure.cloud', new Set(['api.usw2.pure.cloud'])), undefined);
  });
});
