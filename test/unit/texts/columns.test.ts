import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { columnsOf, shortenedTo, wrapped } from '../../../src/core/texts/columns.ts';

const JAPANESE =
  'リダイレクト URI は「https://apps.mypurecloud.jp/crm/index.html」が指定されていますが、Practice Company には登録されていません。登録済みの URI と完全一致するものが必要です。';

describe('Texts in columns', () => {
  it('take two for a letter of Japanese', () => {
    assert.deepEqual(['Name', 'クライアント', 'ｱﾌﾟﾘ', '名 a'].map(columnsOf), [4, 12, 3, 4]);
  });

  it('are shortened to what there is room for, and say so', () => {
    assert.equal(shortenedTo('My CRM', 6), 'My CRM');
    assert.equal(shortenedTo('My CRM of Tokyo', 10), 'My CRM of…');
    assert.equal(shortenedTo('顧客管理システム', 9), '顧客管理…');
  });

  it('are broken between words, and what follows is indented', () => {
    assert.deepEqual(wrapped('The state is inactive, and active was meant.', 20, '  '), [
      'The state is',
      '  inactive, and',
      '  active was meant.',
    ]);
  });

  it('in Japanese are broken between words, too, and no line begins with what closes one', () => {
    const lines = wrapped(JAPANESE, 40);
    assert.ok(
      lines.every((line) => !/^[、。」）]/.test(line)),
      lines.join('\n'),
    );
    assert.ok(
      lines.every((line) => !/「$/.test(line)),
      lines.join('\n'),
    );
    assert.equal(lines.join('').replaceAll(' ', ''), JAPANESE.replaceAll(' ', ''));
  });

  it('keep an address whole, however long it is', () => {
    const address = `https://crm.test/${'a/'.repeat(40)}`;
    assert.deepEqual(wrapped(`Redirect URI: ${address}`, 60, '  '), ['Redirect URI:', `  ${address}`]);
  });

  it('are never wider than they may be, and lose nothing but blanks', () => {
    const texts = fc.array(fc.oneof(fc.string(), fc.string({ unit: 'grapheme' }), fc.constant(JAPANESE)));
    fc.assert(
      fc.property(texts, fc.integer({ min: 50, max: 90 }), (parts, columns) => {
        const text = parts.join(' ').replace(/\s+/g, ' ');
        const lines = wrapped(text, columns, '  ');
        assert.equal(lines.join('').replace(/\s/g, ''), text.replace(/\s/g, ''));
        for (const line of [...lines, shortenedTo(text, columns)])
          assert.ok(columnsOf(line) <= columns, line);
      }),
    );
  });
});
