import type { Readable, Writable } from 'node:stream';
import { visible } from '../core/texts/visible.ts';

/** What the command line has of the world, so that its tests need no process. */
export type Io = {
  readonly args: readonly string[];
  /** The folder that it was started in: absolute, and the root of what it looks at. Throws where that is gone. */
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The home of whoever runs it. */
  readonly home: string;
  /** The program of the practice org; undefined where it is not beside this one. */
  readonly practiceOrgProgram: string | undefined;
  readStdin(): Promise<Uint8Array>;
  /** Standard input and output as streams, for a protocol that is spoken over them; then nothing else uses them. */
  protocolStreams(): { readonly input: Readable; readonly output: Writable };
  /** What was asked for, and nothing else. */
  readonly stdout: Output;
  /** What a person should know besides. */
  readonly stderr: Output;
  now(): Date;
  /** Ends when somebody wants this to stop (Ctrl-C). Before it is asked for, that simply ends the process. */
  interruption(): AbortSignal;
};

export type Output = {
  readonly isTerminal: boolean;
  /** Whoever reads may stop early, and that is no error. */
  write(text: string): void;
  /** For what must arrive: resolves once the system has taken all of it, rejects where nobody reads it or it cannot be written. */
  deliver(text: string): Promise<void>;
};

/** Tells a person what they should know besides, a line each; what nobody could see in a name is written out. */
export function tell({ stderr }: Pick<Io, 'stderr'>, lines: readonly string[]): void {
  stderr.write(inLines(lines));
}

/** Lines as a terminal may show them, whoever wrote a name that is in one. */
export function inLines(lines: readonly string[]): string {
  return lines.map((line) => `${visible(line).trimEnd()}\n`).join('');
}

/**
 * What the process ends with. They are in the help and in the package's README. `unfinished`: something was made or changed,
 * or may have been, and not all that was planned. `interrupted`: as shells have it for SIGINT.
 */
export const EXIT = { fine: 0, failed: 1, notChecked: 2, unfinished: 3, interrupted: 130 } as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/**
 * AI agents that read what a terminal of theirs shows say so in the environment. GEMINI_CLI is told of by google-gemini/gemini-cli
 * (pull request 21032), the others are those by which `@vercel/detect-agent` 1.2.0 (vercel/vercel) knows them.
 */
const AI_AGENTS = [
  'AI_AGENT',
  'CLAUDECODE',
  'CODEX_SANDBOX',
  'CODEX_THREAD_ID',
  'CURSOR_AGENT',
  'GEMINI_CLI',
];

/** Whether a person reads what is written there: it is a terminal, and no AI agent's. */
export function isForPerson({ stdout, env }: Pick<Io, 'stdout' | 'env'>): boolean {
  return stdout.isTerminal && AI_AGENTS.every((name) => (env[name] ?? '') === '');
}
