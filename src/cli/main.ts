import { isatty } from 'node:tty';
import type { Output } from './io.ts';
import { run } from './run.ts';

/** The stream is made when something is written: that takes longer than a whole file to be checked. */
function outputTo(descriptor: number, open: () => NodeJS.WriteStream): Output {
  let stream: NodeJS.WriteStream | undefined;
  return {
    isTerminal: isatty(descriptor),
    write: (text) => {
      stream ??= open().on('error', endIfUnheard);
      stream.write(text);
    },
  };
}

/** Whoever reads the answer may stop early, as `head` does; that is no error of ours. */
function endIfUnheard(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
}

async function readStdin(): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk);
  return Buffer.concat(chunks);
}

void run({
  args: process.argv.slice(2),
  cwd: process.cwd(),
  env: process.env,
  readStdin,
  stdout: outputTo(1, () => process.stdout),
  stderr: outputTo(2, () => process.stderr),
  now: () => new Date(),
}).then((exitCode) => {
  // No process.exit, so that all that was written still arrives.
  process.exitCode = exitCode;
});
