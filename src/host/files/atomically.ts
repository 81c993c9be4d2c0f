import { randomUUID } from 'node:crypto';
import { constants, copyFile, link, open, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/**
 * Puts a text into the place of a file on the disk, whole or not at all: who reads it meanwhile, or after a crash, finds the
 * former text or this one. False, with nothing done, where the folder takes no second file.
 */
export async function replaceFile(path: string, bytes: Uint8Array): Promise<boolean> {
  const { mode } = await stat(path);
  try {
    await withDraft(path, bytes, mode, async (draft) => await rename(draft, path));
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'EACCES' || error.code === 'EPERM'))
      return false;
    throw error;
  }
}

/** Makes a file on the disk, whole or not at all; rejects with EEXIST where there is one by then. */
export async function createFile(path: string, bytes: Uint8Array): Promise<void> {
  await withDraft(path, bytes, undefined, async (draft) => {
    await link(draft, path).catch(async (error: NodeJS.ErrnoException) => {
      if (error.code === 'EEXIST') throw error;
      // Not every file system knows hard links.
      await copyFile(draft, path, constants.COPYFILE_EXCL);
    });
  });
}

async function withDraft(
  path: string,
  bytes: Uint8Array,
  mode: number | undefined,
  work: (draft: string) => Promise<void>,
): Promise<void> {
  const draft = join(dirname(path), `.genesys-oauth-wizard-${randomUUID()}.tmp`);
  try {
    const file = await open(draft, 'wx', mode);
    try {
      // What a new file may not be by default, one in the place of another must be.
      if (mode !== undefined) await file.chmod(mode);
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await work(draft);
  } finally {
    await rm(draft, { force: true });
  }
}
