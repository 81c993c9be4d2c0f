import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { exportAs } from '../../../src/core/export/exportAs.ts';
import type { ExportTarget } from '../../../src/core/export/exportTarget.ts';
import { hclList } from '../../../src/core/export/hcl.ts';
import { anyClient, clientOf, hostileTexts, inPractice, where } from './clients.ts';

/** Runs the Terraform of this computer, offline, on what stands on its standard input. */
function terraform(args: string[], input = '') {
  const env = { ...process.env, CHECKPOINT_DISABLE: '1', TF_CLI_CONFIG_FILE: undefined };
  return spawnSync('terraform', args, { input, env, encoding: 'utf8' });
}

function inPracticeOrg(target: ExportTarget): string {
  return exportAs('terraform', clientOf('CRM'), target);
}

describe('Terraform itself, where it is installed', function () {
  this.timeout(20_000);

  before(function () {
    if (terraform(['version']).status !== 0) this.skip();
  });

  it('parses any client, and its own formatter leaves the text as it is', () => {
    const clients = [...Object.values(hostileTexts).map(clientOf), ...fc.sample(anyClient, 200)];
    const text = clients
      .flatMap((client) =>
        [where, { ...where, clientId: client.name }].map((to) => exportAs('terraform', client, to)),
      )
      .concat([inPractice, { ...inPractice, region: 'custom.example' }].map(inPracticeOrg))
      .join('\n');
    const { status, stdout, stderr } = terraform(['fmt', '-no-color', '-'], text);
    assert.equal(status, 0, stderr);
    assert.equal(stdout, text);
  });

  it('reads every text back as it was, less the normal form that it gives all texts', () => {
    const texts = [...Object.values(hostileTexts), ...fc.sample(fc.string({ unit: 'binary' }), 300)];
    const line = hclList(texts).replaceAll('\n', '');
    const { status, stdout, stderr } = terraform(['console'], `base64encode(jsonencode(${line}))\n`);
    assert.equal(status, 0, stderr);
    const json = Buffer.from(JSON.parse(stdout.trim().split('\n').at(-1) ?? ''), 'base64').toString('utf8');
    assert.deepEqual(
      JSON.parse(json),
      texts.map((text) => text.normalize('NFC')),
    );
  });
});
