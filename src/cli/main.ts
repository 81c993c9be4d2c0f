import { setMaxListeners } from 'node:events';
import { existsSync, fstatSync, writeSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { LARGEST_FILE } from '../core/files/readable.ts';
import type { Output } from './io.ts';
import { run } from './run.ts';

/** Without a stream where none is needed: to make one takes longer than to check a file. */
function outputTo(descriptor: number, open: () => NodeJS.WriteStream): Output {
  let stream: NodeJS.WriteStream | undefined;
  return {
    get isTerminal() {
      return mayBeTerminal(descriptor) && open().isTTY === true;
    },
    write: (text) => {
      const rest = stream === undefined ? writtenAtOnce(descriptor, Buffer.from(text)) : Buffer.from(text);
      if (rest.length === 0) return;
      stream ??= open().on('error', passOverUnheard);
      stream.write(rest);
    },
    deliver: async (text) => {
      const opened = stream;
      if (opened === undefined) await writtenWhole(descriptor, Buffer.from(text));
      else
        await new Promise<void>((resolve, reject) => {
          opened.write(text, (error) => (error ? reject(error) : resolve()));
        });
    },
  };
}

/** A file or a pipe is none, and that is quickly seen. */
function mayBeTerminal(descriptor: number): boolean {
  try {
    const found = fstatSync(descriptor);
    return !found.isFile() && !found.isFIFO() && !found.isSocket();
  } catch {
    return true;
  }
}

/** Writes as much as the other end takes now, and gives back the rest. */
function writtenAtOnce(descriptor: number, bytes: Buffer): Buffer {
  let rest = bytes;
  try {
    while (rest.length > 0) rest = rest.subarray(writeSync(descriptor, rest));
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    if (error.code === 'EPIPE') return Buffer.alloc(0);
    if (error.code !== 'EAGAIN') throw error;
  }
  return rest;
}

/** Milliseconds until it is tried again to write where the other end takes no more now. */
const TAKEN_AFTER = 5;

/** Writes all of it, however long the other end takes. Rejects where nobody reads it, or the disk is full. */
async function writtenWhole(descriptor: number, bytes: Buffer): Promise<void> {
  for (let done = 0; done < bytes.length; ) {
    try {
      done += writeSync(descriptor, bytes, done);
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EAGAIN')) throw error;
      await setTimeout(TAKEN_AFTER);
    }
  }
}

/** Whoever reads the answer may stop early, as `head` does; that is no error of ours. */
function passOverUnheard(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
}

/** No more than says that it is too large: what writes there may never end. */
async function readStdin(): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of process.stdin) {
    chunks.push(chunk);
    size += chunk.length;
    if (size > LARGEST_FILE) break;
  }
  return Buffer.concat(chunks);
}

/** The first Ctrl-C ends the work, and what was begun is put in order; the second one ends the process. */
function interruption(): AbortSignal {
  const ending = new AbortController();
  // Each request that is under way listens to it.
  setMaxListeners(0, ending.signal);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => ending.abort());
  return ending.signal;
}

/** Beside this file, in the package as in the folder that everything is built into. */
function practiceOrgProgram(): string | undefined {
  const names = ['practice-org.mjs', 'practiceOrg.js'].map((name) => join(__dirname, name));
  return names.find((name) => existsSync(name));
}

void run({
  args: process.argv.slice(2),
  get cwd() {
    return process.cwd();
  },
  env: process.env,
  get home() {
    return homedir();
  },
  get practiceOrgProgram() {
    return practiceOrgProgram();
  },
  readStdin,
  protocolStreams: () => ({ input: process.stdin, output: process.stdout }),
  stdout: outputTo(1, () => process.stdout),
  stderr: outputTo(2, () => process.stderr),
  now: () => new Date(),
  interruption,
}).then((exitCode) => {
  // No process.exit, so that all that was written still arrives.
  process.exitCode = exitCode;
});
