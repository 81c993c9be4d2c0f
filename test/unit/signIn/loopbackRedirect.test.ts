import assert from 'node:assert/strict';
import { loopbackRedirect } from '../../../src/core/signIn/returnedAddress.ts';

describe('the redirect URI of a login whose browser reaches us', () => {
  const redirectOf = (external: string) => loopbackRedirect(new URL(external));

  it('is none where the browser goes through another host', () => {
    assert.equal(redirectOf('https://name-1234.app.example/'), undefined);
    assert.equal(redirectOf('http://192.168.0.7:1234/'), undefined);
    assert.equal(redirectOf('http://localhost.example:1234/'), undefined);
  });

  it('is none where the browser goes through a path, a query or TLS', () => {
    assert.equal(redirectOf('http://127.0.0.1:8080/proxy/1234/'), undefined);
    assert.equal(redirectOf('http://localhost:1234/?token=1'), undefined);
    assert.equal(redirectOf('https://localhost:1234/'), undefined);
  });

  it('is none without a port', () => {
    assert.equal(redirectOf('http://localhost/'), undefined);
  });

  it('is localhost with the port that the browser sees, without a slash, whatever name the tunnel has', () => {
    assert.equal(redirectOf('http://localhost:1234/'), 'http://localhost:1234');
    assert.equal(redirectOf('http://127.0.0.1:1234'), 'http://localhost:1234');
    assert.equal(redirectOf('http://[::1]:1234/'), 'http://localhost:1234');
  });
});
