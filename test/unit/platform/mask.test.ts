import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { maskOf } from '../../../src/core/platform/mask.ts';

describe('What hides secrets', () => {
  const SECRET = 'a+b/c= $(d).*';
  const mask = maskOf([SECRET, '']);

  for (const form of [
    SECRET,
    SECRET.toUpperCase(),
    encodeURIComponent(SECRET),
    new URLSearchParams({ secret: SECRET }).toString().slice('secret='.length),
  ]) {
    it(`hides ${form}`, () => assert.equal(mask(`say ${form}, ${form}!`), 'say …, …!'));
  }

  it('hides a longer secret whole, although a shorter one is in it', () => {
    assert.equal(maskOf(['key', 'key-and-more'])('key-and-more, key'), '…, …');
  });

  it('leaves everything else as it is', () => {
    assert.equal(mask('nothing'), 'nothing');
    assert.equal(maskOf(['', ''])('a text'), 'a text');
  });
});
