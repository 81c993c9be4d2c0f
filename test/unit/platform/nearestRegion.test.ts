import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { nearestRegion } from '../../../src/core/platform/nearestRegion.ts';

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
    'https://login.mypurecloud.au/saml': 'mypurecloud.com.au',
    'apps.mypurecloud.co.jp': 'mypurecloud.jp',
    'HTTPS://Login.MyPurCloud.ie:443/': 'mypurecloud.ie',
    '"mypurecloud.au",': 'mypurecloud.com.au',
    '\u200emypurecloud.au.': 'mypurecloud.com.au',
    'login.usw2.purecloud': 'usw2.pure.cloud',
    'euw1.mypurecloud.com': 'mypurecloud.ie',
    'api.eu-west-2.mypurecloud.de': 'euw2.pure.cloud',
    'usw2.euw2.pure.cloud': 'usw2.pure.cloud',
    'usw2.cac1.euw2.pure.cloud': undefined,
    'eu-west1': 'mypurecloud.ie',
    apnortheast1: 'mypurecloud.jp',
    'api.pure.cloud': undefined,
    'apps.pure.cloud': undefined,
    'https://login.example.com/': undefined,
    'mypurecloud.jp.example.com': undefined,
  };
  for (const [typed, domain] of Object.entries(meant)) {
    it(`${typed}: ${domain === undefined ? 'nothing is asked back' : `was ${domain} meant?`}`, () => {
      assert.equal(nearestRegion(typed), domain);
    });
  }
});
