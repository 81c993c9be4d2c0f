import { mkdir, mkdtemp, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { downloadsFolder } from '../host/paths.ts';
import { run } from '../host/processes.ts';
import { say } from '../host/say.ts';
import { FetchError } from './advice.ts';
import { runNpm } from './npm.js';
import { inTurn } from './turn.js';

const UNFINISHED = 'unfinished-';

/** Where downloads are kept, how long one may bring nothing, and who is told of it, how often at most. */
export type Keeping = {
  folder: string;
  stalledAfterSeconds: number;
  tell(line: string): void;
  tellEverySeconds: number;
};
const OURS: Keeping = { folder: downloadsFolder, stalledAfterSeconds: 90, tell: say, tellEverySeconds: 5 };

export type Download = {
  /** The folder of the downloads that it gets. */
  folder: string;
  /** What it is, for people. */
  title: string;
  /** About how much is fetched, for people who pay for it or wait for it. */
  megabytes: number;
  /** Fills the folder, which appears in its place only when this is done. */
  fill(folder: string, npm: Npm): Promise<void>;
};

/** npm with a cache of its own, whose growth shows how far it is and that it goes on at all. */
export type Npm = (args: string[], cwd: string) => Promise<string>;

/** Returns the folder of a download when it is there, whole; undefined when not. Fetches nothing. */
export async function findDownload({ folder }: Download, keeping = OURS): Promise<string | undefined> {
  const path = join(keeping.folder, folder);
  return (await isThere(path)) ? path : undefined;
}

/**
 * Returns the folder of a download, after it was fetched where it was not there. One process fetches at a time; others
 * wait, say so, and find it there. Says what it fetches, how large it is and how far it has come.
 * Throws a FetchError when it cannot be had, or when nothing comes for 90 seconds; nothing unfinished stays
 * behind.
 */
export async function fetchDownload(download: Download, keeping = OURS): Promise<string> {
  const tellWaiting = () => keeping.tell(`Another run is fetching ${download.title}; this one waits for it.`);
  return await inTurn(join(keeping.folder, 'fetching'), tellWaiting, async () => {
    const there = await findDownload(download, keeping);
    if (there !== undefined) return there;
    await removeUnfinished(keeping.folder);
    return await fetchNow(download, keeping);
  }).catch((error: unknown) => {
    throw error instanceof FetchError ? error : new FetchError(download.title, error);
  });
}

/** Unpacks an npm package, whose checksum npm has verified, into a folder. */
export async function unpackPackage(spec: string, folder: string, npm: Npm): Promise<void> {
  const printed = await npm(['pack', spec], folder);
  const archive = printed.trim().split('\n').at(-1) ?? '';
  await run('tar', ['-xzf', archive, '--strip-components=1'], { cwd: folder, output: 'keep' });
  await rm(join(folder, archive));
}

async function fetchNow({ folder, title, megabytes, fill }: Download, keeping: Keeping): Promise<string> {
  keeping.tell(`Fetching ${title} from npm, once (about ${megabytes} MB) …`);
  const unfinished = await mkdtemp(join(keeping.folder, UNFINISHED));
  const cache = join(unfinished, '.npm-cache');
  await mkdir(cache);
  let told = Date.now();
  const signOfLife = async () => {
    const bytes = await sizeOf(cache);
    if (Date.now() - told > keeping.tellEverySeconds * 1000) {
      keeping.tell(`  ${Math.round(bytes / 1e6)} of about ${megabytes} MB`);
      told = Date.now();
    }
    return bytes;
  };
  const npm: Npm = async (args, cwd) =>
    await runNpm([...args, '--loglevel=error', `--cache=${cache}`, '--fetch-retries=1'], {
      cwd,
      stalledAfterSeconds: keeping.stalledAfterSeconds,
      signOfLife,
    });
  try {
    await fill(unfinished, npm);
    await rm(cache, { recursive: true, force: true });
    const finished = join(keeping.folder, folder);
    await rename(unfinished, finished);
    return finished;
  } catch (error) {
    throw new FetchError(title, error);
  } finally {
    await rm(unfinished, { recursive: true, force: true });
  }
}

/** What a run that was killed left behind: whoever has the turn is the only one who fetches. */
async function removeUnfinished(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    if (name.startsWith(UNFINISHED)) await rm(join(folder, name), { recursive: true, force: true });
  }
}

async function sizeOf(folder: string): Promise<number> {
  let bytes = 0;
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])) {
    if (entry.isFile())
      bytes += await stat(join(entry.parentPath, entry.name)).then(
        ({ size }) => size,
        () => 0,
      );
  }
  return bytes;
}

/** Whether there is a file or folder at this path. */
export function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
