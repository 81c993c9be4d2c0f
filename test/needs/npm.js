// Plain JavaScript and Node's own modules only: packages.js needs it before any package is there.
import { spawn } from 'node:child_process';

/**
 * Runs npm. Ends it when it shows no sign of life for so long, and when this process ends.
 *
 * @param {string[]} args
 * @param {object} options
 * @param {string} options.cwd
 * @param {number} options.stalledAfterSeconds
 * @param {(lines: number) => unknown} [options.signOfLife] Asked every second; npm is alive while its answer changes.
 *   `lines` is how many lines npm has printed; they are the sign of life where this is left out.
 * @returns {Promise<string>} What npm printed to its standard output. Rejects when npm fails or stalls, with its last
 *   lines.
 */
export async function runNpm(args, { cwd, stalledAfterSeconds, signOfLife = (lines) => lines }) {
  const env = { ...process.env };
  // An npm script inherits these from its own npm; they would lead to this repository instead of `cwd`.
  delete env['npm_config_local_prefix'];
  delete env['INIT_CWD'];
  const npm = process.env['npm_execpath'];
  // Without npm_execpath this was not started by npm; on Windows npm is then a script, which only a shell starts.
  const [command, first, shell] = npm
    ? [process.execPath, [npm], false]
    : ['npm', [], process.platform === 'win32'];
  const child = spawn(command, [...first, ...args], { cwd, env, shell, stdio: ['ignore', 'pipe', 'pipe'] });
  const endWithMe = () => void child.kill();
  process.on('exit', endWithMe);
  let output = '';
  let printed = '';
  let lines = 0;
  const note = (/** @type {Buffer} */ chunk) => {
    printed += chunk;
    lines = printed.split('\n').length;
  };
  child.stdout.on('data', (/** @type {Buffer} */ chunk) => {
    output += chunk;
    note(chunk);
  });
  child.stderr.on('data', note);
  let stalled = false;
  let sign = await signOfLife(0);
  let aliveAt = Date.now();
  const watch = setInterval(async () => {
    const newSign = await signOfLife(lines);
    if (newSign !== sign) aliveAt = Date.now();
    sign = newSign;
    if (Date.now() - aliveAt < stalledAfterSeconds * 1000) return;
    stalled = true;
    child.kill('SIGKILL');
  }, 1000);
  try {
    const code = await new Promise((resolve, reject) => {
      child.on('error', reject);
      child.on('close', resolve);
    });
    if (stalled) throw new Error(`npm got nothing for ${stalledAfterSeconds} seconds, and was ended.`);
    if (code !== 0) throw new Error(lastLines(printed) || `npm ${args[0]} ended with ${code}.`);
    return output;
  } finally {
    clearInterval(watch);
    process.off('exit', endWithMe);
  }
}

/**
 * What npm says of a failure; the hints where its log is and the lines of each request say nothing more.
 * @param {string} printed
 */
function lastLines(printed) {
  return printed
    .split('\n')
    .filter((line) => line.trim() !== '' && !/npm (http|notice|warn)|complete log|^npm error\s*$/.test(line))
    .slice(-6)
    .join('\n');
}
