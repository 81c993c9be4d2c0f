import { type ChildProcess, fork } from 'node:child_process';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { setTimeout } from 'node:timers/promises';
import * as l10n from '@vscode/l10n';
import type * as vscode from 'vscode';
import { parseJson } from '../../core/platform/text.ts';
import { PATIENCE_SECONDS, PracticeOrg } from '../../core/signIn/practiceOrg.ts';
import { alone } from '../../disk/alone.ts';
import { EndedEarly, firstLine } from '../../disk/firstLine.ts';
import type { ExtensionContext } from '../extensionContext.ts';
import type { Log } from '../log.ts';
import { isStillThere, steer } from './practiceOrg.ts';
import type { PracticeOrgFiles } from './practiceOrgFiles.ts';

/** What the practice org keeps is of no use to it; the message names the file, which was left as it is. */
export class UnusableState extends Error {}

/** The code with which the program ends then. */
const UNUSABLE_STATE = 3;

/** How often, and how many milliseconds apart, one looks whether a program has ended. */
const LOOKS_UNTIL_GONE = 100;
const LOOK_EVERY_MILLISECONDS = 50;

/** A program that runs, and the org in it as soon as it has announced that. */
type Running = { readonly program: ChildProcess; org?: PracticeOrg };

/**
 * The practice org of a region: a program of ours beside VS Code, started when first needed. All windows share the one
 * that runs, because they share its people's sign-ins; when its window closes, the next one to need it starts it anew
 * from the same state, and where it can at the same port.
 */
export class PracticeOrgProcess implements vscode.Disposable {
  /** The one that this window started. */
  private own: Running | undefined;
  private reaching: Promise<PracticeOrg> | undefined;

  constructor(
    private readonly context: Pick<ExtensionContext, 'asAbsolutePath'>,
    private readonly log: Log,
    private readonly files: PracticeOrgFiles,
  ) {}

  /** Where it is, started if need be. Rejects with the reason when it does not start. */
  async reach(): Promise<PracticeOrg> {
    this.reaching ??= this.findOrStart().finally(() => {
      this.reaching = undefined;
    });
    return await this.reaching;
  }

  /** Where it is, if it runs now; starts nothing. */
  async whereItRuns(): Promise<PracticeOrg | undefined> {
    return await this.running(await this.announced());
  }

  /**
   * Brings the first day back. Where it does not start, because what it keeps is of no use, that is moved aside, and
   * the name of that file is returned. Rejects when the org does not start then either.
   */
  async reset(): Promise<string | undefined> {
    let aside: string | undefined;
    const org = await this.reach().catch(async (error: unknown) => {
      if (!(error instanceof UnusableState)) throw error;
      aside = await this.files.setStateAside(new Date());
      return await this.reach();
    });
    if (aside === undefined) await steer(org, 'POST reset');
    return aside;
  }

  /** Ends it, in whichever window it was started, and has it no more; returns the file that keeps what it held. */
  async remove(): Promise<string> {
    const org = await this.whereItRuns();
    if (org !== undefined) {
      await steer(org, 'POST end');
      await untilGone(org);
    }
    this.own = undefined;
    return await this.files.remove(new Date());
  }

  dispose(): void {
    const { own } = this;
    this.own = undefined;
    own?.program.kill();
  }

  /** A second one would begin with the same state, and what is done in one would be missing in the other. */
  private async findOrStart(): Promise<PracticeOrg> {
    const announced = await this.announced();
    const found = await this.running(announced);
    if (found !== undefined) return found;
    await mkdir(this.files.folder, { recursive: true });
    return await alone(this.files.starting, async () => {
      const since = await this.announced();
      const startedSince = since === announced ? undefined : await this.running(since);
      if (startedSince !== undefined) return startedSince;
      const org = this.own?.org ?? (await this.start(portIn(since)));
      await this.announce(org);
      return org;
    });
  }

  /** For this account's eyes only, because of the control token. It stays when the org has ended, for its port. */
  private async announce(org: PracticeOrg): Promise<void> {
    const { announcement } = this.files;
    const beside = `${announcement}.new`;
    await writeFile(beside, JSON.stringify(org), { mode: 0o600 });
    await rename(beside, announcement);
  }

  /** What was announced last, in whichever window; empty when nothing was. */
  private async announced(): Promise<string> {
    return await readFile(this.files.announcement, 'utf8').catch(() => '');
  }

  /** The org that was announced, while it is there. Only another window's needs to be asked. */
  private async running(announced: string): Promise<PracticeOrg | undefined> {
    const org = announcedIn(announced);
    if (org === undefined) return undefined;
    if (org.baseUrl === this.own?.org?.baseUrl) return this.own.org;
    return (await isStillThere(org)) ? org : undefined;
  }

  /** At the port of before, because other programs may have been pointed there; at any free one if that is taken. */
  private async start(port: string): Promise<PracticeOrg> {
    const { region, state } = this.files;
    const path = this.context.asAbsolutePath('dist/practiceOrg.js');
    const options = ['--prefer-port', port, '--region', region, '--state', state];
    const program = fork(path, options, { silent: true });
    const own: Running = { program };
    this.own = own;
    program.on('error', (error) => this.log.error(error));
    program.once('exit', (code) => {
      // Ended by us, there may be no log any more.
      if (this.own !== own) return;
      this.own = undefined;
      this.log.info(`The practice org of ${region} has ended with code ${code}.`);
    });
    try {
      const org = PracticeOrg.parse(JSON.parse(await firstLineOf(program)));
      this.log.info(`The practice org of ${region} listens at ${org.baseUrl}.`);
      own.org = org;
      return org;
    } catch (error) {
      program.kill();
      throw error;
    }
  }
}

async function untilGone(org: PracticeOrg): Promise<void> {
  for (let look = 0; look < LOOKS_UNTIL_GONE; look += 1) {
    if (!(await isStillThere(org))) return;
    await setTimeout(LOOK_EVERY_MILLISECONDS);
  }
  throw new Error(l10n.t('The practice org does not end.'));
}

function announcedIn(text: string): PracticeOrg | undefined {
  return PracticeOrg.safeParse(parseJson(text)).data;
}

/** The port of the last run; 0, any free one, where there was none. */
function portIn(announced: string): string {
  const org = announcedIn(announced);
  return (org && new URL(org.baseUrl).port) || '0';
}

/** The first line of a practice org; rejects as `firstLine` does, and with `UnusableState` where it ended because of that. */
async function firstLineOf(program: ChildProcess): Promise<string> {
  try {
    return await firstLine(program, PATIENCE_SECONDS);
  } catch (error) {
    throw error instanceof EndedEarly && error.code === UNUSABLE_STATE
      ? new UnusableState(error.message)
      : error;
  }
}
