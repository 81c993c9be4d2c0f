import assert from 'node:assert/strict';
import { isInRanges } from '../../../src/core/doctor/ipRanges.ts';

describe('An IP allow-list', () => {
  it('lets in what lies in one of its ranges', () => {
    assert.ok(isInRanges('198.51.100.7', ['203.0.113.0/24', '198.51.100.0/24']));
    assert.ok(isInRanges('198.51.100.7', ['198.51.100.7']));
    assert.ok(isInRanges('198.51.100.7', ['0.0.0.0/0']));
  });

  it('lets nobody else in', () => {
    assert.ok(!isInRanges('198.51.101.0', ['198.51.100.0/24']));
    assert.ok(!isInRanges('198.51.100.8', ['198.51.100.7', '198.51.100.0/29']));
  });

  it('lets nobody in by what is no range', () => {
    for (const range of ['', 'x', '1.2.3', '256.0.0.0/8', '1.2.3.4/33', '1.2.3.4/x'])
      assert.ok(!isInRanges('1.2.3.4', [range]), range);
    assert.ok(!isInRanges('::1', ['0.0.0.0/0']));
  });
});
