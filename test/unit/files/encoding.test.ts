import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { decode } from '../../../src/core/files/encoding.ts';

const TEXT = '{ "name": "総務部" }';

/** The text in Shift JIS, which no encoder of the web makes. */
const SHIFT_JIS = Uint8Array.from([
  ...new TextEncoder().encode('{ "name": "'),
  ...[0x91, 0x8d, 0x96, 0xb1, 0x95, 0x94],
  ...new TextEncoder().encode('" }'),
]);

function utf16(text: string, isBig: boolean, mark: boolean): Uint8Array {
  const view = new DataView(new ArrayBuffer(text.length * 2 + (mark ? 2 : 0)));
  const units = mark ? `\uFEFF${text}` : text;
  for (let index = 0; index < units.length; index += 1)
    view.setUint16(index * 2, units.charCodeAt(index), !isBig);
  return new Uint8Array(view.buffer);
}

describe('A file that is read', () => {
  it('is its text where it is in UTF-8, byte order mark included', () => {
    for (const text of ['', TEXT, `\uFEFF${TEXT}`, 'a\r\nb\n', '🙂'])
      assert.deepEqual(decode(new TextEncoder().encode(text)), { ok: true, value: text });
  });

  const others: Record<string, [Uint8Array, RegExp]> = {
    'UTF-16 as Windows writes it': [utf16(TEXT, false, true), /not in UTF-8 \(UTF-16 LE\)/],
    'UTF-16, the other way round': [utf16(TEXT, true, true), /not in UTF-8 \(UTF-16 BE\)/],
    'UTF-16 without a mark': [utf16('{ "a": 1 }', false, false), /not in UTF-8 \(perhaps UTF-16/],
    'Shift JIS': [SHIFT_JIS, /not in UTF-8 \(perhaps Shift JIS\)/],
    'no text at all': [Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0]), /perhaps UTF-16, or no text/],
    'something else': [Uint8Array.from([0x7b, 0xff, 0xfd, 0x7d]), /The file is not in UTF-8 and/],
  };
  for (const [what, [bytes, said]] of Object.entries(others)) {
    it(`is left alone in words, with what to do, where it is ${what}`, () => {
      const decoded = decode(bytes);
      assert.ok(!decoded.ok);
      assert.match(decoded.reason, said);
      assert.match(decoded.reason, /Save with Encoding/);
    });
  }
});
