import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { readAccessToken, readClientSecret } from '../../../src/core/signIn/found.ts';

const TOKEN = 'canary-Token_0123456789.+/=~';

describe('A pasted access token', () => {
  const pasted = [
    TOKEN,
    ` ${TOKEN}\r\n`,
    `"${TOKEN}"`,
    `' ${TOKEN} '`,
    `Bearer ${TOKEN}`,
    `bearer   ${TOKEN}`,
    `Authorization: Bearer ${TOKEN}`,
    `authorization:Bearer ${TOKEN}`,
    `"Authorization: Bearer ${TOKEN}"`,
    `Authorization: "Bearer ${TOKEN}"`,
    `'Authorization': 'Bearer ${TOKEN}'`,
    `  "authorization": "bearer ${TOKEN}",`,
    `Bearer "${TOKEN}"`,
    `\u200e${TOKEN}\u200b`,
    `\ufeffBearer\u00a0${TOKEN.slice(0, 9)}\u00ad${TOKEN.slice(9)}\u2060`,
  ];
  for (const text of pasted) {
    it(`is read from ${JSON.stringify(text.replace(TOKEN, '…'))}`, () => {
      assert.equal(readAccessToken(text), TOKEN);
    });
  }

  it('keeps letters that only look like the word before it', () => {
    const token = `Bearer${TOKEN}`;
    assert.equal(readAccessToken(token), token);
  });

  const others = {
    nothing: '',
    'quotes around nothing': '""',
    'the word Bearer alone': 'Bearer ',
    'something too short': 'abc',
    'something too long': 'a'.repeat(4097),
    'two words': `${TOKEN} ${TOKEN}`,
    'two lines': `${TOKEN}\nX-Other: 1`,
    'letters beyond ASCII': `${TOKEN}あ`,
    'a control character': `${TOKEN}\u0000x`,
    'a placeholder': 'YOUR OAUTH ACCESS TOKEN',
    'another kind of authorization': `Basic ${TOKEN}`,
  };
  for (const [what, text] of Object.entries(others)) {
    it(`is not ${what}`, () => assert.equal(readAccessToken(text), undefined));
  }

  it('may have any length that tokens have', () => {
    for (const length of [20, 86, 4096]) assert.equal(readAccessToken('a'.repeat(length))?.length, length);
  });
});

describe('A pasted Client Secret', () => {
  it('is read as it is, without the blanks around it', () => {
    assert.equal(readClientSecret(' \tcanary-Secret_0+/=:%"\n'), 'canary-Secret_0+/=:%"');
    assert.equal(readClientSecret('\u200b\u202dcanary-\u00adSecret\u202c\ufeff'), 'canary-Secret');
  });

  for (const text of ['', '  \n', 'two words', 'two\nlines', 'секрет', '\u200b\u2060', 'secret\u0007x']) {
    it(`is not ${JSON.stringify(text)}`, () => assert.equal(readClientSecret(text), undefined));
  }
});
