import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { type Orgs, openOrgs } from '../../src/cli/orgs/orgs.ts';
import type { OrgChoice } from '../../src/cli/orgs/signIns.ts';
import { listClients } from '../../src/core/platform/oauthClients.ts';
import type { OrgUnderTest } from './client.ts';
import { gatewayTo, neverEnding, practiceNamed, terraformTo, useCommandLine } from './useCommandLine.ts';
import { useOrg } from './useOrg.ts';

const ANY: OrgChoice = { words: [], practice: false };
const signal = neverEnding();

describe('Signing in from what is there', () => {
  const org = useOrg();
  const other = useOrg({ region: 'mypurecloud.jp' });
  const line = useCommandLine();

  async function open(env: Record<string, string>, choice: Partial<OrgChoice> = {}): Promise<Orgs> {
    return await openOrgs(line.io([], { env }), { ...ANY, ...choice }, 'en', signal);
  }

  const profile = (
    name: string,
    { id, secret }: { id: string; secret: string },
    region = 'mypurecloud.com',
  ) => `[${name}]\nenvironment = "${region}"\nclient_credentials = "${id}"\nclient_secret = "${secret}"\n`;

  /** The token of an open org, and whether the org still takes it. */
  async function isAlive(under: OrgUnderTest, token: string): Promise<boolean> {
    return (await under.call(token, 'GET', '/api/v2/tokens/me')).status === 200;
  }

  it('opens the org of the Terraform variables, and ends its session', async () => {
    const { orgs, notOpened, end } = await open(terraformTo(org()));
    assert.deepEqual(notOpened, []);
    const [opened] = orgs;
    assert.ok(opened !== undefined);
    assert.equal(opened.signIn.name, 'terraform');
    assert.equal(opened.account.practice, false);
    assert.ok((await listClients(opened.connection)).ok);
    const { accessToken } = opened.connection;
    assert.equal(await isAlive(org(), accessToken), true);
    await end();
    assert.equal(await isAlive(org(), accessToken), false);
  });

  it('opens that of a token in a variable, and leaves the token as it is: somebody else made it', async () => {
    const token = await org().automationToken();
    const env = { ...gatewayTo(org()), GENESYS_OAUTH_ACCESS_TOKEN: token, GENESYS_OAUTH_REGION: 'us-east-1' };
    const { orgs, end } = await open(env);
    assert.deepEqual(
      orgs.map(({ signIn }) => signIn.name),
      ['variable'],
    );
    await end();
    assert.equal(await isAlive(org(), token), true);
  });

  it('opens a practice org that is named, by its line or by a file with it', async () => {
    const named = practiceNamed(other());
    await line.write('practice.json', `${named['GENESYS_OAUTH_PRACTICE_ORG']}\n`);
    for (const env of [named, { GENESYS_OAUTH_PRACTICE_ORG: 'practice.json' }]) {
      const { orgs, notOpened, end } = await open(env, { practice: true });
      assert.deepEqual(notOpened, []);
      assert.equal(orgs[0]?.account.practice, true);
      assert.equal(orgs[0]?.account.region, 'mypurecloud.jp');
      await end();
      assert.equal(await isAlive(other(), orgs[0]?.connection.accessToken ?? ''), false);
    }
  });

  it('says of a practice org that is named and does not answer what can be done about it here', async () => {
    const [line = ''] = Object.values(practiceNamed(other()));
    const gone = JSON.stringify({ ...JSON.parse(line), baseUrl: 'http://127.0.0.1:9' });
    const { orgs, notOpened, end } = await open({ GENESYS_OAUTH_PRACTICE_ORG: gone }, { practice: true });
    assert.deepEqual(orgs, []);
    assert.match(notOpened[0]?.reason ?? '', /GENESYS_OAUTH_PRACTICE_ORG names it: start it again/);
    assert.doesNotMatch(notOpened[0]?.reason ?? '', /VS Code/);
    await end();
  });

  it('takes another token when the org refuses the one it has, once for all who wait', async () => {
    const { orgs, end } = await open(terraformTo(org()));
    const connection = orgs[0]?.connection ?? assert.fail();
    await org().call(connection.accessToken, 'DELETE', '/api/v2/tokens/me');
    const before = connection.accessToken;
    const answers = await Promise.all([1, 2, 3].map(async () => await listClients(connection)));
    assert.ok(answers.every(({ ok }) => ok));
    assert.notEqual(connection.accessToken, before);
    await end();
    assert.equal(await isAlive(org(), connection.accessToken), false);
  });

  it('opens one org once, whichever ways lead to it', async () => {
    await line.write('home/.gc/config.toml', profile('prod', org().automationClient));
    const { orgs, end } = await open(terraformTo(org()));
    assert.deepEqual(
      orgs.map(({ signIn }) => signIn.name),
      ['prod'],
    );
    await end();
  });

  it('tells why one of several is away, and opens the others', async () => {
    const wrong = { id: org().automationClient.id, secret: 'canary-wrong-secret' };
    await line.write('home/.gc/config.toml', `${profile('old', wrong)}${profile('none', wrong, '')}`);
    const { orgs, notOpened, end } = await open(terraformTo(org()));
    assert.equal(orgs.length, 1);
    assert.deepEqual(
      notOpened.map(({ name }) => name),
      ['old', 'none'],
    );
    assert.match(notOpened[0]?.reason ?? '', /not its secret\. .*Genesys CLI profile "old"/);
    assert.match(notOpened[1]?.reason ?? '', /names no region\. /);
    assert.doesNotMatch(JSON.stringify(notOpened), /canary/);
    await end();
  });

  describe('Choosing', () => {
    const both = () => ({ ...terraformTo(org()), ...practiceNamed(other()) });

    for (const [words, practice, expected] of [
      [['terraform'], false, ['terraform']],
      [['mypurecloud.com'], false, ['terraform']],
      [['us-east-1'], false, ['terraform']],
      [['all'], true, ['terraform', 'practice']],
      [[], true, ['practice']],
      [['TERRAFORM'], true, ['terraform', 'practice']],
    ] as const) {
      it(`takes "${words.join(' ')}"${practice ? ' and --practice' : ''} for ${expected.join(', ')}`, async () => {
        const { orgs, end } = await open(both(), { words, practice });
        assert.deepEqual(
          orgs.map(({ signIn }) => signIn.name),
          expected,
        );
        await end();
      });
    }

    it('takes the name or the ID of an org, and ends what was begun to find it', async () => {
      const first = await open(terraformTo(org()));
      const { id, name } = first.orgs[0]?.org ?? assert.fail();
      await first.end();
      for (const word of [id, name.toUpperCase()]) {
        const { orgs, end } = await open(terraformTo(org()), { words: [word] });
        assert.equal(orgs[0]?.org.id, id);
        await end();
      }
    });

    it('says that there is no such org, and which there are', async () => {
      await assert.rejects(open(terraformTo(org()), { words: ['Elsewhere'] }), /"Elsewhere".*terraform/);
    });

    it('says how one gets to sign in where there is nothing', async () => {
      await assert.rejects(open({}), /GENESYSCLOUD_REGION.*--practice/);
    });
  });
});
