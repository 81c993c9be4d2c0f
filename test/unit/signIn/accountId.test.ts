import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { accountIdOf, isPracticeAccount, orgIdOf } from '../../../src/core/signIn/accountId.ts';

describe('The ID of an account', () => {
  const real = accountIdOf({ practice: false, region: 'mypurecloud.jp', id: 'org-1' });
  const practice = accountIdOf({ practice: true, region: 'mypurecloud.jp', id: 'org-1' });

  it('tells an account of a practice org from one of a real org of the same region and ID', () => {
    assert.notEqual(real, practice);
    assert.deepEqual([real, practice].map(isPracticeAccount), [false, true]);
  });

  it('is another one in another region', () => {
    assert.notEqual(real, accountIdOf({ practice: false, region: 'mypurecloud.ie', id: 'org-1' }));
  });

  it('says which org it is of', () => {
    assert.deepEqual([real, practice].map(orgIdOf), ['org-1', 'org-1']);
  });
});
