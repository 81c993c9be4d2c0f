import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import {
  type FrameworkUse,
  insteadOf,
  type JudgedClient,
  missingPages,
  type Shortcoming,
  shortcomingArgs,
  shortcomings,
  switchState,
} from '../../../src/core/clients/forFramework.ts';
import { FRAMEWORK_SCOPES, implicitGrantEnds } from '../../../src/core/clients/frameworkNeeds.ts';

const REGION = 'mypurecloud.jp';
const INDEX = `https://apps.${REGION}/crm/index.html`;
const AUTH_WINDOW = `https://apps.${REGION}/crm/authWindow.html`;
const PARTNER = `https://apps.${REGION}/crm/acmecti/index.html`;
const CRM = 'https://crm.test/callback';

const RIGHT: JudgedClient = {
  authorizedGrantType: 'CODE',
  state: 'active',
  registeredRedirectUri: [INDEX],
  scope: [...FRAMEWORK_SCOPES],
};
const USE: FrameworkUse = {
  region: REGION,
  partner: undefined,
  dedicatedLoginWindow: 'off',
  usePKCEAuthFlow: 'off',
  today: '2026-11-22',
};

type Row = {
  client?: Partial<JudgedClient>;
  use?: Partial<FrameworkUse>;
  /** Severity and code of each. */
  lacks: readonly string[];
  because: string;
};

/** Each case that the wizard and framework.js once answered differently, or one of them as certain, and its kin. */
const DECIDED: Readonly<Record<string, Row>> = {
  'a client as the procedure makes it': { lacks: [], because: 'it is what the procedure asks for' },
  'a write scope where the read-only one is needed': {
    client: { scope: FRAMEWORK_SCOPES.map((scope) => scope.replace(/:readonly$/, '')) },
    lacks: [],
    because: 'who may write may read',
  },
  'a scope less': {
    client: { scope: FRAMEWORK_SCOPES.slice(1) },
    lacks: ['information missing-scope'],
    because: 'the list is advice: which of them a deployment calls for is not published',
  },
  'grant type PASSWORD': {
    client: { authorizedGrantType: 'PASSWORD' },
    lacks: ['error client-wrong-grant'],
    because: 'no login page goes with it, whatever else is right',
  },
  'grant type CLIENT-CREDENTIALS': {
    client: { authorizedGrantType: 'CLIENT-CREDENTIALS', registeredRedirectUri: [], scope: [] },
    lacks: ['error client-wrong-grant'],
    because: 'what else it lacks is of no use to it',
  },
  'grant type SAML2-BEARER': {
    client: { authorizedGrantType: 'SAML2-BEARER' },
    lacks: ['error client-wrong-grant'],
    because: 'no login page goes with it',
  },
  'a grant type that the documentation does not have': {
    client: { authorizedGrantType: 'GRANT-OF-TOMORROW' },
    lacks: ['information client-wrong-grant'],
    because: 'nothing is known against it',
  },
  'no grant type told': {
    client: { authorizedGrantType: undefined },
    lacks: [],
    because: 'it was not told, which is no fault',
  },
  'implicit grant, announced': {
    client: { authorizedGrantType: 'TOKEN' },
    use: { today: '2026-02-28' },
    lacks: ['hint implicit-grant-ending'],
    because: 'everything works still',
  },
  'implicit grant, new ones refused': {
    client: { authorizedGrantType: 'TOKEN' },
    lacks: ['information implicit-grant-ending'],
    because: 'it works, and whoever has it should plan',
  },
  'implicit grant, past the earliest date': {
    client: { authorizedGrantType: 'TOKEN' },
    use: { today: '2027-03-01' },
    lacks: ['warning implicit-grant-ending'],
    because: 'the sources disagree on the date, so that it is not certain',
  },
  'implicit grant, PKCE computed': {
    client: { authorizedGrantType: 'TOKEN' },
    use: { usePKCEAuthFlow: 'unknown' },
    lacks: ['information implicit-grant-ending'],
    because: 'the grant ends whatever the setting says',
  },
  'implicit grant, PKCE on': {
    client: { authorizedGrantType: 'TOKEN' },
    use: { usePKCEAuthFlow: 'on' },
    lacks: ['warning client-wrong-grant'],
    because: 'the setting is documented nowhere, so that what it does is likely, not certain',
  },
  disabled: {
    client: { state: 'disabled' },
    lacks: ['error client-not-active'],
    because: 'no token can be made with it',
  },
  inactive: {
    client: { state: 'inactive' },
    lacks: ['error client-not-active'],
    because: 'no token can be made with it',
  },
  'a state that the documentation does not have': {
    client: { state: 'state-of-tomorrow' },
    lacks: ['information client-not-active'],
    because: 'nothing is known against it',
  },
  'no redirect URI': {
    client: { registeredRedirectUri: [] },
    lacks: ['error missing-redirect-uri'],
    because: 'a login needs one that is registered',
  },
  'scopes not told': {
    client: { scope: undefined },
    lacks: [],
    because: 'they were not told, which is no fault',
  },
  'redirect URIs not told': {
    client: { registeredRedirectUri: undefined },
    lacks: [],
    because: 'they were not told, which is no fault',
  },
  'only an address elsewhere': {
    client: { registeredRedirectUri: [CRM] },
    lacks: ['warning missing-redirect-uri'],
    because:
      'every page of the framework that a source shows is on the apps host, but no source excludes another',
  },
  "only a partner's page": {
    client: { registeredRedirectUri: [PARTNER] },
    lacks: ['information missing-redirect-uri'],
    because: 'public deployments have pages of their own',
  },
  'only the page with a query': {
    client: { registeredRedirectUri: [`${INDEX}?crm=acme-public`] },
    lacks: ['information missing-redirect-uri'],
    because: 'it may be the page of a deployment',
  },
  'only the page of the login window, with a login window': {
    client: { registeredRedirectUri: [AUTH_WINDOW] },
    use: { dedicatedLoginWindow: 'on' },
    lacks: ['information missing-redirect-uri'],
    because: 'two sources say that it is enough, the procedure asks for both',
  },
  'only the page itself, with a login window': {
    client: { registeredRedirectUri: [INDEX] },
    use: { dedicatedLoginWindow: 'on' },
    lacks: ['warning missing-redirect-uri'],
    because: 'all sources ask for the page of the login window',
  },
  'a login window that only a run of the file tells': {
    use: { dedicatedLoginWindow: 'unknown' },
    lacks: [],
    because: 'nobody knows whether the other page is needed',
  },
  'the page with a slash at its end': {
    client: { registeredRedirectUri: [`${INDEX}/`] },
    lacks: ['error inexact-redirect-uri'],
    because: 'it is that page, and matching is exact',
  },
  'the page with a slash at its end, of another region': {
    client: { registeredRedirectUri: [`${INDEX.replace('.jp', '.ie')}/`] },
    lacks: ['warning missing-redirect-uri'],
    because: 'it is a page of that region, whatever is wrong with it',
  },
  'the page with a slash at its end, beside a page on another host': {
    client: { registeredRedirectUri: [`${INDEX}/`, 'https://crm.test/'] },
    lacks: ['error inexact-redirect-uri'],
    because: 'it shows that this page was meant, and the framework has none on that host',
  },
  'one page inexact, the other missing': {
    client: { registeredRedirectUri: [`${INDEX}/`] },
    use: { dedicatedLoginWindow: 'on' },
    lacks: ['error inexact-redirect-uri', 'warning missing-redirect-uri'],
    because: 'each is a fault of its own',
  },
  "the page with a slash at its end, beside a partner's page": {
    client: { registeredRedirectUri: [`${INDEX}/`, PARTNER] },
    lacks: ['information inexact-redirect-uri'],
    because: 'the other page may be the one that is used',
  },
  "a partner's page, which the person says is used": {
    client: { registeredRedirectUri: [PARTNER] },
    use: { partner: { name: 'acmecti' } },
    lacks: [],
    because: 'that is where agents log in',
  },
  "a partner's page, with a login window": {
    client: { registeredRedirectUri: [PARTNER] },
    use: { partner: { name: 'acmecti' }, dedicatedLoginWindow: 'on' },
    lacks: [],
    because: "no source says where the login window of a partner's page comes back",
  },
  "the framework's own page, where the person says that a partner's is used": {
    client: { registeredRedirectUri: [INDEX] },
    use: { partner: { name: 'acmecti' } },
    lacks: ['warning missing-redirect-uri'],
    because: 'who says so says that the other is not used',
  },
  "another partner's page than the person says": {
    client: { registeredRedirectUri: [PARTNER] },
    use: { partner: { name: 'acme' } },
    lacks: ['information missing-redirect-uri'],
    because: 'the name may be mistyped',
  },
  "the partner's page with a slash at its end": {
    client: { registeredRedirectUri: [`${PARTNER}/`] },
    use: { partner: { name: 'acmecti' } },
    lacks: ['error inexact-redirect-uri'],
    because: 'it is the page that the person named, and matching is exact',
  },
  "a partner's page without a name": {
    client: { registeredRedirectUri: [CRM] },
    use: { partner: { name: undefined } },
    lacks: [],
    because: 'nobody knows which page it is',
  },
  'no region known': {
    client: { registeredRedirectUri: [] },
    use: { region: undefined },
    lacks: [],
    because: 'pages are those of a region',
  },
};

describe('What a client lacks for the Embeddable Framework', () => {
  for (const [what, { client, use, lacks, because }] of Object.entries(DECIDED)) {
    it(`${what}: ${lacks.join(', ') || 'nothing'}, because ${because}`, () => {
      const found = shortcomings({ ...RIGHT, ...client }, { ...USE, ...use });
      assert.deepEqual(
        found.map(({ severity, code }) => `${severity} ${code}`),
        lacks,
      );
    });
  }

  it('can be given the pages that it lacks, those too that it has in another writing; not where no page helps', () => {
    const use = { region: USE.region, dedicatedLoginWindow: 'on' } as const;
    const lacksBoth = { ...RIGHT, registeredRedirectUri: [`${INDEX}/`] };
    assert.deepEqual(missingPages(lacksBoth, use), [INDEX, AUTH_WINDOW]);
    assert.deepEqual(missingPages({ ...RIGHT, registeredRedirectUri: [INDEX, AUTH_WINDOW] }, use), []);
    assert.deepEqual(missingPages({ ...lacksBoth, authorizedGrantType: 'CLIENT-CREDENTIALS' }, use), []);
  });

  it('names what may be meant in its place', () => {
    const [lack] = shortcomings({ ...RIGHT, registeredRedirectUri: [CRM, PARTNER] }, USE);
    assert.deepEqual(lack, {
      code: 'missing-redirect-uri',
      severity: 'information',
      uris: [INDEX],
      instead: PARTNER,
    });
  });

  it('says for a sentence what may be meant, and nothing of it where there is nothing', () => {
    assert.deepEqual(insteadOf({ instead: PARTNER }), { instead: PARTNER });
    assert.deepEqual(insteadOf({ instead: undefined }), {});
  });

  it('takes a switch that is not in the file for off, and one that is computed for neither', () => {
    const kinds = ['on', 'off', 'absent', 'dynamic'] as const;
    assert.deepEqual(
      kinds.map((kind) => switchState({ kind })),
      ['on', 'off', 'off', 'unknown'],
    );
  });

  it('never calls certain what only resembles its page, and never takes for its page what has another path or query', () => {
    const part = fc.stringMatching(/^[\w./?=#&%-]{0,8}$/);
    const mutated = fc
      .tuple(fc.nat(INDEX.length), fc.nat(3), part)
      .map(([at, length, text]) => INDEX.slice(0, at) + text + INDEX.slice(at + length));
    fc.assert(
      fc.property(fc.array(fc.oneof(mutated, fc.webUrl(), fc.string())), (registeredRedirectUri) => {
        for (const lack of shortcomings({ ...RIGHT, registeredRedirectUri }, USE)) {
          if (lack.code !== 'inexact-redirect-uri') continue;
          const { pathname, search, hash } = new URL(lack.registered.replace(/\p{Cf}/gu, ''));
          assert.deepEqual([pathname.replace(/\/+$/, ''), search, hash], ['/crm/index.html', '', '']);
        }
      }),
      { numRuns: 2000 },
    );
  });
});

describe('What a sentence about what a client lacks is told', () => {
  const [uri, registered, instead] = [INDEX, `${INDEX}/`, PARTNER];
  const severity = 'warning';
  const told: readonly (readonly [Shortcoming, object])[] = [
    [{ code: 'client-not-active', severity: 'error', state: 'disabled' }, { state: 'disabled' }],
    [{ code: 'client-wrong-grant', severity: 'error', grant: 'SAML2-BEARER' }, { grant: 'SAML2-BEARER' }],
    [{ code: 'implicit-grant-ending', severity }, { month: implicitGrantEnds.existingClientsEnd }],
    [
      { code: 'inexact-redirect-uri', severity: 'error', uri, registered, instead: undefined },
      { uri, registered },
    ],
    [
      { code: 'inexact-redirect-uri', severity: 'error', uri, registered, instead },
      { uri, registered, instead },
    ],
    [{ code: 'missing-redirect-uri', severity, uris: [uri], instead: undefined }, { uris: [uri] }],
    [{ code: 'missing-scope', severity: 'information', scopes: ['users'] }, { scopes: ['users'] }],
  ];
  for (const [lack, args] of told) {
    it(`is of ${lack.code}: ${Object.keys(args).join(', ')}`, () => {
      assert.deepEqual(shortcomingArgs(lack), args);
    });
  }
});
