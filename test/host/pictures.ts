import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { resultsFolder } from './paths.ts';

/** The variable that is set when somebody wants to look at pictures: taking them takes long. */
export const PICTURES = 'TEST_PICTURES';

/** Writes a PNG file to test-results/ and returns its path. `name` is its path there without the ending. */
export async function writePicture(name: string, png: Buffer): Promise<string> {
  const path = join(resultsFolder, `${name}.png`);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, png);
  return path;
}

/** Takes a picture and writes it, when somebody wants to look at pictures. */
export async function takePicture(name: string, take: () => Promise<Buffer>): Promise<void> {
  if (wantsPictures()) await writePicture(name, await take());
}

/** Whether somebody wants to look at pictures. */
export function wantsPictures(): boolean {
  return process.env[PICTURES] !== undefined;
}
