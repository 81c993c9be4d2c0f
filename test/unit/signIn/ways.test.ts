import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { regions } from '../../../src/core/platform/regions.ts';
import {
  type AtHand,
  Environment,
  isSigningWay,
  likelyRegions,
  returnOf,
  Way,
  wayId,
  waysToConnect,
} from '../../../src/core/signIn/ways.ts';

/** Which ways are offered where, in this order, when nothing is at hand. */
const NOTHING_AT_HAND = `
  place   | browser | returns  | ways
  desktop | yes     | loopback | practice-org browser client-credentials access-token admin-page
  desktop | no      | paste    | practice-org client-credentials access-token browser admin-page
  remote  | yes     | loopback | practice-org browser client-credentials access-token admin-page
  remote  | no      | paste    | practice-org client-credentials access-token browser admin-page
  web     | yes     | paste    | practice-org browser client-credentials access-token admin-page
  web     | no      | paste    | practice-org client-credentials access-token browser admin-page
`;

/** The same, with somebody signed in (S), a sign-in found on this computer (F) and a client used before (K). */
const ALL_AT_HAND = `
  place   | browser | returns  | ways
  desktop | yes     | loopback | S F K practice-org browser client-credentials access-token admin-page
  desktop | no      | paste    | S F practice-org client-credentials access-token K browser admin-page
  remote  | yes     | loopback | S F K practice-org browser client-credentials access-token admin-page
  remote  | no      | paste    | S F practice-org client-credentials access-token K browser admin-page
  web     | yes     | paste    | S F K practice-org browser client-credentials access-token admin-page
  web     | no      | paste    | S F practice-org client-credentials access-token K browser admin-page
`;

const SIGNED_IN = {
  id: 'session-1',
  label: 'Administrator',
  orgName: 'Org',
  region: 'mypurecloud.jp',
  practice: false,
};
const FOUND = {
  id: 'terraform',
  source: 'terraform',
  region: 'mypurecloud.jp',
  holds: 'client-credentials',
} as const;
const KNOWN = {
  region: 'mypurecloud.ie',
  clientId: '0b1f0c5e-0000-4000-8000-000000000002',
  orgName: 'Other Org',
};
const SHORT_NAMES = new Map([
  [`signed-in:${SIGNED_IN.id}`, 'S'],
  [`found:${FOUND.id}`, 'F'],
  [`browser:${KNOWN.region}:${KNOWN.clientId}`, 'K'],
]);

type AlreadyThere = Omit<AtHand, 'environment'>;
const nothing: AlreadyThere = { signedIn: [], found: [], knownClients: [] };
const all: AlreadyThere = { signedIn: [SIGNED_IN], found: [FOUND], knownClients: [KNOWN] };

const tables = [
  { situation: 'with nothing at hand', atHand: nothing, rows: NOTHING_AT_HAND },
  { situation: 'with everything at hand', atHand: all, rows: ALL_AT_HAND },
];

describe('The ways to connect (remote is SSH, WSL, a container, or Codespaces on the desktop; web is Codespaces or code-server in a browser)', () => {
  for (const { situation, atHand, rows } of tables) {
    describe(situation, () => {
      for (const { environment, returns, ways } of rowsOf(rows)) {
        const { place, browser } = environment;
        it(`${place}, ${browser ? 'a' : 'no'} browser: ${ways}`, () => {
          const offered = waysToConnect({ environment, ...atHand });
          const names = offered.map(wayId).map((id) => SHORT_NAMES.get(id) ?? id);
          assert.equal(names.join(' '), ways);
          assert.equal(returnOf(environment), returns);
          const returnsOffered = offered.flatMap((way) => (way.kind === 'browser' ? [way.returns] : []));
          assert.deepEqual([...new Set(returnsOffered)], [returns]);
        });
      }
    });
  }

  it('depend neither on vscode:// addresses (wherever VS Code takes them, loopback works as well) nor on a keyring (a sign-in that it refuses lasts as long as the window)', () => {
    assert.deepEqual(Object.keys(Environment.shape), ['place', 'browser']);
  });

  it('are all there for every environment: the tables leave none out', () => {
    for (const { rows } of tables) {
      const environments = rowsOf(rows).map(({ environment }) => JSON.stringify(environment));
      assert.equal(new Set(environments).size, 3 * 2);
    }
  });

  it('name whatever was found, even what cannot be used yet, so that nobody searches for it', () => {
    const unusable = { ...FOUND, id: 'genesys-cli:A', obstacle: 'gateway' } as const;
    const environment = { place: 'desktop', browser: true } as const;
    const [first] = waysToConnect({ environment, ...nothing, found: [unusable] });
    assert.deepEqual(first, { kind: 'found', found: unusable });
  });

  it('have names of their own, so that a click means one of them', () => {
    const environment = { place: 'desktop', browser: true } as const;
    const many: Way[] = waysToConnect({
      environment,
      signedIn: [SIGNED_IN, { ...SIGNED_IN, id: 'session-2' }],
      found: [FOUND, { ...FOUND, id: 'genesys-cli:terraform' }],
      knownClients: [KNOWN, { ...KNOWN, region: 'mypurecloud.jp' }, { ...KNOWN, clientId: SIGNED_IN.id }],
    });
    assert.equal(new Set(many.map(wayId)).size, many.length);
  });
});

describe('A way to connect', () => {
  const ways: readonly Way[] = [
    { kind: 'signed-in', session: SIGNED_IN },
    { kind: 'practice-org' },
    { kind: 'found', found: { ...FOUND, profile: 'A', obstacle: 'region-unknown', unknownRegion: 'x' } },
    { kind: 'browser', returns: 'loopback' },
    { kind: 'browser', returns: 'paste', client: KNOWN },
    { kind: 'client-credentials' },
    { kind: 'access-token' },
    { kind: 'admin-page' },
  ];
  for (const way of ways)
    it(`comes to the page whole, and back: ${wayId(way)}`, () => assert.deepEqual(Way.parse(way), way));

  it('signs somebody in, unless somebody is, or nobody needs to be', () => {
    assert.deepEqual(
      ways.filter((way) => !isSigningWay(way)).map(({ kind }) => kind),
      ['signed-in', 'admin-page'],
    );
  });
});

describe('The regions that are tried when one does not know a client', () => {
  const [first, second] = ['mypurecloud.com', 'mypurecloud.jp'];

  it('are those used before, the last one first, then all others, each once', () => {
    const likely = likelyRegions(first, [second, 'mypurecloud.ie']);
    assert.deepEqual(likely.slice(0, 2), [second, 'mypurecloud.ie']);
    assert.equal(new Set(likely).size, likely.length);
    const separate = new Set(['use2.us-gov-pure.cloud', 'edee1.eusc-pure.cloud']);
    const commercial = regions.map(({ domain }) => domain).filter((domain) => !separate.has(domain));
    assert.deepEqual(new Set([first, ...likely]), new Set(commercial));
  });

  it('are not the one that was tried, also where it was used before', () => {
    assert.ok(!likelyRegions(first, [first]).includes(first));
  });

  it('are none of a separate realm, which gets no secret on a guess, also where it was used before', () => {
    for (const domain of ['use2.us-gov-pure.cloud', 'edee1.eusc-pure.cloud'])
      assert.ok(!likelyRegions(first, [domain]).includes(domain), domain);
  });
});

type Row = { environment: Environment; returns: string; ways: string };

function rowsOf(table: string): Row[] {
  const [, ...lines] = table.trim().split('\n');
  return lines.map((line) => {
    const [place, browser, returns = '', ways = ''] = line.split('|').map((cell) => cell.trim());
    const environment = Environment.parse({ place, browser: browser === 'yes' });
    return { environment, returns, ways };
  });
}
