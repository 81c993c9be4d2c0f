import assert from 'node:assert/strict';
import { checkFramework } from '../../../src/core/framework/check/checkFramework.ts';
import { applyEdit, setClientId } from '../../../src/core/framework/edit.ts';
import { entryAt } from '../../../src/core/framework/entryAt.ts';
import { inspectFramework } from '../../../src/core/framework/inspect.ts';
import { applyEdits } from '../../../src/core/framework/textEdit.ts';
import { evaluateClientIds } from './evaluate.ts';
import { AT } from './grammar.ts';

const ID = '5d1c7b0a-92f4-4c3e-8b6d-0e1f2a3b4c5d';
const OTHER = '3f2b8c1e-7d4a-4e96-a0c5-1b9d6e2f8a70';

/** A framework.js with this source for `clientIds`. */
function framework(clientIds: string): string {
  return `window.Framework = { config: { name: 'x', clientIds: ${clientIds} } };`;
}

const BAD = `{${ID}}`;

/** Entries whose value is a name, the text after `ID` was set for mypurecloud.com, and the values before. */
const named: Readonly<Record<string, readonly [string, string]>> = {
  'used once: in its declaration': [
    `const main = '${OTHER}';\n${framework("{ 'mypurecloud.com': main }")}`,
    `const main = '${ID}';\n${framework("{ 'mypurecloud.com': main }")}`,
  ],
  'a template, in a let': [
    `let main = \`\`;\n${framework("{ 'mypurecloud.com': main }")}`,
    `let main = \`${ID}\`;\n${framework("{ 'mypurecloud.com': main }")}`,
  ],
  'for two regions: only the one that is meant': [
    `const main = '${OTHER}';\n${framework(`{ "mypurecloud.com": main, 'mypurecloud.ie': main }`)}`,
    `const main = '${OTHER}';\n${framework(`{ "mypurecloud.com": "${ID}", 'mypurecloud.ie': main }`)}`,
  ],
  'a template for two regions': [
    `const main = \`\`;\n${framework("{ 'mypurecloud.com': main, 'mypurecloud.ie': main }")}`,
    `const main = \`\`;\n${framework(`{ 'mypurecloud.com': '${ID}', 'mypurecloud.ie': main }`)}`,
  ],
  'kept elsewhere as it is: not there': [
    `const main = '${OTHER}';\nwindow.id = main;\nconst other = main;\n${framework("{ 'mypurecloud.com': main }")}`,
    `const main = '${OTHER}';\nwindow.id = main;\nconst other = main;\n${framework(`{ 'mypurecloud.com': '${ID}' }`)}`,
  ],
  'used elsewhere: not there': [
    `const main = '${OTHER}';\nwindow.id = main + '';\n${framework("{ 'mypurecloud.com': main }")}`,
    `const main = '${OTHER}';\nwindow.id = main + '';\n${framework(`{ 'mypurecloud.com': '${ID}' }`)}`,
  ],
  'in an object that is a constant, too': [
    `const main = '${OTHER}';\nconst ids = { 'mypurecloud.com': main };\n${framework('ids')}`,
    `const main = '${ID}';\nconst ids = { 'mypurecloud.com': main };\n${framework('ids')}`,
  ],
};

const computed: Readonly<Record<string, string>> = {
  'set anew': `let main = '${OTHER}';\nmain = '';\n${framework("{ 'mypurecloud.com': main }")}`,
  'a const that is set anew, which fails': `const main = '${OTHER}';\nmain = '';\n${framework("{ 'mypurecloud.com': main }")}`,
  'another one declared in between': `const main = '${OTHER}';\nfunction f() { let main = load();\n${framework("{ 'mypurecloud.com': main }")} }`,
  'another const of that name in between': `const main = '${OTHER}';\nfunction f() { const main = '';\n${framework("{ 'mypurecloud.com': main }")} }`,
  'another one taken out of an object in between': `const main = '${OTHER}';\nfunction f() { const { id: main } = load();\n${framework("{ 'mypurecloud.com': main }")} }`,
  'read twice, and no const': `let main = '${OTHER}';\n${framework("{ 'mypurecloud.com': main, 'mypurecloud.ie': main }")}`,
  'another one in between': `const main = '${OTHER}';\nfunction f(main) { ${framework("{ 'mypurecloud.com': main }")} }`,
  'put together': `const main = '${OTHER}' + x;\n${framework("{ 'mypurecloud.com': main }")}`,
  'with something to fill in': `const main = \`\${x}\`;\n${framework("{ 'mypurecloud.com': main }")}`,
  'a number': `const main = 1;\n${framework("{ 'mypurecloud.com': main }")}`,
  'the name of the region, too': `const test = '${OTHER}';\n${framework('{ test }')}`,
};

describe('framework.js: a Client ID as a constant', () => {
  for (const [what, [before, after]] of Object.entries(named)) {
    it(`${what}: set, and nothing else changes`, () => {
      const change = setClientId(before, 'mypurecloud.com', ID);
      assert.equal(change.kind, 'edit');
      assert.equal(applyEdit(before, change.edit), after);
      assert.ok(after.split('\n')[change.line - 1]?.includes(ID));
      assert.deepEqual(setClientId(after, 'mypurecloud.com', ID), { kind: 'unchanged', line: change.line });
      assert.deepEqual(
        evaluateClientIds(after, AT),
        evaluateClientIds(before, AT).set('mypurecloud.com', ID),
      );
    });
  }

  for (const [what, text] of Object.entries(computed)) {
    it(`${what}: known only when the file runs, and said so where the entry is`, () => {
      const { clientIds } = inspectFramework(text);
      assert.equal(clientIds.kind, 'literal');
      assert.equal(clientIds.entries[0]?.value.kind, 'dynamic');
      const line = text.split('\n').findIndex((each) => each.includes('clientIds')) + 1;
      const refused = { kind: 'refused', reason: 'value-is-dynamic', line };
      assert.deepEqual(setClientId(text, clientIds.entries[0].region, ID), refused);
    });
  }

  it('a new region goes behind an entry with a name, in the quotes of that constant', () => {
    const text = `const main = '${OTHER}';\n${framework('{ "mypurecloud.com": main }')}`;
    const change = setClientId(text, 'mypurecloud.ie', ID);
    assert.equal(change.kind, 'edit');
    const after = text.replace('main }', `main, "mypurecloud.ie": '${ID}' }`);
    assert.equal(applyEdit(text, change.edit), after);
  });

  it('what is wrong with it is shown, and mended, where it is written', () => {
    const text = `const main = '${BAD}';\n${framework("{ 'mypurecloud.com': main }")}`;
    const [finding, ...others] = checkFramework(text, [], '');
    assert.ok(finding !== undefined);
    assert.deepEqual(others, []);
    assert.equal(finding.code, 'malformed-client-id');
    assert.equal(text.slice(finding.place.start, finding.place.end), `'${BAD}'`);
    const [fix] = finding.fixes;
    assert.equal(fix?.kind, 'edit');
    assert.equal(applyEdits(text, fix.edits), text.replace(BAD, ID));
  });

  it('a region in a comment does not take the place of one whose value has a name', () => {
    const text = `const main = '';\n${framework(`{ 'mypurecloud.com': main,\n// 'mypurecloud.com': '${ID}',\n }`)}`;
    for (const finding of checkFramework(text, [], '')) {
      for (const fix of finding.fixes) assert.notEqual(fix.kind, 'edit');
    }
  });

  it('is found by its name, and in its declaration', () => {
    const text = `const main = '${OTHER}';\n${framework("{ 'mypurecloud.com': main }")}`;
    for (const offset of [text.indexOf(OTHER), text.lastIndexOf('main')]) {
      const found = entryAt(text, offset);
      assert.equal(found?.part, 'value');
      assert.ok(found.place.start <= offset && offset <= found.place.end);
    }
  });
});
