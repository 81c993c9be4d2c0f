import { randomUUID } from 'node:crypto';
import {
  constants,
  copyFile,
  link,
  open,
  readdir,
  realpath,
  rename,
  rm,
  stat,
  writeFile,
} from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { inTurns } from './turns.ts';

const DRAFT = /^\.genesys-oauth-wizard-.+\.tmp$/;

/** Milliseconds after which nobody is at a draft any more: who wrote it was killed. */
const LEFT_AFTER = 10 * 60_000;

/** What a file is to hold: all of it, or piece by piece, so that it need not be anywhere as a whole. */
export type Content = Uint8Array | Iterable<string> | AsyncIterable<Uint8Array>;

/** There is something that is no file: a pipe or a device would be gone with what is put into its place. */
export class NoFile extends Error {
  readonly code = 'NO_FILE';
}

/**
 * Puts a text into the place of a file on the disk, whole or not at all: who reads it meanwhile, or after a crash, finds the
 * former text or this one. A link stays one, and the file that it leads to is replaced. Rejects where the disk does
 * (`takesNoSecondFile`), and with `NoFile`.
 */
export async function replaceFile(path: string, content: Content): Promise<void> {
  const real = await realpath(path);
  const found = await stat(real);
  if (!found.isFile()) throw new NoFile(`${path} is no file.`);
  await withDraft(real, content, found.mode, async (draft) => await rename(draft, real));
}

/** Whether a file was not replaced because its folder takes no second one. */
export function takesNoSecondFile(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'EACCES' || error.code === 'EPERM');
}

/** Makes a file on the disk, whole or not at all; rejects with EEXIST where there is one by then. */
export async function createFile(path: string, content: Content): Promise<void> {
  await withDraft(path, content, undefined, async (draft) => {
    await link(draft, path).catch(async (error: NodeJS.ErrnoException) => {
      if (error.code === 'EEXIST') throw error;
      // Not every file system knows hard links.
      await copyFile(draft, path, constants.COPYFILE_EXCL);
    });
  });
}

/** Puts a text into a place on the disk, be there a file by now or not, whole or not at all. Rejects as both ways do. */
export async function putFile(path: string, content: Content): Promise<void> {
  try {
    await replaceFile(path, content);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
    await createFile(path, content);
  }
}

async function withDraft(
  path: string,
  content: Content,
  mode: number | undefined,
  work: (draft: string) => Promise<void>,
): Promise<void> {
  await sweepUp(dirname(path));
  const draft = join(dirname(path), `.genesys-oauth-wizard-${randomUUID()}.tmp`);
  try {
    const file = await open(draft, 'wx', mode);
    try {
      // What a new file may not be by default, one in the place of another must be.
      if (mode !== undefined) await file.chmod(mode);
      await writeFile(
        file,
        Symbol.iterator in content && !(content instanceof Uint8Array) ? packed(content) : content,
      );
      await file.sync();
    } finally {
      await file.close();
    }
    await work(draft);
  } finally {
    await rm(draft, { force: true });
  }
}

/** Below this many characters, pieces are written together: each takes a turn of the disk. */
const ENOUGH = 65_536;

async function* packed(pieces: Iterable<string>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  let text = '';
  for await (const piece of inTurns(pieces[Symbol.iterator]())) {
    text += piece;
    if (text.length < ENOUGH) continue;
    yield encoder.encode(text);
    text = '';
  }
  yield encoder.encode(text);
}

/** Removes the drafts that a process has left in a folder because it was killed. What cannot be removed stays. */
async function sweepUp(folder: string): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  for (const name of names.filter((each) => DRAFT.test(each))) {
    const draft = join(folder, name);
    const isLeft = async () => Date.now() - (await stat(draft)).mtimeMs > LEFT_AFTER;
    if (await isLeft().catch(() => false)) await rm(draft, { force: true }).catch(() => undefined);
  }
}
