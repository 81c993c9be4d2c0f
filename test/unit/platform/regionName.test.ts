import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { nearestRegion } from '../../../src/core/platform/nearestRegion.ts';
import { readRegionName } from '../../../src/core/platform/regionName.ts';
import { regions } from '../../../src/core/platform/regions.ts';
import { cpuMilliseconds } from '../../host/cpuTime.ts';

type Form = (region: (typeof regions)[number]) => string;

/** A region's name, in what people write and copy it with. */
const forms: fc.Arbitrary<Form> = fc
  .record({
    name: fc.constantFrom<Form>(
      ({ domain }) => domain,
      ({ awsRegion }) => awsRegion,
      ({ awsRegion }) => awsRegion.replaceAll('-', '_'),
      ({ awsRegion }) => awsRegion.replaceAll('-', ' '),
      ({ awsRegion }) => `${awsRegion}.pure.cloud`,
      ({ awsRegion }) => `https://login.${awsRegion.replaceAll('-', '_')}.pure.cloud/`,
      ({ domain }) => `login.${domain}`,
      ({ domain }) => `${domain}:443`,
      ({ domain }) => `${domain}.`,
      ({ domain }) => `.${domain}/`,
      ({ domain }) => `https://api.${domain}/api/v2/users/me?expand=x#y`,
      ({ domain }) => `HTTP://apps.${domain}:80//crm/index.html`,
    ),
    case: fc.constantFrom(
      (text: string) => text,
      (text: string) => text.toUpperCase(),
      (text: string) =>
        text.replace(/[a-z0-9.-]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0)),
    ),
    around: fc.constantFrom(
      ...[
        ['', ''],
        ['"', '"'],
        ["'", "',"],
        ['`', '`'],
        ['<', '>'],
        ['(', ')'],
        ['“', '”'],
        ['「', '」'],
      ],
      ...[
        [' ', '\n'],
        ['\u00a0', '\u3000'],
        ['', ','],
        ['', ';'],
        ['', ' .'],
        ['{', '}'],
        ['[ "', '" ]'],
      ],
    ),
    unseen: fc.array(
      fc.constantFrom(...'\u200b\u200e\u200f\u202a\u202c\u2060\u2066\u2069\ufeff\u00ad\u200d'),
      {
        maxLength: 3,
      },
    ),
    at: fc.nat(),
  })
  .map(({ name, case: cased, around: [before = '', after = ''], unseen, at }) => (region) => {
    const text = `${before}${cased(name(region))}${after}`;
    const place = at % (text.length + 1);
    return `${text.slice(0, place)}${unseen.join('')}${text.slice(place)}`;
  });

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
    for (const blank of [' ', '"', '`', ',', '.', 'a.', '://', 'https://', '\u200b', '(', ' ,', 'ﷺ']) {
      for (const text of [`x${blank.repeat(60_000)}x`, blank.repeat(60_000), `${blank.repeat(60_000)}x`]) {
        const took = await cpuMilliseconds(() => {
          assert.equal(readRegionName(text), undefined);
          assert.equal(nearestRegion(text), undefined);
        });
        assert.ok(took < 500, `${JSON.stringify(blank)}: ${took} ms`);
      }
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
    'eu-west-1.pure.cloud': 'mypurecloud.ie',
    'eu_west_1.pure.cloud': 'mypurecloud.ie',
    'EU-WEST-2.PURE.CLOUD': 'euw2.pure.cloud',
    'https://api.us-east-1.pure.cloud/api/v2': 'mypurecloud.com',
    'us-east-1.mypurecloud.com': 'mypurecloud.com',
    'us-east-2.pure.cloud': 'use2.us-gov-pure.cloud',
    'Europe (Ireland)': 'mypurecloud.ie',
    'EU (Frankfurt)': 'mypurecloud.de',
    'US East (N. Virginia) us-east-1': 'mypurecloud.com',
    'ap-northeast-1 Asia Pacific (Tokyo)': 'mypurecloud.jp',
    'south america (sao paulo)': 'sae1.pure.cloud',
    'wss://streaming.usw2.pure.cloud/channels/1': 'usw2.pure.cloud',
    'https://https://login.mypurecloud.ie/': 'mypurecloud.ie',
    '//apps.mypurecloud.ie/': 'mypurecloud.ie',
    '*.euc2.pure.cloud': 'euc2.pure.cloud',
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
    'mypurecloud.jp:443',
    'mypurecloud.jp,',
    'mypurecloud.jp;',
    '\u201cmypurecloud.jp\u201d',
    '「ap-northeast-1」、',
    '(apne1)',
    '\u200emypurecloud.jp',
    'mypure\u200bcloud.jp\u2060',
    '\u202amypurecloud.jp\u202c',
    'my\u00adpurecloud.jp\ufeff',
    '\u00a0mypurecloud.jp\u3000',
    'ｍｙｐｕｒｅｃｌｏｕｄ．ｊｐ',
    'ａｐ－ｎｏｒｔｈｅａｓｔ－１',
    'https：／／ｌｏｇｉｎ．mypurecloud．jp／',
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
    'euw1.mypurecloud.com',
    'eu-west-1.mypurecloud.de',
    'usw2.euw2.pure.cloud',
    'Europe',
    'Europe (Paris)',
    'Europe (Ireland) eu-west-2',
    'Europe (Ireland), Europe (London)',
    'mypurecloud.au',
    'mypurecloud.jp:99999',
    'constructor',
    '__proto__',
    '__proto__.pure.cloud',
  ];
  for (const text of lookAlikes) {
    it(`is not in ${JSON.stringify(text)}`, () => assert.equal(readRegionName(text), undefined));
  }

  it('is read in every form that people have it in, and is never only a suggestion then', () => {
    fc.assert(
      fc.property(fc.constantFrom(...regions), forms, (region, form) => {
        const text = form(region);
        assert.equal(readRegionName(text), region.domain, JSON.stringify(text));
        assert.equal(nearestRegion(text), undefined, JSON.stringify(text));
      }),
      { numRuns: 2000 },
    );
  });

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

describe('A text that names two regions, or something else besides', () => {
  for (const text of [
    'mypurecloud.com/mypurecloud.ie',
    'us-east-1/use2',
    'mypurecloud.com?x=mypurecloud.ie',
    'https://apps.usw2.pure.cloud/crm/?host=https://api.mypurecloud.jp',
    'support@mypurecloud.com',
    'mailto:a@mypurecloud.ie',
    'https://me:secret@apps.mypurecloud.de/',
  ])
    it(`${text}: is no region`, () => assert.equal(readRegionName(text), undefined));

  for (const text of [
    'https://apps.mypurecloud.com.au/crm/index.html?to=https://login.mypurecloud.com.au',
    'https://apps.usw2.pure.cloud/directory/#/admin/usw2',
  ])
    it(`${text}: is still one`, () => assert.notEqual(readRegionName(text), undefined));
});
