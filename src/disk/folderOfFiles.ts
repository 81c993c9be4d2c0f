import { mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createFile, replaceFile } from './atomically.ts';

/** The files of a folder by their names, whole or not at all; the folder is made when something is written. */
export function folderOfFiles(folder: string) {
  return {
    names: async (): Promise<readonly string[]> => await readdir(folder).catch(() => []),
    read: async (name: string): Promise<Uint8Array<ArrayBuffer> | undefined> =>
      await readFile(join(folder, name)).then(
        (bytes) => new Uint8Array(bytes),
        () => undefined,
      ),
    write: async (name: string, bytes: Uint8Array): Promise<void> => {
      const path = join(folder, name);
      await mkdir(folder, { recursive: true });
      await createFile(path, bytes).catch(async () => await replaceFile(path, bytes));
    },
  };
}
