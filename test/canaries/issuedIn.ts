import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The module by which a served VS Code notes what orgs give out, loaded first. */
export const NOTE_ISSUED_MODULE = join(import.meta.dirname, 'noteIssued.js');

/** The secrets that were noted in a file. */
export async function issuedIn(file: string): Promise<ReadonlySet<string>> {
  const text = await readFile(file, 'utf8').catch(() => '');
  return new Set(text.split('\n').filter(Boolean));
}
