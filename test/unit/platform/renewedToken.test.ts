import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import * as z from 'zod/mini';
import { answerOf, type PlatformError } from '../../../src/core/platform/errors.ts';
import { type Connection, send } from '../../../src/core/platform/request.ts';
import { json, TOKEN, useAnswers } from './useAnswers.ts';

const Answer = z.object({ id: z.string() });

async function post(connection: Connection): Promise<PlatformError> {
  const result = await send(connection, { method: 'POST', path: '/api/v2/x', body: {}, answer: Answer });
  assert.equal(result.ok, false);
  return result.error;
}

describe('A call to the Platform API whose token has ended', () => {
  const { server, answering } = useAnswers();

  const RENEWED = 'canary-renewed-token';

  /** An org that takes the renewed token only, and how often it was called with which token. */
  async function renewing(renewed: string | undefined) {
    const tokens: (string | undefined)[] = [];
    const refused: string[] = [];
    const connection = await answering((request, response) => {
      const { authorization } = request.headers;
      tokens.push(authorization);
      const taken = authorization === `Bearer ${RENEWED}`;
      json(taken ? 200 : 401, taken ? { id: '1' } : { code: 'bad.credentials' })(request, response);
    });
    const renew = async (token: string) => {
      refused.push(token);
      return renewed === undefined ? undefined : ({ ok: true, value: renewed } as const);
    };
    return { connection: { ...connection, renew }, tokens, refused };
  }

  for (const method of ['GET', 'POST', 'PUT', 'DELETE'] as const) {
    it(`sends ${method} once more with another token, because a refused token means nothing was done`, async () => {
      const { connection, tokens, refused } = await renewing(RENEWED);
      const result = await send(connection, { method, path: '/api/v2/x', answer: Answer });
      assert.deepEqual(result, { ok: true, value: { id: '1' } });
      assert.deepEqual(tokens, [`Bearer ${TOKEN}`, `Bearer ${RENEWED}`]);
      assert.deepEqual(refused, [TOKEN]);
    });
  }

  it('sends nothing twice when there is no other token', async () => {
    const { connection, tokens } = await renewing(undefined);
    assert.equal((await post(connection)).kind, 'signed-out');
    assert.equal(tokens.length, 1);
  });

  it('renews twice at most: the other token may be an older one, but not every one', async () => {
    const { connection, tokens, refused } = await renewing('canary-another-refused-token');
    assert.equal((await post(connection)).kind, 'signed-out');
    assert.equal(tokens.length, 3);
    assert.deepEqual(refused, [TOKEN, 'canary-another-refused-token']);
  });

  it('says why it could not be renewed, when that has nothing to do with the sign-in', async () => {
    const { connection } = await renewing(undefined);
    const error = { kind: 'timeout', seconds: 30 } as const;
    assert.deepEqual(await post({ ...connection, renew: async () => ({ ok: false, error }) }), error);
  });

  it('ends as soon as the person cancels, however long it takes to get another token', async () => {
    const { connection } = await renewing(undefined);
    const cancelling = new AbortController();
    const renew = async () => {
      cancelling.abort();
      return await new Promise<never>(() => undefined);
    };
    const request = { method: 'GET', path: '/api/v2/x', answer: Answer } as const;
    const result = await send({ ...connection, renew }, request, cancelling.signal);
    assert.deepEqual(result, { ok: false, error: { kind: 'cancelled' } });
  });

  it('says that nothing could be sent where getting another token throws', async () => {
    const { connection } = await renewing(undefined);
    const renew = async () => await Promise.reject(new Error('The practice org does not start.'));
    const error = await post({ ...connection, renew });
    assert.deepEqual(error, { kind: 'unreachable', reason: 'The practice org does not start.' });
  });

  const said = { code: `no.${TOKEN}`, message: `No good: ${TOKEN.toUpperCase()}` };
  const echo = { 'ININ-Correlation-Id': `of ${TOKEN}`, 'Retry-After': TOKEN, Date: TOKEN };
  for (const status of [200, 400, 401, 403, 404, 429, 500]) {
    it(`never quotes the token, not even when the org says it back with ${status}`, async () => {
      const connection = await answering(json(status, said, echo));
      const error = await post(connection);
      const told = JSON.stringify([error, connection.exchanges]).toLowerCase();
      assert.equal(told.includes(TOKEN), false);
      assert.match(told, /of …/);
    });
  }

  it('quotes neither token when the org says the former one back', async () => {
    const { connection } = await renewing('canary-another');
    const apiUrl = await server.start(json(401, { message: `${TOKEN} and canary-another` }));
    const error = await post({ ...connection, apiUrl });
    assert.equal(answerOf(error)?.message, '… and …');
  });

  it('renews for nothing but a refused token', async () => {
    let renewals = 0;
    const connection = await answering(json(403, { code: 'missing.permissions' }));
    const renew = async () => {
      renewals += 1;
      return { ok: true, value: RENEWED } as const;
    };
    assert.equal((await post({ ...connection, renew })).kind, 'forbidden');
    assert.equal(renewals, 0);
  });
});
