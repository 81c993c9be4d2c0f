import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { before, describe, it } from 'mocha';
import { parse } from 'smol-toml';
import { PracticeSetting, practiceSettingText } from '../../../src/core/export/practiceTools.ts';
import { regions } from '../../../src/core/platform/regions.ts';
import { forPracticeOrgText } from '../../../src/core/texts/practiceOrg.ts';

const README = new URL('../../../src/practiceOrg/npm/README.md', import.meta.url);

describe('What points another client at the practice org', () => {
  let documented: string[];

  before(async () => {
    const text = await readFile(README, 'utf8');
    documented = [...text.matchAll(/^```\w+\n(.*?)^```$/gms)].map(([, code = '']) => code);
  });

  const of8080 = (setting: PracticeSetting) =>
    practiceSettingText(setting, { region: 'mypurecloud.com', baseUrl: 'http://127.0.0.1:8080' });

  for (const setting of [
    'practice-terraform',
    'practice-javascript',
    'practice-python',
    'practice-java',
  ] as const) {
    it(`is what the package of the practice org says: ${setting}`, () => {
      const [remark, ...code] = of8080(setting).split('\n');
      assert.ok(remark?.endsWith(forPracticeOrgText()));
      assert.ok(documented.includes(code.join('\n')), code.join('\n'));
    });
  }

  it('is what the package of the practice org says: curl, by the other name of this computer', () => {
    assert.ok(documented.includes(of8080('practice-curl').replaceAll('127.0.0.1', 'localhost')));
  });

  it('is a profile of the Genesys CLI whose every request goes through a gateway, which is the practice org', () => {
    const { practice } = parse(of8080('practice-cli'));
    assert.deepEqual(
      { ...Object(practice) },
      {
        environment: 'mypurecloud.com',
        gateway_protocol: 'http',
        gateway_host: '127.0.0.1',
        gateway_port: '8080',
      },
    );
  });

  it('leads to the practice org alone, in every region', () => {
    for (const { domain: region } of regions) {
      for (const setting of PracticeSetting.options) {
        const text = practiceSettingText(setting, { region, baseUrl: 'http://127.0.0.1:52001' });
        assert.match(text, /52001/);
        for (const [url] of text.matchAll(/https?:\/\/[^\s"']+/g)) {
          assert.equal(new URL(url).host, '127.0.0.1:52001', `${setting}: ${url}`);
        }
      }
    }
  });
});
