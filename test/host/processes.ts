import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

const isWindows = process.platform === 'win32';

export type RunOptions = {
  cwd?: string;
  env?: NodeJS.ProcessEnv;
  /** The command is stopped after this many seconds. */
  timeoutSeconds?: number;
  /** 'show' passes the output on to the terminal; 'keep' shows it only in the error, when there is one. */
  output: 'show' | 'keep';
  /** How many lines the message of the error ends with; 15 where left out. */
  keepLines?: number;
};

/**
 * Runs a command to its end and returns what it printed (nothing with 'show').
 * Throws when it cannot be started, takes too long or ends with another code than 0; the message then ends
 * with the last lines it printed.
 */
export async function run(command: string, args: string[], options: RunOptions): Promise<string> {
  const child = spawn(command, args, {
    cwd: options.cwd,
    env: options.env ?? process.env,
    stdio: options.output === 'show' ? ['ignore', 'inherit', 'inherit'] : ['ignore', 'pipe', 'pipe'],
    ...(options.timeoutSeconds === undefined ? {} : { timeout: options.timeoutSeconds * 1000 }),
  });
  const endWithMe = () => void child.kill();
  process.on('exit', endWithMe);
  let printed = '';
  child.stdout?.on('data', (chunk) => {
    printed += chunk;
  });
  child.stderr?.on('data', (chunk) => {
    printed += chunk;
  });
  const [code, signal] = await once(child, 'close').finally(() => process.off('exit', endWithMe));
  if (code !== 0) {
    const lastLines = printed
      .trim()
      .split('\n')
      .slice(-(options.keepLines ?? 15))
      .join('\n');
    throw new Error(`${command} ${args.join(' ')} ended with ${code ?? signal}\n${lastLines}`.trim());
  }
  return printed;
}

export type StartedProcess = {
  child: ChildProcess;
  /** The line that said it is ready. */
  readyLine: string;
  /** All lines it printed, this far. */
  log: string[];
};

/** The leaders of groups that still run; none outlives this process, however early it ends. */
const leaders = new Set<number>();
process.on('exit', () => {
  for (const leader of leaders) {
    signalGroup(leader, 'SIGKILL');
  }
});

/**
 * Starts a process that runs until `stopProcess`, and waits for the line of its stdout that says it is ready.
 * It leads a process group, so that what it starts is stopped with it. Its stdin is a pipe, which ends when this
 * process dies, however it dies.
 * Throws when it ends before that line or does not print it in time; nothing is left running then.
 */
export async function startProcess(
  command: string,
  args: string[],
  options: { cwd?: string; env: NodeJS.ProcessEnv; isReady(line: string): boolean; timeoutSeconds: number },
): Promise<StartedProcess> {
  const child = spawn(command, args, {
    cwd: options.cwd,
    env: options.env,
    detached: !isWindows,
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  if (child.pid !== undefined) {
    leaders.add(child.pid);
  }
  const log: string[] = [];
  createInterface({ input: child.stderr }).on('line', (line) => log.push(line));
  try {
    const readyLine = await new Promise<string>((resolve, reject) => {
      const fail = (reason: string) =>
        reject(new Error(`${[command, ...args].join(' ')} ${reason}\n${log.slice(-20).join('\n')}`));
      const tooLate = setTimeout(
        fail,
        options.timeoutSeconds * 1000,
        `was not ready in ${options.timeoutSeconds} s`,
      );
      createInterface({ input: child.stdout }).on('line', (line) => {
        log.push(line);
        if (options.isReady(line)) {
          clearTimeout(tooLate);
          resolve(line);
        }
      });
      child.on('error', (error) => fail(error.message));
      child.on('exit', (code, signal) => fail(`ended with ${code ?? signal}`));
    });
    return { child, readyLine, log };
  } catch (error) {
    await stopProcess(child);
    throw error;
  }
}

/** Stops a process that leads a group, and all that it started: politely first, by force after 4 seconds. */
export async function stopProcess(child: ChildProcess): Promise<void> {
  if (child.pid === undefined) {
    return;
  }
  leaders.delete(child.pid);
  if (child.exitCode !== null || child.signalCode !== null) {
    return;
  }
  const closed = once(child, 'exit');
  if (isWindows) {
    spawn('taskkill', ['/PID', String(child.pid), '/T', '/F'], { stdio: 'ignore' });
    await closed;
    return;
  }
  signalGroup(child.pid, 'SIGTERM');
  const force = setTimeout(signalGroup, 4000, child.pid, 'SIGKILL');
  await closed;
  clearTimeout(force);
  signalGroup(child.pid, 'SIGKILL');
}

function signalGroup(leader: number, signal: NodeJS.Signals): void {
  try {
    process.kill(isWindows ? leader : -leader, signal);
  } catch {
    // The group is gone already.
  }
}
