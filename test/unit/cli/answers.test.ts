import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { answerOf, inShort } from './answers.ts';
import { FAULTY, FINE, frameworkWith, ID, TWICE, useProject } from './project.ts';

/** A warning that explains itself at another line, information, and an error. */
const SEVERAL = frameworkWith(
  `'mypurecloud.com': '${ID}'`,
  `'mypurecloud.com': '${ID}'`,
  `'us-east-9': '${ID}'`,
  `'mypurecloud.ie': '${ID.slice(1)}'`,
);

describe('What genesys-oauth check ends with', () => {
  const project = useProject();

  for (const [text, args, exitCode] of [
    [FINE, [], 0],
    [FAULTY, [], 1],
    [TWICE, [], 0],
    [TWICE, ['--max-warnings', '1'], 0],
    [TWICE, ['--max-warnings', '0'], 1],
    [TWICE, ['--severity', 'duplicate-region=error'], 1],
    [FAULTY, ['--severity', 'malformed-client-id=warning'], 0],
    [FAULTY, ['--severity', 'malformed-client-id=off'], 0],
  ] as const) {
    it(`is ${exitCode} with ${text === FINE ? 'nothing' : text === FAULTY ? 'an error' : 'a warning'} and "${args.join(' ')}"`, async () => {
      await project.write('framework.js', text);
      assert.equal((await project.run(['check', ...args])).exitCode, exitCode);
    });
  }
});

describe('The answer of genesys-oauth check', () => {
  const project = useProject();

  it('as text says where, how loud and what, and what it comes to', async () => {
    await project.write('src/framework.js', SEVERAL);
    const { out } = await project.run(['check', '--format', 'text']);
    assert.match(
      out,
      /^src\/framework\.js:4:7 {2}warning {2}duplicate-region\n {2}This entry has no effect: /,
    );
    assert.match(out, /\n {4}src\/framework\.js:5:7 {2}This one counts\.\n/);
    assert.match(
      out,
      /\nFiles checked: 1\. Errors: 1, warnings: 1, information: 1, hints: 0\. With --fix, .*: 1\.\n$/,
    );
  });

  it('as text shows what would move the cursor or turn letters around, and does not do it', async () => {
    const path = 'a\u001b[2J\u202eb\n.js';
    await project.write(path, frameworkWith(`'mypurecloud.com\\u0041\u202e': 'x\u009b'`));
    const { out } = await project.run(['check', path, '--format', 'text']);
    assert.ok(out.startsWith('a\\u001b[2J\\u202eb\\u000a.js:4:'), out);
    assert.doesNotMatch(out.replaceAll('\n', ''), /[\p{Cc}\u202e]/u);
  });

  it('as JSON has each place from its first character to the one behind its last', async () => {
    await project.write('framework.js', FAULTY);
    const { problems, summary } = answerOf(await project.run(['check']));
    const [problem] = problems;
    const quoted = `'${ID.slice(1)}'`;
    const column = FAULTY.split('\n')[3]?.indexOf(quoted) ?? 0;
    assert.deepEqual(
      [problem?.line, problem?.column, problem?.endLine, problem?.endColumn],
      [4, column + 1, 4, column + 1 + quoted.length],
    );
    assert.deepEqual(summary, { files: 1, errors: 1, warnings: 0, information: 0, hints: 0, fixable: 0 });
  });

  it('counts columns behind a byte order mark and in lines that end with \\r\\n as an editor does', async () => {
    const plain = answerOf(await project.run(['check', '--stdin'], { stdin: SEVERAL }));
    const other = answerOf(
      await project.run(['check', '--stdin'], { stdin: `\uFEFF${SEVERAL.replaceAll('\n', '\r\n')}` }),
    );
    assert.deepEqual(other, plain);
  });

  it('for GitHub is a command for each, with what it gives a meaning escaped', async () => {
    const path = 'a,b:c%.js';
    await project.write(path, SEVERAL);
    await project.write('genesys-scim.json', '{');
    const { out } = await project.run(['check', path, 'genesys-scim.json', '--format', 'github']);
    const lines = out.trimEnd().split('\n');
    assert.match(
      lines[0] ?? '',
      /^::warning file=a%2Cb%3Ac%25\.js,line=4,endLine=4,col=7,endColumn=\d+,title=duplicate-region::This entry/,
    );
    assert.match(lines[2] ?? '', /^::error .*title=malformed-client-id::/);
    assert.match(
      lines[3] ?? '',
      /^::error file=genesys-scim\.json,line=1,col=\d+::From here on this is not JSON/,
    );
    assert.equal(lines.length, 4);
  });

  it('for GitHub has hints and information as notices, and lines as lines', async () => {
    await project.write('framework.js', FAULTY);
    const { out } = await project.run([
      'check',
      '--format',
      'github',
      '--severity',
      'malformed-client-id=hint',
    ]);
    assert.match(out, /^::notice file=framework\.js,[^\n]*\n$/);
  });

  it('for JUnit has a case for each file and code, which fails where the run does', async () => {
    await project.write('a/framework.js', SEVERAL);
    await project.write('b/framework.js', FINE);
    await project.write('genesys-scim.json', '{');
    const { out } = await project.run(['check', '--format', 'junit']);
    assert.match(
      out,
      /^<\?xml version="1\.0" encoding="UTF-8"\?>\n<testsuites name="genesys-oauth check" tests="5" failures="1" errors="1">/,
    );
    const cases = [...out.matchAll(/<testcase classname="([^"]*)" name="([^"]*)"[^>]*?(?:\/>|><([\w-]+))/g)];
    assert.deepEqual(
      cases.map(([, path, name, outcome]) => [path, name, outcome]),
      [
        ['a/framework.js', 'duplicate-region', 'system-out'],
        ['a/framework.js', 'unknown-region', 'system-out'],
        ['a/framework.js', 'malformed-client-id', 'failure'],
        ['b/framework.js', 'check', undefined],
        ['genesys-scim.json', 'check', 'error'],
      ],
    );
    const strict = await project.run(['check', '--format', 'junit', '--max-warnings', '0']);
    assert.match(strict.out, /failures="2"/);
  });

  it('for JUnit is XML whatever a name or a file holds', async () => {
    const path = 'a&<">\u0001\n.js';
    await project.write(path, frameworkWith(`'mypurecloud.com': '\u0000<&>"\uFFFF'`));
    const { out } = await project.run(['check', path, '--format', 'junit']);
    assert.match(out, /classname="a&amp;&lt;&quot;&gt;\uFFFD&#10;\.js"/);
    assert.doesNotMatch(out, /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u);
    assert.doesNotMatch(out.replaceAll(/&(?:amp|lt|gt|quot|#10);/g, ''), /&/);
  });

  it('is in the order of paths and places', async () => {
    await project.write('b/framework.js', FAULTY);
    await project.write('a/framework.js', SEVERAL);
    const short = inShort(answerOf(await project.run(['check', 'b', 'a'])));
    assert.deepEqual(short, [
      'a/framework.js:4 duplicate-region',
      'a/framework.js:6 unknown-region',
      'a/framework.js:7 malformed-client-id',
      'b/framework.js:4 malformed-client-id',
    ]);
  });
});
