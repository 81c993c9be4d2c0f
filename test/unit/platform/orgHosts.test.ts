import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { Gateway, isLoopbackHost, orgHosts } from '../../../src/core/platform/orgHosts.ts';

describe('The hosts of an org', () => {
  it('are named after its region', () => {
    assert.deepEqual(orgHosts('mypurecloud.jp'), {
      loginUrl: 'https://login.mypurecloud.jp',
      apiUrl: 'https://api.mypurecloud.jp',
    });
  });

  it('are all the gateway where there is one, told apart by path', () => {
    const gateway = { host: 'gateway.example.com', port: 8443, loginPath: 'login', apiPath: '/genesys/api/' };
    assert.deepEqual(orgHosts('mypurecloud.jp', gateway), {
      loginUrl: 'https://gateway.example.com:8443/login',
      apiUrl: 'https://gateway.example.com:8443/genesys/api',
    });
  });

  it('need neither a port nor paths', () => {
    const url = 'https://gateway.example.com';
    for (const paths of [{}, { loginPath: '', apiPath: '/' }]) {
      const hosts = orgHosts('mypurecloud.jp', { host: 'gateway.example.com', ...paths });
      assert.deepEqual(hosts, { loginUrl: url, apiUrl: url });
    }
  });

  it('are spoken to without encryption on this computer only', () => {
    assert.equal(orgHosts('x', { host: 'localhost', port: 1 }).apiUrl, 'http://localhost:1');
    assert.equal(orgHosts('x', { host: '127.0.0.1' }).apiUrl, 'http://127.0.0.1');
    for (const host of ['localhost.example.com', '127.0.0.1.example.com', '10.0.0.1', 'gateway']) {
      assert.equal(orgHosts('x', { host }).apiUrl, `https://${host}`);
    }
  });

  it('are this computer by its three names, and by no other', () => {
    for (const host of ['localhost', '127.0.0.1', '[::1]']) assert.ok(isLoopbackHost(host), host);
    for (const host of ['', '0.0.0.0', '127.0.0.2', 'localhost.', 'mylocalhost']) {
      assert.equal(isLoopbackHost(host), false, host);
    }
  });
});

describe('The setting for a gateway', () => {
  const malformed = {
    'no host': { port: 443 },
    'an empty host': { host: '' },
    'a whole address as host': { host: 'https://gateway.example.com' },
    'a host with a port': { host: 'gateway.example.com:443' },
    'a host with a path': { host: 'gateway.example.com/login' },
    'a host with somebody’s name': { host: 'user@gateway.example.com' },
    'port 0': { host: 'gateway.example.com', port: 0 },
    'port 65536': { host: 'gateway.example.com', port: 65_536 },
    'a port as text': { host: 'gateway.example.com', port: '443' },
    'a path that is none': { host: 'gateway.example.com', loginPath: 1 },
  };
  for (const [what, setting] of Object.entries(malformed)) {
    it(`is refused with ${what}`, () => assert.equal(Gateway.safeParse(setting).success, false));
  }

  it('is taken with a host alone', () => {
    assert.deepEqual(Gateway.parse({ host: 'gateway.example.com' }), { host: 'gateway.example.com' });
  });
});

describe('The paths of a gateway', () => {
  const takes = (path: string) =>
    [{ loginPath: path }, { apiPath: path }].map(
      (paths) => Gateway.safeParse({ host: 'gateway.test', ...paths }).success,
    );

  it('are any that what follows can be put behind', () => {
    for (const path of ['', '/', 'login', '/genesys/login/'])
      assert.deepEqual(takes(path), [true, true], path);
  });

  it('have neither a query nor a fragment, which would swallow what follows, and no blanks', () => {
    for (const path of ['?', 'login?x=', '/a#b', '#', 'a b', ' a', 'a\n'])
      assert.deepEqual(takes(path), [false, false], path);
  });

  it('begin and end with one slash, however many were written', () => {
    const hosts = orgHosts('x', { host: 'gateway.test', loginPath: '//login//', apiPath: '///' });
    assert.deepEqual(hosts, { loginUrl: 'https://gateway.test/login', apiUrl: 'https://gateway.test' });
  });
});
