import { homedir } from 'node:os';
import { type FoundCredentials, signInsIn } from '../../core/signIn/found.ts';
import { readGenesysCliConfig } from '../../disk/genesysCli.ts';

/**
 * What people can already sign in with here. Read anew each time and kept nowhere. Never rejects: what cannot be read is
 * not found.
 */
export async function findSignIns(): Promise<FoundCredentials[]> {
  return signInsIn({ cliConfig: await readGenesysCliConfig(homedir()), env: process.env }, new Date());
}
