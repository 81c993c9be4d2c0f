import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { parseJson, withoutEnd } from '../../../src/core/platform/text.ts';

describe('A text without some characters at its end', () => {
  it('loses all of them there, and none before', () => {
    assert.equal(withoutEnd('https://a.test/x//', '/'), 'https://a.test/x');
    assert.equal(withoutEnd('a.b.,;', ';.,'), 'a.b');
  });

  it('is the same where it ends with none of them, and nothing where it has no others', () => {
    assert.equal(withoutEnd('abc', '/'), 'abc');
    assert.equal(withoutEnd('///', '/'), '');
    assert.equal(withoutEnd('', '/'), '');
  });
});

describe('What a text says in JSON', () => {
  it('is its value, also where that is nothing', () => {
    assert.deepEqual(parseJson('{"a":[1]}'), { a: [1] });
    assert.equal(parseJson('null'), null);
  });

  it('is undefined where it is none', () => {
    for (const text of ['', '{', "{'a':1}", '<html>']) assert.equal(parseJson(text), undefined, text);
  });
});
