import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

/** A program ended before it said anything; the message is what it complained of. */
export class EndedEarly extends Error {
  constructor(
    message: string,
    readonly code: number | null,
  ) {
    super(message);
  }
}

/**
 * The first line that a program prints. Rejects with `EndedEarly` where it ends before that, and with what a timer throws
 * where it says nothing within so many seconds.
 */
export async function firstLine(child: ChildProcess, patienceSeconds: number): Promise<string> {
  let complaints = '';
  child.stderr?.on('data', (chunk) => {
    complaints = `${complaints}${chunk}`.slice(-2000);
  });
  if (child.stdout === null) throw new Error('The program has no output.');
  const lines = createInterface({ input: child.stdout });
  const patience = AbortSignal.timeout(patienceSeconds * 1000);
  const line = await Promise.race([
    once(lines, 'line', { signal: patience }).then(([text]) => String(text)),
    once(child, 'close', { signal: patience }).then(() => undefined),
  ]);
  if (line !== undefined) return line;
  throw new EndedEarly(complaints.trim() || `It ended with code ${child.exitCode}.`, child.exitCode);
}
