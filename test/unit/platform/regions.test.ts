import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { oauthAdminUrl, oauthClientAdminUrl, regionOf, regions } from '../../../src/core/platform/regions.ts';

describe('The regions', () => {
  it('are 18, each with a domain and an AWS region of its own', () => {
    assert.equal(regions.length, 18);
    assert.equal(new Set(regions.map(({ domain }) => domain)).size, 18);
    assert.equal(new Set(regions.map(({ awsRegion }) => awsRegion)).size, 18);
  });

  it('are found by their domain, and by nothing like it', () => {
    assert.equal(regionOf('mypurecloud.jp')?.awsRegion, 'ap-northeast-1');
    assert.equal(regionOf('login.mypurecloud.jp'), undefined);
    assert.equal(regionOf('ap-northeast-1'), undefined);
  });

  it('have admin pages of their clients, and of each, whatever its ID', () => {
    const pages = 'https://apps.mypurecloud.jp/directory/#/admin/integrations/oauth';
    assert.equal(oauthAdminUrl('mypurecloud.jp'), pages);
    assert.equal(oauthClientAdminUrl('mypurecloud.jp', 'a/b'), `${pages}/a%2Fb`);
  });
});
