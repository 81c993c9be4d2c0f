import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { locator } from '../../../src/core/framework/places.ts';
import { cpuMilliseconds } from '../../host/cpuTime.ts';

describe('The place of an offset in a text', () => {
  it('is counted by the line ends of an editor', () => {
    const text = 'a\nbc\r\nd\re';
    const locate = locator(text);
    const found = [...'abcde'].map((letter) => locate(text.indexOf(letter)));
    const at = (line: number, column: number) => ({ line, column });
    assert.deepEqual(found, [at(0, 0), at(1, 0), at(1, 1), at(2, 0), at(3, 0)]);
  });

  it('is found in a long text many times without reading it again', async () => {
    const text = 'x\n'.repeat(500_000);
    const locate = locator(text);
    const took = await cpuMilliseconds(() => {
      for (let offset = 0; offset < text.length; offset += 10) assert.equal(locate(offset).line, offset / 2);
    });
    assert.ok(took < 500, `${took} ms`);
  });
});
