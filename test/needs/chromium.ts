import { delimiter, join } from 'node:path';
import { repoFolder } from '../host/paths.ts';
import { run } from '../host/processes.ts';
import { howToInstall } from './advice.ts';
import { installDebianPackages } from './debianPackages.ts';
import { isThere } from './downloads.ts';
import { fetchNpmChromium, findNpmChromium, npmHasChromium } from './npmChromium.ts';
import { type ChromiumPlace, playwright, type TriedChromium, tryChromium } from './tryChromium.ts';

const NAMES = ['google-chrome', 'google-chrome-stable', 'chromium', 'chromium-browser', 'microsoft-edge'];
const USUAL_PLACES = {
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: ['ProgramFiles', 'ProgramFiles(x86)', 'LOCALAPPDATA'].flatMap((variable) => {
    const folder = process.env[variable];
    return folder === undefined
      ? []
      : [
          join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe'),
          join(folder, 'Microsoft', 'Edge', 'Application', 'msedge.exe'),
        ];
  }),
  linux: ['/usr/bin', '/usr/local/bin', '/snap/bin', '/opt/google/chrome'].flatMap((folder) =>
    NAMES.map((name) => join(folder, name)),
  ),
};

/** The first that starts, and those before it that do not, each in a sentence. */
export type ChromiumSearch = { started: TriedChromium | undefined; unfit: string[] };

/**
 * Looks for a Chromium, Chrome or Edge that starts, and fetches nothing: the one that CHROMIUM_PATH names, or else those
 * that are installed, Playwright's, the one among the downloads. Throws a sentence when CHROMIUM_PATH names none that starts.
 */
export async function findChromium(): Promise<ChromiumSearch> {
  const chosen = process.env['CHROMIUM_PATH'];
  if (chosen === undefined) {
    const installed = (await installedChromiums()).map((path) => ({ path, env: {} }));
    return await firstThatStarts([...installed, ...(await findNpmChromium())]);
  }
  const { started, unfit } = await firstThatStarts([{ path: chosen, env: {} }]);
  if (started !== undefined) return { started, unfit };
  throw new Error(`CHROMIUM_PATH: ${unfit.join()}. Correct it; or unset it, and one is found or fetched.`);
}

/**
 * Fetches a Chromium: from npm, by Playwright, or, as root on Debian and its kin, by the package manager.
 * Throws a sentence that says what to install when none can be had.
 */
export async function fetchChromium(): Promise<TriedChromium> {
  const ways = [...(npmHasChromium ? [fetchNpmChromium] : []), fetchPlaywrights, installPackage];
  const failures: unknown[] = [];
  for (const fetchOne of ways) {
    try {
      const { started, unfit } = await firstThatStarts(await fetchOne());
      if (started !== undefined) return started;
      if (unfit.length > 0) failures.push(new Error(unfit.join('\n')));
    } catch (error) {
      failures.push(error);
    }
  }
  throw new Error(
    `No Chromium is here, and none could be fetched. By hand: ${howToInstall('chromium')}; or name one in CHROMIUM_PATH.`,
    { cause: failures[0] },
  );
}

async function firstThatStarts(places: ChromiumPlace[]): Promise<ChromiumSearch> {
  const reasons = new Map<string, string>();
  for (const place of places) {
    const tried = await tryChromium(place);
    if (!('reason' in tried)) {
      reasons.delete(place.path);
      return { started: tried, unfit: [...reasons.values()] };
    }
    reasons.set(place.path, `${place.path}: ${tried.reason}`);
  }
  return { started: undefined, unfit: [...reasons.values()] };
}

async function fetchPlaywrights(): Promise<ChromiumPlace[]> {
  const cli = join(repoFolder, 'node_modules', 'playwright-core', 'cli.js');
  await run(process.execPath, [cli, 'install', 'chromium', '--no-shell'], {
    env: { ...process.env, PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '5000' },
    timeoutSeconds: 300,
    output: 'keep',
  });
  return [{ path: (await playwright()).executablePath(), env: {} }];
}

async function installPackage(): Promise<ChromiumPlace[]> {
  if (!(await installDebianPackages(['chromium']))) return [];
  return (await installedChromiums()).map((path) => ({ path, env: {} }));
}

/** Those on this computer, the one that its owner most likely means first. */
async function installedChromiums(): Promise<string[]> {
  const extension = process.platform === 'win32' ? '.exe' : '';
  const onPath = (process.env['PATH'] ?? '')
    .split(delimiter)
    .flatMap((folder) => NAMES.map((name) => join(folder, name + extension)));
  const known = Object.entries(USUAL_PLACES).find(([platform]) => platform === process.platform)?.[1] ?? [];
  const paths = [...new Set([...onPath, ...known, (await playwright()).executablePath()])];
  const there = await Promise.all(paths.map(isThere));
  return paths.filter((_, index) => there[index]);
}
