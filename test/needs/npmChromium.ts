import { chmod, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliDecompress } from 'node:zlib';
import { run } from '../host/processes.ts';
import { type Download, fetchDownload, findDownload, unpackPackage } from './downloads.ts';
import type { ChromiumPlace } from './tryChromium.ts';

/** A Chromium without windows, built for Linux on x64, with the few libraries that a bare system lacks. */
const VERSION = '153.0.0';

const download: Download = {
  folder: `chromium-${VERSION}`,
  title: `Chromium ${VERSION}`,
  megabytes: 70,
  fill: async (folder, npm) => {
    await unpackPackage(`@sparticuz/chromium@${VERSION}`, folder, npm);
    const packed = join(folder, 'bin');
    await decompress(join(packed, 'chromium.br'), join(folder, 'chromium'));
    await chmod(join(folder, 'chromium'), 0o755);
    await decompress(join(packed, 'al2023.tar.br'), join(packed, 'lib.tar'));
    await run('tar', ['-xf', join(packed, 'lib.tar'), '-C', folder, '--no-same-owner'], { output: 'keep' });
    await rm(packed, { recursive: true });
  },
};

/** Whether npm has a Chromium for this computer. */
export const npmHasChromium = process.platform === 'linux' && process.arch === 'x64';

/** The Chromium among the downloads, as it is and then with its libraries; empty when it is not there. */
export async function findNpmChromium(): Promise<ChromiumPlace[]> {
  const folder = await findDownload(download);
  return folder === undefined ? [] : placesIn(folder);
}

/** The same after it was fetched where it was not there. Throws a FetchError when it cannot be had. */
export async function fetchNpmChromium(): Promise<ChromiumPlace[]> {
  return placesIn(await fetchDownload(download));
}

/** The system's libraries suit it better than those that come with it, where it has them. */
function placesIn(folder: string): ChromiumPlace[] {
  const path = join(folder, 'chromium');
  return [
    { path, env: {} },
    { path, env: { LD_LIBRARY_PATH: join(folder, 'lib') } },
  ];
}

async function decompress(from: string, to: string): Promise<void> {
  await writeFile(to, await promisify(brotliDecompress)(await readFile(from)));
}
