import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdir } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import * as vscode from 'vscode';
import * as z from 'zod/mini';
import type { Log } from '../log.ts';
import type { ExtensionContext } from '../services.ts';

/** What the practice org prints when it is ready. */
const Announcement = z.object({
  baseUrl: z.url({ hostname: /^127\.0\.0\.1$/ }),
  region: z.string(),
  people: z.array(z.object({ name: z.string(), loginHint: z.string() })),
  signInClient: z.object({ id: z.string() }),
});
export type PracticeOrg = z.infer<typeof Announcement>;

/** One that is already running beside VS Code, such as the one `npm start` started. */
const RUNNING_PRACTICE_ORG = 'GENESYS_OAUTH_PRACTICE_ORG';

const START_TIMEOUT_SECONDS = 20;

/** The built-in practice org: a program of ours beside VS Code, started when first needed. */
export class PracticeOrgProcess implements vscode.Disposable {
  private child: ChildProcess | undefined;
  private starting: Promise<PracticeOrg> | undefined;

  constructor(
    private readonly context: ExtensionContext,
    private readonly log: Log,
  ) {}

  /** Where the practice org is, started if need be. Rejects with the reason when it does not start. */
  async reach(): Promise<PracticeOrg> {
    const running = process.env[RUNNING_PRACTICE_ORG];
    if (running !== undefined) return Announcement.parse(JSON.parse(running));
    this.starting ??= this.start();
    return await this.starting;
  }

  dispose(): void {
    this.child?.kill();
  }

  private async start(): Promise<PracticeOrg> {
    const storage = this.context.globalStorageUri;
    await mkdir(storage.fsPath, { recursive: true });
    const state = vscode.Uri.joinPath(storage, 'practice-org.json').fsPath;
    const program = this.context.asAbsolutePath('dist/practiceOrg.js');
    const child = fork(program, ['--port', '0', '--state', state], { silent: true });
    this.child = child;
    child.once('exit', () => {
      this.log.info('The practice org has ended.');
      this.starting = undefined;
    });
    try {
      const org = Announcement.parse(JSON.parse(await firstLine(child)));
      this.log.info(`The practice org listens at ${org.baseUrl}.`);
      return org;
    } catch (error) {
      child.kill();
      this.starting = undefined;
      throw error;
    }
  }
}

/** The first line a program prints; rejects with what it said on stderr when it ends or stays silent. */
async function firstLine(child: ChildProcess): Promise<string> {
  const complaints: string[] = [];
  child.stderr?.on('data', (chunk) => complaints.push(String(chunk)));
  if (child.stdout === null) throw new Error('The practice org has no output.');
  const lines = createInterface({ input: child.stdout });
  const patience = AbortSignal.timeout(START_TIMEOUT_SECONDS * 1000);
  const [event, value] = await Promise.race([
    once(lines, 'line', { signal: patience }).then(([line]) => ['line', String(line)] as const),
    once(child, 'exit', { signal: patience }).then(([code]) => ['exit', String(code)] as const),
  ]);
  if (event === 'exit') throw new Error(complaints.join('').trim() || `It ended with code ${value}.`);
  return value;
}
