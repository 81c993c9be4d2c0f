import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { makeTemporaryFolder, type TemporaryFolder } from '../host/temporaryFolder.ts';

const LOOK_EVERY_MILLISECONDS = 50;
const MOST_MILLISECONDS = 30_000;

/** The module that notes the steps of an extension host, and ends it before one of them. */
export const STEPS_MODULE = join(import.meta.dirname, 'steps.js');

/** The environment variable by which it learns where to tell. */
const FOLDER = 'TEST_CRASHES_FOLDER';

/** The extension hosts of a VS Code that was started with that module, as they tell in the files of a folder. */
export class WatchedHosts {
  private constructor(private readonly folder: TemporaryFolder) {}

  /** Before that VS Code is started: it learns from the environment where to tell. */
  static async begin(): Promise<WatchedHosts> {
    const folder = await makeTemporaryFolder('crashes');
    process.env[FOLDER] = folder.path;
    const hosts = new WatchedHosts(folder);
    await hosts.plan({ counts: false });
    return hosts;
  }

  /** The names of the steps that are begun during this work, in their order. */
  async stepsOf(work: () => Promise<void>): Promise<string[]> {
    await this.plan({ counts: true });
    await work();
    await this.plan({ counts: false });
    return await this.steps();
  }

  /**
   * Does what begins an operation, and resolves once the host that was at it is dead and `again` has seen to it that there
   * is another one. Returns the steps before the one it died at.
   */
  async dieBefore(step: string, begin: () => Promise<void>, again: () => Promise<void>): Promise<string[]> {
    const pid = await this.host();
    await this.plan({ counts: true, dieBefore: step });
    await begin();
    await until(`${step} is reached`, async () => !isAlive(pid));
    await this.plan({ counts: false });
    await until('there is another extension host', async () => {
      await again();
      return (await this.host()) !== pid;
    });
    return (await this.steps()).slice(0, -1);
  }

  async remove(): Promise<void> {
    delete process.env[FOLDER];
    await this.folder.remove();
  }

  private async host(): Promise<number> {
    return Number((await this.lines('host'))[0]);
  }

  private async steps(): Promise<string[]> {
    return await this.lines('steps');
  }

  private async plan(plan: { counts: boolean; dieBefore?: string }): Promise<void> {
    if (plan.counts) await rm(join(this.folder.path, 'steps'), { force: true });
    await writeFile(join(this.folder.path, 'plan.json'), JSON.stringify({ ...plan, time: Date.now() }));
  }

  private async lines(name: string): Promise<string[]> {
    const text = await readFile(join(this.folder.path, name), 'utf8').catch(() => '');
    return text.split('\n').filter(Boolean);
  }
}

/** Looks until it is so; throws what was awaited where that takes too long. */
export async function until(what: string, isSo: () => Promise<boolean>): Promise<void> {
  const giveUpAt = Date.now() + MOST_MILLISECONDS;
  while (!(await isSo())) {
    if (Date.now() > giveUpAt) throw new Error(`It did not come about in time that ${what}.`);
    await sleep(LOOK_EVERY_MILLISECONDS);
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
