import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** Bytes; a config.toml of the Genesys CLI has a few hundred a profile. */
const LARGEST_CONFIG = 1024 * 1024;

/** The text of the Genesys CLI's config.toml of whoever has this home; empty where there is none that can be read. Never rejects. */
export async function readGenesysCliConfig(home: string): Promise<string> {
  const path = join(home, '.gc', 'config.toml');
  try {
    const file = await stat(path);
    return file.isFile() && file.size <= LARGEST_CONFIG ? await readFile(path, 'utf8') : '';
  } catch {
    return '';
  }
}
