import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { GrantType, type OAuthClientRequest } from '../../../src/core/platform/oauthClients.ts';
import { appsUrl, regions } from '../../../src/core/platform/regions.ts';
import type { Context } from '../../../src/core/procedures/context.ts';
import { type Draft, Draft as DraftSchema } from '../../../src/core/procedures/draft.ts';
import { answersOf, check, plan, procedures, stepsOf } from '../../../src/core/procedures/index.ts';
import { aContext, anOrg, findingsOf, HOME, inOrg, onAdminPage, SALES, SUPERVISOR } from './situations.ts';

const URI = 'https://crm.test/callback';
const ROLES = [{ roleId: SUPERVISOR.id, divisionIds: [HOME.id, SALES.id] }];

/** Every question of every grant type answered, so that a grant type takes what it has and leaves the rest. */
const EVERYTHING: Draft = {
  name: 'CRM',
  redirectUris: URI,
  scopes: ['users'],
  roles: ROLES,
};

function findings(draft: Draft, context?: Context): string[] {
  return findingsOf('general', { ...EVERYTHING, ...draft }, context);
}

function requestOf(draft: Draft): OAuthClientRequest {
  const [create] = plan('general', { ...EVERYTHING, ...draft }, aContext()) ?? [];
  assert.ok(create?.kind === 'create-client', JSON.stringify(findings(draft)));
  return create.body;
}

describe('The presets of the general procedure', () => {
  const presets = answersOf('general', {}, aContext());

  it('G4: one day', () => {
    assert.equal(presets.duration, '86400');
  });

  it('G8: Code Authorization, the safest, whatever the date', () => {
    assert.equal(presets.grantType, 'CODE');
    assert.equal(answersOf('general', {}, aContext({ today: '2020-01-01' })).grantType, 'CODE');
  });

  it('G12 and G15: no role and no scope, so that the fewest are chosen', () => {
    assert.deepEqual(presets.roles, []);
    assert.deepEqual(presets.scopes, []);
  });
});

describe('The pages of the general procedure', () => {
  const pages = (grantType: GrantType, context = aContext()) =>
    stepsOf('general', { grantType }, context)
      .map(({ id }) => id)
      .slice(3, -1);

  it('G12 to G15: ask only what the grant type needs', () => {
    assert.deepEqual(pages('CLIENT-CREDENTIALS'), ['roles']);
    assert.deepEqual(pages('CODE'), ['redirect-uris', 'scopes']);
    assert.deepEqual(pages('TOKEN'), ['redirect-uris', 'scopes']);
    assert.deepEqual(pages('SAML2-BEARER'), ['scopes']);
  });

  it('G1: end with the admin page where the person makes the client there', () => {
    const context = aContext({ destination: onAdminPage() });
    for (const grantType of GrantType.options) assert.equal(pages(grantType, context).at(-1), 'admin-page');
  });

  it('ask each question once, so that a finding is shown on one page', () => {
    const fields = procedures.general.steps.flatMap((step) => step.fields);
    assert.equal(new Set(fields).size, fields.length);
  });

  for (const grantType of GrantType.options) {
    it(`show every finding of ${grantType} on one of them, even when nothing was answered`, () => {
      const draft = { grantType, duration: '0' };
      const asked = stepsOf('general', draft, aContext()).flatMap(({ fields }) => fields);
      const findings = check('general', draft, aContext());
      assert.ok(findings.length > 0);
      for (const { place, code } of findings) assert.ok(asked.includes(place), `${code} at ${place}`);
    });
  }
});

describe('The grant types of the general procedure', () => {
  it('G6: are the four of the procedure, and never PASSWORD', () => {
    assert.deepEqual([...GrantType.options].sort(), ['CLIENT-CREDENTIALS', 'CODE', 'SAML2-BEARER', 'TOKEN']);
    assert.equal(DraftSchema.safeParse({ grantType: 'PASSWORD' }).success, false);
    assert.equal(DraftSchema.safeParse({ grantType: 'CODE' }).success, true);
  });

  const common = { name: 'CRM', accessTokenValiditySeconds: 86_400 };

  it('G7 and G12: Client Credentials send roles with their divisions, neither scopes nor redirect URIs', () => {
    assert.deepEqual(requestOf({ grantType: 'CLIENT-CREDENTIALS' }), {
      ...common,
      authorizedGrantType: 'CLIENT-CREDENTIALS',
      roleDivisions: [
        { roleId: SUPERVISOR.id, divisionId: HOME.id },
        { roleId: SUPERVISOR.id, divisionId: SALES.id },
      ],
    });
  });

  for (const grantType of ['CODE', 'TOKEN'] as const) {
    it(`G8, G14 and G15: ${grantType} sends redirect URIs and scopes, no roles`, () => {
      assert.deepEqual(requestOf({ grantType }), {
        ...common,
        authorizedGrantType: grantType,
        registeredRedirectUri: [URI],
        scope: ['users'],
      });
    });
  }

  it('G10 and G14: SAML2 Bearer sends scopes alone', () => {
    assert.deepEqual(requestOf({ grantType: 'SAML2-BEARER' }), {
      ...common,
      authorizedGrantType: 'SAML2-BEARER',
      scope: ['users'],
    });
  });

  for (const grantType of GrantType.options) {
    it(`is asked of ${grantType} what it has, and nothing else`, () => {
      const missing = {
        'CLIENT-CREDENTIALS': ['error roles-missing'],
        CODE: ['error redirect-uris-missing', 'error scopes-missing'],
        TOKEN: ['warning implicit-grant-ending', 'error redirect-uris-missing', 'error scopes-missing'],
        'SAML2-BEARER': ['error scopes-missing'],
      };
      assert.deepEqual(findings({ grantType, redirectUris: '', scopes: [], roles: [] }), missing[grantType]);
    });
  }

  it('G14 and G15: leftovers of another grant type are no finding of Client Credentials', () => {
    const draft = { redirectUris: `http://x\nnonsense\nnonsense`, scopes: ['unknown-scope'] };
    assert.deepEqual(findings({ ...draft, grantType: 'CLIENT-CREDENTIALS' }), []);
    assert.deepEqual(findings({ redirectUris: draft.redirectUris, grantType: 'SAML2-BEARER' }), []);
  });

  it('G9: warns of Implicit and offers PKCE with everything else kept', () => {
    const [finding] = check('general', { ...EVERYTHING, grantType: 'TOKEN' }, aContext());
    assert.equal(finding?.code, 'implicit-grant-ending');
    assert.equal(finding.severity, 'warning');
    assert.deepEqual(finding.fixes[0]?.change, { grantType: 'CODE' });
  });
});

describe('The answers of the general procedure', () => {
  it('G1: need the permission to add clients', () => {
    const caller = { kind: 'user', id: 'p', name: 'P', permissions: [], roles: [] } as const;
    const context = aContext({
      destination: inOrg(anOrg({ caller: { ...caller, permissions: [], roles: [] } })),
    });
    assert.deepEqual(findings({}, context), ['error permission-missing']);
  });

  it('G2: send a name of emoji as it was typed, and refuse one of 10,000 characters', () => {
    const name = '👩‍💻 CRM 日本 📞';
    assert.equal(requestOf({ name: ` ${name} ` }).name, name);
    assert.deepEqual(findings({ name: '📞'.repeat(10_000) }), ['error name-too-long']);
    assert.deepEqual(findings({ name: '\u3000' }), ['error name-missing']);
  });

  it('G3: a description is optional, and trimmed', () => {
    assert.equal('description' in requestOf({ description: ' \n' }), false);
    assert.equal(requestOf({ description: ' Agents\ndesktop ' }).description, 'Agents\ndesktop');
  });

  const durations: [typed: string, finding: string][] = [
    ['', 'duration-missing'],
    ['\u3000', 'duration-missing'],
    ['0', 'duration-too-short'],
    ['-1', 'duration-not-a-number'],
    ['1.5', 'duration-not-a-number'],
    ['300.0', 'duration-not-a-number'],
    ['1e5', 'duration-not-a-number'],
    ['0x12c', 'duration-not-a-number'],
    ['∞', 'duration-not-a-number'],
    ['NaN', 'duration-not-a-number'],
    ['three hundred', 'duration-not-a-number'],
    ['299', 'duration-too-short'],
    ['２９９', 'duration-too-short'],
    ['172801', 'duration-too-long'],
    ['9'.repeat(400), 'duration-too-long'],
  ];
  for (const [duration, code] of durations) {
    it(`G4: refuse ${JSON.stringify(duration.slice(0, 20))} as a duration: ${code}`, () => {
      assert.deepEqual(findings({ duration }), [`error ${code}`]);
      assert.equal(plan('general', { ...EVERYTHING, duration }, aContext()), undefined);
    });
  }

  const accepted = {
    '300': 300,
    '172800': 172_800,
    '８６４００': 86_400,
    '１７２，８００': 172_800,
    '00300': 300,
  };
  for (const [duration, seconds] of Object.entries(accepted)) {
    it(`G4: accept ${duration} and send ${seconds}`, () => {
      assert.equal(requestOf({ duration }).accessTokenValiditySeconds, seconds);
    });
  }

  it('G14: take 125 redirect URIs and refuse 126', () => {
    const uris = (count: number) => Array.from({ length: count }, (_, i) => `${URI}/${i}`).join('\n');
    assert.equal(requestOf({ redirectUris: uris(125) }).registeredRedirectUri?.length, 125);
    assert.deepEqual(findings({ redirectUris: uris(126) }), ['error redirect-uris-too-many']);
  });

  it('G14: ask for none from this procedure before the region is known, and for one after', () => {
    const undecided = aContext({ destination: { kind: 'undecided' } });
    assert.deepEqual(findings({ redirectUris: '' }, undecided), ['error not-connected']);
    assert.deepEqual(findings({ redirectUris: '' }), ['error redirect-uris-missing']);
  });

  it('G14: read a pasted list with Windows line ends, and refuse one with commas', () => {
    assert.deepEqual(requestOf({ redirectUris: `${URI}/a\r\n${URI}/b\r\n` }).registeredRedirectUri, [
      `${URI}/a`,
      `${URI}/b`,
    ]);
    assert.deepEqual(findings({ redirectUris: `${URI}/a, ${URI}/b` }), ['error redirect-uri-several']);
  });

  for (const grantType of ['CODE', 'TOKEN'] as const) {
    it(`G11: let one client of ${grantType} serve every region, whichever it is created in`, () => {
      const uris = regions.map(({ domain }) => `${appsUrl(domain)}/crm/index.html`);
      assert.deepEqual(requestOf({ grantType, redirectUris: uris.join('\n') }).registeredRedirectUri, uris);
      assert.deepEqual(
        findings({ grantType, redirectUris: uris.join('\n') }).filter((finding) =>
          finding.startsWith('error'),
        ),
        [],
      );
    });
  }

  it('G14: point out a URI that differs only by its slash', () => {
    assert.deepEqual(findings({ redirectUris: `${URI}\n${URI}/` }), ['warning redirect-uri-trailing-slash']);
  });

  it('G1: are warned of a token that lacks scopes', () => {
    const org = anOrg({ tokenScopes: { kind: 'known', value: ['oauth'] } });
    assert.deepEqual(findings({}, aContext({ destination: inOrg(org) })), ['warning token-scopes-missing']);
  });

  it('G1 without an API call: need the Client ID from the admin page', () => {
    assert.deepEqual(findings({}, aContext({ destination: onAdminPage() })), ['error client-id-missing']);
  });

  it('G15: refuse a scope that the org does not know', () => {
    assert.deepEqual(findings({ scopes: ['users', 'no-such-scope'] }), ['error scope-unknown']);
  });

  it('G16: are saved by creating the client, keeping its secret and reading it back', () => {
    for (const grantType of GrantType.options) {
      const steps = plan('general', { ...EVERYTHING, grantType }, aContext())?.map(({ kind }) => kind);
      assert.deepEqual(steps?.slice(0, 3), ['create-client', 'keep-secret', 'read-back'], grantType);
    }
  });
});
