import assert from 'node:assert/strict';
import { steer } from '../host/steer.ts';
import { startOrg } from './client.ts';
import { useOrg } from './useOrg.ts';

const operations: [string, string][] = [
  ['GET', 'switches'],
  ['PATCH', 'switches'],
  ['POST', 'reset'],
  ['GET', 'requests'],
  ['GET', 'causes'],
  ['DELETE', 'causes'],
  ['POST', 'hosts'],
  ['POST', 'end'],
];

describe('control operations of the practice org', () => {
  const org = useOrg();

  const send = async ([method, what]: [string, string], authorization?: string) =>
    await fetch(`${org().baseUrl}/practice/${what}`, {
      method,
      ...(authorization !== undefined && { headers: { authorization } }),
      ...(method === 'PATCH' && { body: '{"hipaa":true}' }),
      ...(what === 'hosts' && { body: '{"name":"practice.example"}' }),
    });

  const wrong: [string, () => string | undefined | Promise<string>][] = [
    ['without a token', () => undefined],
    ['with a token of the API', async () => `Bearer ${await org().automationToken()}`],
    ['with the token of another kind', () => `Basic ${org().controlToken}`],
    ['with the token and something more', () => `Bearer ${org().controlToken}x`],
    ['with half of the token', () => `Bearer ${org().controlToken.slice(0, 32)}`],
  ];
  for (const [what, authorization] of wrong) {
    it(`do nothing ${what}: 401, and a sentence that says what is missing`, async () => {
      const [token, given] = [await org().automationToken(), await authorization()];
      const before = await (await steer(org(), 'GET', 'requests')).text();
      for (const operation of operations) {
        const answer = await send(operation, given);
        assert.equal(answer.status, 401, operation.join(' '));
        assert.match(answer.headers.get('www-authenticate') ?? '', /^Bearer /);
        assert.match(await answer.text(), /^[^\n]+ controlToken [^\n]+\n$/);
      }
      assert.equal(await (await steer(org(), 'GET', 'requests')).text(), before);
      assert.equal((await org().call(token, 'GET', '/api/v2/organizations/me')).at('features.hipaa'), false);
    });
  }

  it('are done with the token that the org was introduced with', async () => {
    for (const operation of operations) {
      const { status } = await send(operation, `Bearer ${org().controlToken}`);
      assert.equal(status, operation[0] === 'POST' ? 204 : 200, operation.join(' '));
    }
  });

  it('have another token in each org, which nobody can guess, and which opens nothing else', async () => {
    const other = await startOrg();
    await other.close();
    assert.notEqual(other.controlToken, org().controlToken);
    assert.ok(other.controlToken.length >= 43, '256 bits in base64url');
    const { status } = await org().call(org().controlToken, 'GET', '/api/v2/oauth/clients');
    assert.equal(status, 401);
  });
});
