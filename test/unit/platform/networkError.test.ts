import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { networkError } from '../../../src/core/platform/errors.ts';

const CANARY = 'canary-access-token';

/** An error as Node.js makes them, with a code, and with what failed where that was a call of the system. */
function coded(code: string, message = code, syscall?: string): Error {
  return Object.assign(new Error(message), { code, ...(syscall !== undefined && { syscall }) });
}

/** What fetch throws: its own words say nothing, the cause says why. */
function fetchFailed(cause: Error): TypeError {
  return new TypeError('fetch failed', { cause });
}

describe('A failure to get any answer', () => {
  const beforeSending = [
    coded('ECONNREFUSED'),
    coded('ENOTFOUND', 'getaddrinfo ENOTFOUND api.invalid', 'getaddrinfo'),
    coded('EAI_AGAIN'),
    coded('EAI_FAIL', 'getaddrinfo EAI_FAIL api.invalid', 'getaddrinfo'),
    coded('EHOSTUNREACH', 'connect EHOSTUNREACH 10.0.0.1:443', 'connect'),
    coded('ENETUNREACH', 'connect ENETUNREACH 10.0.0.1:443', 'connect'),
    coded('ETIMEDOUT', 'connect ETIMEDOUT 10.0.0.1:443', 'connect'),
    coded('EACCES', 'connect EACCES 10.0.0.1:443', 'connect'),
    coded('ECONNRESET', 'connect ECONNRESET 10.0.0.1:443', 'connect'),
    coded('UND_ERR_CONNECT_TIMEOUT', 'Connect Timeout Error'),
    new AggregateError([
      coded('ECONNREFUSED', 'connect ECONNREFUSED ::1:443', 'connect'),
      coded('ETIMEDOUT', 'connect ETIMEDOUT 10.0.0.1:443', 'connect'),
    ]),
    new Error('net::ERR_NAME_NOT_RESOLVED'),
    new Error('net::ERR_CONNECTION_REFUSED'),
  ];
  for (const cause of beforeSending) {
    it(`means that nothing was sent: ${cause.message || 'all addresses'}`, () => {
      assert.equal(networkError(fetchFailed(cause)).kind, 'unreachable');
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
    new Error('self signed certificate'),
  ];
  for (const cause of certificates) {
    it(`is about the certificate: ${cause.message}`, () => {
      assert.equal(networkError(fetchFailed(cause)).kind, 'untrusted-certificate');
    });
  }

  const perhapsSent = [
    coded('ECONNRESET'),
    coded('UND_ERR_SOCKET', 'other side closed'),
    coded('EHOSTUNREACH', 'read EHOSTUNREACH', 'read'),
    coded('ENETUNREACH', 'write ENETUNREACH', 'write'),
    coded('ETIMEDOUT', 'read ETIMEDOUT', 'read'),
    coded('ECONNREFUSED', 'read ECONNREFUSED', 'read'),
    coded('EPIPE', 'write EPIPE', 'write'),
    coded('EHOSTUNREACH'),
    new AggregateError([
      coded('ECONNREFUSED', 'connect ECONNREFUSED ::1:443', 'connect'),
      coded('ECONNRESET', 'read ECONNRESET', 'read'),
    ]),
    coded('UND_ERR_HEADERS_TIMEOUT', 'Headers Timeout Error'),
    new Error('net::ERR_ADDRESS_UNREACHABLE'),
    new Error('net::ERR_CONNECTION_RESET'),
    new AggregateError([], 'no address was tried'),
    coded('ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED', 'tlsv13 alert certificate required'),
    coded('ERR_SSL_SSLV3_ALERT_BAD_CERTIFICATE', 'write EPROTO: sslv3 alert bad certificate', 'write'),
  ];
  for (const cause of perhapsSent) {
    it(`leaves open what happened: ${cause.message || 'several addresses'}`, () => {
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
    assert.equal(reason(Object.assign(new Error('aborted'), { code: 20 })), 'aborted');
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
