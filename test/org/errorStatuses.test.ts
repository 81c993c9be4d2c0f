import assert from 'node:assert/strict';
import type { Operation } from '../../src/practiceOrg/api/operation.ts';
import { operations } from '../../src/practiceOrg/api/operations.ts';
import { type OrgUnderTest, type Reply, replyOf, startOrg } from './client.ts';
import { codesOf, factsOf, findingsOf } from './contract/contract.ts';

/** What makes a request go wrong, by the status that it then gets; each changes a request that is in order so far. */
type Fault = {
  readonly status: number;
  /** Whether the fault can be in a request for this operation. */
  readonly fits?: (operation: Operation) => boolean;
  readonly trouble?: string;
  readonly token?: 'wrong' | 'scopeless';
  readonly type?: string;
  readonly body?: string;
};

const takesBody = ({ takesBody = false }: Operation) => takesBody;
const faults: readonly Fault[] = [
  { status: 400, fits: takesBody, body: '{"name":' },
  { status: 401, token: 'wrong' },
  { status: 403, token: 'scopeless' },
  { status: 403, trouble: 'forbidden' },
  { status: 404, fits: ({ path, takesBody = false }) => path.includes('{') && !takesBody },
  { status: 413, fits: takesBody, body: JSON.stringify('x'.repeat(600_000)) },
  { status: 415, fits: takesBody, type: 'text/plain' },
  { status: 429, trouble: 'too-many-requests' },
  { status: 500, trouble: 'server-error' },
  { status: 503, trouble: 'unavailable' },
];

describe('every error of the practice org', () => {
  let org: OrgUnderTest;
  let tokens: Record<'good' | 'wrong' | 'scopeless', string>;

  before(async () => {
    org = await startOrg();
    await org.turn({ callsPerMinute: 100_000 });
    const good = await org.automationToken();
    const scopeless = await org.signInThroughNewClient(good, 'administrator', ['fax']);
    tokens = { good, wrong: 'wrong', scopeless };
  });
  after(() => org.close());

  for (const operation of operations) {
    const { method, path } = operation;
    const possible = faults.filter(({ fits }) => fits?.(operation) ?? true);
    const statuses = new Set(possible.map(({ status }) => status));
    it(`of ${method} ${path} has the published form: ${[...statuses].join(', ')}`, async () => {
      for (const fault of possible) {
        const reply = await request(operation, fault);
        assert.equal(reply.status, fault.status, JSON.stringify(reply.body));
        assertPublished(operation, reply);
      }
    });
  }

  async function request({ method, path, takesBody }: Operation, fault: Fault): Promise<Reply> {
    const { trouble, token = 'good', type = 'application/json', body = '{}' } = fault;
    if (trouble !== undefined) await org.turn({ troubles: [{ kind: trouble, times: 1 }] });
    const headers = { authorization: `Bearer ${tokens[token]}`, ...(takesBody && { 'content-type': type }) };
    const url = `${org.baseUrl}${path.replaceAll(/\{\w+\}/g, 'unknown')}`;
    return replyOf(await fetch(url, { method, headers, ...(takesBody && { body }) }));
  }
});

/** The error models: `ErrorBody` of the platform, and SCIM's own (Genesys facts 6.4 and 7.1). */
function assertPublished({ method, path, family }: Operation, reply: Reply): void {
  if (family === 'scim') {
    assert.deepEqual(findingsOf('ScimError', reply.body), []);
    assert.equal(reply.at('status'), String(reply.status));
    assert.deepEqual(reply.at('schemas'), ['urn:ietf:params:scim:api:messages:2.0:Error']);
    return;
  }
  assert.deepEqual(findingsOf('ErrorBody', reply.body), []);
  assert.equal(reply.at('status'), reply.status);
  assert.ok(codesOf(factsOf(method, path), reply.status).includes(String(reply.at('code'))));
  assert.equal(reply.at('contextId'), reply.headers.get('inin-correlation-id'));
  const filled = String(reply.at('messageWithParams')).replaceAll(/\{(\w+)\}/g, (_, name: string) =>
    String(reply.at(`messageParams.${name}`)),
  );
  assert.equal(reply.at('message'), filled);
  assert.equal(reply.at('limit') !== undefined, reply.status === 429);
  assert.equal(reply.headers.has('retry-after'), reply.status === 429);
}
