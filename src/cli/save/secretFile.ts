import { access, constants, type FileHandle, lstat, open, realpath, rm, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import * as l10n from '@vscode/l10n';
import { diskText, isMissing } from '../reading.ts';
import { takenByGit } from './takenByGit.ts';

/** The place that somebody named for a secret, or why no secret may go there. */
export type SecretPlace =
  | { readonly ok: true; readonly path: string }
  | { readonly ok: false; readonly reason: string };

/** What stands in a secret file; a token is added once it is made. */
export type FileSecrets = {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly clientName: string;
  readonly organization: string;
  /** Domain. */
  readonly region: string;
};

/**
 * Looks whether a secret may be written into a file that is to be made: it is not there yet, its folder is and can be
 * written to, and git would not take it. Makes nothing.
 */
export async function secretPlace(named: string, cwd: string, env: NodeJS.ProcessEnv): Promise<SecretPlace> {
  const wanted = resolve(cwd, named);
  const name = basename(wanted);
  try {
    const folder = await realpath(dirname(wanted));
    const path = join(folder, name);
    if (!(await stat(folder)).isDirectory()) return refused(l10n.t('Its folder is not there.'));
    if (await isThere(path))
      return refused(l10n.t('There is something of this name already, and nothing is overwritten.'));
    await access(folder, constants.W_OK | constants.X_OK);
    return await outsideGit(folder, name, env);
  } catch (error) {
    return refused(isMissing(error) ? l10n.t('Its folder is not there.') : diskText(error));
  }
}

async function outsideGit(folder: string, name: string, env: NodeJS.ProcessEnv): Promise<SecretPlace> {
  switch (await takenByGit(folder, name, env)) {
    case 'no':
      return { ok: true, path: join(folder, name) };
    case 'yes':
      return refused(
        l10n.t('git would take it: name it in a .gitignore, or choose a place outside of the work tree.'),
      );
    case 'unclear':
      return refused(
        l10n.t(
          'It is in a work tree, and git did not tell whether it ignores the file. Choose a place outside.',
        ),
      );
  }
}

function refused(reason: string): SecretPlace {
  return { ok: false, reason };
}

/** A link that leads nowhere is there, too. */
async function isThere(path: string): Promise<boolean> {
  try {
    await lstat(path);
    return true;
  } catch (error) {
    if (isMissing(error)) return false;
    throw error;
  }
}

/** The file for the secret of one client: made before the client is, so that the secret has a place when it comes. */
export class SecretFile {
  private length = 0;

  private constructor(
    readonly path: string,
    private readonly file: FileHandle,
  ) {}

  /** Makes the file, empty, for its owner alone. Rejects where there is one by then, or it cannot be made. */
  static async make(path: string): Promise<SecretFile> {
    const file = await open(path, 'wx', 0o600);
    try {
      // What the umask has taken away from its owner is given back.
      await file.chmod(0o600);
    } catch (error) {
      await file.close();
      await rm(path, { force: true });
      throw error;
    }
    return new SecretFile(path, file);
  }

  /** Whether a secret stands in it. */
  get isWritten(): boolean {
    return this.length > 0;
  }

  /** Writes the secret, and waits until the disk has it. */
  async write(secrets: FileSecrets): Promise<void> {
    const bytes = Buffer.from(`${JSON.stringify(secrets, undefined, 2)}\n`);
    await this.put(bytes, 0);
    this.length = bytes.length;
  }

  /**
   * Adds a token. Only the closing bracket is written over, so that the secret is there whatever
   * happens meanwhile.
   */
  async addToken(accessToken: string): Promise<void> {
    const bytes = Buffer.from(`,\n  "accessToken": ${JSON.stringify(accessToken)}\n}\n`);
    const at = this.length - CLOSING.length;
    await this.put(bytes, at);
    this.length = at + bytes.length;
  }

  private async put(bytes: Buffer, at: number): Promise<void> {
    for (let done = 0; done < bytes.length; ) {
      const { bytesWritten } = await this.file.write(bytes, done, bytes.length - done, at + done);
      done += bytesWritten;
    }
    await this.file.sync();
  }

  /** To be called once, at the end: one that holds nothing is removed again. */
  async close(): Promise<void> {
    await this.file.close();
    if (!this.isWritten) await rm(this.path, { force: true });
  }
}

const CLOSING = '\n}\n';
