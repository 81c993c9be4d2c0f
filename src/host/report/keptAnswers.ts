import { appendFile, mkdir, readdir, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { LastUse } from '../../core/platform/lastUse.ts';
import { parseJson } from '../../core/platform/text.ts';
import { reasonOf } from '../../core/reason.ts';
import { CallsRead } from '../../core/report/calls.ts';
import { replaceFile } from '../../disk/atomically.ts';

const FOLDER = 'reports';
const ENDING = '.answers.jsonl';

/** Milliseconds until answers are written: an org gives many in a second. */
const WRITTEN_AFTER = 500;

/** Larger files, in bytes, nobody here has written. */
const MOST_BYTES = 50_000_000;

/** What an org has told of the use of a client; `at` is when, in milliseconds since 1970. */
const Answer = z.object({
  clientId: z.string(),
  at: z.number(),
  calls: z.optional(CallsRead),
  last: z.optional(LastUse),
});
export type Answer = z.infer<typeof Answer>;

/**
 * What orgs have told for reports, on the disk, a line for each answer, so that a report goes on after VS Code was reloaded.
 * Which rights no call needed, and on which day there was the last one: no secret is among it, and nothing stays that is
 * older than it is good for. Nothing here rejects: a disk that refuses only loses what would have been kept.
 */
export class KeptAnswers {
  /** Lines to be written, by account. */
  private readonly waiting = new Map<string, string[]>();
  private timer: NodeJS.Timeout | undefined;
  private writing: Promise<void> = Promise.resolve();

  /**
   * @param storage the folder below which the files are
   * @param goodFor milliseconds for which an answer is good
   */
  constructor(
    private readonly storage: string,
    private readonly goodFor: number,
    private readonly warn: (reason: string) => void,
  ) {}

  /** What was told for an account and is still good, the oldest first. */
  async read(account: string): Promise<readonly Answer[]> {
    await this.written();
    await this.leaveGood().catch(() => {});
    const path = this.fileOf(account);
    try {
      if ((await stat(path)).size > MOST_BYTES) return [];
      const lines = (await readFile(path, 'utf8')).split('\n').filter((line) => line !== '');
      const since = Date.now() - this.goodFor;
      const answers = lines.flatMap((line) => Answer.safeParse(parseJson(line)).data ?? []);
      const good = answers.filter(({ at }) => at > since && at <= Date.now());
      if (good.length < lines.length)
        await replaceFile(
          path,
          good.map((answer) => lineOf(answer)),
        );
      return good.sort((one, other) => one.at - other.at);
    } catch {
      return [];
    }
  }

  /** Keeps an answer, a moment later. */
  note(account: string, answer: Answer): void {
    const lines = this.waiting.get(account) ?? [];
    this.waiting.set(account, lines);
    lines.push(lineOf(answer));
    this.timer ??= setTimeout(() => void this.written(), WRITTEN_AFTER);
  }

  /** Resolves once all that was noted is written. */
  async written(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    const all = [...this.waiting];
    this.waiting.clear();
    this.writing = this.writing.then(async () => {
      for (const [account, lines] of all) await this.append(account, lines.join(''));
    });
    await this.writing;
  }

  /** Of an account whose org is no more, nothing is kept. */
  async forget(account: string): Promise<void> {
    this.waiting.delete(account);
    await this.written();
    await rm(this.fileOf(account), { force: true }).catch((error) => this.warn(reasonOf(error)));
  }

  private async append(account: string, text: string): Promise<void> {
    try {
      await mkdir(join(this.storage, FOLDER), { recursive: true });
      await appendFile(this.fileOf(account), text);
    } catch (error) {
      this.warn(reasonOf(error));
    }
  }

  /** Nobody may ever ask for an account again. */
  private async leaveGood(): Promise<void> {
    const folder = join(this.storage, FOLDER);
    const names = await readdir(folder);
    for (const name of names.filter((each) => each.endsWith(ENDING))) {
      const { mtimeMs } = await stat(join(folder, name));
      if (Date.now() - mtimeMs > this.goodFor) await rm(join(folder, name), { force: true });
    }
  }

  private fileOf(account: string): string {
    return join(this.storage, FOLDER, `${encodeURIComponent(account)}${ENDING}`);
  }
}

function lineOf(answer: Answer): string {
  return `${JSON.stringify(answer)}\n`;
}
