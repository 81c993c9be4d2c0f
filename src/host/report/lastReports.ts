import { createReadStream } from 'node:fs';
import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline, Readable } from 'node:stream';
import { createGunzip, createGzip } from 'node:zlib';
import * as vscode from 'vscode';
import { reasonOf } from '../../core/reason.ts';
import { type FormerRead, readReport } from '../../core/report/former.ts';
import { putFile } from '../../disk/atomically.ts';

const FOLDER = 'reports';
const ENDING = '.json.gz';

/** Of so many orgs the last report is kept; the oldest goes first. */
const MOST_KEPT = 20;

/**
 * The last report of each org, in a file that all windows share, so that the next one can tell what has changed. No secret is
 * in any.
 */
export class LastReports {
  /** `storage` is the folder below which the files are. */
  constructor(private readonly storage: string) {}

  /** When the report of an org (its account) was kept; undefined where there is none. */
  async keptAt(account: string): Promise<Date | undefined> {
    return await stat(this.fileOf(account)).then(
      ({ mtime }) => mtime,
      () => undefined,
    );
  }

  /** Never rejects. */
  async read(account: string): Promise<FormerRead> {
    // What goes wrong in one of them is told by the other, and both are closed.
    const unpacked = pipeline(createReadStream(this.fileOf(account)), createGunzip(), () => undefined);
    return await readReport(unpacked);
  }

  /** Keeps a report in JSON instead of the former one. Rejects where the disk does. */
  async keep(account: string, pieces: () => Iterable<string>): Promise<void> {
    await mkdir(join(this.storage, FOLDER), { recursive: true });
    await putFile(this.fileOf(account), Readable.from(pieces()).pipe(createGzip()));
    await this.leaveNewest();
  }

  private async leaveNewest(): Promise<void> {
    const folder = join(this.storage, FOLDER);
    const names = (await readdir(folder)).filter((name) => name.endsWith(ENDING));
    const dated = names.map(async (name) => ({ name, at: (await stat(join(folder, name))).mtimeMs }));
    const newestFirst = (await Promise.all(dated)).sort((one, other) => other.at - one.at);
    for (const { name } of newestFirst.slice(MOST_KEPT)) await rm(join(folder, name), { force: true });
  }

  private fileOf(account: string): string {
    return join(this.storage, FOLDER, `${encodeURIComponent(account)}${ENDING}`);
  }
}

/** Reads a report in JSON that the person has chosen. Never rejects. */
export async function readChosenReport(uri: vscode.Uri): Promise<FormerRead> {
  if (uri.scheme === 'file') return await readReport(createReadStream(uri.fsPath));
  try {
    return await readReport(Readable.from([await vscode.workspace.fs.readFile(uri)]));
  } catch (error) {
    return { ok: false, why: { kind: 'unreadable', reason: reasonOf(error) } };
  }
}
