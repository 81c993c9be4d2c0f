import assert from 'node:assert/strict';
import { createServer } from 'node:net';
import { afterEach, describe, it } from 'mocha';
import { HeldOrgs } from '../../src/cli/mcp/heldOrgs.ts';
import { requestsTo } from '../host/steer.ts';
import { neverEnding, practiceNamed, terraformTo, useCommandLine } from './useCommandLine.ts';
import { useOrg } from './useOrg.ts';

describe('The orgs of genesys-oauth mcp', () => {
  const org = useOrg();
  const other = useOrg();
  const line = useCommandLine();
  let orgs: HeldOrgs | undefined;
  let later: number;

  afterEach(async () => {
    await orgs?.end();
    orgs = undefined;
  });

  /** Signed in to by the environment, which may change; one of the two orgs, or both. */
  function held(env: Record<string, string>, words: readonly string[], practice: boolean): HeldOrgs {
    later = 0;
    const io = { ...line.io([], { env }), now: () => new Date(Date.now() + later) };
    orgs = new HeldOrgs(io, { words, practice }, false, neverEnding());
    return orgs;
  }

  async function told(of: HeldOrgs): Promise<{ readonly names: readonly string[]; readonly text: string }> {
    const atHand = await of.atHand();
    return atHand.ok
      ? { names: atHand.orgs.map(({ account }) => account), text: atHand.remarks.join('\n') }
      : { names: [], text: atHand.reason };
  }

  const signIns = async () =>
    (await requestsTo(org())).filter((each) => each === 'GET /api/v2/organizations/me').length;

  it('that is away at the start is tried again when it is asked for later, and those that are open stay so', async () => {
    const env = { ...practiceNamed(org()), ...terraformTo(other()) };
    const live = env['GENESYS_OAUTH_GATEWAY'] ?? '';
    env['GENESYS_OAUTH_GATEWAY'] = JSON.stringify({ ...JSON.parse(live), port: await closedPort() });
    const both = held(env, ['all'], true);
    const first = await told(both);
    assert.equal(first.names.length, 1);
    assert.match(first.text, /^Not signed in: terraform/);
    env['GENESYS_OAUTH_GATEWAY'] = live;
    const before = await signIns();
    assert.deepEqual(await told(both), first, 'at once it is not');
    later = 31_000;
    const second = await told(both);
    assert.equal(second.names.length, 2, second.text);
    assert.equal(second.text, '');
    assert.equal(await signIns(), before, 'the one that is open is not signed in to again');
  });

  it('that nobody could open is tried again, too', async () => {
    const env = terraformTo(org());
    const live = env['GENESYS_OAUTH_GATEWAY'] ?? '';
    env['GENESYS_OAUTH_GATEWAY'] = JSON.stringify({ ...JSON.parse(live), port: await closedPort() });
    const only = held(env, [], false);
    assert.deepEqual((await told(only)).names, []);
    env['GENESYS_OAUTH_GATEWAY'] = live;
    later = 31_000;
    assert.equal((await told(only)).names.length, 1);
  });
});

/** A port of this computer at which nobody listens. */
async function closedPort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  assert.ok(address !== null && typeof address === 'object');
  return address.port;
}
