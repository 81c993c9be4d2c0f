import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { chmod, mkdir, readdir } from 'node:fs/promises';
import { describe, it } from 'mocha';
import { LARGEST_FILE, LONGEST_CHECKED } from '../../../src/core/files/readable.ts';
import { answerOf, inShort } from './answers.ts';
import { FAULTY, FINE, ID, useProject } from './project.ts';

const SCIM = '{ "connections": [{ "provider": "entra", "tokenEndsAt": "2020-01-01T00:00:00Z" }] }';

describe('What genesys-oauth check looks at', () => {
  const project = useProject();

  /** Where it found something, and what it ended with. */
  async function found(...args: readonly string[]) {
    const ended = await project.run(['check', ...args]);
    const { problems, exitCode } = answerOf(ended);
    return { paths: problems.map(({ path }) => path), exitCode };
  }

  it('is, without a path, every framework.js and genesys-scim.json but those of packages and builds', async () => {
    for (const path of ['framework.js', 'a/b/framework.js', '.hidden/framework.js', 'a/other.js'])
      await project.write(path, FAULTY);
    for (const folder of ['node_modules/x', 'a/dist', 'build', 'out', '.git'])
      await project.write(`${folder}/framework.js`, FAULTY);
    await project.write('a/genesys-scim.json', SCIM);
    await project.write('a/other.json', SCIM);
    const paths = ['.hidden/framework.js', 'a/b/framework.js', 'a/genesys-scim.json', 'framework.js'];
    assert.deepEqual(await found(), { paths, exitCode: 1 });
  });

  it('is what the patterns of the project mean, as in VS Code', async () => {
    await project.write(
      '.vscode/settings.json',
      '// ours\n{ "genesysOAuth.frameworkFiles": ["src/*.mjs",], }',
    );
    await project.write('src/softphone.mjs', FAULTY);
    await project.write('framework.js', FAULTY);
    assert.deepEqual(await found(), { paths: ['src/softphone.mjs'], exitCode: 1 });
  });

  it('is nothing that the settings exclude, unless it is named', async () => {
    const excluded = { '**/excluded': true, 'b/*.js': true, kept: false, 'c/**': { when: '$(basename).ts' } };
    await project.write('.vscode/settings.json', JSON.stringify({ 'files.exclude': excluded }));
    for (const folder of ['a/excluded', 'b', 'c', 'kept'])
      await project.write(`${folder}/framework.js`, FAULTY);
    assert.deepEqual((await found()).paths, ['c/framework.js', 'kept/framework.js']);
    assert.deepEqual((await found('b/framework.js')).paths, ['b/framework.js']);
  });

  it('is all of a folder that is named, by the patterns, and a file whatever it is called', async () => {
    await project.write('a/framework.js', FAULTY);
    await project.write('b/framework.js', FAULTY);
    await project.write('b/phone.ts', FAULTY);
    await project.write('c/scim.json', SCIM);
    assert.deepEqual(await found('./b'), { paths: ['b/framework.js'], exitCode: 1 });
    assert.deepEqual((await found('b/phone.ts', 'c/scim.json', project.path('a'))).paths, [
      'a/framework.js',
      'b/phone.ts',
      'c/scim.json',
    ]);
  });

  it('is each file once, however often it is named', async () => {
    await project.write('a/framework.js', FAULTY);
    assert.deepEqual((await found('a', 'a/framework.js', './a/../a', 'a/*')).paths, ['a/framework.js']);
  });

  it('is what a pattern fits that the shell left alone, in the folder of the run', async () => {
    await project.write('a/x.js', FAULTY);
    await project.write('a/y.js', FAULTY);
    await project.write('b/z.js', FAULTY);
    assert.deepEqual((await found('{a,b}/[xz].js')).paths, ['a/x.js', 'b/z.js']);
  });

  it('is a file that is called like a pattern', async () => {
    await project.write('[a].js', FAULTY);
    assert.deepEqual((await found('[a].js')).paths, ['[a].js']);
  });

  it('is a file outside of the folder of the run, by its whole path', async () => {
    await project.write('outside/framework.js', FAULTY);
    await project.write('in/framework.js', FINE);
    const ended = await project.run(['check', '../outside/framework.js'], { within: 'in' });
    const path = project.path('outside', 'framework.js').replaceAll('\\', '/');
    assert.deepEqual(inShort(answerOf(ended)), [`${path}:4 malformed-client-id`]);
  });

  it('is standard input, read as the file that it would be', async () => {
    const asFramework = await project.run(['check', '--stdin'], { stdin: FAULTY });
    const asScim = await project.run(['check', '--stdin', '--stdin-filename', 'a/genesys-scim.json'], {
      stdin: SCIM,
    });
    assert.deepEqual(inShort(answerOf(asFramework)), ['framework.js:4 malformed-client-id']);
    assert.deepEqual(inShort(answerOf(asScim)), ['a/genesys-scim.json:1 token-expired']);
  });

  it('is no file of another product; of one that was named, that is said', async () => {
    await project.write('framework.js', 'define([], () => ({ run() {} }));');
    const found = await project.run(['check']);
    assert.deepEqual([found.exitCode, found.err, answerOf(found).otherProducts], [0, '', []]);
    const named = await project.run(['check', 'framework.js']);
    assert.deepEqual([named.exitCode, answerOf(named).otherProducts], [0, ['framework.js']]);
    assert.match(named.err, /framework\.js is not about the Embeddable Framework/);
  });

  it('is, of a built copy that was named, only that it is one, and where its source is', async () => {
    await project.write('dist/framework.js', FAULTY);
    await project.write('src/framework.js', FINE);
    const { problems } = answerOf(await project.run(['check', 'dist/framework.js']));
    assert.deepEqual(
      problems.map(({ code, severity, related }) => ({
        code,
        severity,
        to: related.map(({ path }) => path),
      })),
      [{ code: 'built-copy', severity: 'hint', to: ['src/framework.js'] }],
    );
  });
});

describe('What genesys-oauth check cannot look at', () => {
  const project = useProject();

  /** What is said of it, the code it ends with, and what was found beside it. */
  async function refused(...args: readonly string[]) {
    const ended = await project.run(['check', ...args]);
    const answer = answerOf(ended);
    const [first, ...others] = answer.notChecked;
    assert.deepEqual(others, []);
    assert.ok(first !== undefined && ended.err.includes(first.reason), ended.err);
    return { ...first, exitCode: ended.exitCode, found: inShort(answer) };
  }

  it('is nothing at all', async () => {
    await mkdir(project.path('empty'));
    for (const args of [[], ['empty']]) {
      const { exitCode, reason } = await refused(...args);
      assert.equal(exitCode, 2);
      assert.match(reason, /Nothing to check/);
    }
  });

  it('is what is not there, beside what is', async () => {
    await project.write('framework.js', FAULTY);
    assert.deepEqual(await refused('framework.js', 'gone.js'), {
      path: 'gone.js',
      reason: 'It is not there.',
      exitCode: 2,
      found: ['framework.js:4 malformed-client-id'],
    });
  });

  it('is a pattern that fits nothing, or is none', async () => {
    await project.write('framework.js', FINE);
    assert.match((await refused('src/**/*.js')).reason, /No file fits this pattern/);
    assert.match((await refused('src/{a,b')).reason, /no counterpart/);
  });

  it('is a file that is too large', async () => {
    await project.write('framework.js', ' '.repeat(LARGEST_FILE + 1));
    assert.match((await refused()).reason, /larger than 5 MB/);
    await project.write('framework.js', `${FAULTY}// ${'x'.repeat(LONGEST_CHECKED)}`);
    assert.match((await refused()).reason, /larger than 400 kB/);
    await project.write('framework.js', FAULTY.padEnd(LONGEST_CHECKED));
    assert.equal((await project.run(['check'])).exitCode, 1);
  });

  it('is a file in another encoding, or one that is no text', async () => {
    await project.write('framework.js', Buffer.from(FAULTY, 'utf16le'));
    assert.match((await refused()).reason, /not in UTF-8/);
    const ended = await project.run(['check', '--stdin'], { stdin: new Uint8Array([0xff, 0xfe, 0, 0]) });
    assert.equal(ended.exitCode, 2);
  });

  it('is a file that this account may not read', async function () {
    if (process.getuid?.() === 0 || process.platform === 'win32') return this.skip();
    await project.write('framework.js', FAULTY);
    await chmod(project.path('framework.js'), 0);
    assert.match((await refused()).reason, /no permission/);
  });

  it('is a pipe, which would never end', async function () {
    if (process.platform === 'win32') return this.skip();
    execFileSync('mkfifo', [project.path('framework.js')]);
    assert.match((await refused('framework.js')).reason, /neither a file nor a folder/);
  });

  it('is the rest of a genesys-scim.json that is no JSON; what could be read is reported', async () => {
    await project.write('genesys-scim.json', `${SCIM.slice(0, -1)}, oops`);
    const { path, line, exitCode, found, reason } = await refused();
    assert.deepEqual([path, line, exitCode], ['genesys-scim.json', 1, 2]);
    assert.deepEqual(found, ['genesys-scim.json:1 token-expired']);
    assert.match(reason, /not JSON/);
  });

  it('is what a link leads to outside of the folder; links within it count, links to folders do not', async function () {
    if (process.platform === 'win32') return this.skip();
    await project.write('outside/framework.js', FAULTY);
    await project.write('in/real.js', FAULTY);
    await project.link('in/a/framework.js', '../real.js');
    await project.link('in/b', '../outside');
    await project.link('in/c/framework.js', '../../outside/framework.js');
    const ended = await project.run(['check'], { within: 'in' });
    const { notChecked, problems } = answerOf(ended);
    assert.deepEqual(
      problems.map(({ path }) => path),
      ['a/framework.js'],
    );
    assert.deepEqual(
      notChecked.map(({ path }) => path),
      ['c/framework.js'],
    );
    assert.match(notChecked[0]?.reason ?? '', /leads out of this folder/);
    for (const named of ['b', 'b/framework.js'])
      assert.equal((await project.run(['check', named], { within: 'in' })).exitCode, 2, named);
  });
});

describe('The settings of the project', () => {
  const project = useProject();
  const UNKNOWN = FAULTY.replace(ID.slice(1), ID).replace('mypurecloud.com', 'mypurecloud.example');

  it('say how loud a code is, and the command line goes before them', async () => {
    await project.write('framework.js', UNKNOWN);
    const severity = async (...args: readonly string[]) =>
      answerOf(await project.run(['check', ...args])).problems.map((problem) => problem.severity);
    await project.write(
      '.vscode/settings.json',
      '{ "genesysOAuth.severity": { "unknown-region": "error" } }',
    );
    assert.deepEqual(await severity(), ['error']);
    assert.deepEqual(await severity('--severity', 'unknown-region=hint'), ['hint']);
    assert.deepEqual(await severity('--severity', 'unknown-region=off'), []);
    await project.write('.vscode/settings.json', '{ "genesysOAuth.severity": { "unknown-region": "off" } }');
    assert.deepEqual(await severity(), []);
  });

  it('name a code that there is not: that is told, with the one that was meant, and the check goes on', async () => {
    await project.write('framework.js', FINE);
    await project.write('.vscode/settings.json', '{ "genesysOAuth.severity": { "unknown-regoin": "off" } }');
    const { exitCode, err } = await project.run(['check']);
    assert.equal(exitCode, 0);
    assert.match(err, /"unknown-regoin", which is no code of this version\. Did you mean unknown-region\?/);
  });

  for (const [what, settings, says] of [
    ['no JSON', '{ "genesysOAuth.severity": ', /not JSON/],
    [
      'a severity that is none',
      '{ "genesysOAuth.severity": { "unknown-region": "loud" } }',
      /"loud" of unknown-region/,
    ],
    ['severities that are no list', '{ "genesysOAuth.severity": "off" }', /a severity each/],
    ['patterns that are no list', '{ "genesysOAuth.frameworkFiles": "a.js" }', /list of patterns/],
    ['a pattern that leads out', '{ "genesysOAuth.frameworkFiles": ["../a.js"] }', /leads out/],
    ['another encoding', Buffer.from('{}', 'utf16le'), /not in UTF-8/],
  ] as const) {
    it(`that have ${what} end it, before anything is changed`, async () => {
      await project.write('framework.js', FAULTY);
      await project.write('.vscode/settings.json', settings);
      const ended = await project.run(['check', '--fix', '--write-baseline', 'baseline.json']);
      const { notChecked, problems } = answerOf(ended);
      assert.deepEqual([ended.exitCode, problems, notChecked[0]?.path], [2, [], '.vscode/settings.json']);
      assert.match(notChecked[0]?.reason ?? '', says);
      assert.deepEqual((await readdir(project.path())).sort(), ['.vscode', 'framework.js']);
      assert.equal(await project.read('framework.js'), FAULTY);
    });
  }
});
