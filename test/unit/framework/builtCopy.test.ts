import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import {
  builtCopyFinding,
  FOLDERS_NOT_EDITED,
  isBuiltCopy,
  isWorthALook,
  NOT_EDITED,
  sourceOfCopy,
} from '../../../src/core/framework/builtCopy.ts';
import { inspectFramework } from '../../../src/core/framework/inspect.ts';

describe('A framework.js that a build wrote', () => {
  it('is known by the folder that builds write, wherever that is, and not by its own name', () => {
    for (const path of ['dist/framework.js', 'crm/build/js/framework.js', 'out/framework.js'])
      assert.equal(isBuiltCopy(path), true, path);
    for (const path of ['src/framework.js', 'framework.js', 'src/dist', 'distribution/framework.js'])
      assert.equal(isBuiltCopy(path), false, path);
  });

  it('is looked for no more than what packages bring', () => {
    assert.deepEqual(FOLDERS_NOT_EDITED, ['node_modules', 'dist', 'build', 'out']);
    assert.equal(NOT_EDITED, '**/{node_modules,dist,build,out}/**');
  });

  it('is worth a word where it has Client IDs, or asks for a token', () => {
    const worth = (text: string) => isWorthALook(inspectFramework(text));
    assert.equal(worth("window.Framework = { config: { clientIds: { 'mypurecloud.jp': '' } } };"), true);
    assert.equal(worth('window.Framework = {}; window.PureCloud.User.getAuthToken(use);'), true);
    assert.equal(worth("window.Framework = { config: { name: 'CRM' } };"), false);
    assert.equal(worth("const settings = { clientIds: { web: '' } };"), false, 'of another product');
  });

  it('leads to its source, where that is known', () => {
    const known = builtCopyFinding('src/framework.js');
    assert.deepEqual(
      [known.args, known.related.map(({ what }) => what)],
      [{ source: 'src/framework.js' }, ['source']],
    );
    const unknown = builtCopyFinding(undefined);
    assert.deepEqual([unknown.args, unknown.related, unknown.code], [{}, [], 'built-copy']);
    assert.deepEqual(unknown.place, { start: 0, end: 0, line: 1 });
  });

  it('was most likely built from the file of its name that is nearest to the top', () => {
    const paths = [
      'crm/web/src/framework.js',
      'src/framework.js',
      'a/framework.js',
      'src/other-framework.js',
    ];
    assert.equal(sourceOfCopy('dist/framework.js', paths), 'a/framework.js');
    assert.equal(sourceOfCopy('dist/framework.js', ['b/framework.js', 'a/framework.js']), 'a/framework.js');
    assert.equal(sourceOfCopy('dist/framework.js', ['framework.js', 'a/framework.js']), 'framework.js');
    assert.equal(sourceOfCopy('dist/framework.js', ['src/other-framework.js']), undefined);
  });
});
