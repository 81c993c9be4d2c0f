import * as vscode from 'vscode';
import { reasonOf } from '../../core/reason.ts';
import type { SignInFailure } from '../../core/signIn/attempt.ts';
import { PracticeOrg } from '../../core/signIn/practiceOrg.ts';
import type { ExtensionContext } from '../extensionContext.ts';
import type { Log } from '../log.ts';
import { steer } from './practiceOrg.ts';
import { FIRST_REGION, isPracticeRegion, PracticeOrgFiles, regionsIn } from './practiceOrgFiles.ts';
import { PracticeOrgProcess, UnusableState } from './practiceOrgProcess.ts';

/** The variable that tells, while the extension is tested, of one that runs beside VS Code. */
export const RUNNING_PRACTICE_ORG = 'GENESYS_OAUTH_PRACTICE_ORG';

/** The practice orgs of this computer, by region: one that everybody has, and those that the person wanted beside it. */
export class PracticeOrgs implements vscode.Disposable {
  private readonly processes = new Map<string, PracticeOrgProcess>();

  constructor(
    private readonly context: ExtensionContext,
    private readonly log: Log,
  ) {}

  /** The regions (domains) of those that the person has, the first one first. */
  async regions(): Promise<readonly string[]> {
    return await regionsIn(this.folder);
  }

  /** Where that of a region is, started if need be. Rejects with the reason when it does not start. */
  async reach(region = FIRST_REGION): Promise<PracticeOrg> {
    return this.beside(region) ?? (await this.of(region).reach());
  }

  /** Where that of a region is, if it runs now; starts nothing. A file may name any region. */
  async whereItRuns(region: string): Promise<PracticeOrg | undefined> {
    if (!isPracticeRegion(region)) return undefined;
    return this.beside(region) ?? (await this.of(region).whereItRuns());
  }

  /** The one that listens at this address now, if one of them does. */
  async at(baseUrl: string): Promise<PracticeOrg | undefined> {
    const running = await Promise.all(
      (await this.regions()).map(async (region) => await this.whereItRuns(region)),
    );
    return running.find((org) => org?.baseUrl === baseUrl);
  }

  /** Brings the first day of one back; returns the file that what it kept was moved to, if that was of no use. */
  async reset(region: string): Promise<string | undefined> {
    const beside = this.beside(region);
    if (beside === undefined) return await this.of(region).reset();
    await steer(beside, 'POST reset');
    return undefined;
  }

  /** Ends one that the person wanted beside the first, and has it no more; returns the file that keeps what it held. */
  async remove(region: string): Promise<string> {
    return await this.of(region).remove();
  }

  dispose(): void {
    for (const each of this.processes.values()) each.dispose();
  }

  private of(region: string): PracticeOrgProcess {
    if (!isPracticeRegion(region)) throw new Error(`There is no region "${region}".`);
    const known = this.processes.get(region);
    if (known !== undefined) return known;
    const files = new PracticeOrgFiles(this.folder, region);
    const made = new PracticeOrgProcess(this.context, this.log, files);
    this.processes.set(region, made);
    return made;
  }

  private get folder(): string {
    return this.context.globalStorageUri.fsPath;
  }

  /** The one that runs beside VS Code while the extension is tested; for people, nothing around VS Code decides. */
  private beside(region: string): PracticeOrg | undefined {
    const isTested = this.context.extensionMode === vscode.ExtensionMode.Test;
    const running = isTested ? process.env[RUNNING_PRACTICE_ORG] : undefined;
    const org = running === undefined ? undefined : PracticeOrg.parse(JSON.parse(running));
    return org?.region === region ? org : undefined;
  }
}

/** What it means for a sign-in that a practice org could not be reached. */
export function notStarted(error: unknown): SignInFailure {
  const kind = error instanceof UnusableState ? 'practice-org-state-unusable' : 'practice-org-not-started';
  return { kind, reason: reasonOf(error) };
}
