import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { PlatformError } from '../../../src/core/platform/errors.ts';
import { failureText, platformErrorText } from '../../../src/core/texts/failures.ts';
import { apiErrorAdvice } from '../../../src/core/texts/platformErrors.ts';
import { codesOf, contract, factsOf } from '../../org/contract/contract.ts';

/** Every operation of the Platform API that the product calls. */
const CALLED = [
  ['GET', '/api/v2/users/me'],
  ['GET', '/api/v2/organizations/me'],
  ['GET', '/api/v2/tokens/me'],
  ['DELETE', '/api/v2/tokens/me'],
  ['GET', '/api/v2/oauth/scopes'],
  ['GET', '/api/v2/oauth/clients'],
  ['POST', '/api/v2/oauth/clients'],
  ['GET', '/api/v2/oauth/clients/{clientId}'],
  ['PUT', '/api/v2/oauth/clients/{clientId}'],
  ['DELETE', '/api/v2/oauth/clients/{clientId}'],
  ['GET', '/api/v2/authorization/roles'],
  ['POST', '/api/v2/authorization/roles/default'],
  ['POST', '/api/v2/authorization/roles/{roleId}'],
  ['GET', '/api/v2/authorization/divisions'],
  ['GET', '/api/v2/authorization/subjects/me'],
  ['GET', '/api/v2/scim/v2/serviceproviderconfig'],
] as const;

/** Two codes that say the same thing: one of them also says how long to wait. */
const TWINS = [['too.many.requests', 'too.many.requests.retry.after']];

const documented = documentedCodes();

describe('The advice on every documented error code', () => {
  it('covers codes of every kind, shared ones and those of single operations', () => {
    for (const code of ['bad.grant.type', 'client.not.found', 'ip.not.authorized', 'request.timeout'])
      assert.ok(documented.has(code), code);
  });

  for (const [code, status] of documented) {
    it(`${status} ${code}: says why, and what to do next`, () => {
      const advice = apiErrorAdvice(code);
      assert.ok(advice !== undefined, 'has no advice');
      for (const text of [advice.why, advice.next]) {
        assert.match(text, /^[A-Z].*\.$/s);
        assert.ok(!text.includes(code), 'the code itself belongs to the details');
      }
    });

    it(`${status} ${code}: is given its own advice, not that of its kind, with the code in the details`, () => {
      const message = 'What the org said.';
      const error = errorOf(status, code, message);
      const { why, next, details } = platformErrorText('No client was created.', error);
      assert.deepEqual({ why, next }, apiErrorAdvice(code));
      assert.deepEqual(details, [`HTTP ${status} ${code}`, message]);
    });
  }

  it('is another for each code, but for two that say the same', () => {
    const codesByAdvice = new Map<string, string[]>();
    for (const code of documented.keys()) {
      const { why, next } = apiErrorAdvice(code) ?? { why: code, next: '' };
      const advice = `${why} ${next}`;
      codesByAdvice.set(advice, [...(codesByAdvice.get(advice) ?? []), code]);
    }
    const shared = [...codesByAdvice.values()].filter((codes) => codes.length > 1);
    assert.deepEqual(
      shared.map((codes) => codes.sort()),
      TWINS,
    );
  });
});

describe('The advice on an error without a documented code', () => {
  for (const code of [undefined, '', 'new.code.of.tomorrow', 'toString', '__proto__']) {
    it(`falls back to the kind of failure for ${JSON.stringify(code)}`, () => {
      assert.equal(apiErrorAdvice(code), undefined);
      const { why, next } = platformErrorText('x', errorOf(400, code, undefined));
      assert.match(why, /did not accept the request/);
      assert.match(next, /details/);
    });
  }

  it('tells the kinds of failure apart', () => {
    const answer = { status: 418 };
    const errors: PlatformError[] = [
      { kind: 'cancelled' },
      { kind: 'unreachable', reason: 'ENOTFOUND' },
      { kind: 'untrusted-certificate', reason: 'SELF_SIGNED' },
      { kind: 'timeout', seconds: 30 },
      { kind: 'unexpected-answer', answer },
      { kind: 'too-much', unit: 'megabytes', most: 40 },
      { kind: 'too-much', unit: 'pages', most: 400 },
      { kind: 'signed-out', answer },
      { kind: 'forbidden', answer },
      { kind: 'rejected', answer },
      { kind: 'rate-limited', answer },
      { kind: 'server-error', answer },
    ];
    const whys = errors.map((error) => platformErrorText('x', error).why);
    assert.equal(new Set(whys).size, errors.length);
  });
});

describe('The advice on too many requests', () => {
  const limited = (retryAfterSeconds?: number): PlatformError => ({
    kind: 'rate-limited',
    answer: { status: 429, code: 'too.many.requests' },
    ...(retryAfterSeconds !== undefined && { retryAfterSeconds }),
  });

  it('names the seconds that the org asked for', () => {
    assert.match(platformErrorText('x', limited(42)).next, /\b42 seconds/);
  });

  for (const [seconds, said] of [
    [0, 'Try again now.'],
    [1, 'Wait 1 second, then try again.'],
    [2, 'Wait 2 seconds, then try again.'],
    [120, 'Wait 120 seconds, then try again.'],
    [121, 'Wait 3 minutes, then try again.'],
    [3600, 'Wait 60 minutes, then try again.'],
  ] as const) {
    it(`says of ${seconds} seconds: ${said}`, () =>
      assert.equal(platformErrorText('x', limited(seconds)).next, said));
  }

  it('names no seconds where the org did not', () => {
    assert.doesNotMatch(platformErrorText('x', limited()).next, /\d/);
  });
});

describe('Why a new client could not be used', () => {
  it('S7: takes the advice of the code, too', () => {
    const error = errorOf(403, 'missing.permissions', 'directory:user:add');
    const { what, why, details } = failureText({ kind: 'not-proven', error });
    assert.match(what, /could not be used/);
    assert.equal(why, 'You lack a permission for this: directory:user:add.');
    assert.deepEqual(details, ['HTTP 403 missing.permissions', 'directory:user:add']);
  });

  it('S6: says so when its secret was lost with the answer, for the token as for the proof', () => {
    for (const kind of ['not-proven', 'token-not-made'] as const) {
      const { why, next } = failureText({ kind, error: { kind: 'no-secret' } });
      assert.match(why, /secret/);
      assert.match(next, /new secret/);
    }
  });

  it('S7: puts what the login host said in the details', () => {
    const error = { kind: 'login-refused', code: 'invalid_client', description: 'not found' } as const;
    assert.deepEqual(failureText({ kind: 'not-proven', error }).details, ['invalid_client: not found']);
  });
});

function documentedCodes(): Map<string, number> {
  const codes = new Map<string, number>();
  for (const [method, path] of CALLED) {
    const facts = factsOf(method, path);
    for (const status of new Set([...Object.keys(contract.sharedCodes), ...Object.keys(facts.codes ?? {})])) {
      for (const code of codesOf(facts, status)) codes.set(code, Number(status));
    }
  }
  return codes;
}

/** As the answer of this status arrives in the product. */
function errorOf(status: number, code: string | undefined, message: string | undefined): PlatformError {
  const answer = { status, ...(code !== undefined && { code }), ...(message !== undefined && { message }) };
  if (status >= 500) return { kind: 'server-error', answer };
  switch (status) {
    case 401:
      return { kind: 'signed-out', answer };
    case 403:
      return { kind: 'forbidden', answer };
    case 429:
      return { kind: 'rate-limited', answer };
    default:
      return { kind: 'rejected', answer };
  }
}
