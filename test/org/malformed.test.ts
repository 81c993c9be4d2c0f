import assert from 'node:assert/strict';
import { connect } from 'node:net';
import fc from 'fast-check';
import { operations } from '../../src/practiceOrg/api/operations.ts';
import { type OrgUnderTest, startOrg, valueAt } from './client.ts';
import { codesOf, factsOf } from './contract/contract.ts';

describe('practice org under malformed requests', function () {
  this.timeout(60_000);
  let org: OrgUnderTest;
  let token: string;

  before(async () => {
    org = await startOrg();
    await org.turn({ callsPerMinute: 1_000_000 });
    token = await org.automationToken();
  });
  after(async () => {
    assert.equal(
      (await org.call(await org.automationToken(), 'GET', '/api/v2/tokens/me')).status,
      200,
      'still alive',
    );
    await org.close();
  });

  const send = (method: string, path: string, body: string | undefined, type = 'application/json') =>
    fetch(`${org.baseUrl}${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, ...(body !== undefined && { 'content-type': type }) },
      ...(body !== undefined && { body }),
    });

  const bodies = [
    '',
    '{',
    '[]',
    'null',
    '1',
    '"x"',
    '{"__proto__":{"a":1}}',
    '\u0000',
    '{"name":null}',
    `"${'x'.repeat(600_000)}"`,
    '{"name":{}}',
    '{"name":["a"],"authorizedGrantType":1}',
    '{"userName":1,"displayName":[]}',
    '{"schemas":[]}',
    '{"schemas":["x"],"Operations":[{"op":"fly"}]}',
    '{"subjectIds":[1],"divisionIds":{}}',
    '[{"id":1}]',
    '[null]',
    '{"schemas":["urn:ietf:params:scim:api:messages:2.0:PatchOp"],"Operations":[{"op":"replace","path":"[[","value":1}]}',
    '{"schemas":["urn:ietf:params:scim:api:messages:2.0:PatchOp"],"Operations":[{"op":"add","path":"emails[type eq","value":1}]}',
    '{"schemas":["urn:ietf:params:scim:api:messages:2.0:PatchOp"],"Operations":[{"op":"remove","path":"a.b.c.d"},{"op":"add","value":7}]}',
  ];
  const writing = operations.filter(({ takesBody }) => takesBody);

  for (const { method, path } of writing) {
    it(`${method} ${path}: ${bodies.length} bad bodies, each refused by the contract`, async () => {
      for (const body of bodies) {
        const answer = await send(
          method,
          path.replaceAll(/\{\w+\}/g, '00000000-0000-4000-8000-000000000000'),
          body,
        );
        await assertDocumented(method, path, answer, body.slice(0, 60));
      }
    });
  }

  it('any JSON whatever as a body, to any operation', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...writing), fc.json(), async ({ method, path }, body) => {
        await assertDocumented(method, path, await send(method, path, body), body);
      }),
      { numRuns: 300 },
    );
  });

  it('any query and any id, to any operation', async () => {
    const text = fc.string({ unit: 'binary', maxLength: 30 });
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...operations.filter(({ path }) => !path.endsWith('/tokens/me'))),
        text,
        fc.constantFrom(
          'pageSize',
          'name',
          'filter',
          'count',
          'startIndex',
          'expand',
          'days',
          'id',
          'force',
          'attributes',
        ),
        text,
        async ({ method, path, takesBody }, id, name, value) => {
          const filled = path.replaceAll(/\{\w+\}/g, encodeURIComponent(id) || 'x');
          const url = `${filled}?${name}=${encodeURIComponent(value)}`;
          await assertDocumented(method, path, await send(method, url, takesBody ? '{}' : undefined), url);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('any form, to the login host', async () => {
    const field = fc.constantFrom(
      'grant_type',
      'code',
      'client_id',
      'client_secret',
      'assertion',
      'refresh_token',
      'redirect_uri',
      'person',
      'response_type',
      'state',
    );
    const value = fc.oneof(
      fc.constantFrom(
        'authorization_code',
        'client_credentials',
        'refresh_token',
        org.signInClient.id,
        org.automationClient.id,
      ),
      fc.constantFrom(
        'urn:ietf:params:oauth:grant-type:saml2-bearer',
        'http://localhost:1',
        'code',
        'token',
        '%',
      ),
      fc.string(),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(field, value)),
        fc.constantFrom('token', 'authorize'),
        async (pairs, page) => {
          const url = `${org.baseUrl}/login/oauth/${page}`;
          const answer = await fetch(url, {
            method: 'POST',
            body: new URLSearchParams(pairs),
            redirect: 'manual',
          });
          assert.ok(answer.status < 500, `${answer.status} ${await answer.text()}`);
        },
      ),
      { numRuns: 200 },
    );
  });

  const headers = [
    'Bearer',
    'Bearer  ',
    'Basic x',
    'bearer \u00ff',
    'Bearer a b',
    `Bearer ${'x'.repeat(9000)}`,
    'Token x',
  ];
  for (const authorization of headers) {
    it(`an Authorization header ${authorization.slice(0, 12)}…: 401`, async () => {
      const answer = await fetch(`${org.baseUrl}/api/v2/tokens/me`, { headers: { authorization } });
      assert.equal(answer.status, 401);
    });
  }

  const paths = [
    '/',
    '/api',
    '/api/v2',
    '/api/v2/%',
    '/api/v2/oauth/clients/%ff',
    '/api/api/api/v2/tokens/me',
    '//x',
    '/login',
    '/practice',
    '/login/oauth/token',
  ];
  for (const path of paths) {
    it(`GET ${path}: 404 in the documented shape`, async () => {
      const answer = await send('GET', path, undefined);
      assert.equal(answer.status, 404);
      assert.match(await answer.text(), /"code":"(client\.)?not\.found"/);
    });
  }

  for (const raw of [
    'GET\r\n\r\n',
    'POST /api/v2/oauth/clients HTTP/1.1\r\n\r\n',
    'X / HTTP/9\r\nHost: x\r\n\r\n',
  ]) {
    it(`bytes that are no request ${JSON.stringify(raw)} end the connection, not the org`, async () => {
      const socket = connect(Number(new URL(org.baseUrl).port), '127.0.0.1');
      socket.write(raw);
      await new Promise<void>((closed) => {
        socket.on('error', () => closed());
        socket.on('close', () => closed());
        socket.on('data', () => socket.destroy());
      });
    });
  }

  async function assertDocumented(
    method: string,
    path: string,
    answer: Response,
    what: string,
  ): Promise<void> {
    const text = await answer.text();
    assert.ok(answer.status < 500, `${method} ${path} ${what}: ${answer.status}`);
    if (answer.status < 400) return;
    const body: unknown = JSON.parse(text);
    if (path.startsWith('/api/v2/scim/')) return assert.equal(valueAt(body, 'status'), String(answer.status));
    const code = String(valueAt(body, 'code'));
    assert.ok(
      codesOf(factsOf(method, path), answer.status).includes(code),
      `${method} ${path} ${what}: ${code}`,
    );
  }
});
