import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { millisecondsToWait, rateLimited, retryAfterOf } from '../../../src/core/platform/retryAfter.ts';

const NOW = Date.parse('2026-11-30T09:00:00Z');

describe('The wait that a host asks for', () => {
  const forms: [string | undefined, number | undefined][] = [
    ['7', 7],
    [' 7 ', 7],
    ['0', 0],
    ['007', 7],
    ['3600', 3600],
    ['1000000000', 3600],
    ['9'.repeat(400), 3600],
    ['Mon, 30 Nov 2026 09:00:30 GMT', 30],
    ['Monday, 30-Nov-26 09:00:30 GMT', 30],
    ['Mon Nov 30 09:00:30 2026', 30],
    ['Mon, 30 Nov 2026 08:00:00 GMT', 0],
    ['Sun, 06 Nov 1994 08:49:37 GMT', 0],
    ['Thu, 31 Dec 2099 23:59:59 GMT', 3600],
    [undefined, undefined],
    ['', undefined],
    ['-5', undefined],
    ['1e9', undefined],
    ['7.5', undefined],
    ['7 seconds', undefined],
    ['soon', undefined],
    ['7, 8', undefined],
    ['0x10', undefined],
    ['2026-11-30T09:00:30Z', undefined],
    ['Mon, 99 Nov 2026 09:00:30 GMT', undefined],
    ['after Mon, 30 Nov 2026 09:00:30 GMT', undefined],
    ['Infinity', undefined],
    ['NaN', undefined],
  ];
  for (const [value, seconds] of forms) {
    it(`is ${seconds ?? 'not told'}: ${value?.slice(0, 40)}`, () => {
      const headers = new Headers(value === undefined ? {} : { 'retry-after': value });
      assert.equal(retryAfterOf(headers, NOW).retryAfterSeconds, seconds);
    });
  }

  it('counts by the clock of the host, where that is told', () => {
    const headers = new Headers({
      'retry-after': 'Mon, 30 Nov 2026 11:00:30 GMT',
      date: 'Mon, 30 Nov 2026 11:00:00 GMT',
    });
    assert.equal(retryAfterOf(headers, NOW).retryAfterSeconds, 30);
    headers.set('date', 'nonsense');
    assert.equal(retryAfterOf(headers, NOW).retryAfterSeconds, 3600);
  });
});

describe('The wait that is left', () => {
  const error = rateLimited({ status: 429 }, new Headers({ 'retry-after': '30' }));
  const refusedAt = Date.parse(error.refusedAt ?? '');

  it('becomes less as time goes by, and ends', () => {
    assert.equal(millisecondsToWait(error, refusedAt), 30_000);
    assert.equal(millisecondsToWait(error, refusedAt + 29_500), 500);
    assert.equal(millisecondsToWait(error, refusedAt + 31_000), 0);
  });

  it('is never longer than what was asked for, whatever the clocks say', () => {
    assert.equal(millisecondsToWait(error, refusedAt - 3_600_000), 30_000);
  });

  it('is a minute where nobody said how long', () => {
    assert.equal(millisecondsToWait(rateLimited({ status: 429 }, new Headers()), Date.now() + 3_600_000), 0);
    assert.equal(millisecondsToWait({}, NOW), 60_000);
  });
});
