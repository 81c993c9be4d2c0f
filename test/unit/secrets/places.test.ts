import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'mocha';
import * as z from 'zod/mini';
import { type Connection, send } from '../../../src/core/platform/request.ts';
import { COMMAND_LINE_PLACES, PLACES, READERS } from '../../secrets/places.ts';
import { call, exported, files, PLATFORM, requests } from '../../secrets/requests.ts';

/** The functions that ask a login host with something secret: their parameters say so. */
const logins = exported.filter(
  ({ path, parameters }) =>
    path === `${PLATFORM}login.ts` && /\b\w*(secret|refreshToken)\b|: Login\b/i.test(parameters),
);

/** What is written where a request leaves the computer, or a token is given to those that send it, in whichever way. */
const SENDS: Readonly<Record<string, RegExp>> = {
  fetch: /\bfetch\(|\b(?:XMLHttpRequest|WebSocket|EventSource|sendBeacon)\(/g,
  exchange: /(?<!function )\bexchange\(/g,
  sendToPracticeOrg: /(?<!function )\bsendToPracticeOrg\(/g,
  'node:http': /(?:from|import\(|require\() ?['"](?:node:)?(?:https?|net|tls|http2|dgram)['"]/g,
  // A literal with both, or a copy of one with another host; not what only takes a connection apart.
  Connection:
    /\{(?:[^{}]*\bapiUrl\b[^{}]*\baccessToken\b|[^{}]*\baccessToken\b[^{}]*\bapiUrl\b|(?![^{}]*\bloginUrl\b)[^{}]*\.\.\.[^{}]*\bapiUrl\b)[^{}]*\}(?!: Connection)/g,
  ...Object.fromEntries(logins.map(({ name }) => [name, new RegExp(`(?<!function )\\b${name}\\(`, 'g')])),
};

/** Each of them that stands in a file; the second one of a kind is told apart from the first. */
function sendingIn({ path, text }: { readonly path: string; readonly text: string }): string[] {
  return Object.entries(SENDS).flatMap(([what, pattern]) =>
    [...text.matchAll(pattern)].map((_, index) => `${path}: ${what}${index === 0 ? '' : ` (${index + 1})`}`),
  );
}

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
      .flatMap(sendingIn)
      // The one listens at this computer, and sends nothing; the other sends by its own `exchange`.
      .filter(
        (place) =>
          place !== 'host/signIn/loopback.ts: node:http' &&
          !place.startsWith('host/signIn/practiceOrg.ts: sendToPracticeOrg'),
      );
    assert.deepEqual(found.sort(), [...PLACES, ...COMMAND_LINE_PLACES].sort());
  });

  it('use the few functions that ask over the network, in core/platform', () => {
    const byLibrary = /\boauth\.\w*Request\(/;
    const asking = files
      .filter(({ path }) => path.startsWith(PLATFORM))
      .flatMap((file) => [
        ...sendingIn(file).filter((place) => /: (?:fetch|exchange|node:http)/.test(place)),
        ...(byLibrary.test(file.text) ? [`${file.path}: oauth4webapi`] : []),
      ]);
    assert.deepEqual(
      asking.sort(),
      [
        // These two ask for what everybody may read, and send no token.
        'apiDescription.ts: exchange',
        'exchange.ts: fetch',
        'login.ts: exchange',
        'login.ts: oauth4webapi',
        'loginPage.ts: exchange',
        'request.ts: exchange',
      ].map((name) => PLATFORM + name),
    );
  });

  it('read of a workspace what is known', () => {
    const reading = /workspace\.fs\.(readFile|readDirectory|stat)|openTextDocument\(|findFiles\(|'node:fs/;
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
  'host/interrupted/rotations.ts',
  'host/signIn/practiceOrgFiles.ts',
  'host/signIn/practiceOrgProcess.ts',
];

describe('Every request to the Platform API', () => {
  const HOME: Connection = {
    apiUrl: 'https://api.home.example',
    accessToken: 'canary-of-a-token',
    language: 'en',
  };
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

  function assertAtHome(): void {
    assert.ok(asked.length > 0, 'nothing was sent');
    for (const { url, headers } of asked) {
      assert.equal(new URL(url).origin, HOME.apiUrl);
      assert.equal(headers.get('authorization'), `Bearer ${HOME.accessToken}`);
    }
  }

  /** What a file could hold in the place of an ID, a name or a path. */
  const HOSTILE = [
    '@evil.example/',
    '//evil.example/',
    '\\\\evil.example',
    'https://evil.example/',
    '../../x',
    '?#',
  ];

  it('is shown to the host of its connection alone, whatever path it has', async () => {
    for (const path of HOSTILE) await send({ ...HOME }, { method: 'GET', path, answer: z.unknown() });
    assertAtHome();
  });

  for (const request of requests) {
    it(`shows its token to the host of its connection alone, whatever it is asked for: ${request.name}`, async () => {
      for (const text of HOSTILE) {
        for (const argument of [text, anything(text)])
          await call(request, { ...HOME }, argument).catch(() => undefined);
      }
      assertAtHome();
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
