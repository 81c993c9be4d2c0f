import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { readDomain, readRegionName } from '../../../src/core/platform/regionName.ts';
import { regions } from '../../../src/core/platform/regions.ts';

/** As AWS lists its regions, and as its console has named some of them before. */
const PLACES: Readonly<Record<string, readonly string[]>> = {
  'us-east-1': ['US East (N. Virginia)'],
  'us-east-2': ['US East (Ohio)'],
  'us-west-2': ['US West (Oregon)'],
  'ca-central-1': ['Canada (Central)'],
  'sa-east-1': ['South America (São Paulo)', 'South America (Sao Paulo)'],
  'mx-central-1': ['Mexico (Central)'],
  'eu-west-1': ['Europe (Ireland)', 'EU (Ireland)'],
  'eu-west-2': ['Europe (London)', 'EU (London)'],
  'eu-central-1': ['Europe (Frankfurt)', 'EU (Frankfurt)'],
  'eu-central-2': ['Europe (Zurich)'],
  'me-central-1': ['Middle East (UAE)'],
  'eusc-de-east-1': ['AWS European Sovereign Cloud (Germany)'],
  'ap-south-1': ['Asia Pacific (Mumbai)'],
  'ap-northeast-1': ['Asia Pacific (Tokyo)'],
  'ap-northeast-2': ['Asia Pacific (Seoul)'],
  'ap-northeast-3': ['Asia Pacific (Osaka)'],
  'ap-southeast-1': ['Asia Pacific (Singapore)'],
  'ap-southeast-2': ['Asia Pacific (Sydney)'],
};

describe('A region by what AWS calls its place', () => {
  for (const { awsRegion, domain } of regions) {
    it(`is ${domain}: ${PLACES[awsRegion]?.join(', ')}`, () => {
      const places = PLACES[awsRegion];
      assert.ok(places, 'AWS has a name for it');
      for (const place of places)
        for (const text of [place, place.toUpperCase(), `${place} ${awsRegion}`, `${awsRegion} - ${place}`])
          assert.equal(readRegionName(text), domain, text);
    });
  }

  it('is none where a text of any length says it', () => {
    assert.equal(readRegionName(`US East (Ohio)${' '.repeat(1000)}-`), undefined);
  });
});

describe('A region by an address of it', () => {
  for (const text of [
    '//apps.mypurecloud.jp/crm',
    'ws://api.mypurecloud.jp',
    'wss://streaming.mypurecloud.jp/x',
    'http://mypurecloud.jp',
  ])
    it(`is read from ${text}`, () => assert.equal(readRegionName(text), 'mypurecloud.jp'));

  it('is none where another scheme stands before it, or in the middle', () => {
    for (const text of ['ftp://apps.mypurecloud.jp', 'see https://apps.mypurecloud.jp'])
      assert.equal(readRegionName(text), undefined, text);
  });

  it('may be a domain of a company, also one with a single letter at its end', () => {
    assert.equal(readDomain(' Cloud.Example.X '), 'cloud.example.x');
  });
});
