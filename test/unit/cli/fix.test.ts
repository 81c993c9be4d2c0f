import assert from 'node:assert/strict';
import { chmod, lstat, readdir, stat } from 'node:fs/promises';
import { describe, it } from 'mocha';
import { NOTHING_KNOWN } from '../../../src/cli/check/problems.ts';
import { answerOf, inShort } from './answers.ts';
import { FAULTY, frameworkWith, ID, TWICE, useProject } from './project.ts';

const ONCE = frameworkWith(`'mypurecloud.com': '${ID}'`);

describe('genesys-oauth check --fix', () => {
  const project = useProject();
  const fix = async (...args: readonly string[]) => await project.run(['check', '--fix', ...args]);

  it('repairs what is safe to repair, says what, and reports what is left', async () => {
    await project.write('framework.js', TWICE);
    await project.write('a/framework.js', TWICE);
    const ended = await fix('a');
    assert.equal(await project.read('framework.js'), TWICE, 'nobody asked for it');
    const { fixed, problems } = answerOf(ended);
    assert.deepEqual([ended.exitCode, problems], [0, []]);
    assert.deepEqual(fixed, [
      { path: 'a/framework.js', line: 4, code: 'duplicate-region', text: 'Remove the entry without effect' },
    ]);
    assert.equal(await project.read('a/framework.js'), ONCE);
  });

  it('does it until nothing more comes', async () => {
    const entry = `'mypurecloud.com': '${ID}'`;
    await project.write('framework.js', frameworkWith(entry, entry, entry, entry));
    assert.equal(answerOf(await fix()).fixed.length, 3);
    assert.equal(await project.read('framework.js'), ONCE);
    assert.deepEqual(answerOf(await fix()).fixed, []);
  });

  it('changes nothing that would do something else', async () => {
    await project.write('framework.js', FAULTY);
    const ended = await fix();
    assert.equal(ended.exitCode, 1);
    assert.deepEqual(inShort(answerOf(ended)), ['framework.js:4 malformed-client-id']);
    assert.equal(await project.read('framework.js'), FAULTY);
  });

  it('repairs nothing that the settings switch off', async () => {
    await project.write('framework.js', TWICE);
    await fix('--severity', 'duplicate-region=off');
    assert.equal(await project.read('framework.js'), TWICE);
  });

  it('keeps line ends, the byte order mark and the mode, and leaves nothing beside the file', async () => {
    const windows = (text: string) => `\uFEFF${text.replaceAll('\n', '\r\n')}`;
    await project.write('framework.js', windows(TWICE));
    if (process.platform !== 'win32') await chmod(project.path('framework.js'), 0o755);
    await fix();
    assert.equal(await project.read('framework.js'), windows(ONCE));
    if (process.platform !== 'win32')
      assert.equal((await stat(project.path('framework.js'))).mode & 0o777, 0o755);
    assert.deepEqual(await readdir(project.path()), ['framework.js']);
  });

  it('repairs the file behind a link, which stays one', async function () {
    if (process.platform === 'win32') return this.skip();
    await project.write('real.js', TWICE);
    await project.link('framework.js', 'real.js');
    await fix();
    assert.equal(await project.read('real.js'), ONCE);
    assert.ok((await lstat(project.path('framework.js'))).isSymbolicLink());
  });

  it('leaves a built copy and a genesys-scim.json as they are', async () => {
    await project.write('dist/framework.js', TWICE);
    const scim = '{ "connections": [{ "clientSecret": "letmein" }] }';
    await project.write('genesys-scim.json', scim);
    assert.deepEqual(answerOf(await fix('dist/framework.js', 'genesys-scim.json')).fixed, []);
    assert.equal(await project.read('dist/framework.js'), TWICE);
    assert.equal(await project.read('genesys-scim.json'), scim);
  });

  it('says as text what it repaired', async () => {
    await project.write('framework.js', TWICE);
    const { out } = await fix('--format', 'text');
    assert.match(
      out,
      /^framework\.js:4 {2}repaired {2}duplicate-region {2}Remove the entry without effect\nFiles checked: 1\. Nothing found\. Repaired: 1\.\n$/,
    );
  });
});

describe('A file that changes while it is repaired', () => {
  const project = useProject();

  it('is left as it is, and that is said', async () => {
    const { fixFile } = await import('../../../src/cli/check/fix.ts');
    await project.write('framework.js', TWICE);
    const file = { path: 'framework.js', place: project.path('framework.js'), kind: 'framework' } as const;
    const reading = { ok: true, text: TWICE, bytes: new TextEncoder().encode(TWICE) } as const;
    const judging = { loudness: () => 'warning' as const, now: new Date(), known: NOTHING_KNOWN };
    const changed = `${TWICE}// somebody else\n`;
    await project.write('framework.js', changed);
    const result = await fixFile(file, reading, judging);
    assert.ok(!result.ok);
    assert.match(result.reason, /It has changed since it was read/);
    assert.equal(await project.read('framework.js'), changed);
  });
});
