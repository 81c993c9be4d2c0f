import assert from 'node:assert/strict';
import { checkFramework } from '../../../src/core/framework/check/checkFramework.ts';
import { completionsAt } from '../../../src/core/framework/completions.ts';
import { applyEdit, setClientId } from '../../../src/core/framework/edit.ts';
import { inspectExactly, inspectFramework } from '../../../src/core/framework/inspect.ts';
import { evaluateClientIds } from './evaluate.ts';
import { AT } from './grammar.ts';

const ID = '5d1c7b0a-92f4-4c3e-8b6d-0e1f2a3b4c5d';
const OTHER = '3f2b8c1e-7d4a-4e96-a0c5-1b9d6e2f8a70';

/** A framework.js with this source for `clientIds`. */
function framework(clientIds: string): string {
  return `window.Framework = { config: { name: 'x', clientIds: ${clientIds} } };`;
}

const IDS = `{ 'mypurecloud.com': '${OTHER}' }`;

/** Files in which `clientIds` is a constant that is followed. */
const followed: Readonly<Record<string, string>> = {
  'a const': `const ids = ${IDS};\n${framework('ids')}`,
  'a let': `let ids = ${IDS};\n${framework('ids')}`,
  'a var': `var ids = ${IDS};\n${framework('ids')}`,
  'the same name, in shorthand': `const clientIds = ${IDS};\nwindow.Framework = { config: { name: 'x', clientIds } };`,
  'one of several in a declaration': `const a = 1, ids = ${IDS}, b = 2;\n${framework('ids')}`,
  'in parentheses': `const ids = (${IDS});\n${framework('(ids)')}`,
  'for a function below': `const ids = ${IDS};\nfunction setup() { ${framework('ids')} }\nsetup();`,
  'for a function above': `function setup() { ${framework('ids')} }\nconst ids = ${IDS};\nsetup();`,
  'a var for a function that is called at once': `var ids = ${IDS};\n(() => { ${framework('ids')} })();`,
  'within a function': `(function () { var ids = ${IDS};\n${framework('ids')} })();`,
  'for a case of a switch': `switch (1) { case 1: const ids = ${IDS};\n${framework('ids')} }`,
  'for a loop': `for (let ids = ${IDS}, done = false; !done; done = true) { ${framework('ids')} }`,
  'within a block': `if (true) { const ids = ${IDS};\n${framework('ids')} }`,
  'assigned as a whole': `const ids = ${IDS};\nwindow.Framework = { config: {} };\nwindow.Framework.config.clientIds = ids;`,
  'named in comments and strings': `// ids, by region\nconst ids = ${IDS}; /* ids */\nconst s = 'ids';\n${framework('ids')}`,
  'a member of the same name': `const ids = ${IDS};\nconst other = { ids: 1 };\nother.ids = 2;\n${framework('ids')}`,
};

/** Files in which something may change the object, or another variable may be meant. */
const leftAlone: Readonly<Record<string, string>> = {
  'an entry set by its name': `const ids = ${IDS};\nids['mypurecloud.com'] = 'x';\n${framework('ids')}`,
  'an entry set later': `const ids = ${IDS};\n${framework('ids')}\nids.x = 'x';`,
  'an entry set in clientIds': `const ids = ${IDS};\n${framework('ids')}\nwindow.Framework.config.clientIds.x = 'x';`,
  'an entry deleted': `const ids = ${IDS};\ndelete ids['mypurecloud.com'];\n${framework('ids')}`,
  'passed to a function': `const ids = ${IDS};\nfill(ids);\n${framework('ids')}`,
  'merged into': `const ids = ${IDS};\nObject.assign(ids, more);\n${framework('ids')}`,
  'used in two objects': `const ids = ${IDS};\nwindow.other = { ids };\n${framework('ids')}`,
  'set anew': `let ids = ${IDS};\nids = {};\n${framework('ids')}`,
  'set anew by destructuring': `let ids = ${IDS};\n({ ids } = other);\n${framework('ids')}`,
  'declared twice': `var ids = ${IDS};\nvar ids = {};\n${framework('ids')}`,
  'a parameter of the same name': `const ids = ${IDS};\nfunction setup(ids) { ${framework('ids')} }`,
  'caught under the same name': `const ids = ${IDS};\ntry {} catch (ids) { ${framework('ids')} }`,
  'a function of the same name': `const ids = ${IDS};\n(() => { function ids() {}\n${framework('ids')} })();`,
  imported: `import ids from './ids.js';\n${framework('ids')}`,
  exported: `export const ids = ${IDS};\n${framework('ids')}`,
  'exported with the framework itself': `export const ids = ${IDS}, framework = { config: { name: 'x', clientIds: ids } };`,
  'exported by a list': `const ids = ${IDS};\nexport { ids };\n${framework('ids')}`,
  'declared in another function': `function a() { const ids = ${IDS}; }\n${framework('ids')}`,
  'declared in another block': `{ const ids = ${IDS}; }\n${framework('ids')}`,
  'a var in a block that may not run': `if (test) { var ids = ${IDS}; }\n${framework('ids')}`,
  'a var further down': `${framework('ids')}\nvar ids = ${IDS};`,
  'a var for a function that may run before': `setup();\nvar ids = ${IDS};\nfunction setup() { ${framework('ids')} }`,
  'a var that is changed by way of window': `var ids = ${IDS};\nwindow.ids.x = 'x';\n${framework('ids')}`,
  'a var that is changed by way of window, in brackets': `var ids = ${IDS};\nwindow['ids'].x = 'x';\n${framework('ids')}`,
  'in a loop': `for (var ids = ${IDS}; false; ) {}\n${framework('ids')}`,
  'without a value': `let ids;\n${framework('ids')}`,
  destructured: `const { ids } = { ids: ${IDS} };\n${framework('ids')}`,
  'from a call': `const ids = load();\n${framework('ids')}`,
  'frozen by a call': `const ids = Object.freeze(${IDS});\n${framework('ids')}`,
  'a constant of a constant': `const all = ${IDS};\nconst ids = all;\n${framework('ids')}`,
  'a member of a constant': `const all = { ids: ${IDS} };\n${framework('all.ids')}`,
  'spread into another object': `const ids = ${IDS};\n${framework("{ ...ids, 'mypurecloud.ie': '' }")}`,
  'code that is made later': `const ids = ${IDS};\neval(code);\n${framework('ids')}`,
  'code that is made by a function': `const ids = ${IDS};\nnew Function(code)();\n${framework('ids')}`,
  'names that may be members': `const ids = ${IDS};\nwith (other) { ${framework('ids')} }`,
  'nowhere declared': framework('ids'),
  'named where nobody can make sense of it': `const ids = ${IDS};\n${framework('ids')}\nfunction ( ids { = ids`,
};

describe('framework.js: clientIds as a constant (E6)', () => {
  for (const [what, text] of Object.entries(followed)) {
    it(`${what}: read, and written into its declaration`, () => {
      const { clientIds } = inspectFramework(text);
      assert.deepEqual(clientIds, inspectExactly(text)?.clientIds);
      assert.equal(clientIds.kind, 'literal');
      assert.equal(text.slice(clientIds.place.start, clientIds.place.end), IDS);
      for (const region of ['mypurecloud.com', 'mypurecloud.ie']) {
        const change = setClientId(text, region, ID);
        assert.equal(change.kind, 'edit');
        const after = evaluateClientIds(applyEdit(text, change.edit), AT);
        assert.deepEqual(after, evaluateClientIds(text, AT).set(region, ID));
      }
    });
  }

  for (const [what, text] of Object.entries(leftAlone)) {
    it(`${what}: left alone`, () => {
      const { clientIds } = inspectFramework(text);
      const found = clientIds.kind === 'literal' ? clientIds.complete : clientIds.kind;
      assert.ok(found === 'not-a-literal' || found === false, String(found));
      assert.equal(setClientId(text, 'mypurecloud.jp', ID).kind, 'refused');
    });
  }

  const halfTyped = 'PureCloud.User.getAuthToken(function (tok';
  for (const [what, text] of Object.entries(followed)) {
    it(`${what}: stays known while a line below is half typed`, () => {
      const { clientIds } = inspectFramework(`${text}\n${halfTyped}`);
      assert.equal(clientIds.kind, 'literal');
      assert.equal(text.slice(clientIds.place.start, clientIds.place.end), IDS);
    });
  }

  it('stays known in such a file where only comments, texts and keys have its name', () => {
    for (const name of ['ids', '$ids', 'идс', 'i2']) {
      const text = `const ${name} = ${IDS};\n${framework(name)}\n`;
      for (const other of [`// ${name}`, `/* ${name}\n${name} */`, `s = 'of ${name}';`, `s = "${name}";`]) {
        const { clientIds } = inspectFramework(`${text}${other}\n${halfTyped}`);
        assert.equal(clientIds.kind, 'literal', other);
      }
      for (const rest of [`s = \`\${x} ${name}\`; f(`, `x = { ${name}: 1 }; f(`, `f( /* ${name}`])
        assert.equal(inspectFramework(text + rest).clientIds.kind, 'literal', rest);
    }
  });

  it('is not certain where its name stands in what nobody can make sense of', () => {
    for (const name of ['ids', '$ids', 'идс', 'i2']) {
      const text = `const ${name} = ${IDS};\n${framework(name)}\n`;
      for (const rest of [
        `\\ ${name}.x = load();`,
        `function get ${name}`,
        `for ${name} } (`,
        `class ... ${name}`,
      ])
        assert.equal(inspectFramework(text + rest).clientIds.kind, 'not-a-literal', rest);
    }
  });

  it('completion works in its declaration', () => {
    const text = `const ids = { '' };\n${framework('ids')}`;
    assert.equal(completionsAt(text, text.indexOf("''") + 1)?.kind, 'region');
  });
});

describe('framework.js: clientIds without an object', () => {
  const nothings = ['null', 'undefined', 'void 0', '(null)'];
  for (const nothing of nothings) {
    it(`${nothing} is empty, and the first entry brings its braces along`, () => {
      const text = framework(nothing);
      const { clientIds } = inspectFramework(text);
      assert.equal(clientIds.kind, 'literal');
      assert.deepEqual(clientIds.entries, []);
      const change = setClientId(text, 'mypurecloud.com', ID);
      assert.equal(change.kind, 'edit');
      assert.deepEqual(change.replaces, { kind: 'nothing' });
      const after = applyEdit(text, change.edit);
      assert.deepEqual(evaluateClientIds(after, AT), new Map([['mypurecloud.com', ID]]));
      assert.equal(setClientId(after, 'mypurecloud.com', ID).kind, 'unchanged');
    });
  }

  it('null by another name is replaced where it is written', () => {
    const text = `let ids = null;\n${framework('ids')}`;
    const change = setClientId(text, 'mypurecloud.com', ID);
    assert.equal(change.kind, 'edit');
    assert.equal(applyEdit(text, change.edit), text.replace('null', `{ 'mypurecloud.com': '${ID}' }`));
  });

  it('null that is filled later is left alone', () => {
    for (const later of ['window.Framework.config.clientIds = load();', 'fill(ids);', 'ids = load();']) {
      const text = `let ids = null;\n${framework('ids')}\n${later}`;
      assert.equal(setClientId(text, 'mypurecloud.com', ID).kind, 'refused');
    }
  });

  it('E1: that there is none is said where the token is asked for', () => {
    const text = `${framework('null')}\nPureCloud.User.getAuthToken(done);`;
    assert.deepEqual(
      checkFramework(text, [], '').map(({ code }) => code),
      ['auth-token-without-client-id'],
    );
  });

  for (const value of ['false', '!0', '-1', "''", '0', '[]', 'void load()', 'null ?? ids', 'nothing']) {
    it(`${value} is left alone`, () => {
      assert.equal(setClientId(framework(value), 'mypurecloud.com', ID).kind, 'refused');
    });
  }
});

describe('A var, which is a property of window, too', () => {
  const text = (rest: string) => `var SOFTPHONE = ${IDS};\n${framework('SOFTPHONE')}\n${rest}`;

  for (const rest of [
    `Object.assign(window, { SOFTPHONE: load() });`,
    `Object.defineProperty(window, 'SOFTPHONE', { value: load() });`,
    `Reflect.set(window, 'SOFTPHONE', load());`,
    `const { SOFTPHONE: x } = window; fill(x);`,
  ])
    it(`is not certain where its name is reached by ${rest}`, () =>
      assert.equal(inspectFramework(text(rest)).clientIds.kind, 'not-a-literal'));

  it('is certain without', () => assert.equal(inspectFramework(text('start();')).clientIds.kind, 'literal'));

  it('may have a name of any length', () => {
    const name = '$'.repeat(50_000);
    const { clientIds } = inspectFramework(`const ${name} = ${IDS};\n${framework(name)}`);
    assert.equal(clientIds.kind, 'not-a-literal');
  });
});
