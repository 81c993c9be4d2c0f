import assert from 'node:assert/strict';
import fc from 'fast-check';
import { after, afterEach, before, beforeEach, describe, it } from 'mocha';
import * as z from 'zod/mini';
import { createClient, listClients, resetSecret } from '../../../src/core/platform/oauthClients.ts';
import type { Connection } from '../../../src/core/platform/request.ts';
import { cases } from '../../fuzz/cases.ts';
import { AGENT_DESKTOP } from '../../host/practiceClients.ts';
import { type OrgUnderTest, startOrg } from '../../org/client.ts';
import { call, requests } from '../../secrets/requests.ts';

const TOKEN = 'canary-of-a-token';
const CONNECTION: Connection = { apiUrl: 'https://api.home.example', accessToken: TOKEN, language: 'en' };

/** What asks again after a pause takes too long for so many cases; `listAll` is used by others, which say what is listed. */
const LEFT_OUT = ['readUse', 'readLastUse', 'listAll'];

/** What a real org answers, for mutants to be made of. */
const ASKED = [
  '/api/v2/oauth/clients',
  '/api/v2/oauth/scopes',
  '/api/v2/authorization/roles',
  '/api/v2/authorization/divisions',
  '/api/v2/authorization/subjects/me',
  '/api/v2/users/me?expand=authorization',
  '/api/v2/organizations/me',
  '/api/v2/tokens/me',
];

const Failed = z.object({ ok: z.literal(false), error: z.looseObject({ kind: z.string() }) });
const Succeeded = z.object({ ok: z.literal(true) });

describe('Whatever an org answers', function () {
  this.timeout(120_000);
  const { fetch } = globalThis;
  let org: OrgUnderTest;
  let answers: unknown[];
  let answer: () => Response;

  before(async () => {
    org = await startOrg({ size: 'small' });
    const accessToken = await org.signIn('administrator');
    const headers = { authorization: `Bearer ${accessToken}` };
    answers = await Promise.all(
      ASKED.map(async (path) => await (await fetch(`${org.baseUrl}${path}`, { headers })).json()),
    );
  });
  after(async () => await org.close());
  beforeEach(() => {
    globalThis.fetch = async () => answer();
  });
  afterEach(() => {
    globalThis.fetch = fetch;
  });

  /** The JSON of a real answer of which one value, wherever it stands, is another one, or gone. */
  const mutants = fc
    .record({
      which: fc.nat(),
      at: fc.nat(),
      value: fc.option(fc.jsonValue({ maxDepth: 1 }), { nil: undefined }),
    })
    .map(({ which, at, value }) => {
      const real = structuredClone(answers[which % answers.length]);
      const places = placesIn(real);
      const place = places[at % places.length];
      if (place === undefined) return real;
      if (value === undefined) Reflect.deleteProperty(place.parent, place.key);
      else Reflect.set(place.parent, place.key, value);
      return real;
    });

  // Others of 429 and 500 are asked again after a pause, which its own tests have.
  const statuses = fc.constantFrom(200, 200, 200, 201, 202, 400, 401, 403, 404, 409, 413, 418, 422);
  const bodies = fc.oneof(
    { weight: 4, arbitrary: mutants.map((json) => JSON.stringify(json)) },
    fc.jsonValue().map((json) => JSON.stringify(json)),
    fc.string(),
    fc.constantFrom(
      '',
      'null',
      '<!doctype html><h1>Sign in</h1>',
      `{"message":"${TOKEN}","code":"${TOKEN}"}`,
      '{"entities":',
    ),
  );
  const headers = fc.record(
    {
      'inin-correlation-id': fc.constantFrom('abc', TOKEN, `x${TOKEN}y`),
      'retry-after': fc.constantFrom('0', '-5', '1e9', 'Wed, 21 Oct 2015 07:28:00 GMT', 'soon'),
      'content-type': fc.constantFrom('application/json', 'text/html', 'text/plain; charset=utf-16'),
    },
    { requiredKeys: [] },
  );

  it('each request comes to a result, and no error of it repeats the token', async () => {
    const all = requests.filter(({ name }) => !LEFT_OUT.includes(name));
    assert.ok(all.length >= 20, `${all.length} requests`);
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...all),
        statuses,
        bodies,
        headers,
        async (request, status, body, sent) => {
          answer = () => new Response(body, { status, headers: { ...sent } });
          const result = await call(request, CONNECTION, 'x');
          if (Succeeded.safeParse(result).success) return;
          assert.ok(Failed.safeParse(result).success, JSON.stringify(result));
          assert.ok(!JSON.stringify(result).toLowerCase().includes(TOKEN), JSON.stringify(result));
        },
      ),
      { numRuns: cases(600) },
    );
  });

  it('G16: an ID and a secret that came are not lost because of anything beside them', async () => {
    const beside = fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 2 }));
    const odd = fc.record(
      {
        name: fc.jsonValue({ maxDepth: 1 }),
        dateCreated: fc.jsonValue({ maxDepth: 1 }),
        scope: fc.jsonValue({ maxDepth: 1 }),
        roleDivisions: fc.jsonValue({ maxDepth: 2 }),
        state: fc.jsonValue({ maxDepth: 1 }),
        createdBy: fc.jsonValue({ maxDepth: 2 }),
        accessTokenValiditySeconds: fc.jsonValue({ maxDepth: 1 }),
      },
      { requiredKeys: [] },
    );
    await fc.assert(
      fc.asyncProperty(
        fc.uuid(),
        fc.string({ minLength: 1 }),
        beside,
        odd,
        async (id, secret, more, fields) => {
          answer = () => new Response(JSON.stringify({ ...more, ...fields, id, secret }));
          for (const result of [
            await createClient(CONNECTION, AGENT_DESKTOP),
            await resetSecret(CONNECTION, id),
          ]) {
            assert.ok(result.ok, JSON.stringify(result));
            assert.equal(result.value.client.id, id);
            assert.equal(result.value.secret, secret);
            assert.ok(!('secret' in result.value.client));
          }
        },
      ),
      { numRuns: cases(200) },
    );
  });

  it('one odd client blinds nobody for the others', async () => {
    const right = fc.array(fc.record({ id: fc.uuid(), name: fc.string() }), { maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(
        right,
        fc.array(fc.jsonValue({ maxDepth: 2 }), { maxLength: 3 }),
        async (clients, odd) => {
          answer = () => new Response(JSON.stringify({ entities: [...odd, ...clients] }));
          const result = await listClients(CONNECTION);
          // Where none can be read, nobody says that there is none.
          if (clients.length === 0 && odd.length > 0 && !result.ok) return;
          assert.ok(result.ok, JSON.stringify(result));
          const ids = result.value.map(({ id }) => id);
          for (const { id } of clients) assert.ok(ids.includes(id), id);
        },
      ),
      { numRuns: cases(200) },
    );
  });
});

type Place = { readonly parent: object; readonly key: string };

/** Every property and element of a JSON value. */
function placesIn(value: unknown): readonly Place[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [{ parent: value, key }, ...placesIn(inner)]);
}
