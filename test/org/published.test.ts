import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import * as z from 'zod/mini';
import { notSimulated, operations } from '../../src/practiceOrg/api/operations.ts';
import { published } from '../../src/practiceOrg/api/published.ts';
import { findingsOf } from './contract/contract.ts';
import { useOrg } from './useOrg.ts';

const file = new URL('../../../shared/reference/platform-api.json', import.meta.url);
const described = z.object({ operationId: z.string() });
const description = z.object({ paths: z.record(z.string(), z.record(z.string(), described)) });

const named = ({ method, path }: { method: string; path: string }) => `${method} ${path}`;

describe('the published operations', () => {
  it('are all that the API description of this project has, by the same names', function () {
    if (!existsSync(file)) this.skip();
    const { paths } = description.parse(JSON.parse(readFileSync(file, 'utf8')));
    const all = Object.entries(paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(
        ([method, { operationId }]) => `${method.toUpperCase()} ${path} ${operationId}`,
      ),
    );
    const known = published
      .filter(({ knownFrom }) => knownFrom === 'description')
      .map((each) => `${named(each)} ${each.name}`);
    assert.deepEqual(known.sort(), all.sort());
  });

  it('have every operation of the practice org among them', () => {
    const known = new Set(published.map(named));
    assert.deepEqual(
      operations.map(named).filter((operation) => !known.has(operation)),
      [],
    );
  });
});

describe('a published operation that the practice org does not have', () => {
  const org = useOrg();
  let admin: string;
  beforeEach(async () => {
    admin = await org().signIn('administrator');
  });

  for (const { method, path } of notSimulated) {
    it(`${method} ${path} says so, instead of looking like an ID that is not known`, async () => {
      const answer = await org().call(admin, method, path.replaceAll(/\{\w+\}/g, 'x'));
      assert.equal(answer.status, 501);
      assert.equal(answer.at('code'), 'not.simulated');
      assert.equal(answer.at('message'), `${method} ${path} is not simulated by the practice org.`);
      assert.equal(answer.at('contextId'), answer.headers.get('inin-correlation-id'));
      assert.deepEqual(findingsOf('ErrorBody', answer.body), []);
    });
  }

  it('is not taken for an operation that has an ID where it has a word', async () => {
    const deleted = await org().call(admin, 'GET', '/api/v2/authorization/divisions/deleted');
    assert.equal(deleted.status, 501);
    const division = await org().call(admin, 'GET', '/api/v2/authorization/divisions/unknown');
    assert.equal(division.status, 404);
  });

  it('leaves a path that nobody published as it was: 404', async () => {
    for (const path of ['/api/v2/oauth/tokens', '/api/v2/authorization', '/api/v2/scim/v2/bulk']) {
      const answer = await org().call(admin, 'GET', path);
      assert.equal(answer.status, 404, path);
    }
    assert.equal((await org().call(admin, 'POST', '/api/v2/scim/v2/groups', {})).status, 404);
  });

  it('HEAD is answered as GET is', async () => {
    const headers = { authorization: `Bearer ${admin}` };
    const answer = await fetch(`${org().baseUrl}/api/v2/tokens/me`, { method: 'HEAD', headers });
    assert.equal(answer.status, 200);
    assert.equal(await answer.text(), '');
  });
});
