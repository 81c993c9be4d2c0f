import { execFileSync } from 'node:child_process';

/** What a command received: its arguments and what stood on its standard input. */
export type Received = { args: string[]; input: string };

/**
 * Runs a script in a real POSIX shell, in which `command` only reports what it received.
 *
 * @throws if the script fails, or anything but that one command writes
 */
export function runShell(command: string, script: string, env: Record<string, string> = {}): Received {
  const stub = `${command}() { for arg; do printf '%s\\000' "$arg"; done; printf '\\001\\000'; cat; }\n`;
  const output = execFileSync('sh', ['-s'], {
    input: stub + script,
    env: { ...process.env, ...env },
    encoding: 'utf8',
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const end = output.indexOf('\u0001\u0000');
  return { args: output.slice(0, end).split('\u0000').slice(0, -1), input: output.slice(end + 2) };
}
