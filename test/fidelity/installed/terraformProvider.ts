// The vendor's Terraform provider that is installed here, with the text that the wizard exports. No one has run these steps where
// this was written: there was a Terraform, but not the provider.
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exportAs } from '../../../src/core/export/exportAs.ts';
import { run } from '../../host/processes.ts';
import { assertMade, awkwardClients, org, step } from './awkwardClients.ts';

const [mirror = ''] = process.argv.slice(2);
const REQUIRED = `terraform {
  required_providers {
    genesyscloud = {
      source = "mypurecloud/genesyscloud"
    }
  }
}
`;

const env = {
  ...process.env,
  CHECKPOINT_DISABLE: '1',
  TF_IN_AUTOMATION: '1',
  TF_CLI_CONFIG_FILE: undefined,
  GENESYSCLOUD_OAUTHCLIENT_ID: process.env['PRACTICE_ORG_CLIENT_ID'],
  GENESYSCLOUD_OAUTHCLIENT_SECRET: process.env['PRACTICE_ORG_CLIENT_SECRET'],
  // Else the provider would prefer it to the gateway's login.
  GENESYSCLOUD_ACCESS_TOKEN: undefined,
};

const folder = await mkdtemp(join(tmpdir(), 'terraform-provider-'));
try {
  for (const [index, [what, client]] of (await awkwardClients()).entries()) {
    const cwd = join(folder, `${index}`);
    await mkdir(cwd);
    await writeFile(join(cwd, 'versions.tf'), REQUIRED);
    await writeFile(join(cwd, 'client.tf'), exportAs('terraform', client, org));
    const terraform = async (...args: string[]) =>
      await run('terraform', [...args, '-no-color'], { cwd, env, output: 'keep', timeoutSeconds: 300 });
    await step(`takes the provider that is here, and no other: ${what}`, async () => {
      await terraform('init', '-input=false', `-plugin-dir=${mirror}`);
    });
    await step(`applies what was exported: ${what}`, async () => {
      await terraform('apply', '-input=false', '-auto-approve');
      // Terraform gives every text its normal form.
      await assertMade(client, (text) => text.normalize('NFC'));
    });
    await step(`plans nothing more: ${what}`, async () => {
      await terraform('plan', '-input=false', '-detailed-exitcode');
    });
  }
} finally {
  await rm(folder, { recursive: true });
}
