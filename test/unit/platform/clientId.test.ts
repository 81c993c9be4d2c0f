import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { isClientId, plainClientId, readClientId } from '../../../src/core/platform/clientId.ts';

const ID = '0b1f0c5e-0a00-4000-8000-00000000000f';

describe('A pasted Client ID', () => {
  const pasted = [
    ID,
    ` ${ID}\r\n`,
    `"${ID}",`,
    `{${ID}}`,
    `「${ID}」`,
    `\u200e${ID}\u2060`,
    ID.replace('0b1f', '0b\u200b1f\u00ad'),
    ID.replaceAll('-', '\u2011'),
    ID.replaceAll('-', '－').replaceAll('0', '０'),
    `\u00a0${ID}\u200d`,
  ];
  for (const text of pasted) {
    it(`is read from ${JSON.stringify(text)}`, () => assert.equal(readClientId(text), ID));
  }

  for (const text of [
    '',
    '\u200b',
    `${ID}0`,
    `0${ID}`,
    `${ID}-`,
    `${ID} ${ID}`,
    `id=${ID}`,
    ID.slice(1),
    `${ID}あ`,
  ]) {
    it(`is not ${JSON.stringify(text)}`, () => assert.equal(readClientId(text), undefined));
  }
});

describe('A text', () => {
  it('is formed like a Client ID in letters of either case', () => {
    for (const text of [
      ID,
      ID.toUpperCase(),
      'abcdefab-cdef-abcd-efab-cdefabcdefab',
      '00000000-0000-0000-0000-000000000000',
    ])
      assert.equal(isClientId(text), true, text);
  });

  it('is not, with anything before or behind it, with fewer digits, or with others', () => {
    const parts = ID.split('-');
    const shorter = parts.map((_, index) =>
      parts.map((part, at) => (at === index ? part.slice(1) : part)).join('-'),
    );
    const other = parts.map((_, index) =>
      parts.map((part, at) => (at === index ? `g${part.slice(1)}` : part)).join('-'),
    );
    for (const text of [
      `${ID}0`,
      `0${ID}`,
      ` ${ID}`,
      `${ID}\n`,
      ID.replaceAll('-', ''),
      ...shorter,
      ...other,
    ])
      assert.equal(isClientId(text), false, text);
  });

  it('comes to the letters of a Client ID, where it is not longer than anything that people paste around one', () => {
    assert.equal(plainClientId(`  ${ID.replaceAll('-', '\u2013')} `), ID);
    assert.equal(plainClientId(' '.repeat(500)), '');
    assert.equal(plainClientId(' '.repeat(501)), ' '.repeat(501));
  });
});
