import assert from 'node:assert/strict';
import { chmod, readdir, stat } from 'node:fs/promises';
import { describe, it } from 'mocha';
import { answerOf, inShort } from './answers.ts';
import { FAULTY, FINE, frameworkWith, ID, useProject } from './project.ts';

const SHORT = ID.slice(1);
const FILE = 'baseline.json';

describe('A baseline', () => {
  const project = useProject();
  const write = async () => await project.run(['check', '--write-baseline', FILE]);
  const held = async (...args: readonly string[]) =>
    answerOf(await project.run(['check', '--baseline', FILE, ...args]));

  it('lets an old project start: what it lists is left out, what is new counts', async () => {
    await project.write('old/framework.js', FAULTY);
    const written = await write();
    assert.deepEqual([written.exitCode, answerOf(written).baseline], [0, { file: FILE, written: 1 }]);
    assert.deepEqual(await held(), { ...(await held()), problems: [], exitCode: 0 });
    await project.write('new/framework.js', FAULTY);
    const answer = await held();
    assert.deepEqual(inShort(answer), ['new/framework.js:4 malformed-client-id']);
    assert.deepEqual([answer.exitCode, answer.baseline], [1, { file: FILE, leftOut: 1, gone: [] }]);
  });

  it('knows a problem whose line has moved, and one that was indented', async () => {
    await project.write('framework.js', FAULTY);
    await write();
    await project.write('framework.js', `// more\n\n${FAULTY.replaceAll('      ', '\t\t\t')}`);
    assert.deepEqual(inShort(await held()), []);
  });

  it('knows how many there were of what is the same', async () => {
    const twice = (count: number) =>
      `{ "connections": [${Array.from({ length: count }, () => '{ "tokenEndsAt": "2020-01-01T00:00:00Z" }').join(',\n')}] }`;
    await project.write('genesys-scim.json', twice(2));
    await write();
    await project.write('genesys-scim.json', twice(3));
    const answer = await held();
    assert.deepEqual(inShort(answer), ['genesys-scim.json:3 token-expired']);
    await project.write('genesys-scim.json', twice(1));
    assert.deepEqual((await held()).baseline, {
      file: FILE,
      leftOut: 1,
      gone: [{ path: 'genesys-scim.json', code: 'token-expired' }],
    });
  });

  it('leaves out no other region with the same fault', async () => {
    await project.write('framework.js', FAULTY);
    await write();
    await project.write(
      'framework.js',
      frameworkWith(`'mypurecloud.com': '${SHORT}'`, `'mypurecloud.ie': '${SHORT}'`),
    );
    assert.deepEqual(inShort(await held()), ['framework.js:5 malformed-client-id']);
  });

  it('takes the place of no other file, whatever is forgotten in the command line', async () => {
    await project.write('framework.js', FAULTY);
    await project.write('package.json', '{"name":"project"}');
    await project.write('empty.json', '');
    for (const [name, text] of [
      ['framework.js', FAULTY],
      ['package.json', '{"name":"project"}'],
    ] as const) {
      const written = await project.run(['check', '--write-baseline', name]);
      assert.deepEqual(
        [written.exitCode, answerOf(written).notChecked, await project.read(name)],
        [
          2,
          [
            {
              path: name,
              reason:
                'Another file is there, which is no baseline and is left as it is. Delete it, or choose another name.',
            },
          ],
          text,
        ],
      );
    }
    assert.equal((await project.run(['check', '--write-baseline', 'empty.json'])).exitCode, 0);
    assert.equal((await project.run(['check', '--write-baseline', 'empty.json'])).exitCode, 0);
  });

  it('lists a file by whatever name it has', async () => {
    await project.write('__proto__', FAULTY);
    await project.run(['check', '__proto__', '--write-baseline', FILE]);
    assert.deepEqual(inShort(await held('__proto__')), []);
  });

  it('says what it lists in vain of the files that were checked', async () => {
    await project.write('a/framework.js', FAULTY);
    await project.write('b/framework.js', FAULTY);
    await write();
    await project.write('a/framework.js', FINE);
    await project.write('b/framework.js', FINE);
    assert.deepEqual((await held('a')).baseline, {
      file: FILE,
      leftOut: 0,
      gone: [{ path: 'a/framework.js', code: 'malformed-client-id' }],
    });
    const { out } = await project.run(['check', '--baseline', FILE, '--format', 'text']);
    assert.match(out, /Listed there and found no more: 2\./);
  });

  it('has nothing of what may be a secret, and no line', async () => {
    const secret = 'aB3dEfGh1jKlMn0pQrStUvWxYz1234567890AbCdEfG';
    await project.write('genesys-scim.json', `{ "connections": [{ "clientSecret": "${secret}" }] }`);
    await write();
    const before = await project.read(FILE);
    await project.write(
      'genesys-scim.json',
      `\n{ "connections": [{ "clientSecret": "${secret.toLowerCase()}" }] }`,
    );
    await write();
    assert.equal(await project.read(FILE), before, 'it does not depend on the value');
    assert.match(before, /plain-text-secret/);
  });

  it('is written in the same way each time, and keeps its mode', async () => {
    await project.write('a/framework.js', FAULTY);
    await write();
    const before = await project.read(FILE);
    if (process.platform !== 'win32') await chmod(project.path(FILE), 0o640);
    await write();
    assert.equal(await project.read(FILE), before);
    if (process.platform !== 'win32') assert.equal((await stat(project.path(FILE))).mode & 0o777, 0o640);
    assert.deepEqual((await readdir(project.path())).sort(), ['a', FILE]);
  });

  it('is not written where not everything could be checked, because that would be new the next time', async () => {
    await project.write('framework.js', FAULTY);
    await project.write('genesys-scim.json', '{');
    const ended = await write();
    assert.equal(ended.exitCode, 2);
    assert.match(ended.err, /The baseline was not written/);
    assert.deepEqual(inShort(answerOf(ended)), ['framework.js:4 malformed-client-id']);
    assert.equal((await readdir(project.path())).includes(FILE), false);
  });

  for (const [what, text] of [
    ['is no JSON', '{'],
    ['is something else', '[]'],
    ['is of another version', '{ "version": 2, "files": {} }'],
    ['lists no problems', '{ "version": 1, "files": { "framework.js": 1 } }'],
    ['lists what is no code', '{ "version": 1, "files": { "framework.js": { "a:1": 1 } } }'],
  ] as const) {
    it(`that ${what} ends the check`, async () => {
      await project.write('framework.js', FAULTY);
      await project.write(FILE, text);
      const ended = await project.run(['check', '--baseline', FILE]);
      assert.deepEqual([ended.exitCode, answerOf(ended).problems], [2, []]);
      assert.match(ended.err, /baseline\.json: This is no baseline of this version\. Write it anew/);
    });
  }

  it('that is not there ends the check, too', async () => {
    await project.write('framework.js', FAULTY);
    const { exitCode, err } = await project.run(['check', '--baseline', FILE]);
    assert.deepEqual([exitCode, err], [2, 'baseline.json: It is not there.\n']);
  });

  it('whose folder is not there is not written, and that is said', async () => {
    await project.write('framework.js', FAULTY);
    const { exitCode, err } = await project.run(['check', '--write-baseline', 'gone/baseline.json']);
    assert.deepEqual([exitCode, err], [2, 'gone/baseline.json: It is not there.\n']);
  });
});
