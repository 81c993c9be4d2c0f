import assert from 'node:assert/strict';
import { inspectFramework, type Place } from '../../../src/core/framework/inspect.ts';

function inspectEntry(entry: string) {
  const { clientIds } = inspectFramework(`window.Framework = { config: { clientIds: { ${entry} } } };`);
  assert.equal(clientIds.kind, 'literal');
  return clientIds.entries.at(-1);
}

describe('inspectFramework', function () {
  this.timeout(90_000);

  for (const [what, text] of [
    ['brackets', '['.repeat(200_000)],
    ['braces', `window.Framework = { clientIds: ${'{a:'.repeat(200_000)}`],
    ['parentheses', `${'('.repeat(200_000)}1${')'.repeat(200_000)}`],
    ['functions', `${'function f() {'.repeat(50_000)}${'}'.repeat(50_000)}`],
  ] as const) {
    it(`nesting deeper than the stack (${what}): nothing is certain, nothing is thrown`, () => {
      const place = { start: 0, end: 0, line: 1 };
      const open = { kind: 'dynamic', place, alone: false };
      const { isFramework: _, ...inspection } = inspectFramework(text);
      assert.deepEqual(inspection, {
        isLeftAlone: true,
        clientIds: { kind: 'not-a-literal', place },
        dedicatedLoginWindow: open,
        usePKCEAuthFlow: open,
        getAuthToken: undefined,
        configs: [],
        overridden: [],
        directives: [],
      });
    });
  }

  it('an entry that is indented less than its braces is found, also above a function that is not finished', () => {
    const text = "x = {\n    clientIds: {\n  'mypurecloud.com': ''\n    }\n};\n";
    for (const rest of ['', 'start(function () {\n']) {
      const { clientIds } = inspectFramework(text + rest);
      assert.equal(clientIds.kind, 'literal');
      assert.deepEqual(
        clientIds.entries.map(({ region }) => region),
        ['mypurecloud.com'],
      );
    }
  });

  it('finds clientIds at the end of 400 kB, in an array of 80,000 items and behind a long comment', () => {
    const end = "window.Framework = { config: { clientIds: { 'mypurecloud.com': '' } } };";
    for (const start of [
      'function f() { return 1; }\n'.repeat(14_500),
      `var list = [${'1,\n'.repeat(80_000)}];\n`,
      `/*${' * text\n'.repeat(49_000)}*/\n`,
    ]) {
      const { clientIds } = inspectFramework(start + end);
      assert.equal(clientIds.kind, 'literal');
      assert.equal(clientIds.place.line, start.split('\n').length);
      assert.equal(clientIds.entries.length, 1);
    }
  });

  it('counts lines as an editor does: \\n, \\r\\n and \\r, but not U+2028', () => {
    const { clientIds } = inspectFramework("\n\r\n\rvar s = '\u2028';\n\n\rx = { clientIds: {} };");
    assert.equal(clientIds.kind, 'literal');
    assert.equal(clientIds.place.line, 7);
  });

  it('a name put together of strings is read', () => {
    const made = inspectFramework("window.Framework.config['client' + 'Ids'] = { 'mypurecloud.com': '' };");
    assert.equal(made.clientIds.kind, 'literal');
    const read = inspectFramework("PureCloud.User['get' + ('Auth' + `Token`)](use);");
    assert.equal(read.getAuthToken?.line, 1);
  });

  it('a change of clientIds is one under a name put together of strings, too', () => {
    const start = "const c = { config: { clientIds: { 'mypurecloud.com': '' } } };\n";
    for (const change of ["c.config['client' + 'Ids'].x = 'y'", "delete c.config['client' + 'Ids']['x']"])
      assert.equal(inspectFramework(start + change).clientIds.kind, 'not-a-literal', change);
    for (const other of ["c.config['client' + which].x = 'y'", `c[${"'x' + ".repeat(500)}'y'] = 1`])
      assert.equal(inspectFramework(start + other).clientIds.kind, 'literal', other.slice(0, 50));
  });

  it('E6: whatever sets or removes an entry later is a change of clientIds, however it gets to them', () => {
    const start = "const c = { config: { clientIds: { 'mypurecloud.com': '' } } };\n";
    for (const change of [
      "c.config.clientIds['mypurecloud.com'] = 'y'",
      "(c?.config.clientIds).x = 'y'",
      "const { clientIds } = c.config; clientIds.x = 'y'",
      'delete c.config.clientIds.x',
      "delete c.config?.clientIds['x']",
      'delete c.config.clientIds?.x',
      'Object.assign(c.config.clientIds, more)',
      'Object.assign(c?.config.clientIds, more)',
      "Reflect.defineProperty(c.config.clientIds, 'x', { value: 'y' })",
    ])
      assert.equal(inspectFramework(start + change).clientIds.kind, 'not-a-literal', change);
    for (const other of [
      "if (!c.config.clientIds['x']) warn()",
      'typeof c.config.clientIds.x',
      'delete c.config.name',
      'delete other.x',
      "Object.assign(c.config.settings, { a: 1 }, c.config.clientIds['x'])",
      'Object.keys(c.config.clientIds)',
      'Object.assign()',
      'show(c.config.clientIds)',
    ])
      assert.equal(inspectFramework(start + other).clientIds.kind, 'literal', other);
  });

  it('lists what it finds in the order of the text, whatever stands in what', () => {
    const found = inspectFramework(`x = {
      usePKCEAuthFlow: true,
      clientIds: {},
      dedicatedLoginWindow: true,
      config: { name: 'a', inner: {
        usePKCEAuthFlow: true, usePKCEAuthFlow: true,
        clientIds: {},
        dedicatedLoginWindow: true,
        config: { name: 'b' },
      } },
      usePKCEAuthFlow: true,
    };`);
    assert.equal(found.clientIds.kind, 'several');
    const linesOf = (places: readonly Place[]) => places.map(({ line }) => line);
    assert.deepEqual(linesOf(found.clientIds.places), [3, 7]);
    assert.deepEqual(linesOf(found.configs.map(({ place }) => place)), [5, 9]);
    assert.deepEqual(linesOf(found.overridden.map(({ place }) => place)), [2, 6]);
    assert.ok(found.dedicatedLoginWindow.kind !== 'absent');
    assert.equal(found.dedicatedLoginWindow.place.line, 8);
    const { clientIds } = inspectFramework(
      "c = { clientIds: {} };\nc.clientIds.x =\n  d.clientIds.y = '';\nc.clientIds.z = '';",
    );
    assert.deepEqual(clientIds.kind === 'not-a-literal' && clientIds.place.line, 2);
  });

  it('a getter and a setter of one name overrule nothing', () => {
    const { overridden } = inspectFramework('x = { get clientIds() { return y; }, set clientIds(ids) {} };');
    assert.deepEqual(overridden, []);
  });

  for (const [source, value] of [
    ["''", { kind: 'empty' }],
    ["'\\t \\n'", { kind: 'empty' }],
    ['undefined', { kind: 'dynamic' }],
    ['null', { kind: 'dynamic' }],
    ['42', { kind: 'dynamic' }],
    ['/x/', { kind: 'dynamic' }],
    ['tag`x`', { kind: 'dynamic' }],
    ["'a' + 'b'", { kind: 'dynamic' }],
    ["'\\x61\\u{62}'", { kind: 'placeholder', text: 'ab' }],
    [
      "' 3f2b8c1e-7d4a-4e96-a0c5-1b9d6e2f8a70'",
      { kind: 'placeholder', text: ' 3f2b8c1e-7d4a-4e96-a0c5-1b9d6e2f8a70' },
    ],
    [
      "'{3f2b8c1e-7d4a-4e96-a0c5-1b9d6e2f8a70}'",
      { kind: 'placeholder', text: '{3f2b8c1e-7d4a-4e96-a0c5-1b9d6e2f8a70}' },
    ],
  ] as const) {
    it(`the value ${source} is ${value.kind}`, () => {
      assert.deepEqual(inspectEntry(`'mypurecloud.com': ${source}`)?.value, value);
    });
  }

  it('a value that goes on in the next line, indented less, is no literal', () => {
    const text = "x = {\n    clientIds: {\n        'mypurecloud.com': 'a'\n    + suffix,\n    },\n};\n";
    const { clientIds } = inspectFramework(text);
    assert.equal(clientIds.kind, 'literal');
    assert.deepEqual(
      clientIds.entries.map(({ value }) => value.kind),
      ['dynamic'],
    );
  });

  it('a quote that somebody has just typed is no empty value', () => {
    assert.deepEqual(inspectEntry("'mypurecloud.com': '\n")?.value, { kind: 'dynamic' });
  });

  it('E6: an entry in a comment is found however it is spaced and quoted, its Client ID where it has one', () => {
    const id = '3f2b8c1e-7d4a-4e96-a0c5-1b9d6e2f8a70';
    const inComment = (entry: string) => {
      const { clientIds } = inspectFramework(`x = { clientIds: {\n// ${entry},\n}, 'name': '${id}' };`);
      assert.equal(clientIds.kind, 'literal');
      return clientIds.commentedOut.map(({ region, clientId }) => [region, clientId?.text]);
    };
    for (const entry of [`'a.b': '${id}'`, `"a.b":"${id}"`, `'a.b' :  "${id}"`, `'a.b'\t: \`${id}\``])
      assert.deepEqual(inComment(entry), [['a.b', id]], entry);
    for (const entry of ["'a.b': ''", "'a.b': idOf('a')", "'a.b': 'CLIENT_ID'"])
      assert.deepEqual(inComment(entry), [['a.b', undefined]], entry);
    assert.deepEqual(inComment("'a.b' is the region of all: 'x'"), []);
  });

  it('E4: an assignment overrules nothing when it says the same, and leaves it open when it does not', () => {
    const settings = 'var settings = { dedicatedLoginWindow: true };\n';
    const same = inspectFramework(`${settings}settings.dedicatedLoginWindow = true;`);
    assert.equal(same.dedicatedLoginWindow.kind, 'on');
    const other = inspectFramework(`${settings}settings.dedicatedLoginWindow = false;`);
    assert.equal(other.dedicatedLoginWindow.kind, 'dynamic');
  });

  it('E1: the first of several getAuthToken is named', () => {
    const { getAuthToken } = inspectFramework('a.getAuthToken(b);\nc.getAuthToken(d);\n');
    assert.deepEqual(getAuthToken, { start: 2, end: 14, line: 1 });
  });

  it('E1: a call of its name alone counts, and so does taking it out of an object', () => {
    for (const [text, name] of [
      ['getAuthToken(use(PureCloud.User.getAuthToken));', 'getAuthToken'],
      ['const { addEventListener, getAuthToken: get, ...rest } = PureCloud.User;', 'getAuthToken: get'],
    ] as const) {
      const start = text.indexOf(name);
      assert.deepEqual(inspectFramework(text).getAuthToken, { start, end: start + name.length, line: 1 });
    }
    assert.equal(inspectFramework('const { ...rest } = PureCloud.User;').getAuthToken, undefined);
  });

  it('E1: a setting or a function of that name is not the call', () => {
    assert.equal(
      inspectFramework('var o = { getAuthToken: 1, x: getAuthTokens() };').getAuthToken,
      undefined,
    );
  });
});
