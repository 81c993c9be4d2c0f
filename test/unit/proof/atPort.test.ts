import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { atPort, portNamedBy } from '../../../src/core/proof/trial.ts';

describe('G14: a redirect URI of this computer, at the port that the browser reaches', () => {
  it('is none where the URI names another port, the usual one of http included', () => {
    assert.equal(atPort('http://localhost:8080/callback', 5123), undefined);
    assert.equal(atPort('http://localhost:80/callback', 5123), undefined);
    assert.equal(portNamedBy('http://localhost:80/callback'), 80);
  });

  it('is none where the URI cannot be told apart', () => {
    for (const odd of [
      'http://name:word@localhost/',
      'http://localhost:/',
      'https://localhost/',
      'callback',
    ]) {
      assert.equal(atPort(odd, 5123), undefined, odd);
      assert.equal(portNamedBy(odd), 0);
    }
  });

  it('is what was registered, letter by letter, where that names the port', () => {
    assert.equal(atPort('http://LocalHost:8080', 8080), 'http://LocalHost:8080');
    assert.equal(portNamedBy('http://LocalHost:8080'), 8080);
  });

  it('gets the port where none is named, and keeps every other letter', () => {
    assert.equal(atPort('http://localhost', 5123), 'http://localhost:5123');
    assert.equal(atPort('HTTP://LOCALHOST/CallBack', 5123), 'HTTP://LOCALHOST:5123/CallBack');
    assert.equal(atPort('http://[::1]/callback', 5123), 'http://[::1]:5123/callback');
    assert.equal(portNamedBy('http://[::1]/callback'), 0);
  });
});
