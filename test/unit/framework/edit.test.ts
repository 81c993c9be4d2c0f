import assert from 'node:assert/strict';
import { applyEdit, type RefusalReason, setClientId } from '../../../src/core/framework/edit.ts';

const ID = '5d1c7b0a-92f4-4c3e-8b6d-0e1f2a3b4c5d';
const OTHER_ID = '3f2b8c1e-7d4a-4e96-a0c5-1b9d6e2f8a70';

/** A framework.js with this source for `clientIds`, on line 3. */
function file(clientIds: string): string {
  return `window.Framework = {\n  config: {\n    clientIds: ${clientIds},\n  },\n};\n`;
}

function edited(text: string, region: string, clientId: string): string {
  const result = setClientId(text, region, clientId);
  assert.equal(result.kind, 'edit');
  return applyEdit(text, result.edit);
}

describe('setClientId (E6)', () => {
  const refusals: readonly [string, string, RefusalReason, number | undefined][] = [
    ['no clientIds', 'window.Framework = {};', 'absent', undefined],
    ['an empty text', '', 'absent', undefined],
    ['a call', file('load()'), 'not-a-literal', 3],
    ['two candidates', `${file('{}')}${file('{}')}`, 'several', 3],
    ['a computed value', file("{ 'mypurecloud.com': id }"), 'value-is-dynamic', 3],
    ['a spread element that may have it', file("{ ...rest, 'mypurecloud.de': '' }"), 'uncertain', 3],
    ['a computed key behind it', file("{ 'mypurecloud.com': '', [key]: '' }"), 'value-is-dynamic', 3],
    ['a value without a colon', file("{ 'mypurecloud.de' '' }"), 'uncertain', 3],
    ['two commas', file("{ 'mypurecloud.de': '',, }"), 'uncertain', 3],
    ['two values', file("{ 'mypurecloud.com': '' 'x' }"), 'uncertain', 3],
    ['nesting deeper than the stack', '['.repeat(200_000), 'uncertain', undefined],
  ];
  for (const [what, text, reason, line] of refusals) {
    it(`${what}: refused, ${reason}`, () => {
      assert.deepEqual(setClientId(text, 'mypurecloud.com', ID), { kind: 'refused', reason, line });
    });
  }

  const misread: readonly [string, string, number][] = [
    [
      'clientIds would end at another brace',
      `x {\nwindow.Framework = {\n  config: { name: "x", clientIds: {\n} },\n  screenPop() {}\n};\n`,
      3,
    ],
    [
      'clientIds would be computed',
      `(x {
function setup() {
  var ids = {
};
window.Framework = {
  config: { name: "x", clientIds: ids },
  screenPop: function (a,
b) { return /[}]/.test(a); }
};
}
setup();
`,
      3,
    ],
    [
      'clientIds would have more entries than the one that is new',
      `var other = {\n};\nwindow.Framework = {\n  config: { name: 'x', clientIds: {\n} }\n`,
      4,
    ],
  ];
  for (const [what, text, line] of misread) {
    it(`a brace is never closed, so that afterwards ${what}: refused, uncertain`, () => {
      assert.deepEqual(setClientId(text, 'new', ID), { kind: 'refused', reason: 'uncertain', line });
    });
  }

  it('says what is replaced, so that one can ask first', () => {
    const text = file(`{\n'a': '',\n'b': '<id>',\n'c': '${OTHER_ID}' }`);
    const replaced = ['a', 'b', 'c', 'd'].map((region) => {
      const result = setClientId(text, region, ID);
      return result.kind === 'edit' ? [result.line, result.replaces] : result;
    });
    assert.deepEqual(replaced, [
      [4, { kind: 'empty' }],
      [5, { kind: 'placeholder', text: '<id>' }],
      [6, { kind: 'client-id', text: OTHER_ID }],
      [7, { kind: 'nothing' }],
    ]);
  });

  it('the same Client ID again is no change, however it is written', () => {
    const text = file(`{ 'mypurecloud.com': '\\x35${ID.slice(1)}' }`);
    assert.deepEqual(setClientId(text, 'mypurecloud.com', ID), { kind: 'unchanged', line: 3 });
  });

  it('another text is a change, also where neither is a Client ID', () => {
    assert.equal(edited(file("{ 'a': '<id>' }"), 'a', 'your ID'), file("{ 'a': 'your ID' }"));
  });

  it('a region twice: the last one is changed', () => {
    const text = file(`{ 'a': '${OTHER_ID}', 'a': '' }`);
    assert.equal(edited(text, 'a', ID), file(`{ 'a': '${OTHER_ID}', 'a': '${ID}' }`));
  });

  it('a spread element before the entry does not stand in the way', () => {
    assert.equal(edited(file("{ ...rest, 'a': '' }"), 'a', ID), file(`{ ...rest, 'a': '${ID}' }`));
  });

  it('quotes, backslashes and line ends cannot break out of the value', () => {
    for (const quote of ["'", '"', '`']) {
      const text = file(`{ 'a': ${quote}${quote}, 'b': '' }`);
      for (const clientId of [
        `x', 'c': 'y`,
        `x", "c": "y`,
        'x`',
        `$${'{alert()}'}`,
        '\\',
        '\r\n',
        '\u2028',
      ]) {
        const result = setClientId(text, 'a', clientId);
        if (clientId.trim() === '') {
          assert.equal(result.kind, 'unchanged');
          continue;
        }
        const again = setClientId(edited(text, 'a', clientId), 'a', clientId);
        assert.equal(again.kind, 'unchanged');
      }
    }
  });

  const additions: readonly [string, string, string][] = [
    ['into {}', '{}', "{ 'new': 'N' }"],
    ['into { }', '{ }', "{ 'new': 'N' }"],
    ['into {} on two lines', '{\n    }', "{\n      'new': 'N'\n    }"],
    ['into {} with a line comment', '{ // none\n    }', "{ // none\n      'new': 'N'\n    }"],
    ['into {} with a block comment', '{/* none */}', "{/* none */ 'new': 'N' }"],
    ['into {} with a block comment and a blank', '{/* none */ }', "{/* none */ 'new': 'N' }"],
    ['behind a comment of two lines', '{ /* none\n    */ }', "{ /* none\n    */ 'new': 'N' }"],
    [
      'behind comments only',
      '{\n        // "a": "",\n\n    }',
      '{\n        // "a": "",\n\n        "new": "N"\n    }',
    ],
    ['into one line', "{ 'a': '' }", "{ 'a': '', 'new': 'N' }"],
    ['into one line without blanks', '{"a":""}', '{"a":"","new":"N"}'],
    ['into one line that begins without a blank', "{'a': ''}", "{'a': '', 'new': 'N'}"],
    ['into one line with the blanks of the others', "{'a':'',  'b':''}", "{'a':'',  'b':'',  'new':'N'}"],
    ['into one line with a trailing comma', "{ 'a': '', }", "{ 'a': '', 'new': 'N', }"],
    ['into one line before a comment', "{ 'a': '' /* , */ }", "{ 'a': '', 'new': 'N' /* , */ }"],
    [
      'behind a last line without a comma',
      "{\n      'a': ''\n    }",
      "{\n      'a': '',\n      'new': 'N'\n    }",
    ],
    [
      'behind a last line without a comma but with a comment',
      "{\n      'a': '' // x, y }\n    }",
      "{\n      'a': '', // x, y }\n      'new': 'N'\n    }",
    ],
    [
      'behind a trailing comma and a comment',
      "{\n      'a': '', // x\n    }",
      "{\n      'a': '', // x\n      'new': 'N',\n    }",
    ],
    [
      'before a comment on a line of its own',
      "{\n      'a': ''\n      // 'b': ''\n    }",
      "{\n      'a': '',\n      'new': 'N'\n      // 'b': ''\n    }",
    ],
    [
      'behind blanks at the line end',
      "{\n      'a': '',  \n    }",
      "{\n      'a': '',  \n      'new': 'N',\n    }",
    ],
    ['with the brace on the last line', "{\n      'a': '' }", "{\n      'a': '',\n      'new': 'N' }"],
    [
      'with the colons aligned',
      "{\n      'aa' : '',\n      'a'  : ''\n    }",
      "{\n      'aa' : '',\n      'a'  : '',\n      'new' : 'N'\n    }",
    ],
    [
      'with commas first',
      "{\n        'a': ''\n      , 'b': ''\n    }",
      "{\n        'a': ''\n      , 'b': ''\n      , 'new': 'N'\n    }",
    ],
    [
      'with commas first and no blanks',
      "{\n        'a': ''\n      ,'b': ''\n    }",
      "{\n        'a': ''\n      ,'b': ''\n      ,'new': 'N'\n    }",
    ],
    [
      'behind several on a line that begins with a comma',
      "{\n        'a': ''\n      , 'b': '', 'c': ''\n    }",
      "{\n        'a': ''\n      , 'b': '', 'c': '', 'new': 'N'\n    }",
    ],
    ['with a comment before the colon', "{ 'a' /* x */ : '' }", "{ 'a' /* x */ : '', 'new': 'N' }"],
    ['with a comment behind the colon', "{ 'a':/* x */'' }", "{ 'a':/* x */'', 'new': 'N' }"],
    ['with different quotes for key and value', `{ "a": '' }`, `{ "a": '', "new": 'N' }`],
    ['behind a key without quotes', '{ a: "" }', '{ a: "", "new": "N" }'],
    ['behind a value in parentheses', "{ 'a': ('') }", "{ 'a': (''), 'new': 'N' }"],
    ['behind a method', "{ 'a'() {} }", "{ 'a'() {}, 'new': 'N' }"],
  ];
  for (const [how, before, after] of additions) {
    for (const [name, lineEnd] of [
      ['LF', '\n'],
      ['CRLF', '\r\n'],
    ] as const) {
      it(`a new region is added ${how} (${name})`, () => {
        const withLineEnds = (text: string) => file(text).replaceAll('\n', lineEnd);
        assert.equal(edited(withLineEnds(before), 'new', 'N'), withLineEnds(after));
      });
    }
  }

  it('an empty object takes over the quotes of what is commented out in it, or of the first string of the file', () => {
    const text = 'window.Framework = { config: { name: \'x\', clientIds: {\n// "a": ""\n} } };';
    assert.match(edited(text, 'new', 'N'), /\n"new": "N"\n\}/);
    const withApostrophe =
      '// It is the team\'s.\nwindow.Framework = { config: { name:"x", clientIds: {} } };';
    assert.match(edited(withApostrophe, 'new', 'N'), /\{ "new": "N" \}/);
  });

  it('an empty object takes over the quotes and the tabs of the file', () => {
    const text = 'window.Framework = {\n\tconfig: {\n\t\tname: "x",\n\t\tclientIds: {\n\t\t}\n\t}\n};\n';
    assert.match(edited(text, 'new', 'N'), /\n\t\tclientIds: \{\n\t\t\t"new": "N"\n\t\t\}\n/);
  });
});
