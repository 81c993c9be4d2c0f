import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { networkError } from '../../../src/core/platform/errors.ts';

const CANARY = 'canary-access-token';

/** An error as Node.js makes them, with a code. */
function coded(code: string, message = code): Error {
  return Object.assign(new Error(message), { code });
}

/** What fetch throws: its own words say nothing, the cause says why. */
function fetchFailed(cause: Error): TypeError {
  return new TypeError('fetch failed', { cause });
}

describe('A failure to get any answer', () => {
  for (const code of ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH']) {
    it(`with ${code} means that nothing was sent`, () => {
      assert.equal(networkError(fetchFailed(coded(code))).kind, 'unreachable');
    });
  }

  it('keeps the code when every address of a host refused', () => {
    const all = Object.assign(new AggregateError([coded('ECONNREFUSED')]), { code: 'ECONNREFUSED' });
    assert.deepEqual(networkError(fetchFailed(all)), {
      kind: 'unreachable',
      reason: 'AggregateError (ECONNREFUSED)',
    });
  });

  const certificates = [
    coded('DEPTH_ZERO_SELF_SIGNED_CERT', 'self-signed certificate'),
    coded('SELF_SIGNED_CERT_IN_CHAIN', 'self-signed certificate in certificate chain'),
    coded('UNABLE_TO_GET_ISSUER_CERT_LOCALLY', 'unable to get local issuer certificate'),
    coded('UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'unable to verify the first certificate'),
    coded('CERT_HAS_EXPIRED', 'certificate has expired'),
    coded('ERR_TLS_CERT_ALTNAME_INVALID', "Hostname/IP does not match certificate's altnames"),
    new Error('net::ERR_CERT_AUTHORITY_INVALID'),
  ];
  for (const cause of certificates) {
    it(`is about the certificate: ${cause.message}`, () => {
      assert.equal(networkError(fetchFailed(cause)).kind, 'untrusted-certificate');
    });
  }

  for (const cause of [coded('ECONNRESET'), coded('UND_ERR_SOCKET', 'other side closed')]) {
    it(`leaves open what happened: ${cause.message}`, () => {
      assert.equal(networkError(fetchFailed(cause)).kind, 'no-answer');
    });
  }

  it('gives the innermost reason, with its code once', () => {
    const reason = (cause: Error) => {
      const error = networkError(fetchFailed(cause));
      return 'reason' in error ? error.reason : undefined;
    };
    assert.equal(reason(coded('UND_ERR_SOCKET', 'other side closed')), 'other side closed (UND_ERR_SOCKET)');
    assert.equal(reason(coded('ECONNRESET', 'read ECONNRESET')), 'read ECONNRESET');
    assert.equal(reason(new Error('outer', { cause: new Error('inner') })), 'inner');
  });

  it('never quotes a header that could not be sent', () => {
    const header = () => new Headers({ authorization: `Bearer ${CANARY}\nx` });
    assert.throws(header, (thrown: Error) => {
      assert.ok(thrown.message.includes(CANARY), 'fetch itself does');
      assert.deepEqual(networkError(thrown), { kind: 'no-answer', reason: 'TypeError' });
      return true;
    });
  });

  for (const thrown of ['text', undefined, null, 42]) {
    it(`takes ${JSON.stringify(thrown)} as well`, () => {
      assert.deepEqual(networkError(thrown), { kind: 'no-answer', reason: String(thrown) });
    });
  }
});
