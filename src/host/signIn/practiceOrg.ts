import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import * as vscode from 'vscode';
import * as z from 'zod/mini';
import type { OrgHosts } from '../../core/platform/orgHosts.ts';
import { parseJson } from '../../core/platform/parseJson.ts';
import type { Log } from '../log.ts';
import type { ExtensionContext } from '../services.ts';

/** What the practice org prints when it is ready, as far as a sign-in needs it. */
const Announcement = z.object({
  baseUrl: z.url({ hostname: /^127\.0\.0\.1$/ }),
  region: z.string(),
  people: z.array(
    z.object({
      name: z.string(),
      loginHint: z.string(),
      mayDo: z.optional(z.object({ en: z.string(), ja: z.string() })),
    }),
  ),
  signInClient: z.object({ id: z.string() }),
});
export type PracticeOrg = z.infer<typeof Announcement>;

/** One that a test has running beside VS Code. */
const RUNNING_PRACTICE_ORG = 'GENESYS_OAUTH_PRACTICE_ORG';

/** How long a program may take to start, or one that runs to answer: a busy computer makes both slow. */
const PATIENCE_SECONDS = 20;

/** A program that runs, and the org in it as soon as it has announced that. */
type Running = { readonly program: ChildProcess; org?: PracticeOrg };

/**
 * The built-in practice org: a program of ours beside VS Code, started when first needed. All windows share the one
 * that runs, because they share its people's sign-ins; when its window closes, the next one to need it starts it anew
 * from the same state.
 */
export class PracticeOrgProcess implements vscode.Disposable {
  /** The one that this window started. */
  private own: Running | undefined;
  private reaching: Promise<PracticeOrg> | undefined;

  constructor(
    private readonly context: ExtensionContext,
    private readonly log: Log,
  ) {}

  /** Where the practice org is, started if need be. Rejects with the reason when it does not start. */
  async reach(): Promise<PracticeOrg> {
    const running = this.isTested ? process.env[RUNNING_PRACTICE_ORG] : undefined;
    if (running !== undefined) return Announcement.parse(JSON.parse(running));
    this.reaching ??= this.findOrStart().finally(() => {
      this.reaching = undefined;
    });
    return await this.reaching;
  }

  /** Its hosts, which are one and the same. */
  hosts({ baseUrl }: PracticeOrg): OrgHosts {
    return { loginUrl: `${baseUrl}/login`, apiUrl: baseUrl };
  }

  dispose(): void {
    this.endOwn('SIGTERM');
  }

  /** For people, nothing around VS Code decides where the practice org is. */
  private get isTested(): boolean {
    return this.context.extensionMode === vscode.ExtensionMode.Test;
  }

  private get announcementFile(): string {
    return join(this.context.globalStorageUri.fsPath, 'practice-org-running.json');
  }

  private async findOrStart(): Promise<PracticeOrg> {
    const announced = await this.announced();
    const running = await this.running(announced);
    if (running !== undefined) return running;
    // A second one beside ours would begin with the same state, and what is done in one would be missing in the other.
    return await this.announce(this.own?.org ?? (await this.start()), announced);
  }

  /** What was announced last, in whichever window; empty when nothing was. */
  private async announced(): Promise<string> {
    return await readFile(this.announcementFile, 'utf8').catch(() => '');
  }

  /** The org that was announced, while it is there. Only another window's needs to be asked. */
  private async running(announced: string): Promise<PracticeOrg | undefined> {
    const org = Announcement.safeParse(parseJson(announced)).data;
    if (org === undefined) return undefined;
    return org.baseUrl === this.own?.org?.baseUrl || (await answers(org)) ? org : undefined;
  }

  /**
   * Announces an org in the place of what is no longer there. Where another window was first meanwhile, its org is the
   * one, and this one ends without a trace.
   */
  private async announce(org: PracticeOrg, former: string): Promise<PracticeOrg> {
    const file = this.announcementFile;
    if ((await this.announced()) === former) await rm(file, { force: true });
    const isFirst = await writeFile(file, JSON.stringify(org), { flag: 'wx' }).then(
      () => true,
      () => false,
    );
    if (isFirst) return org;
    const first = await this.running(await this.announced());
    if (first === undefined) {
      await writeFile(file, JSON.stringify(org));
      return org;
    }
    this.endOwn('SIGKILL');
    return first;
  }

  private endOwn(signal: 'SIGTERM' | 'SIGKILL'): void {
    const { own } = this;
    this.own = undefined;
    own?.program.kill(signal);
  }

  private async start(): Promise<PracticeOrg> {
    const storage = this.context.globalStorageUri.fsPath;
    await mkdir(storage, { recursive: true });
    const path = this.context.asAbsolutePath('dist/practiceOrg.js');
    const state = join(storage, 'practice-org.json');
    const program = fork(path, ['--port', '0', '--state', state], { silent: true });
    const own: Running = { program };
    this.own = own;
    program.on('error', (error) => this.log.error(error));
    program.once('exit', (code) => {
      // Ended by us, there may be no log any more.
      if (this.own !== own) return;
      this.own = undefined;
      this.log.info(`The practice org has ended with code ${code}.`);
    });
    try {
      const org = Announcement.parse(JSON.parse(await firstLine(program)));
      this.log.info(`The practice org listens at ${org.baseUrl}.`);
      own.org = org;
      return org;
    } catch (error) {
      program.kill();
      throw error;
    }
  }
}

/** Whether what was announced is still there, and still a practice org. */
async function answers({ baseUrl }: PracticeOrg): Promise<boolean> {
  const signal = AbortSignal.timeout(PATIENCE_SECONDS * 1000);
  return await fetch(`${baseUrl}/practice/switches`, { signal }).then(
    ({ ok }) => ok,
    () => false,
  );
}

/** The first line a program prints; rejects with what it said on stderr when it ends or stays silent. */
async function firstLine(child: ChildProcess): Promise<string> {
  let complaints = '';
  child.stderr?.on('data', (chunk) => {
    complaints = `${complaints}${chunk}`.slice(-2000);
  });
  if (child.stdout === null) throw new Error('The practice org has no output.');
  const lines = createInterface({ input: child.stdout });
  const patience = AbortSignal.timeout(PATIENCE_SECONDS * 1000);
  const [event, value] = await Promise.race([
    once(lines, 'line', { signal: patience }).then(([line]) => ['line', String(line)] as const),
    once(child, 'exit', { signal: patience }).then(([code]) => ['exit', String(code)] as const),
  ]);
  if (event === 'exit') throw new Error(complaints.trim() || `It ended with code ${value}.`);
  return value;
}
