// Preloaded by `npm test` and `npm start` (node --import), before tsx and everything else that comes from a package: so it
// is plain JavaScript and uses Node's own modules only. It installs the packages when they are missing or not those of
// package-lock.json.
import { accessSync, constants, lstatSync, mkdirSync, readFileSync, realpathSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runNpm } from './npm.js';
import { inTurn } from './turn.js';

const repoFolder = resolve(dirname(fileURLToPath(import.meta.url)), '..', '..');
const downloadsFolder = join(repoFolder, '.vscode-test');
const STALLED_AFTER_SECONDS = 180;

const wantedNode = Number(/\d+/.exec(readJson('package.json').engines?.node ?? '')?.[0]);
if (Number.parseInt(process.versions.node, 10) < wantedNode) {
  stop(`Node ${wantedNode} or newer is needed; this is ${process.version}.`);
}
giveNpmACache();
if (!packagesAreInstalled()) {
  if (process.argv.includes('--needs')) {
    stop(
      'Node packages: not there. npm test -- --fetch gets them, and everything else (npm ci gets only them).\n' +
        'What else is there cannot be looked for without them.',
    );
  }
  const owner = folderElsewhere();
  if (owner !== undefined) {
    stop(
      `node_modules is a link to ${owner}, whose packages are not those of package-lock.json. To install them there would ` +
        'empty that folder, which others may use. Remove the link, not the folder, and run this again.',
    );
  }
  const signals = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);
  const end = () => process.exit(130);
  for (const signal of signals) process.on(signal, end);
  await inTurn(
    join(downloadsFolder, 'installing'),
    () => say('Another run is installing the Node packages; this one waits for it.'),
    async () => {
      if (!packagesAreInstalled()) await installPackages();
    },
  ).catch((error) =>
    stop(`The Node packages could not be installed.\n${error.message}\n${advice(error.message)}`),
  );
  for (const signal of signals) process.off(signal, end);
}

/** True when every package of package-lock.json that this platform needs is there in its version. */
function packagesAreInstalled() {
  const installed = readJson('node_modules/.package-lock.json').packages ?? {};
  return Object.entries(readJson('package-lock.json').packages ?? {}).every(
    ([path, wanted]) =>
      path === '' || installed[path]?.version === wanted.version || (wanted.optional && !installed[path]),
  );
}

/**
 * What node_modules leads to, where it is a link (or, on Windows, a junction): npm would empty what others may use.
 * @returns {string | undefined}
 */
function folderElsewhere() {
  const folder = join(repoFolder, 'node_modules');
  if (lstatSync(folder, { throwIfNoEntry: false })?.isSymbolicLink() !== true) return undefined;
  try {
    return realpathSync(folder);
  } catch {
    return 'a folder that is not there';
  }
}

async function installPackages() {
  const { length } = Object.keys(readJson('package-lock.json').packages ?? {});
  say(`Installing ${length} Node packages (npm ci) …`);
  await runNpm(['ci', '--loglevel=http'], {
    cwd: repoFolder,
    stalledAfterSeconds: STALLED_AFTER_SECONDS,
  });
}

/** npm, and whatever starts it here, cannot work without a cache that it can write to, which not every home folder is. */
function giveNpmACache() {
  try {
    const usual = process.env['npm_config_cache'] ?? join(homedir(), '.npm');
    mkdirSync(usual, { recursive: true });
    accessSync(usual, constants.W_OK);
  } catch {
    process.env['npm_config_cache'] = join(downloadsFolder, 'npm-cache');
  }
}

/**
 * What to do next. needs/advice.ts has more to say, which cannot be read before the packages are there.
 * @param {string} message
 */
function advice(message) {
  return /ENOSPC/.test(message)
    ? 'The disk is full: make room, then run this again.'
    : 'Check the network, and the proxy that npm is told of (npm config get https-proxy), then run: npm ci';
}

/**
 * @typedef {{ version?: string, optional?: boolean }} LockedPackage
 * @typedef {{ engines?: { node?: string }, packages?: Record<string, LockedPackage> }} Manifest
 */

/**
 * @param {string} path
 * @returns {Manifest} Empty when it cannot be read.
 */
function readJson(path) {
  try {
    return JSON.parse(readFileSync(join(repoFolder, path), 'utf8'));
  } catch {
    return {};
  }
}

/** @param {string} text */
function say(text) {
  process.stdout.write(`${text}\n`);
}

/**
 * @param {string} text
 * @returns {never}
 */
function stop(text) {
  process.stderr.write(`${text}\n`);
  process.exit(1);
}
