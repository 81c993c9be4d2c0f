import { access } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { repoFolder } from './paths.ts';
import { run } from './processes.ts';
import { say } from './say.ts';

const names = ['google-chrome', 'google-chrome-stable', 'chromium', 'chromium-browser', 'microsoft-edge'];
const usualPlaces = {
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
    names.map((name) => join(folder, name)),
  ),
};

/**
 * Starts a headless Chromium: the one in CHROMIUM_PATH, one that is installed, or one that this fetches.
 * Throws with a sentence that says what to install when there is none.
 */
export async function launchChromium(): Promise<Browser> {
  return chromium.launch({
    executablePath: await findChromium(),
    args: ['--disable-gpu', '--disable-quic', '--no-first-run', '--disable-sync'],
  });
}

/** Returns the path of a Chromium, Chrome or Edge, which is fetched when there is none. Throws as `launchChromium`. */
export async function findChromium(): Promise<string> {
  const chosen = process.env['CHROMIUM_PATH'];
  if (chosen !== undefined) {
    return chosen;
  }
  const path = (await findInstalled()) ?? (await fetchChromium());
  if (path === undefined) {
    throw new Error(
      'No Chromium was found, and none could be fetched. Install Chromium, Chrome or Edge ' +
        '(on Debian: apt-get install chromium), or name one in CHROMIUM_PATH.',
    );
  }
  return path;
}

async function findInstalled(): Promise<string | undefined> {
  const extension = process.platform === 'win32' ? '.exe' : '';
  const onPath = (process.env['PATH'] ?? '')
    .split(delimiter)
    .flatMap((folder) => names.map((name) => join(folder, name + extension)));
  const known = Object.entries(usualPlaces).find(([platform]) => platform === process.platform)?.[1] ?? [];
  for (const path of [...onPath, ...known, chromium.executablePath()]) {
    if (await isThere(path)) {
      return path;
    }
  }
  return undefined;
}

/** Tries Playwright's own download, then, as root on Debian and its kin, the system's package. */
async function fetchChromium(): Promise<string | undefined> {
  say('Fetching Chromium (once) …');
  const playwright = join(repoFolder, 'node_modules', 'playwright-core', 'cli.js');
  await run(process.execPath, [playwright, 'install', 'chromium', '--no-shell'], {
    env: { ...process.env, PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '5000' },
    timeoutSeconds: 300,
    output: 'keep',
  }).catch(() => installDebianPackages(['chromium']));
  return findInstalled();
}

/**
 * Pictures of the Japanese version need a font with its characters. Installs one where that is possible without
 * asking (root on Debian and its kin); elsewhere says what to install. Tests pass without it.
 */
export async function ensureJapaneseFont(): Promise<void> {
  if (process.platform !== 'linux') {
    return;
  }
  const fonts = await run('fc-list', [':lang=ja'], { output: 'keep' }).catch(() => '');
  if (fonts.trim() === '' && !(await installDebianPackages(['fonts-noto-cjk']))) {
    say(
      'No Japanese font is installed, so pictures show empty boxes. On Debian: apt-get install fonts-noto-cjk.',
    );
  }
}

/** Returns false where it cannot be done without asking for a password. */
async function installDebianPackages(packages: string[]): Promise<boolean> {
  if (process.getuid?.() !== 0 || !(await isThere('/usr/bin/apt-get'))) {
    return false;
  }
  say(`Installing ${packages.join(', ')} with apt-get …`);
  const options = {
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    timeoutSeconds: 600,
    output: 'keep',
  } as const;
  try {
    await run('apt-get', ['update', '-q'], options);
    await run('apt-get', ['install', '-qy', '--no-install-recommends', ...packages], options);
    return true;
  } catch {
    return false;
  }
}

function isThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
