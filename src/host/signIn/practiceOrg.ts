import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import * as vscode from 'vscode';
import * as z from 'zod/mini';
import { type Answer, exchange, type Message } from '../../core/platform/exchange.ts';
import type { OrgHosts } from '../../core/platform/orgHosts.ts';
import { parseJson } from '../../core/platform/text.ts';
import { TimeLimit } from '../../core/platform/timeLimit.ts';
import { errorDetails } from '../../core/texts/platformErrors.ts';
import type { ExtensionContext } from '../extensionContext.ts';
import type { Log } from '../log.ts';
import { alone } from './alone.ts';

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
  /** Opens what only a practice org does. One of an older version has none, and counts as not there. */
  controlToken: z.string(),
});
export type PracticeOrg = z.infer<typeof Announcement>;

/** The variable that tells, while the extension is tested, of one that runs beside VS Code. */
export const RUNNING_PRACTICE_ORG = 'GENESYS_OAUTH_PRACTICE_ORG';

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
    const { beside } = this;
    if (beside !== undefined) return beside;
    this.reaching ??= this.findOrStart().finally(() => {
      this.reaching = undefined;
    });
    return await this.reaching;
  }

  /** Where the practice org is, if it runs now; starts nothing. */
  async whereItRuns(): Promise<PracticeOrg | undefined> {
    return this.beside ?? (await this.running(await this.announced()));
  }

  /** Its hosts, which are one and the same. */
  hosts({ baseUrl }: PracticeOrg): OrgHosts {
    return { loginUrl: `${baseUrl}/login`, apiUrl: baseUrl };
  }

  dispose(): void {
    const { own } = this;
    this.own = undefined;
    own?.program.kill();
  }

  /** For people, nothing around VS Code decides where the practice org is. */
  private get isTested(): boolean {
    return this.context.extensionMode === vscode.ExtensionMode.Test;
  }

  /** The one that runs beside VS Code while the extension is tested. */
  private get beside(): PracticeOrg | undefined {
    const running = this.isTested ? process.env[RUNNING_PRACTICE_ORG] : undefined;
    return running === undefined ? undefined : Announcement.parse(JSON.parse(running));
  }

  private get storage(): string {
    return this.context.globalStorageUri.fsPath;
  }

  private get announcementFile(): string {
    return join(this.storage, 'practice-org-running.json');
  }

  /** A second one would begin with the same state, and what is done in one would be missing in the other. */
  private async findOrStart(): Promise<PracticeOrg> {
    const announced = await this.announced();
    const found = await this.running(announced);
    if (found !== undefined) return found;
    await mkdir(this.storage, { recursive: true });
    return await alone(join(this.storage, 'practice-org-starting'), async () => {
      const since = await this.announced();
      const startedSince = since === announced ? undefined : await this.running(since);
      if (startedSince !== undefined) return startedSince;
      const org = this.own?.org ?? (await this.start());
      await this.announce(org);
      return org;
    });
  }

  /** For this account's eyes only, because of the control token. */
  private async announce(org: PracticeOrg): Promise<void> {
    const beside = `${this.announcementFile}.new`;
    await writeFile(beside, JSON.stringify(org), { mode: 0o600 });
    await rename(beside, this.announcementFile);
  }

  /** What was announced last, in whichever window; empty when nothing was. */
  private async announced(): Promise<string> {
    return await readFile(this.announcementFile, 'utf8').catch(() => '');
  }

  /** The org that was announced, while it is there. Only another window's needs to be asked. */
  private async running(announced: string): Promise<PracticeOrg | undefined> {
    const org = Announcement.safeParse(parseJson(announced)).data;
    if (org === undefined) return undefined;
    if (org.baseUrl === this.own?.org?.baseUrl) return this.own.org;
    return (await answers(org)) ? org : undefined;
  }

  private async start(): Promise<PracticeOrg> {
    const path = this.context.asAbsolutePath('dist/practiceOrg.js');
    const state = join(this.storage, 'practice-org.json');
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

/** Has a practice org do what no real org does, and gives what it says; rejects when it does not. */
export async function steer(
  { baseUrl, controlToken }: PracticeOrg,
  request: `${'GET' | 'PATCH'} switches` | 'POST reset',
  { body, signal }: { body?: unknown; signal?: AbortSignal } = {},
): Promise<string> {
  const [method = '', what] = request.split(' ');
  const headers = { authorization: `Bearer ${controlToken}`, 'content-type': 'application/json' };
  const message = { method, headers, ...(body !== undefined && { body: JSON.stringify(body) }) };
  const { status, text } = await askPracticeOrg(`${baseUrl}/practice/${what}`, message, signal);
  if (status >= 400) throw new Error(`${method} /practice/${what}: HTTP ${status}`);
  return text;
}

/** Sends the practice org what is no request to an org; rejects where no answer comes. */
export async function askPracticeOrg(url: string, message: Message, signal?: AbortSignal): Promise<Answer> {
  const limit = new TimeLimit(PATIENCE_SECONDS, signal);
  const answer = await exchange(url, message, limit);
  limit.over();
  if (answer.ok) return answer.value;
  throw new Error(['The practice org gave no answer.', ...errorDetails(answer.error)].join(' '));
}

/** Whether what was announced is still there, and still that practice org. */
async function answers(org: PracticeOrg): Promise<boolean> {
  return await steer(org, 'GET switches').then(
    () => true,
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
