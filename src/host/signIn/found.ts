import { readFile, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { type FoundCredentials, readCliConfig, readTerraformVariables } from '../../core/signIn/found.ts';

/** Bytes; a config.toml of the Genesys CLI has a few hundred a profile. */
const LARGEST_CONFIG = 1024 * 1024;

/**
 * What people can already sign in with here: the profiles of the Genesys CLI, and the environment variables of the
 * Terraform provider. Read anew each time and kept nowhere. Never rejects: what cannot be read is not found.
 */
export async function findSignIns(): Promise<FoundCredentials[]> {
  const config = await readSmallFile(join(homedir(), '.gc', 'config.toml'));
  return [...readCliConfig(config, new Date()), ...readTerraformVariables(process.env)];
}

async function readSmallFile(path: string): Promise<string> {
  try {
    const file = await stat(path);
    return file.isFile() && file.size <= LARGEST_CONFIG ? await readFile(path, 'utf8') : '';
  } catch {
    return '';
  }
}
