import { mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { putFile } from './atomically.ts';

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
      await mkdir(folder, { recursive: true });
      await putFile(join(folder, name), bytes);
    },
  };
}
