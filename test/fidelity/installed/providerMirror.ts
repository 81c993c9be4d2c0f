import { readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { isThere } from '../../needs/downloads.ts';

/** Where the vendor's provider stands below a folder of providers. */
const PROVIDER = join('registry.terraform.io', 'mypurecloud', 'genesyscloud');

/**
 * The folder of this computer from which Terraform can take the vendor's provider without asking a registry: the cache or
 * a mirror that Terraform's own variables name, or the place where it looks by itself. Rejects where there is none.
 */
export async function providerMirror(): Promise<string> {
  const folders = await foldersOfProviders();
  for (const folder of folders) if (await isThere(join(folder, PROVIDER))) return folder;
  const looked = folders.join(', ');
  throw new Error(
    `Terraform's provider mypurecloud/genesyscloud is in none of ${looked}. Name the folder that has it in TF_PLUGIN_CACHE_DIR.`,
  );
}

async function foldersOfProviders(): Promise<string[]> {
  const { TF_PLUGIN_CACHE_DIR: cache, TF_CLI_CONFIG_FILE: config, APPDATA: appData } = process.env;
  const text = await readFile(config ?? join(homedir(), '.terraformrc'), 'utf8').catch(() => '');
  // `plugin_cache_dir`, and `path` of a `filesystem_mirror`.
  const named = [...text.matchAll(/^\s*(?:plugin_cache_dir|path)\s*=\s*"([^"]+)"/gm)].map(
    ([, folder = '']) => folder,
  );
  const own = appData === undefined ? join(homedir(), '.terraform.d') : join(appData, 'terraform.d');
  return [...(cache === undefined ? [] : [cache]), ...named, join(own, 'plugins')];
}
