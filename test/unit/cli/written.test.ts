import assert from 'node:assert/strict';
import { lstat } from 'node:fs/promises';
import { describe, it } from 'mocha';
import { FAULTY, useProject } from './project.ts';

describe('A file that a command line names to be written', () => {
  const project = useProject();

  for (const args of [
    ['check', '--write-baseline', 'written'],
    ['token-watch', '--ics', 'written'],
  ]) {
    const command = args.join(' ');

    it(`is left alone where a link leads out of the folder: ${command}`, async function () {
      if (process.platform === 'win32') this.skip();
      await project.write('in/framework.js', FAULTY);
      await project.write('home/profile', '');
      await project.link('in/written', '../home/profile');
      const { exitCode, out, err } = await project.run(args, { within: 'in' });
      assert.equal(exitCode, 2);
      assert.match(out + err, /leads out of this folder/);
      assert.equal(await project.read('home/profile'), '');
    });

    it(`stays a link where it leads to another file of the folder: ${command}`, async function () {
      if (process.platform === 'win32') this.skip();
      await project.write('framework.js', FAULTY);
      await project.write('deep/real', '');
      await project.link('written', 'deep/real');
      assert.notEqual((await project.run(args)).exitCode, 2);
      assert.ok((await lstat(project.path('written'))).isSymbolicLink());
      assert.notEqual(await project.read('deep/real'), '');
    });
  }
});
