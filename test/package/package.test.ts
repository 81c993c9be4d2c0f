import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { before, describe, it } from 'mocha';
import { useWalks } from '../e2e/useWalks.ts';
import { downloadsFolder, extensionFolder, repoFolder, resultsFolder } from '../host/paths.ts';
import { CLIENT_ID } from '../host/wizardWalk.ts';
import { runNpm } from '../needs/npm.js';
import { inTurn } from '../needs/turn.js';
import { faultsOf, type PackedFile, readPackedFile } from '../release/packedFile.ts';
import { brokenLinks, linksOf } from '../unit/docs/markdown.ts';

describe('The packed extension', () => {
  const vsix = join(resultsFolder, 'extension.vsix');
  let packed: PackedFile;
  const { begin } = useWalks();

  before(async function () {
    this.timeout(180_000);
    // Packing builds into dist/, which is one for all.
    await inTurn(
      join(downloadsFolder, 'building'),
      () => undefined,
      async () => {
        await runNpm(['run', 'package', '--', '--out', vsix], { cwd: repoFolder, stalledAfterSeconds: 150 });
      },
    );
    packed = await readPackedFile(await readFile(vsix));
  });

  it('holds what its manifest names and .vscodeignore takes in, nothing else, and is small', async () => {
    const [manifest, ignoreFile] = await Promise.all(
      ['package.json', '.vscodeignore'].map(async (name) => await readFile(join(repoFolder, name), 'utf8')),
    );
    assert.ok(manifest !== undefined && ignoreFile !== undefined);
    assert.deepEqual(faultsOf(packed, { manifest, ignoreFile, folder: repoFolder }), []);
  });

  it('holds every bundle that is built', async () => {
    const built = await readdir(join(extensionFolder, 'dist'), { withFileTypes: true });
    // The command line is a package of its own, and vsce puts what people read to the top.
    const elsewhere = ['genesys-oauth.cjs', 'README.md', 'CHANGELOG.md'];
    for (const bundle of built.filter((entry) => entry.isFile() && !elsewhere.includes(entry.name))) {
      assert.ok(packed.files.has(`dist/${bundle.name}`), bundle.name);
    }
  });

  it('has no picture and no link that leads nowhere, in its README and in all else that people read', () => {
    const documents = new Map([...packed.files].filter(([name]) => name.endsWith('.md')));
    assert.ok(documents.size >= 4);
    const faults = [...documents.keys()].flatMap((name) =>
      brokenLinks(name, documents, (path) => packed.files.has(path)),
    );
    assert.deepEqual(faults, []);
    // A store shows these two alone, without the files beside them.
    for (const name of ['readme.md', 'changelog.md'])
      assert.deepEqual(
        linksOf(documents.get(name) ?? name).filter(({ target }) => !/^(?:https:|#)/.test(target)),
        [],
        name,
      );
  });

  it('names what it holds of others, with their licenses', async () => {
    const manifest: { dependencies: object } = JSON.parse(
      await readFile(join(repoFolder, 'package.json'), 'utf8'),
    );
    const notices = packed.files.get('dist/THIRD-PARTY-NOTICES.txt') ?? '';
    const named = [...notices.matchAll(/^(\S+) \d+\.\d+\.\d+ \(/gm)].map(([, name]) => name);
    // The one is in the command line alone, whose package has notices of its own.
    const others = ['lit', '@modelcontextprotocol/sdk'];
    for (const name of Object.keys(manifest.dependencies).filter((each) => !others.includes(each)))
      assert.ok(named.includes(name), name);
    // Of lit itself nothing is left but what it is made of.
    assert.ok(named.includes('lit-html'));
  });

  for (const language of ['en', 'ja'] as const) {
    it(`leads from the palette to framework.js in a clean VS Code (${language})`, async () => {
      const someone = await begin({ language, vsix, lean: false, pictures: `package-${language}` });
      await someone.openWizard();
      await someone.chooseEmbeddable();
      await someone.connectAs('Practice Administrator');
      await someone.answerEverything('Agent desktop, packed');
      const clientId = await someone.save();
      assert.match(clientId, CLIENT_ID);
      assert.ok((await someone.framework()).includes(clientId));
      assert.deepEqual(
        someone.workbench.errors.filter((error) => /genesys/i.test(error)),
        [],
      );
    });
  }
});
