import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { repoFolder } from '../host/paths.ts';
import { say } from '../host/say.ts';
import { FetchError } from './advice.ts';
import { runNpm } from './npm.js';

const STALLED_AFTER_SECONDS = 120;

/** Which version of vsce, the tool that packs a .vsix, is there; undefined when it is not. */
export async function findPacker(): Promise<{ version: string } | undefined> {
  return await startPacker('--offline').catch(() => undefined);
}

/** The same after it was fetched where it was not there. Throws a FetchError when it cannot be had. */
export async function fetchPacker(): Promise<{ version: string }> {
  const found = await findPacker();
  if (found !== undefined) return found;
  say('Fetching vsce, which packs the extension, from npm, once (about 30 MB) …');
  return await startPacker().catch((error: unknown) => {
    throw new FetchError('vsce', error);
  });
}

/** In the version, and from the place, that `npm run package` has it. */
async function startPacker(...flags: string[]): Promise<{ version: string }> {
  const manifest = await readFile(join(repoFolder, 'package.json'), 'utf8');
  const [spec = '@vscode/vsce'] = /@vscode\/vsce@\S+/.exec(manifest) ?? [];
  const args = ['exec', '--yes', '--loglevel=http', ...flags, '--', spec, '--version'];
  const printed = await runNpm(args, { cwd: repoFolder, stalledAfterSeconds: STALLED_AFTER_SECONDS });
  return { version: printed.trim() };
}
