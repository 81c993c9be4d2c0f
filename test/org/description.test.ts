import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import * as z from 'zod/mini';
import { fetchDescription } from '../../src/core/privileges/description.ts';
import { indexOperations } from '../../src/core/privileges/findOperations.ts';
import { habitualOperations } from '../../src/practiceOrg/api/habitualOperations.ts';
import { operations } from '../../src/practiceOrg/api/operations.ts';
import { factsOf } from './contract/contract.ts';
import { useOrg } from './useOrg.ts';

const path = '/api/v2/docs/swagger';
const platform = new URL('../../../shared/reference/platform-api.json', import.meta.url);

const Asked = z.object({
  operationId: z.string(),
  'x-purecloud-method-name': z.string(),
  security: z.array(z.record(z.string(), z.array(z.string()))),
  'x-inin-requires-permissions': z.optional(z.object({ type: z.string(), permissions: z.array(z.string()) })),
});
const Description = z.object({
  swagger: z.literal('2.0'),
  paths: z.record(z.string(), z.record(z.string(), Asked)),
});

describe('the description of the practice org’s API', () => {
  const org = useOrg();

  const read = async () => Description.parse(await (await fetch(`${org().baseUrl}${path}`)).json());

  it('is there without a token, and with a wrong one', async () => {
    for (const headers of [{}, { authorization: 'Bearer wrong' }]) {
      const answer = await fetch(`${org().baseUrl}${path}`, { headers });
      assert.equal(answer.status, 200);
      assert.match(answer.headers.get('content-type') ?? '', /^application\/json/);
    }
  });

  it('has every operation of the org, and what it asks for', async () => {
    const { paths } = await read();
    for (const operation of operations) {
      const asked = paths[operation.path]?.[operation.method.toLowerCase()];
      const { scopes, permissions } = factsOf(operation.method, operation.path);
      assert.deepEqual(asked?.security, [{ 'PureCloud OAuth': scopes }], operation.path);
      const [of = []] = Object.values(permissions ?? {});
      assert.deepEqual(asked?.['x-inin-requires-permissions']?.permissions ?? [], of);
    }
  });

  it('has nothing besides what the org does and what its clients are said to have called', async () => {
    const { paths } = await read();
    const described = Object.entries(paths).flatMap(([at, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${at}`),
    );
    const done = [...operations, ...habitualOperations].map(({ method, path: at }) => `${method} ${at}`);
    assert.deepEqual(
      described.filter((each) => !done.includes(each.replace(/^HEAD/, 'GET'))),
      [],
    );
  });

  it('says of each operation what the platform’s own says', async function () {
    if (!existsSync(platform)) this.skip();
    const { paths } = await read();
    const own = Description.parse(JSON.parse(readFileSync(platform, 'utf8')));
    for (const [at, methods] of Object.entries(paths)) {
      for (const [method, asked] of Object.entries(methods)) {
        const published = own.paths[at]?.[method];
        if (published !== undefined) assert.deepEqual(asked, published, `${method} ${at}`);
      }
    }
  });

  it('is what the extension reads an API’s description from', async () => {
    const result = await fetchDescription(org().baseUrl, new Date());
    assert.ok(result.ok);
    assert.equal(result.description.unread, 0);
    const index = indexOperations(result.description.operations);
    assert.deepEqual(index.byName('get_users_me'), [
      {
        method: 'GET',
        path: '/users/me',
        name: 'getUsersMe',
        permissions: { mode: 'any', of: [] },
        scopes: ['user-basic-info'],
        callers: 'people',
      },
    ]);
    assert.deepEqual(index.byEndpoint('GET', '/oauth/clients/5f1c')[0]?.permissions, {
      mode: 'any',
      of: ['oauth:client:view'],
    });
    assert.equal(index.byEndpoint('HEAD', '/tokens/me')[0]?.name, 'headTokensMe');
  });
});
