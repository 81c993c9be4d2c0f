import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Context } from '../../../src/core/procedures/context.ts';
import type { Draft } from '../../../src/core/procedures/draft.ts';
import { draftFindingText } from '../../../src/core/procedures/draftFinding.ts';
import { answersOf, check, plan, procedures, stepsOf } from '../../../src/core/procedures/index.ts';
import type { LoadedAccess } from '../../../src/core/procedures/loadedOrg.ts';
import { providerIds, providers } from '../../../src/core/scim/providers.ts';
import {
  aContext,
  anOrg,
  aRole,
  findingsOf,
  HOME,
  holding,
  inOrg,
  onAdminPage,
  SALES,
  SCIM_PERMISSIONS,
  SCIM_ROLE,
  SUPERVISOR,
  UNTOLD,
  withAccess,
} from './situations.ts';

const LOADING = { kind: 'loading' } as const;
const SCIM_IN_HOME = { roleId: SCIM_ROLE.id, divisionIds: [HOME.id] };

function answers(draft: Draft, context: Context = aContext()) {
  return answersOf('scim', draft, context);
}

function findings(draft: Draft, context?: Context): string[] {
  return findingsOf('scim', { provider: 'onelogin', ...draft }, context);
}

describe('The presets of the SCIM procedure', () => {
  it('S3: the grant type is Client Credentials, whatever a draft says, and is not asked for', () => {
    assert.equal(answers({}).grantType, 'CLIENT-CREDENTIALS');
    assert.equal(answers({ grantType: 'CODE' }).grantType, 'CLIENT-CREDENTIALS');
    const fields = procedures.scim.steps.flatMap((step) => step.fields);
    assert.equal(fields.includes('grantType'), false);
  });

  it('G2: the name tells what is connected and follows the provider, until the person has typed one', () => {
    const name = (draft: Draft) => answers(draft).name;
    assert.equal(name({}), '');
    assert.equal(name({ provider: 'entra' }), 'SCIM – Microsoft Entra ID');
    assert.equal(name({ provider: 'okta' }), 'SCIM – Okta');
    assert.equal(name({ provider: 'other' }), '');
    for (const typed of ['Directory', '']) assert.equal(name({ provider: 'okta', name: typed }), typed);
    for (const provider of providerIds.filter((id) => id !== 'other'))
      assert.deepEqual(
        check('scim', { provider }, aContext()).filter(({ place }) => place === 'name'),
        [],
        provider,
      );
  });

  it('S3: a draft of another grant type makes the same client', () => {
    const okta: Draft = { name: 'SCIM', provider: 'okta' };
    const leftovers: Draft = { grantType: 'TOKEN', redirectUris: 'https://a.test', scopes: ['users'] };
    const body = plan('scim', { ...okta, ...leftovers }, aContext())?.[0];
    assert.deepEqual(body, plan('scim', okta, aContext())?.[0]);
    assert.ok(body?.kind === 'create-client');
  });

  for (const provider of providerIds) {
    const holdsToken = providers[provider].holds === 'bearer-token';
    it(`S2 and S6: ${provider} ${holdsToken ? 'holds a token, which lasts as long as it may' : 'starts with one day'}`, () => {
      const preset = answers({ provider });
      assert.equal(preset.holdsToken, holdsToken);
      assert.equal(preset.duration, holdsToken ? '38880000' : '86400');
    });
  }

  it('S2: one day while no provider is chosen', () => {
    assert.equal(answers({}).duration, '86400');
    assert.equal(answers({}).holdsToken, false);
  });

  it('S6: only of another provider the person says what it holds', () => {
    assert.equal(answers({ provider: 'other', holdsToken: true }).duration, '38880000');
    assert.equal(answers({ provider: 'other', holdsToken: false }).duration, '86400');
    assert.equal(
      answers({ provider: 'onelogin', holdsToken: true }).holdsToken,
      false,
      'said of another before',
    );
    assert.equal(answers({ provider: 'entra', holdsToken: false }).holdsToken, true);
  });

  it('S4 and G13: the one role, in the Home division', () => {
    assert.deepEqual(answers({}).roles, [SCIM_IN_HOME]);
  });

  it('S4: the custom twin where that is what the caller holds', () => {
    const twin = aRole('Directory Sync', { permissions: SCIM_PERMISSIONS });
    const context = withAccess({ roles: { kind: 'known', value: [SCIM_ROLE, twin] }, held: holding(twin) });
    assert.deepEqual(answers({}, context).roles, [{ roleId: twin.id, divisionIds: [HOME.id] }]);
  });

  it('S5: no division while nobody knows which is Home', () => {
    const context = withAccess({ divisions: UNTOLD });
    assert.deepEqual(answers({}, context).roles, [{ roleId: SCIM_ROLE.id, divisionIds: [] }]);
    assert.deepEqual(findings({}, context), ['error role-without-division']);
  });

  it('S6: a place for the config file where there is one, else none', () => {
    assert.deepEqual(answers({}).scimTarget, { kind: 'file', uri: 'file:///crm/genesys-scim.json' });
    const bare = aContext({ workspace: { files: [], newFiles: [], scimFiles: [] } });
    assert.deepEqual(answers({}, bare).scimTarget, { kind: 'none' });
    assert.deepEqual(findings({}, bare), []);
  });
});

describe('The pages of the SCIM procedure', () => {
  const pages = (context: Context) => stepsOf('scim', {}, context).map(({ id }) => id);

  it('are the provider, the details and the divisions between Connect and Review', () => {
    assert.deepEqual(pages(aContext()), ['connect', 'identity-provider', 'details', 'divisions', 'review']);
    assert.deepEqual(pages(aContext({ destination: onAdminPage() })).slice(-2), ['admin-page', 'review']);
  });

  it('show every finding on one of them', () => {
    for (const access of [{}, { held: holding() }, { held: LOADING }, { divisions: UNTOLD }]) {
      const context = withAccess(access);
      const asked = stepsOf('scim', {}, context).flatMap(({ fields }) => fields);
      const findings = check('scim', { duration: '0', roles: [] }, context);
      assert.ok(findings.length > 0);
      for (const { place, code } of findings) assert.ok(asked.includes(place), `${code} at ${place}`);
    }
  });
});

describe('S1: the SCIM Integration role', () => {
  const missing = withAccess({ roles: { kind: 'known', value: [SUPERVISOR] }, held: holding(SUPERVISOR) });
  const notHeld = withAccess({ held: holding(SUPERVISOR) });

  it('S1: stops at Connect where the org lacks it, and names the org', () => {
    const [finding] = check('scim', { name: 'SCIM', provider: 'okta' }, missing);
    assert.equal(finding?.code, 'scim-role-missing');
    assert.equal(finding.place, 'org');
    assert.equal(finding.severity, 'error');
    assert.deepEqual(finding.args, { org: 'Practice Org' });
  });

  it('S1: stops at Connect where the caller does not hold it, and names it', () => {
    const [finding] = check('scim', { name: 'SCIM', provider: 'okta' }, notHeld);
    assert.equal(finding?.code, 'scim-role-not-held');
    assert.equal(finding.place, 'org');
    assert.equal(finding.severity, 'error');
    assert.deepEqual(finding.args, { role: 'SCIM Integration', org: 'Practice Org' });
  });

  for (const [what, held] of Object.entries({ 'still loading': LOADING, 'not told': UNTOLD })) {
    it(`S1: lets the person go on while it is ${what}, but saves nothing`, () => {
      const context = withAccess({ held });
      const findings = check('scim', { name: 'SCIM', provider: 'okta' }, context);
      assert.deepEqual(
        findings.map(({ code, place }) => `${code} at ${place}`),
        ['scim-role-unclear at roles'],
      );
      assert.equal(plan('scim', { name: 'SCIM', provider: 'okta' }, context), undefined);
      const chosenBefore: Draft = { name: 'SCIM', provider: 'okta', roles: [SCIM_IN_HOME] };
      assert.equal(plan('scim', chosenBefore, context), undefined);
    });
  }

  it('S1: goes on by the name of the role where the org does not tell its roles', () => {
    assert.deepEqual(findings({}, withAccess({ roles: UNTOLD })), []);
  });

  it('S2 and S4: plans a long duration with a warning where nobody could look how the role is shipped', () => {
    const marked = { ...SCIM_ROLE, shipped: UNTOLD, isMarkedAltered: true };
    const situations: [roles: LoadedAccess['roles'], code: string][] = [
      [UNTOLD, 'scim-role-unchecked'],
      [{ kind: 'known', value: [{ ...SCIM_ROLE, shipped: UNTOLD }] }, 'scim-role-unchecked'],
      [{ kind: 'known', value: [marked] }, 'scim-role-marked'],
    ];
    for (const [roles, code] of situations) {
      const context = withAccess({ roles });
      for (const duration of ['172801', '38880000']) {
        const draft: Draft = { name: 'SCIM', provider: 'onelogin', duration };
        const findings = check('scim', draft, context);
        assert.deepEqual(
          findings.map(({ code, place, severity, args }) => [code, place, severity, args]),
          [[code, 'duration', 'warning', { role: 'SCIM Integration' }]],
        );
        assert.ok(plan('scim', draft, context));
      }
      assert.deepEqual(findings({ duration: '172800' }, context), [], 'which every role may last');
    }
  });

  it('S4: stops at Connect where the role was altered, and says how', () => {
    const altered = { ...SCIM_ROLE, permissions: [...SCIM_PERMISSIONS, 'routing:queue:view', 'oauth:*:*'] };
    const context = withAccess({ roles: { kind: 'known', value: [altered] } });
    const [finding, ...others] = check('scim', { name: 'SCIM', provider: 'okta' }, context).filter(
      ({ severity }) => severity === 'error',
    );
    assert.equal(finding?.code, 'altered-role');
    assert.equal(finding.place, 'org');
    assert.deepEqual(finding.args, {
      role: altered.name,
      added: ['routing:queue:view', 'oauth:*:*'],
      taken: [],
    });
    assert.ok(others.every(({ place }) => place === 'roles'));
    assert.equal(plan('scim', { name: 'SCIM', provider: 'okta', duration: '300' }, context), undefined);
    assert.match(
      draftFindingText(finding, 'en'),
      /in addition: routing:queue:view, oauth:\*:\*\. With such a role/,
    );
  });

  it('G1: comes with the permission to add clients, not instead of it', () => {
    const org = anOrg({ caller: { kind: 'user', id: 'p', name: 'P', permissions: [], roles: [] } });
    assert.deepEqual(findings({}, aContext({ destination: inOrg(org) })), ['error permission-missing']);
  });
});

describe('The answers of the SCIM procedure', () => {
  it('G2: need a name, and warn of one in use', () => {
    assert.deepEqual(findings({ name: ' ' }), ['error name-missing']);
    assert.deepEqual(findings({ name: 'Agent desktop' }), ['warning name-in-use']);
  });

  it('G1: are warned of a token that lacks scopes', () => {
    const org = anOrg({ tokenScopes: { kind: 'known', value: ['oauth'] } });
    assert.deepEqual(findings({}, aContext({ destination: inOrg(org) })), ['warning token-scopes-missing']);
  });

  it('G1 without an API call: need the Client ID from the admin page, and ask nothing of an org', () => {
    assert.deepEqual(findings({}, aContext({ destination: onAdminPage() })), ['error client-id-missing']);
  });
});

describe('S2: the duration of a SCIM client', () => {
  for (const [duration, code] of Object.entries({
    '': 'duration-missing',
    '0': 'duration-too-short',
    '299': 'duration-too-short',
    '38880001': 'scim-duration-too-long',
    '38,880,001': 'scim-duration-too-long',
    '450d': 'duration-not-a-number',
    '3.888e7': 'duration-not-a-number',
  })) {
    it(`S2: refuses ${JSON.stringify(duration)}: ${code}`, () => {
      assert.deepEqual(findings({ duration }), [`error ${code}`]);
    });
  }
  for (const duration of ['300', '172801', '38880000', '38,880,000', '３８８８００００']) {
    it(`S2: accepts ${duration}`, () => {
      assert.deepEqual(findings({ duration }), []);
    });
  }

  it('S2, S6: says one mistake once, with the longest as its fix where a provider holds a token', () => {
    for (const duration of ['', '10', '99999999', 'a day']) {
      const found = check('scim', { name: 'SCIM', provider: 'entra', duration }, aContext());
      assert.deepEqual(
        found.map(({ severity, place, fixes }) => [severity, place, fixes.map(({ code }) => code)]),
        [['error', 'duration', ['use-longest-duration']]],
        duration,
      );
    }
  });

  it('S6: warns when a provider holds a token that ends within 30 days, and offers the longest', () => {
    const short = { name: 'SCIM', provider: 'entra', duration: '2591999' } as const;
    const [finding] = check('scim', short, aContext());
    assert.equal(finding?.code, 'scim-token-short');
    assert.equal(finding.severity, 'warning');
    assert.deepEqual(finding.fixes[0]?.change, { duration: '38880000' });
    assert.deepEqual(findings({ ...short, duration: '2592000' }), []);
    assert.deepEqual(findings({ ...short, provider: 'onelogin' }), [], 'which makes its own tokens');
  });
});

describe('S4: the SCIM Integration role alone', () => {
  const inSales = { roleId: SCIM_ROLE.id, divisionIds: [SALES.id] };

  it('S4: refuses a second role, and keeps the divisions of the first when it repairs that', () => {
    const roles = [inSales, { roleId: SUPERVISOR.id, divisionIds: [HOME.id] }];
    const [finding] = check('scim', { name: 'SCIM', provider: 'okta', roles }, aContext());
    assert.equal(finding?.code, 'scim-role-alone');
    assert.equal(finding.severity, 'error');
    assert.deepEqual(finding.fixes[0]?.change, { roles: [inSales] });
  });

  it('S4: refuses another role, no role, and one that has gone', () => {
    assert.ok(findings({ roles: [] }).includes('error scim-role-alone'));
    for (const roleId of [SUPERVISOR.id, 'deleted']) {
      assert.deepEqual(findings({ roles: [{ roleId, divisionIds: [HOME.id] }] }), ['error scim-role-alone']);
    }
  });

  it('S4: refuses the twin that has got a permission more meanwhile', () => {
    const grown = aRole('Directory Sync', { permissions: [...SCIM_PERMISSIONS, 'routing:queue:view'] });
    const context = withAccess({
      roles: { kind: 'known', value: [SCIM_ROLE, grown] },
      held: holding(SCIM_ROLE, grown),
    });
    const roles = [{ roleId: grown.id, divisionIds: [HOME.id] }];
    assert.deepEqual(findings({ roles }, context), ['error scim-role-alone']);
  });

  it('S2 and S4: never plans a long duration for any other role', () => {
    for (const roles of [[], [{ roleId: SUPERVISOR.id, divisionIds: [HOME.id] }]]) {
      const draft: Draft = { name: 'SCIM', provider: 'entra', duration: '38880000', roles };
      assert.equal(plan('scim', draft, aContext()), undefined);
    }
  });
});

describe('S5: the divisions that SCIM manages', () => {
  it('S5: are at least one', () => {
    assert.deepEqual(findings({ roles: [{ ...SCIM_IN_HOME, divisionIds: [] }] }), [
      'error role-without-division',
    ]);
  });

  it('S5: are those that there are', () => {
    const roles = [{ ...SCIM_IN_HOME, divisionIds: [HOME.id, 'deleted'] }];
    assert.deepEqual(findings({ roles }), ['error division-gone']);
  });

  for (const divisionIds of [[HOME.id, SALES.id], ['*']]) {
    it(`S5: are all sent: ${divisionIds}`, () => {
      const draft: Draft = { name: 'SCIM', provider: 'okta', roles: [{ roleId: SCIM_ROLE.id, divisionIds }] };
      const [create] = plan('scim', draft, aContext()) ?? [];
      assert.ok(create?.kind === 'create-client');
      assert.deepEqual(
        create.body.roleDivisions,
        divisionIds.map((divisionId) => ({ roleId: SCIM_ROLE.id, divisionId })),
      );
    });
  }
});
