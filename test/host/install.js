// Runs on a fresh clone, before anything is installed: so it is plain JavaScript and uses Node's own modules only.
//   node test/host/install.js SCRIPT.ts [ARGUMENTS]
// installs the packages when they are missing or not those of package-lock.json, then runs the script with tsx.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const repoFolder = resolve(dirname(fileURLToPath(import.meta.url)), '..', '..');

function readPackages(lockFile) {
  try {
    return JSON.parse(readFileSync(join(repoFolder, lockFile), 'utf8')).packages;
  } catch {
    return {};
  }
}

/** True when every package of package-lock.json that this platform needs is there in its version. */
function packagesAreInstalled() {
  const installed = readPackages('node_modules/.package-lock.json');
  return Object.entries(readPackages('package-lock.json')).every(
    ([path, wanted]) =>
      path === '' || installed[path]?.version === wanted.version || (wanted.optional && !installed[path]),
  );
}

function installPackages() {
  process.stdout.write('Installing packages (npm ci) …\n');
  // npm tells its scripts where it is; starting that file needs no shell, on Windows either.
  const npm = process.env['npm_execpath'];
  const { status } = npm
    ? spawnSync(process.execPath, [npm, 'ci'], { cwd: repoFolder, stdio: 'inherit' })
    : spawnSync('npm', ['ci'], { cwd: repoFolder, stdio: 'inherit', shell: process.platform === 'win32' });
  if (status !== 0) {
    process.stderr.write('npm ci failed: see its message above.\n');
    process.exit(1);
  }
}

if (Number.parseInt(process.versions.node, 10) < 20) {
  process.stderr.write(`Node 20 or newer is needed; this is ${process.version}.\n`);
  process.exit(1);
}
if (!packagesAreInstalled()) {
  installPackages();
}
const { register } = await import('tsx/esm/api');
register();
process.argv.splice(1, 1);
await import(pathToFileURL(resolve(repoFolder, process.argv[1])).href);
