import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { readClientId } from '../../../src/core/platform/clientId.ts';

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
