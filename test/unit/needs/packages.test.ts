import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { repoFolder } from '../../host/paths.ts';
import { makeTemporaryFolder, type TemporaryFolder } from '../../host/temporaryFolder.ts';

/** In place of npm: empties node_modules, as `npm ci` does, whatever that is. */
const NPM = `const { readdirSync, rmSync } = require('node:fs');
for (const name of readdirSync('node_modules')) rmSync('node_modules/' + name, { recursive: true });`;

describe('The packages, where they are not those of package-lock.json', () => {
  let folder: TemporaryFolder;
  const at = (...path: string[]) => join(folder.path, ...path);

  beforeEach(async () => {
    folder = await makeTemporaryFolder('packages');
    for (const name of ['packages.js', 'npm.js', 'turn.js'])
      cpSync(join(repoFolder, 'test', 'needs', name), at('clone', 'test', 'needs', name));
    writeFileSync(at('clone', 'package.json'), '{ "type": "module", "engines": { "node": ">=20" } }');
    writeFileSync(
      at('clone', 'package-lock.json'),
      '{ "packages": { "node_modules/acorn": { "version": "8.0.0" } } }',
    );
    writeFileSync(at('npm.cjs'), NPM);
    mkdirSync(at('others'));
    writeFileSync(at('others', 'theirs'), '');
  });

  afterEach(async () => await folder.remove());

  /** What `npm test` does before anything else. */
  function preload() {
    return spawnSync(process.execPath, ['--import', './test/needs/packages.js', '--eval', ''], {
      cwd: at('clone'),
      env: { ...process.env, npm_execpath: at('npm.cjs') },
      encoding: 'utf8',
    });
  }

  it('are installed into a folder of the clone', () => {
    mkdirSync(at('clone', 'node_modules'));
    writeFileSync(at('clone', 'node_modules', 'old'), '');
    const { status, stderr } = preload();
    assert.equal(status, 0, stderr);
    assert.ok(!existsSync(at('clone', 'node_modules', 'old')));
  });

  it('are left alone where node_modules leads into the folder of somebody else, and what to do is said', () => {
    symlinkSync(at('others'), at('clone', 'node_modules'), 'junction');
    const { status, stderr } = preload();
    assert.ok(existsSync(at('others', 'theirs')));
    assert.equal(status, 1);
    assert.match(stderr, /node_modules is a link to .*others/);
    assert.match(stderr, /Remove the link/);
  });
});
