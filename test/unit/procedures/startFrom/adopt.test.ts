import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { FRAMEWORK_SCOPES } from '../../../../src/core/clients/frameworkNeeds.ts';
import type { OAuthClient } from '../../../../src/core/platform/oauthClients.ts';
import type { Context } from '../../../../src/core/procedures/context.ts';
import type { Draft, ProcedureId } from '../../../../src/core/procedures/draft.ts';
import { answersOf, check, plan, stepsOf } from '../../../../src/core/procedures/index.ts';
import type { PlanStep } from '../../../../src/core/procedures/plan.ts';
import { unfitFor } from '../../../../src/core/procedures/startFrom/adopt.ts';
import {
  aContext,
  anOrg,
  aRole,
  fewRoles,
  holding,
  inOrg,
  onAdminPage,
  SCIM_PERMISSIONS,
  SCIM_ROLE,
  UNTOLD,
} from '../situations.ts';

const ID = '5f0c3c1e-8a44-4d5c-9b0e-2f6f0a7d9e31';
const CREATED = '2025-04-01T08:00:00.000Z';

const desktop: OAuthClient = {
  id: ID,
  name: 'Agent desktop',
  authorizedGrantType: 'CODE',
  accessTokenValiditySeconds: 64_800,
  registeredRedirectUri: ['https://apps.mypurecloud.jp/crm/index.html'],
  scope: [...FRAMEWORK_SCOPES],
  dateCreated: CREATED,
  state: 'active',
};
const directory: OAuthClient = {
  id: ID,
  name: 'Identity',
  authorizedGrantType: 'CLIENT-CREDENTIALS',
  accessTokenValiditySeconds: 38_880_000,
  roleDivisions: [{ roleId: SCIM_ROLE.id, divisionId: '*' }],
  dateCreated: CREATED,
};
const EMBEDDED: Draft = { adopts: ID };
const ENTRA: Draft = { adopts: ID, provider: 'entra' };

/** An org that has this client, and others. */
function having(client: OAuthClient, differences: Parameters<typeof anOrg>[0] = {}): Context {
  const clients = { kind: 'known' as const, value: [{ id: 'client-1', name: 'Other' }, client] };
  return aContext({ destination: inOrg(anOrg({ clients, ...differences })) });
}

function findings(procedure: ProcedureId, draft: Draft, context: Context): string[] {
  return check(procedure, draft, context).map(({ severity, code }) => `${severity} ${code}`);
}

function kinds(steps: readonly PlanStep[] | undefined): string[] | undefined {
  return steps?.map(({ kind }) => kind);
}

describe('Adopting a client that cannot work', () => {
  const unfit: [ProcedureId, OAuthClient, string][] = [
    ['embeddable', directory, 'grant-type'],
    ['embeddable', { ...desktop, authorizedGrantType: 'SAML2-BEARER' }, 'grant-type'],
    ['embeddable', { ...desktop, authorizedGrantType: 'PASSWORD' }, 'grant-type'],
    ['embeddable', { ...desktop, state: 'inactive' }, 'not-active'],
    ['scim', desktop, 'grant-type'],
    ['scim', { ...directory, state: 'disabled' }, 'not-active'],
  ];
  for (const [procedure, client, why] of unfit) {
    it(`${procedure}: ${client.name}, ${client.authorizedGrantType}, ${client.state} is refused: ${why}`, () => {
      assert.equal(unfitFor(procedure, client), why);
      const draft = { ...ENTRA, ...EMBEDDED };
      assert.ok(findings(procedure, draft, having(client)).includes('error adopted-unfit'));
      assert.equal(plan(procedure, draft, having(client)), undefined);
    });
  }

  it('that is gone, or that the org does not show, is an error', () => {
    const unknown = {
      kind: 'unknown' as const,
      error: { kind: 'forbidden', answer: { status: 403 } } as const,
    };
    for (const clients of [{ kind: 'known' as const, value: [] }, unknown]) {
      const context = aContext({ destination: inOrg(anOrg({ clients })) });
      const [finding] = check('embeddable', EMBEDDED, context);
      assert.equal(finding?.code, 'adopted-gone');
      assert.equal(plan('embeddable', EMBEDDED, context), undefined);
    }
  });
});

describe('Adopting a client for the Embeddable Framework', () => {
  it('sends nothing: it uses the client and writes its ID into framework.js', () => {
    const [use, ...others] = plan('embeddable', EMBEDDED, having(desktop)) ?? [];
    assert.deepEqual(use, {
      kind: 'use-client',
      id: ID,
      name: 'Agent desktop',
      adopted: { hasSecret: false, dateCreated: CREATED },
    });
    assert.deepEqual(kinds(others), ['edit-framework-file']);
    assert.deepEqual(findings('embeddable', EMBEDDED, having(desktop)), []);
  });

  it('leaves out the pages that the client has answered', () => {
    assert.deepEqual(
      stepsOf('embeddable', EMBEDDED, having(desktop)).map(({ id }) => id),
      ['connect', 'details', 'framework-file', 'review'],
    );
  });

  it('keeps what was typed for a new client, should one go back to that', () => {
    const draft: Draft = { ...EMBEDDED, name: 'Typed', scopes: ['users'] };
    assert.equal(answersOf('embeddable', draft, having(desktop)).name, 'Agent desktop');
    const back = answersOf('embeddable', { ...draft, adopts: null }, having(desktop));
    assert.equal(back.name, 'Typed');
    assert.deepEqual(back.scopes, ['users']);
  });

  it('needs no permission to add clients, because none is added', () => {
    const caller = { kind: 'user', id: 'p', name: 'P', permissions: [], roles: [] } as const;
    const context = having(desktop, { caller: { ...caller, permissions: [], roles: [] } });
    assert.deepEqual(findings('embeddable', EMBEDDED, context), []);
    assert.ok(plan('embeddable', EMBEDDED, context));
  });

  const unusual: [what: string, client: OAuthClient, warnings: string[]][] = [
    [
      'E2: ends within a working day',
      { ...desktop, accessTokenValiditySeconds: 3600 },
      ['adopted-duration-short'],
    ],
    ['E3: is implicit', { ...desktop, authorizedGrantType: 'TOKEN' }, ['implicit-grant-ending']],
    [
      'E4: does not lead to the region',
      { ...desktop, registeredRedirectUri: ['https://apps.mypurecloud.com/crm/index.html'] },
      ['missing-redirect-uri'],
    ],
    [
      'has no redirect URI at all',
      { ...desktop, registeredRedirectUri: [] },
      ['redirect-uris-missing', 'missing-redirect-uri'],
    ],
    ['does not tell its redirect URIs', { ...desktop, registeredRedirectUri: null }, []],
    ['E5: lacks scopes', { ...desktop, scope: ['users'] }, ['missing-scope']],
    ['has a state that nobody knows', { ...desktop, state: 'state-of-tomorrow' }, ['adopted-state-unknown']],
    [
      'has a grant type that nobody knows',
      { ...desktop, authorizedGrantType: 'GRANT-OF-TOMORROW' },
      ['adopted-grant-type-unknown'],
    ],
    ['has no scope at all', { ...desktop, scope: [] }, ['scopes-missing']],
  ];
  for (const [what, client, warnings] of unusual) {
    it(`warns, and goes on, when it ${what}`, () => {
      const findings = check('embeddable', EMBEDDED, having(client));
      assert.deepEqual(
        findings.map(({ code }) => code),
        warnings,
      );
      assert.ok(findings.every(({ severity, fixes }) => severity !== 'error' && fixes.length === 0));
      assert.ok(plan('embeddable', EMBEDDED, having(client)));
    });
  }

  it('asks for a new client on the admin page, where nobody knows which clients there are', () => {
    const context = aContext({ destination: onAdminPage() });
    assert.equal(answersOf('embeddable', EMBEDDED, context).adopts, null);
    assert.ok(stepsOf('embeddable', EMBEDDED, context).some(({ id }) => id === 'scopes'));
  });
});

describe('Adopting a client for SCIM', () => {
  it('S6, S7: without its secret makes no token and proves nothing, and says so', () => {
    assert.deepEqual(findings('scim', ENTRA, having(directory)), ['warning adopted-secret-for-token']);
    const steps = plan('scim', ENTRA, having(directory));
    assert.deepEqual(kinds(steps), ['use-client', 'write-scim-file']);
    const file = steps?.find((step) => step.kind === 'write-scim-file');
    assert.deepEqual(file?.connection.secret, { kept: 'elsewhere' });
    assert.equal(file?.connection.tokenDurationSeconds, 38_880_000);
    assert.equal(file?.connection.divisions, 'all');
    const pingone: Draft = { ...ENTRA, provider: 'pingone' };
    assert.deepEqual(findings('scim', pingone, having(directory)), ['warning adopted-secret-for-proof']);
  });

  it('S6, S7: with its secret, which VS Code keeps, does all but creating it', () => {
    const context = { ...having(directory), keptSecretOf: ID };
    const steps = plan('scim', ENTRA, context);
    assert.deepEqual(kinds(steps), ['use-client', 'prove', 'make-token', 'write-scim-file']);
    assert.deepEqual(findings('scim', ENTRA, context), []);
    const other = { ...having(directory), keptSecretOf: 'another client' };
    assert.deepEqual(kinds(plan('scim', ENTRA, other)), ['use-client', 'write-scim-file']);
  });

  it('S4: warns about any other role, and does not mind that the person holds none of them', () => {
    const extra = aRole('role-extra', { name: 'Extra', permissions: ['routing:queue:view'] });
    const roleDivisions = [...(directory.roleDivisions ?? []), { roleId: 'role-extra', divisionId: '*' }];
    const access = fewRoles({ roles: { kind: 'known', value: [SCIM_ROLE, extra] }, held: holding() });
    const context = having({ ...directory, roleDivisions }, { access });
    const found = check('scim', ENTRA, context).filter(({ place }) => place === 'roles');
    assert.deepEqual(
      found.map(({ code, severity, args }) => [code, severity, args]),
      [['adopted-role-extra', 'warning', { roles: ['Extra'] }]],
    );
    assert.deepEqual(findings('scim', ENTRA, having(directory, { access })), [
      'warning adopted-secret-for-token',
    ]);
  });

  it('S4: says what is different about the role that somebody altered', () => {
    const altered = { ...SCIM_ROLE, permissions: [...SCIM_PERMISSIONS.slice(1), 'routing:queue:view'] };
    const access = fewRoles({ roles: { kind: 'known', value: [altered] }, held: holding() });
    const findings = check('scim', ENTRA, having(directory, { access })).filter(
      ({ place }) => place === 'roles',
    );
    const args = {
      role: 'SCIM Integration',
      added: ['routing:queue:view'],
      taken: ['authorization:grant:add'],
    };
    assert.deepEqual(
      findings.map((finding) => [finding.code, finding.severity, finding.args]),
      [['altered-role', 'warning', args]],
    );
  });

  it('S4: claims nothing of a role while the org does not tell how it is shipped', () => {
    const untold = { ...SCIM_ROLE, shipped: UNTOLD };
    const access = fewRoles({ roles: { kind: 'known', value: [untold] }, held: holding(untold) });
    assert.deepEqual(findings('scim', ENTRA, having(directory, { access })), [
      'warning adopted-secret-for-token',
    ]);
  });

  it('warns when its tokens are short for a provider that holds one', () => {
    const found = findings('scim', ENTRA, having({ ...directory, accessTokenValiditySeconds: 86_400 }));
    assert.ok(found.includes('warning scim-token-short'));
  });

  it('leaves out the divisions, which the client has', () => {
    const steps = stepsOf('scim', ENTRA, having(directory)).map(({ id }) => id);
    assert.deepEqual(steps, ['connect', 'identity-provider', 'details', 'review']);
  });
});
