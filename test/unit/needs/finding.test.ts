import assert from 'node:assert/strict';
import { chmod, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'mocha';
import * as z from 'zod/mini';
import { repoFolder } from '../../host/paths.ts';
import { makeTemporaryFolder, type TemporaryFolder } from '../../host/temporaryFolder.ts';
import { howToInstall, readSystem } from '../../needs/advice.ts';
import { findChromium } from '../../needs/chromium.ts';
import { findDesktop } from '../../needs/desktopVSCode.ts';
import { tryChromium } from '../../needs/tryChromium.ts';
import { knownVersions, readVersion } from '../../needs/vscodeVersions.ts';

describe('What tests need is looked for', () => {
  let folder: TemporaryFolder;
  const before = { ...process.env };

  beforeEach(async () => {
    folder = await makeTemporaryFolder('finding');
  });

  afterEach(async () => {
    for (const name of ['CHROMIUM_PATH', 'VSCODE_PATH']) {
      if (before[name] === undefined) delete process.env[name];
      else process.env[name] = before[name];
    }
    await folder.remove();
  });

  it('where a variable says, and only there: a sentence says when nothing is there', async () => {
    process.env['CHROMIUM_PATH'] = join(folder.path, 'no browser');
    await assert.rejects(
      findChromium(),
      /^Error: CHROMIUM_PATH: .*no browser: nothing is there\. Correct it/,
    );
    process.env['VSCODE_PATH'] = join(folder.path, 'no editor');
    await assert.rejects(findDesktop(), /^Error: VSCODE_PATH: .*no editor: nothing is there\. Correct it/);
  });

  it('and a browser that lacks libraries is named with them', async () => {
    const path = join(folder.path, 'chromium');
    const words = 'error while loading shared libraries: libnss3.so: cannot open shared object file';
    await writeFile(path, `#!/bin/sh\necho "$0: ${words}" >&2\nexit 127\n`);
    await chmod(path, 0o755);
    assert.deepEqual(await tryChromium({ path, env: {} }), { path, reason: 'it lacks libnss3.so' });
  });

  it('and how to install it is said in the words of the system', () => {
    const debian = 'PRETTY_NAME="Ubuntu"\nID=ubuntu\nID_LIKE=debian\n';
    const systems = [
      readSystem('linux', debian),
      readSystem('linux', 'ID=fedora\n'),
      readSystem('linux', 'ID="rocky"\nID_LIKE="rhel centos fedora"\n'),
      readSystem('linux', ''),
      readSystem('darwin', ''),
      readSystem('win32', ''),
    ];
    assert.deepEqual(systems, ['debian', 'fedora', 'fedora', 'linux', 'macos', 'windows']);
    for (const what of ['chromium', 'japaneseFont', 'vscode'] as const) {
      const words = systems.map((system) => howToInstall(what, system));
      assert.equal(new Set(words).size, 5, what);
    }
  });

  it('and the oldest VS Code is the one that the manifest promises, whose typings are those the code is checked with', async () => {
    const manifest = z
      .object({
        engines: z.object({ vscode: z.string() }),
        devDependencies: z.looseObject({ '@types/vscode': z.string() }),
      })
      .parse(JSON.parse(await readFile(join(repoFolder, 'package.json'), 'utf8')));
    const { oldest, newest } = knownVersions();
    assert.equal(`^${oldest}`, manifest.engines.vscode);
    assert.equal(manifest.devDependencies['@types/vscode'], oldest);
    assert.equal(readVersion('oldest'), oldest);
    assert.equal(readVersion('newest'), newest);
    assert.equal(readVersion('1.120.3'), '1.120.3');
    for (const wrong of ['', '1.120', 'latest', '4.100.0', '1.100.0; rm']) {
      assert.throws(() => readVersion(wrong), /is no version of VS Code\. Say oldest \(1\./, wrong);
    }
  });
});
