import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { leftOver } from './english.ts';

describe('In Japanese', () => {
  // Each view is looked at with all else about it, in looks.test.ts.
  it('an English sentence, whole or in pieces, would be noticed', async () => {
    const isLeftOver = await leftOver();
    for (const text of [
      'Next',
      'Search 19 scopes',
      'Connect to an organization first: the client is created there.',
    ]) {
      assert.equal(isLeftOver(text), true, text);
    }
    for (const text of ['次へ', 'mypurecloud.jp', 'framework.js', 'Practice Org']) {
      assert.equal(isLeftOver(text), false, text);
    }
  });
});
