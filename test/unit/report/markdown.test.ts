import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { cases } from '../../fuzz/cases.ts';
import { ACTING, NAMES, named, seen, tokensOf, write } from '../../report/forms.ts';
import { client, orgWith } from '../../report/made.ts';

describe('A report as Markdown, read back by a parser that nobody here wrote', () => {
  for (const html of [false, true]) {
    it(`shows every name as the text that it is, with HTML ${html ? 'on' : 'off'}`, () => {
      const texts = seen(write('markdown', orgWith(named(NAMES))), html);
      assert.deepEqual(
        texts.filter((text) => text.includes('HTML:')),
        [],
      );
      const lost = NAMES.filter((name) => {
        const shown = name
          .trim()
          .replace(/\u200b/g, '')
          .replace(/\s*\n/g, ' ');
        return texts.filter((text) => text === shown || text === name.trim()).length < 2;
      });
      // A control is written out instead.
      assert.deepEqual(
        lost.filter((name) => !/[\t\r]/.test(name)),
        [],
      );
    });

    it(`writes out what acts where it is shown, with HTML ${html ? 'on' : 'off'}`, () => {
      const texts = seen(write('markdown', orgWith(named(ACTING))), html).join('\n');
      assert.doesNotMatch(texts, /[\u202a-\u202e\u2066-\u2069\u2028]|\p{Cc}(?<!\n)/u);
      for (const shown of ['\\u202egnp.exe', 'a\\u2028b', 'a b', 'a\\u0007b'])
        assert.ok(texts.includes(shown), shown);
    });
  }

  it('says first what it comes to, then what to look at first, then all', () => {
    const clients = [
      client({ id: 'a', name: 'Good' }),
      client({ id: 'b', name: 'Implicit', authorizedGrantType: 'TOKEN' }),
      client({ id: 'c', name: 'Insecure', registeredRedirectUri: ['http://a.example/'] }),
    ];
    const texts = seen(write('markdown', orgWith(clients)), false);
    const order = ['Summary', 'Clients: 3', 'What to look at first', 'All clients', 'Each client'];
    const places = order.map((text) => texts.indexOf(text));
    assert.deepEqual(
      places,
      [...places].sort((one, other) => one - other),
    );
    assert.ok(
      places.every((place) => place >= 0),
      places.join(),
    );
    const first = texts.slice(texts.indexOf('What to look at first') + 1, texts.indexOf('All clients'));
    assert.deepEqual(first, ['Insecure (c): Redirect URI without https', 'Implicit (b): Implicit grant']);
  });

  it('has a row of the table and a section for each client, whatever they are called', () => {
    const markdown = write('markdown', orgWith(named(NAMES)));
    const tokens = tokensOf(markdown, false);
    const count = (type: string, tag: string) =>
      tokens.filter((token) => token.type === type && token.tag === tag).length;
    assert.equal(count('heading_open', 'h3'), NAMES.length);
    const tables = markdown.split('## All clients')[1] ?? '';
    const rows = tokensOf(tables, false).filter(({ type }) => type === 'tr_open');
    assert.equal(rows.length, NAMES.length + 1);
  });

  it('says what could not be read and why, and that of a practice org that it is one', () => {
    const facts = orgWith([client()], { notRead: [{ what: 'roles', why: 'You lack a permission.' }] });
    const practice = { ...facts, org: { ...facts.org, practice: true } };
    const texts = seen(write('markdown', practice), false);
    assert.ok(
      texts.some((text) => /^Not read, or not to the end: .*roles.*: You lack a permission\.$/.test(text)),
    );
    assert.ok(texts.includes('It is a practice org.'));
  });

  it('says when a client was made, and by whom, each under its own name', () => {
    const texts = seen(write('markdown', orgWith([client()])), false);
    for (const line of ['Made: Oct 1, 2026', 'Made by: Priya']) assert.ok(texts.includes(line), line);
  });

  it('is nothing but text where a client is called something, whatever that is', () => {
    const marks = fc.constantFrom(
      '<',
      '>',
      '|',
      '`',
      '*',
      '_',
      '[',
      ']',
      '(',
      ')',
      '!',
      '&',
      '#',
      '\\',
      '~',
      '\n',
      '@',
    );
    const anything = fc
      .array(fc.oneof(marks, fc.string({ unit: 'binary', maxLength: 4 })))
      .map((all) => all.join(''));
    fc.assert(
      fc.property(anything, fc.boolean(), (name, html) => {
        const tokens = tokensOf(write('markdown', orgWith([client({ name, description: name })])), html);
        const inline = tokens.flatMap(({ children }) => children ?? []);
        const others = [...tokens, ...inline].filter(
          ({ type }) => !HARMLESS.has(type.replace(/_(open|close)$/, '')),
        );
        assert.deepEqual(
          others.map(({ type }) => type),
          [],
        );
        assert.equal(tokens.filter(({ type, tag }) => type === 'heading_open' && tag === 'h3').length, 1);
        assert.equal(tokens.filter(({ type }) => type === 'tr_open').length, 2);
      }),
      { numRuns: cases(200) },
    );
  });
});

/** What a report has of its own. */
const HARMLESS = new Set(
  'heading paragraph bullet_list list_item inline table thead tbody tr th td text text_special code_inline strong'.split(
    ' ',
  ),
);
