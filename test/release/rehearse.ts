// npm run rehearse-release [-- --tag v1.2.3]: does everything that a release does, but the upload. Packs the .vsix,
// reads it back, and publishes it with the very commands of a release, to stand-ins for both stores on this computer.
// The .vsix and its release notes are in test-results/release then. Ends with 1 when something is wrong.
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import * as z from 'zod/mini';
import { repoFolder, resultsFolder } from '../host/paths.ts';
import { run } from '../host/processes.ts';
import { describeError, say } from '../host/say.ts';
import { changesOf } from './changelog.ts';
import { faultsOf, readPackedFile } from './packedFile.ts';
import { startStores, type Upload } from './stores.ts';

const manifestSchema = z.object({
  name: z.string(),
  version: z.string(),
  publisher: z.string(),
  repository: z.optional(z.unknown()),
});

const stores = [
  { store: 'marketplace', name: 'the Visual Studio Marketplace', script: 'publish-marketplace' },
  { store: 'open-vsx', name: 'Open VSX', script: 'publish-open-vsx' },
] as const;

const folder = join(resultsFolder, 'release');
const { values } = parseArgs({ options: { tag: { type: 'string' } } });
process.exitCode = (await rehearse(values.tag)) ? 0 : 1;

/** Returns false when something is wrong. */
async function rehearse(tag: string | undefined): Promise<boolean> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const manifest = await readFile(join(repoFolder, 'package.json'), 'utf8');
  const { name, version, publisher, repository } = manifestSchema.parse(JSON.parse(manifest));
  const vsix = join(folder, `${name}-${version}.vsix`);
  const changes = changesOf(await readFile(join(repoFolder, 'CHANGELOG.md'), 'utf8'), version);
  await writeFile(join(folder, 'notes.md'), `${changes ?? ''}\n`);

  const open = [
    `Does ${publisher} exist as publisher in both stores, and may the tokens publish for it? Only an upload tells.`,
    ...(repository === undefined ? ['package.json names no repository.'] : []),
  ];
  const faults = [];
  const noChanges = `CHANGELOG.md does not say what is new in ${version}.`;
  if (tag === undefined) {
    open.push(...(changes === undefined ? [noChanges] : []));
  } else {
    faults.push(...(changes === undefined ? [noChanges] : []));
    faults.push(
      ...(tag === `v${version}` ? [] : [`The tag ${tag} is not v${version}, the version in package.json.`]),
    );
  }

  try {
    say(`Packing ${name} ${version} …`);
    await runScript('package', '--out', vsix);
    const packed = await readPackedFile(await readFile(vsix));
    const ignoreFile = await readFile(join(repoFolder, '.vscodeignore'), 'utf8');
    faults.push(...faultsOf(packed, { manifest, ignoreFile, folder: repoFolder }));
    say(`${vsix}: ${packed.files.size} files, ${packed.bytes} bytes`);
    faults.push(...(await publishToStandIns(vsix)));
  } catch (error) {
    faults.push(describeError(error));
  }

  say('\nNot rehearsed, and for a person to see to before an upload (CONTRIBUTING.md, "Release"):');
  sayEach(open);
  say(faults.length === 0 ? '\nThe rehearsal went well.' : '\nThe rehearsal failed:');
  sayEach(faults);
  return faults.length === 0;
}

/** Runs a script of package.json with the npm that started this. Throws with its last lines when it fails. */
async function runScript(name: string, ...args: string[]): Promise<void> {
  const npm = process.env['npm_execpath'];
  if (npm === undefined) throw new Error('Start this with npm run rehearse-release.');
  await run(process.execPath, [npm, 'run', name, '--', ...args], { cwd: repoFolder, output: 'keep' });
}

function sayEach(sentences: readonly string[]): void {
  for (const sentence of sentences) say(`- ${sentence}`);
}

/** Publishes a .vsix to stand-ins for the stores, and says what did not arrive there as it should. */
async function publishToStandIns(vsix: string): Promise<string[]> {
  const file = await readFile(vsix);
  const { url, uploads, stop } = await startStores();
  // Neither tool has a dry run: whatever this process starts knows no other store and no other token from here on.
  const token = 'rehearsal';
  const noProxy = [process.env['NO_PROXY'], '127.0.0.1'].filter(Boolean).join(',');
  Object.assign(process.env, { VSCE_MARKETPLACE_URL: url, OVSX_REGISTRY_URL: url, NO_PROXY: noProxy });
  Object.assign(process.env, { VSCE_PAT: token, OVSX_PAT: token });
  try {
    for (const { name, script } of stores) {
      say(`Publishing to a stand-in for ${name} …`);
      await runScript(script, vsix);
    }
  } finally {
    await stop();
  }
  const arrived = (store: Upload['store']) => uploads.filter((upload) => upload.store === store);
  return stores
    .filter(({ store }) => {
      const [first, ...more] = arrived(store);
      return !first?.file.equals(file) || first.token !== token || more.length > 0;
    })
    .map(
      ({ store, name, script }) =>
        `npm run ${script} should have sent the .vsix to the stand-in for ${name} once; ${arrived(store).length} arrived.`,
    );
}
