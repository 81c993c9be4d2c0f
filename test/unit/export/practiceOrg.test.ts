import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { ExportFormat, exportAs } from '../../../src/core/export/exportAs.ts';
import { forPracticeOrgText } from '../../../src/core/texts/practiceOrg.ts';
import { clientOf, inPractice, where } from './clients.ts';
import { assertTerraformFormatted } from './fmtRules.ts';
import { readHcl } from './readHcl.ts';
import { runShell } from './runShell.ts';

const PRACTICE_TOKEN = { PRACTICE_ORG_TOKEN: 'of the practice org' };
const REAL_TOKEN = { GENESYS_CLOUD_ACCESS_TOKEN: 'of a real org' };

describe('What is taken elsewhere from the practice org', () => {
  const client = clientOf('CRM');
  const text = (format: ExportFormat, clientId?: string) =>
    exportAs(format, client, { ...inPractice, clientId });

  for (const format of ExportFormat.options.filter((each) => each !== 'json')) {
    it(`says first of all that it is for the practice org, as ${format}`, () => {
      assert.ok(text(format).split('\n')[0]?.includes(forPracticeOrgText()));
    });

    it(`names no host of a real region, and reads no token of a real org, as ${format}`, () => {
      assert.doesNotMatch(text(format), /mypurecloud|pure\.cloud|GENESYS/);
    });

    it(`says nothing of the practice org elsewhere, as ${format}`, () => {
      assert.doesNotMatch(exportAs(format, client, where), /practice|127\.0\.0\.1|localhost/i);
    });
  }

  it('is the body alone as JSON, the same as for a real org', () => {
    assert.equal(text('json'), exportAs('json', client, where));
  });

  it('goes to its own address with curl, with a token of its own', () => {
    const { args, input } = runShell('curl', text('curl'), { ...PRACTICE_TOKEN, ...REAL_TOKEN });
    assert.ok(args.includes('http://127.0.0.1:4711/api/v2/oauth/clients'));
    assert.ok(args.includes('Authorization: Bearer of the practice org'));
    assert.deepEqual(JSON.parse(input), client);
  });

  it("goes to its port on localhost with Genesys's CLI, which takes no other name for this computer", () => {
    const { args, input } = runShell('gc', text('genesys-cli'), PRACTICE_TOKEN);
    assert.deepEqual(args, [
      ...['oauth', 'clients', 'create'],
      ...['--environment', 'localhost:4711', '--accesstoken', 'of the practice org'],
    ]);
    assert.deepEqual(JSON.parse(input), client);
  });

  describe('as Terraform', () => {
    const providerIn = async (hcl: string) => (await readHcl(hcl)).provider?.genesyscloud;
    const gateway = {
      protocol: 'http',
      host: '127.0.0.1',
      port: '4711',
      path_params: [{ path_name: 'login', path_value: 'login' }],
    };

    it("has a provider whose gateway is the practice org's address, before all else", async () => {
      const hcl = text('terraform', 'b7f1');
      assert.deepEqual(await providerIn(hcl), [{ aws_region: 'us-east-1', gateway: [gateway] }]);
      assert.deepEqual(hcl.match(/^\w+/gm), ['provider', 'import', 'resource']);
    });

    it('is laid out as its formatter leaves it', () => {
      assertTerraformFormatted(withoutRemark(text('terraform')));
    });

    it('names no region where nobody knows what the provider calls it', async () => {
      const region = 'region.of.tomorrow';
      const unnamed = exportAs('terraform', client, { ...inPractice, region });
      assert.deepEqual(await providerIn(unnamed), [{ gateway: [gateway] }]);
    });
  });
});

function withoutRemark(hcl: string): string {
  return hcl.replace(/^# .*\n/, '');
}
