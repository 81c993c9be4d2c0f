import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'mocha';
import type { Connection } from '../../../src/core/platform/request.ts';
import { COMMAND_LINE_PLACES, PLACES, READERS } from '../../secrets/places.ts';
import { call, exported, files, PLATFORM, requests } from '../../secrets/requests.ts';

/** The functions that ask a login host with something secret: their parameters say so. */
const logins = exported.filter(
  ({ path, parameters }) =>
    path === `${PLATFORM}login.ts` && /\b\w*(secret|refreshToken)\b|: Login\b/i.test(parameters),
);

/** What is written where a request leaves the computer, or a token is given to those that send it. */
const SENDS = {
  fetch: /(?<![.\w])fetch\(/,
  exchange: /\bexchange\(/,
  sendToPracticeOrg: /(?<!function )\bsendToPracticeOrg\(/,
  'node:http': /from 'node:(?:https?|net|tls|http2)'/,
  Connection: /\{[^{}]*\bapiUrl\b[^{}]*\baccessToken\b[^{}]*\}/,
  ...Object.fromEntries(logins.map(({ name }) => [name, new RegExp(`\\b${name}\\(`)])),
};

describe('The places that send a secret or a token', () => {
  it('are found by what sends one', () => {
    assert.deepEqual(logins.map(({ name }) => name).sort(), [
      'clientCredentialsLogin',
      'endLogin',
      'refreshLogin',
    ]);
    assert.ok(requests.length > 20, `${requests.length} requests to the Platform API`);
  });

  it('are those whose hosts are tried against all that a workspace can say (test/vscode/secretsGoHome)', () => {
    const found = files
      .filter(({ path }) => !path.startsWith(PLATFORM))
      .flatMap(({ path, text }) =>
        Object.entries(SENDS).flatMap(([what, pattern]) => (pattern.test(text) ? [`${path}: ${what}`] : [])),
      )
      // The one listens at this computer, and sends nothing; the other sends by its own `exchange`.
      .filter(
        (place) =>
          place !== 'host/signIn/loopback.ts: node:http' &&
          place !== 'host/signIn/practiceOrg.ts: sendToPracticeOrg',
      );
    assert.deepEqual(found.sort(), [...PLACES, ...COMMAND_LINE_PLACES].sort());
  });

  it('use the few functions that ask over the network, in core/platform', () => {
    const asking = files
      .filter(({ path }) => path.startsWith(PLATFORM))
      .flatMap(({ path, text }) =>
        [SENDS.fetch, SENDS['node:http'], /oauth\.\w+GrantRequest\(/].some((each) => each.test(text))
          ? [path]
          : [],
      );
    assert.deepEqual(
      asking.sort(),
      ['exchange.ts', 'login.ts'].map((name) => PLATFORM + name),
    );
  });

  it('read of a workspace what is known', () => {
    const reading = /workspace\.fs\.(readFile|stat)|openTextDocument\(|findFiles\(|from 'node:fs/;
    const found = files.filter(({ path, text }) => path.startsWith('host/') && reading.test(text));
    assert.deepEqual(
      found
        .map(({ path }) => path)
        .filter((path) => !ELSEWHERE.includes(path))
        .sort(),
      [...READERS].sort(),
    );
  });
});

/** These read what the extension itself brings or writes. */
const ELSEWHERE = [
  'host/diagnostics/documentation.ts',
  'host/files/newText.ts',
  'host/signIn/alone.ts',
  'host/signIn/practiceOrgFiles.ts',
  'host/signIn/practiceOrgProcess.ts',
];

describe('Every request to the Platform API', () => {
  const TOKEN = 'canary-of-a-token';
  const { fetch } = globalThis;
  let asked: Request[];

  beforeEach(() => {
    asked = [];
    globalThis.fetch = async (input, init) => {
      asked.push(new Request(input instanceof Request ? input.clone() : input, init));
      return Response.json({ code: 'not.found' }, { status: 404 });
    };
  });

  afterEach(() => {
    globalThis.fetch = fetch;
  });

  /** What a file could hold in the place of an ID, a name or a path. */
  const HOSTILE = [
    '@evil.example/',
    '//evil.example/',
    '\\\\evil.example',
    'https://evil.example/',
    '../../x',
    '?#',
  ];

  for (const request of requests) {
    it(`shows its token to the host of its connection alone, whatever it is asked for: ${request.name}`, async () => {
      const connection: Connection = {
        apiUrl: 'https://api.home.example',
        accessToken: TOKEN,
        language: 'en',
      };
      for (const text of HOSTILE) {
        for (const argument of [text, anything(text)])
          await call(request, connection, argument).catch(() => undefined);
      }
      assert.ok(asked.length > 0, 'nothing was sent');
      for (const { url, headers } of asked) {
        assert.equal(new URL(url).origin, 'https://api.home.example');
        assert.equal(headers.get('authorization'), `Bearer ${TOKEN}`);
      }
    });
  }
});

/** An object that holds this text under whatever name it is asked for. */
function anything(text: string): unknown {
  return new Proxy(
    {},
    { get: (_target, name) => (typeof name === 'string' && name !== 'then' ? text : undefined) },
  );
}
