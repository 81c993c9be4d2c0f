import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { nearestRegion, readDomain, readRegionName } from '../../../src/core/platform/regionName.ts';
import { regions } from '../../../src/core/platform/regions.ts';
import { cpuMilliseconds } from '../../host/cpuTime.ts';

describe('The name of a region', () => {
  for (const { domain, awsRegion } of regions) {
    it(`${domain} is understood by its domain, its AWS name and its hosts`, () => {
      const names = [
        domain,
        domain.toUpperCase(),
        awsRegion,
        awsRegion.toUpperCase(),
        awsRegion.replaceAll('-', '_'),
        awsRegion.replaceAll('-', ' '),
        `login.${domain}`,
        `https://api.${domain}`,
        `https://apps.${domain}/directory/#/admin/integrations/oauth`,
        `developer.${domain}/developer-tools/#/api-explorer`,
        `http://help.${domain}:80/?p=1`,
      ];
      for (const name of names) assert.equal(readRegionName(name), domain, name);
    });
  }

  it('is looked for in a long text as fast as in a short one', async () => {
    for (const blank of [' ', '"', '`']) {
      const text = `x${blank.repeat(60_000)}x`;
      const took = await cpuMilliseconds(() => assert.equal(readRegionName(text), undefined));
      assert.ok(took < 500, `${took} ms`);
    }
  });

  const meant = {
    'use1.pure.cloud': 'mypurecloud.com',
    'euw1.pure.cloud': 'mypurecloud.ie',
    'euc1.pure.cloud': 'mypurecloud.de',
    'apne1.pure.cloud': 'mypurecloud.jp',
    'apse2.pure.cloud': 'mypurecloud.com.au',
    'https://api.apne1.pure.cloud/api/v2': 'mypurecloud.jp',
    'use2.pure.cloud': 'use2.us-gov-pure.cloud',
    use1: 'mypurecloud.com',
    APNE1: 'mypurecloud.jp',
    usw2: 'usw2.pure.cloud',
    apne3: 'apne3.pure.cloud',
    cac1: 'cac1.pure.cloud',
    use2: 'use2.us-gov-pure.cloud',
    edee1: 'edee1.eusc-pure.cloud',
  };
  for (const [name, domain] of Object.entries(meant)) {
    it(`${name} means ${domain}`, () => assert.equal(readRegionName(name), domain));
  }

  const surrounded = [
    ' mypurecloud.jp\n',
    '"mypurecloud.jp"',
    "' ap-northeast-1 '",
    '<https://apps.mypurecloud.jp/>',
    'mypurecloud.jp/',
    'mypurecloud.jp.',
    'ap-northeast-1/',
    'https://API.MyPureCloud.JP//',
    '\tap_Northeast_1.',
  ];
  for (const text of surrounded) {
    it(`is found in ${JSON.stringify(text)}`, () => assert.equal(readRegionName(text), 'mypurecloud.jp'));
  }

  const lookAlikes = [
    '',
    ' ',
    '.',
    'https://',
    'jp',
    'Tokyo',
    'mypurecloud',
    'pure.cloud',
    'api.pure.cloud',
    'us-gov-pure.cloud',
    'ap-northeast-9',
    'ap-northeast-11',
    'apnortheast1',
    'evilmypurecloud.jp',
    'my-purecloud.jp',
    'mypurecloud.jp.example.com',
    'mypurecloud.com.example.com',
    'evil-usw2.pure.cloud',
    'xusw2.pure.cloud',
    'usw2.pure.cloud.example.com',
    'usw2.evilpure.cloud',
    'https://mypurecloud.jp@example.com/',
    'https://mypurecloud.jp:x@example.com',
    'https://example.com\\@mypurecloud.jp',
    'https://example.com/mypurecloud.jp',
    'https://example.com?mypurecloud.jp',
    'https://example.com#.mypurecloud.jp',
    'ftp://mypurecloud.jp',
    'javascript:mypurecloud.jp',
    'mypurecloud.jp,mypurecloud.de',
    'mypurеcloud.jp',
  ];
  for (const text of lookAlikes) {
    it(`is not in ${JSON.stringify(text)}`, () => assert.equal(readRegionName(text), undefined));
  }

  it('is an official domain or nothing, whatever is typed', () => {
    const domains = new Set<string | undefined>(regions.map(({ domain }) => domain));
    const pieces = fc.constantFrom(
      'mypurecloud',
      '.jp',
      '.',
      'usw2',
      'pure.cloud',
      '/',
      '@',
      ':',
      'https',
      '_',
    );
    const typed = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(pieces, { maxLength: 8 }).map((some) => some.join('')),
    );
    fc.assert(
      fc.property(typed, (text) => {
        const region = readRegionName(text);
        return region === undefined || domains.has(region);
      }),
    );
  });
});

describe('A domain of a company’s own', () => {
  const longest = `${'a'.repeat(63)}.${'b'.repeat(63)}.${'c'.repeat(63)}.${'d'.repeat(61)}`;
  const domains = {
    'genesys.example.com': 'genesys.example.com',
    ' Genesys.Example.COM ': 'genesys.example.com',
    'a-b.example': 'a-b.example',
    'xn--r8jz45g.jp': 'xn--r8jz45g.jp',
    '1.example': '1.example',
    [longest]: longest,
  };
  for (const [text, domain] of Object.entries(domains)) {
    it(`is ${JSON.stringify(text.slice(0, 40))}`, () => assert.equal(readDomain(text), domain));
  }

  const others = {
    nothing: '',
    'a name without a dot': 'localhost',
    'a scheme': 'https://example.com',
    'a port': 'example.com:8443',
    'a path': 'example.com/login',
    somebody: 'user@example.com',
    'an IPv4 address': '127.0.0.1',
    'an IPv4 address in disguise': '127.0.0.0x1',
    'an IPv6 address': '[::1]',
    'a dot at the end': 'example.com.',
    'a dot at the start': '.example.com',
    'two dots': 'example..com',
    'a blank': 'exam ple.com',
    'a line break': 'example.com\nexample.org',
    'an underscore': 'my_org.example.com',
    'a hyphen at the edge of a label': '-a.example.com',
    'letters beyond ASCII': '例え.jp',
    'a wildcard': '*.example.com',
    'a label that is too long': `${'a'.repeat(64)}.com`,
    'too many characters': `${longest}d`,
  };
  for (const [what, text] of Object.entries(others)) {
    it(`has not ${what}`, () => assert.equal(readDomain(text), undefined));
  }
});

describe('A domain that is not one of the regions', () => {
  const meant = {
    'mypurecloud.co': 'mypurecloud.com',
    'mypurecloud.con': 'mypurecloud.com',
    'mypurcloud.jp': 'mypurecloud.jp',
    'usw2.purecloud': 'usw2.pure.cloud',
    'mypurecloud.com': undefined,
    'mypurecloud.au': 'mypurecloud.com.au',
    'mypurecloud.co.jp': 'mypurecloud.jp',
    'mypurecloud.com.de': 'mypurecloud.de',
    'mypurecloud.co.uk': undefined,
    'contact.example.com': undefined,
    'evilmypurecloud.jp': undefined,
    'not a domain': undefined,
  };
  for (const [typed, domain] of Object.entries(meant)) {
    it(`${typed}: ${domain === undefined ? 'nothing is asked back' : `was ${domain} meant?`}`, () => {
      assert.equal(nearestRegion(typed), domain);
    });
  }
});
