import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Context } from '../../../src/core/procedures/context.ts';
import type { Draft } from '../../../src/core/procedures/draft.ts';
import { check, plan } from '../../../src/core/procedures/index.ts';
import { Plan, type PlanStep } from '../../../src/core/procedures/plan.ts';
import { ScimConnection } from '../../../src/core/scim/configFile.ts';
import { type ProviderId, providerIds, providers, providerUrls } from '../../../src/core/scim/providers.ts';
import {
  aContext,
  anOrg,
  aWorkspace,
  findingsOf,
  HOME,
  inOrg,
  onAdminPage,
  SALES,
  SCIM_FILE,
  SCIM_ROLE,
  UNTOLD,
  withAccess,
} from './situations.ts';

const CLIENT_ID = '0b1f0c5e-0000-4000-8000-00000000000a';

function steps(draft: Draft, context: Context = aContext()): Plan {
  const planned = plan('scim', { name: 'SCIM', ...draft }, context);
  assert.ok(planned, JSON.stringify(check('scim', { name: 'SCIM', ...draft }, context)));
  return planned;
}

function stepOf<K extends PlanStep['kind']>(kind: K, planned: Plan): Extract<PlanStep, { kind: K }> {
  const found = planned.find((step): step is Extract<PlanStep, { kind: K }> => step.kind === kind);
  assert.ok(found, `${kind} is planned`);
  return found;
}

function connectionOf(draft: Draft, context?: Context) {
  return stepOf('write-scim-file', steps(draft, context)).connection;
}

describe('The plan of a SCIM client', () => {
  it('S6: asks for the provider first', () => {
    assert.deepEqual(findingsOf('scim', {}), ['error provider-missing']);
    assert.equal(plan('scim', { name: 'SCIM' }, aContext()), undefined);
  });

  it('S3 and S4: creates a client of Client Credentials with the one role, and reads back the very same', () => {
    const planned = steps({ provider: 'entra', name: ' SCIM ' });
    const { body, url } = stepOf('create-client', planned);
    assert.equal(url, 'https://api.mypurecloud.jp/api/v2/oauth/clients');
    assert.deepEqual(body, {
      name: 'SCIM',
      authorizedGrantType: 'CLIENT-CREDENTIALS',
      accessTokenValiditySeconds: 38_880_000,
      roleDivisions: [{ roleId: SCIM_ROLE.id, divisionId: HOME.id }],
    });
    assert.deepEqual(stepOf('read-back', planned).body, body);
  });

  it('S5: asks for every division as one, and knows how many that are when it reads back', () => {
    const roles = [{ roleId: SCIM_ROLE.id, divisionIds: ['*'] }];
    const planned = steps({ provider: 'entra', roles });
    const { body } = stepOf('create-client', planned);
    assert.deepEqual(body.roleDivisions, [{ roleId: SCIM_ROLE.id, divisionId: '*' }]);
    assert.equal(stepOf('read-back', planned).divisionCount, 2);
    const untold = steps({ provider: 'entra', roles }, withAccess({ divisions: UNTOLD }));
    assert.equal(stepOf('read-back', untold).divisionCount, undefined);
    assert.equal(stepOf('read-back', steps({ provider: 'entra' })).divisionCount, undefined);
  });

  for (const provider of providerIds) {
    const makesToken = providers[provider].holds === 'bearer-token';
    const order = ['create-client', 'keep-secret', 'read-back', 'prove', 'make-token', 'write-scim-file'];
    it(`S6 and S7: for ${provider} proves the client${makesToken ? ', makes a token' : ''} and writes the file, in this order`, () => {
      const kinds = steps({ provider }).map(({ kind }) => kind);
      assert.deepEqual(
        kinds,
        order.filter((kind) => makesToken || kind !== 'make-token'),
      );
    });

    it(`S6: for ${provider} asks its own addresses`, () => {
      const { scimBaseUrl } = providerUrls(provider, anOrg());
      const planned = steps({ provider });
      const url = `${scimBaseUrl}/serviceproviderconfig`;
      assert.deepEqual(stepOf('prove', planned), { kind: 'prove', by: 'scim', url });
      if (makesToken) {
        const step = { kind: 'make-token', provider, url: 'https://login.mypurecloud.jp/oauth/token' };
        assert.deepEqual(stepOf('make-token', planned), step);
      }
    });
  }

  it('S6: makes a token for another provider exactly when the person says that it holds one', () => {
    const kinds = (holdsToken: boolean) => steps({ provider: 'other', holdsToken }).map(({ kind }) => kind);
    assert.equal(kinds(true).includes('make-token'), true);
    assert.equal(kinds(false).includes('make-token'), false);
  });

  it('S6: makes none for a provider that gets its own, whatever was said of another before', () => {
    const kinds = steps({ provider: 'pingone', holdsToken: true }).map(({ kind }) => kind);
    assert.equal(kinds.includes('make-token'), false);
  });

  it('S6: touches no file when none is wanted', () => {
    const kinds = steps({ provider: 'okta', scimTarget: { kind: 'none' } }).map(({ kind }) => kind);
    assert.equal(kinds.includes('write-scim-file'), false);
  });

  it('S6: says so when the place of the file has gone, and offers to write none', () => {
    const draft = {
      provider: 'okta',
      scimTarget: { kind: 'file', uri: 'file:///gone/genesys-scim.json' },
    } as const;
    const [finding] = check('scim', { name: 'SCIM', ...draft }, aContext());
    assert.equal(finding?.code, 'scim-target-gone');
    assert.equal(finding.severity, 'error');
    assert.deepEqual(finding.fixes[0]?.change, { scimTarget: { kind: 'none' } });
  });

  describe('S6: where the file has connections already', () => {
    const client = {
      id: CLIENT_ID,
      name: 'Identity',
      authorizedGrantType: 'CLIENT-CREDENTIALS',
      accessTokenValiditySeconds: 86_400,
      roleDivisions: [{ roleId: SCIM_ROLE.id, divisionId: HOME.id }],
    };
    const older = { ...connectionOf({ provider: 'okta' }), createdAt: '2026-01-02T03:04:05Z' };
    const inFile = (clientId: string) =>
      aContext({
        destination: inOrg(anOrg({ practice: false, clients: { kind: 'known', value: [client] } })),
        workspace: aWorkspace({ scimFiles: [{ ...SCIM_FILE, connections: [{ ...older, clientId }] }] }),
      });

    it('shows line by line what changes in the connection of an adopted client', () => {
      const draft = { provider: 'okta', adopts: CLIENT_ID } as const;
      const { diff = [] } = stepOf('write-scim-file', steps(draft, inFile(CLIENT_ID.toUpperCase())));
      const lines = (kind: string) =>
        diff.filter((line) => line.kind === kind).map(({ text }) => text.trim());
      assert.deepEqual(lines('removed'), [
        '"kept": "vscode-secret-storage"',
        '"tokenDurationSeconds": 38880000,',
      ]);
      assert.deepEqual(lines('added'), ['"kept": "elsewhere"', '"tokenDurationSeconds": 86400,']);
    });

    it('replaces none of another client, or by a new one', () => {
      const another = '0b1f0c5e-0000-4000-8000-00000000000b';
      const adopted = steps({ provider: 'okta', adopts: CLIENT_ID }, inFile(another));
      assert.equal(stepOf('write-scim-file', adopted).diff, undefined);
      const made = steps({ provider: 'okta' }, inFile(CLIENT_ID));
      assert.equal(stepOf('write-scim-file', made).diff, undefined);
    });
  });

  it('marks what is made in the practice org, and nothing else', () => {
    for (const practice of [true, false]) {
      const context = aContext({ destination: inOrg(anOrg({ practice })) });
      assert.equal(connectionOf({ provider: 'okta' }, context).practice, practice || undefined);
    }
  });

  it('S6: tells a file that is there from one that would be new', () => {
    for (const exists of [true, false]) {
      const workspace = aWorkspace({ scimFiles: [{ ...SCIM_FILE, exists }] });
      const step = stepOf('write-scim-file', steps({ provider: 'okta' }, aContext({ workspace })));
      assert.equal(step.exists, exists);
      assert.equal(step.path, 'genesys-scim.json');
    }
  });

  it('G1 without an API call: uses the client that the person made, and asks nothing of an org', () => {
    const context = aContext({ destination: onAdminPage() });
    const planned = steps({ provider: 'entra', clientId: CLIENT_ID }, context);
    assert.deepEqual(planned, [{ kind: 'use-client', id: CLIENT_ID, name: 'SCIM' }]);
  });

  it('survives the way through a message unchanged, so that what was shown can be compared', () => {
    for (const provider of providerIds) {
      const planned = steps({ provider });
      assert.deepEqual(Plan.parse(JSON.parse(JSON.stringify(planned))), planned);
    }
  });
});

describe('The connection planned for the SCIM config file', () => {
  for (const provider of providerIds) {
    it(`S6: is one that the file may hold once the client of ${provider} exists, without a secret`, () => {
      const connection = connectionOf({ provider });
      const whole = { ...connection, clientId: CLIENT_ID, createdAt: '2026-11-22T09:00:00.000Z' };
      assert.deepEqual(ScimConnection.parse(whole), whole);
      assert.deepEqual(connection.secret, { kept: 'vscode-secret-storage' });
    });
  }

  it('S6: names provider, region, addresses, role and divisions', () => {
    const provider: ProviderId = 'onelogin';
    const divisionIds = [HOME.id, SALES.id];
    assert.deepEqual(connectionOf({ provider, roles: [{ roleId: SCIM_ROLE.id, divisionIds }] }), {
      provider,
      region: 'mypurecloud.jp',
      scimBaseUrl: 'https://api.mypurecloud.jp/api/v2/scim',
      tokenUrl: 'https://login.mypurecloud.jp/oauth/token',
      authorizationUrl: 'https://login.mypurecloud.jp',
      grantType: 'client_credentials',
      secret: { kept: 'vscode-secret-storage' },
      tokenDurationSeconds: 86_400,
      role: { id: SCIM_ROLE.id, name: 'SCIM Integration' },
      divisions: [
        { id: HOME.id, name: 'Home' },
        { id: SALES.id, name: 'Sales' },
      ],
    });
  });

  for (const duration of ['38,880,000', ' 38880000 ', '３８８８００００']) {
    it(`S2: holds the seconds that are sent, typed as ${JSON.stringify(duration)}`, () => {
      assert.equal(connectionOf({ provider: 'entra', duration }).tokenDurationSeconds, 38_880_000);
    });
  }

  it('S5: says that every division is meant, those to come included', () => {
    const roles = [{ roleId: SCIM_ROLE.id, divisionIds: ['*'] }];
    assert.equal(connectionOf({ provider: 'okta', roles }).divisions, 'all');
  });

  it('S5: names a division by its ID where the org does not tell more', () => {
    const roles = [{ roleId: SCIM_ROLE.id, divisionIds: [HOME.id] }];
    const context = withAccess({ divisions: UNTOLD, roles: UNTOLD });
    const { divisions, role } = connectionOf({ provider: 'okta', roles }, context);
    assert.deepEqual(divisions, [{ id: HOME.id, name: HOME.id }]);
    assert.deepEqual(role, { id: SCIM_ROLE.id, name: 'SCIM Integration' });
  });
});
