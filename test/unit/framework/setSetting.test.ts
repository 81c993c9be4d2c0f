import assert from 'node:assert/strict';
import { inspectFramework } from '../../../src/core/framework/inspect.ts';
import { setSetting } from '../../../src/core/framework/setSetting.ts';
import { applyEdit } from '../../../src/core/framework/textEdit.ts';
import { CORPUS } from './corpus.ts';
import { evaluate } from './evaluate.ts';

/** A framework.js whose config has this behind its name, on line 4. */
function file(rest: string): string {
  return `window.Framework = {\n  config: {\n    name: 'crm',\n    ${rest}\n  },\n};\n`;
}

function withDedicatedWindow(text: string): string {
  const result = setSetting(text, 'dedicatedLoginWindow', true);
  assert.equal(result.kind, 'edit');
  return applyEdit(text, result.edit);
}

describe('setSetting (E3, E4)', () => {
  const changes: readonly [string, string, string][] = [
    [
      'replaces false',
      'settings: { dedicatedLoginWindow: false }, // why',
      'settings: { dedicatedLoginWindow: true }, // why',
    ],
    ['adds to one line', 'settings: { a: 1 }', 'settings: { a: 1, dedicatedLoginWindow: true }'],
    ['adds to {}', 'settings: {}', 'settings: { dedicatedLoginWindow: true }'],
    [
      'adds a line, and the comma before it',
      'settings: {\n      a: 1 // one\n    }',
      'settings: {\n      a: 1, // one\n      dedicatedLoginWindow: true\n    }',
    ],
    [
      'keeps the trailing comma',
      'settings: {\n      a: 1,\n    },',
      'settings: {\n      a: 1,\n      dedicatedLoginWindow: true,\n    },',
    ],
    [
      'takes over quotes and colons',
      "settings: {\n      'a' : 1\n    }",
      "settings: {\n      'a' : 1,\n      'dedicatedLoginWindow' : true\n    }",
    ],
    [
      'adds behind a method',
      'settings: {\n      a() {\n        return 1;\n      }\n    }',
      'settings: {\n      a() {\n        return 1;\n      },\n      dedicatedLoginWindow: true\n    }',
    ],
    [
      'adds behind a spread element, which cannot override it',
      'settings: { ...defaults }',
      'settings: { ...defaults, dedicatedLoginWindow: true }',
    ],
    [
      'adds behind a spread element that stands before settings',
      '...shared, settings: { a: 1 }',
      '...shared, settings: { a: 1, dedicatedLoginWindow: true }',
    ],
    ['adds behind a shorthand', 'settings: { a }', 'settings: { a, dedicatedLoginWindow: true }'],
    [
      'adds behind a getter',
      'settings: { get a () { return 1; } }',
      'settings: { get a () { return 1; }, dedicatedLoginWindow: true }',
    ],
    ['adds behind a computed key', 'settings: { [a]:1 }', 'settings: { [a]:1, dedicatedLoginWindow: true }'],
    [
      'adds with the commas first',
      'settings: {\n        a: 1\n      , b: 2\n    }',
      'settings: {\n        a: 1\n      , b: 2\n      , dedicatedLoginWindow: true\n    }',
    ],
    [
      'makes settings',
      "clientIds: { 'mypurecloud.com': '' },",
      "clientIds: { 'mypurecloud.com': '' },\n    settings: { dedicatedLoginWindow: true },",
    ],
  ];
  for (const [what, before, after] of changes) {
    for (const lineEnd of ['\n', '\r\n']) {
      it(`${what} (${lineEnd === '\n' ? 'LF' : 'CRLF'})`, () => {
        const withLineEnds = (text: string) => file(text).replaceAll('\n', lineEnd);
        assert.equal(withDedicatedWindow(withLineEnds(before)), withLineEnds(after));
      });
    }
  }

  const refusals: readonly [string, string, string, number | undefined][] = [
    ['no config', 'window.Framework = {};', 'absent', undefined],
    ['an empty text', '', 'absent', undefined],
    ['an object like it under another name', "x = { options: { name: 'crm' } };", 'absent', undefined],
    ['two configs', file('settings: {}') + file('settings: {}'), 'several', 2],
    [
      'the setting in two objects',
      `${file('settings: { dedicatedLoginWindow: false }')}x = { dedicatedLoginWindow: false };`,
      'several',
      7,
    ],
    ['a computed value', file('settings: { dedicatedLoginWindow: !1 }'), 'value-is-dynamic', 4],
    ['computed settings', file('settings: load()'), 'not-a-literal', 2],
    ['settings in shorthand', file('settings'), 'not-a-literal', 2],
    ['a spread element behind settings', file('settings: {}, ...shared'), 'uncertain', 2],
    ['a spread element that may bring settings along', file('...shared'), 'uncertain', 2],
    ['a config that is not valid', file('settings: { a: 1 b: 2 }'), 'uncertain', 2],
    ['nesting deeper than the stack', '['.repeat(200_000), 'uncertain', undefined],
  ];
  for (const [what, text, reason, line] of refusals) {
    it(`${what}: refused, ${reason}`, () => {
      assert.deepEqual(setSetting(text, 'dedicatedLoginWindow', true), { kind: 'refused', reason, line });
    });
  }

  it('the same value again is no change', () => {
    const text = file('settings: { usePKCEAuthFlow: true }');
    assert.deepEqual(setSetting(text, 'usePKCEAuthFlow', true), { kind: 'unchanged', line: 4 });
  });

  for (const { name, text, valid, at } of CORPUS) {
    it(`${name}: set or refused; what is set counts, and nothing else changes`, () => {
      for (const value of [true, false]) {
        const result = setSetting(text, 'usePKCEAuthFlow', value);
        if (result.kind !== 'edit') continue;
        const edited = applyEdit(text, result.edit);
        assert.equal(inspectFramework(edited).usePKCEAuthFlow.kind, value ? 'on' : 'off');
        assert.match(edited.split(/\r\n|\n/)[result.line - 1] ?? '', /usePKCEAuthFlow/);
        if (!valid || at !== 'window.Framework.config.clientIds') continue;
        assert.equal(evaluate(edited, 'Framework.config.settings.usePKCEAuthFlow'), value);
        const rest = 'delete Framework.config.settings.usePKCEAuthFlow';
        const without = (source: string) =>
          evaluate(`${source}\n;(Framework.config.settings ??= {}) && ${rest};`, 'globalThis.Framework');
        assert.deepEqual(without(edited), without(text));
      }
    });
  }
});
