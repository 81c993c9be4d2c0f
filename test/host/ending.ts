import { constants } from 'node:os';

const LOOK_EVERY_MILLISECONDS = 500;
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Calls `end` with an exit code when this process is to end: by a signal, Ctrl+C among them, or because the process that
 * started it has gone. npm, and the shell between npm and a script, end without passing a signal on.
 */
export function onEnd(end: (exitCode: number) => void): void {
  for (const signal of SIGNALS) process.on(signal, () => end(128 + constants.signals[signal]));
  const parent = process.ppid;
  setInterval(() => process.ppid !== parent && end(1), LOOK_EVERY_MILLISECONDS).unref();
}

/** Ends this process at once in these cases, with what it does on 'exit': what it started ends, and its folders go. */
export function endAtOnce(): void {
  onEnd((exitCode) => process.exit(exitCode));
}
