import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { startOrg } from './client.ts';
import { useOrg } from './useOrg.ts';

describe('who the practice org is', () => {
  const org = useOrg();

  async function proofOf(challenge: string): Promise<unknown> {
    const answer = await fetch(`${org().baseUrl}/practice/identity?challenge=${challenge}`);
    assert.equal(answer.status, 200);
    return (await answer.json()).proof;
  }

  it('is shown to whoever knows its control token, before they send anything', async () => {
    const { controlToken } = org();
    const expected = createHmac('sha256', controlToken).update('a challenge').digest('hex');
    assert.equal(await proofOf('a+challenge'), expected);
  });

  it('is shown in another way each time, so that nobody can show it in its place later', async () => {
    assert.notEqual(await proofOf('one'), await proofOf('two'));
  });
});

describe('the port of the practice org', () => {
  it('is the preferred one, also when whoever has it lets it go only now', async () => {
    const before = createServer().listen(0, '127.0.0.1');
    await once(before, 'listening');
    const address = before.address();
    assert.ok(typeof address === 'object' && address !== null);
    const starting = startOrg({ preferredPort: address.port });
    // It cannot have the port yet, however often it has tried.
    assert.equal(await Promise.race([starting, setTimeout(200, 'not yet')]), 'not yet');
    before.close();
    const org = await starting;
    assert.equal(new URL(org.baseUrl).port, String(address.port));
    await org.close();
  });
});
