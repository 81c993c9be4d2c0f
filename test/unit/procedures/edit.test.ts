import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { FRAMEWORK_SCOPES } from '../../../src/core/clients/frameworkNeeds.ts';
import type { OAuthClient } from '../../../src/core/platform/oauthClients.ts';
import type { Draft, EditedClient } from '../../../src/core/procedures/draft.ts';
import { check, plan, stepsOf } from '../../../src/core/procedures/index.ts';
import { contextOf } from '../../wizard/context.ts';
import { anOrg, clients, toEdit } from '../../wizard/samples.ts';
import { SCIM_FILE } from './situations.ts';

const [desktop, oldDesktop, directory, nightly] = clients;
assert.ok(desktop && oldDesktop && directory && nightly);

const org = anOrg();
const context = contextOf({ files: [], org });

function edited(client: OAuthClient, more: Readonly<Record<string, unknown>> = {}): EditedClient {
  const { record, ...place } = toEdit(client);
  return { ...place, record: { ...record, ...more } };
}

/** Code and severity of what is found where these answers change a client. */
function found(edits: EditedClient, draft: Draft): string[] {
  return check('edit', { ...draft, edits }, context).map(({ code, severity }) => `${code} ${severity}`);
}

function sent(edits: EditedClient, draft: Draft): Record<string, unknown> {
  const [step] = plan('edit', { ...draft, edits }, context) ?? [];
  assert.ok(step?.kind === 'change-client', JSON.stringify(check('edit', { ...draft, edits }, context)));
  return step.body;
}

describe('What is found where a client is changed', () => {
  const faulty = edited({
    ...desktop,
    registeredRedirectUri: ['http://crm.example.com/', 'https://crm.example.com/a#top'],
  });

  it('warns of a fault that the client had before, and refuses a new one', () => {
    assert.deepEqual(found(faulty, {}), ['redirect-uri-not-https warning', 'redirect-uri-fragment warning']);
    const redirectUris = 'http://other.example.com/\nhttp://crm.example.com/\nhttps://crm.example.com/a#top';
    assert.deepEqual(found(faulty, { redirectUris }), [
      'redirect-uri-not-https error',
      'redirect-uri-not-https warning',
      'redirect-uri-fragment warning',
    ]);
  });

  it('saves another change of a client that has such faults', () => {
    assert.deepEqual(sent(faulty, { name: 'CRM' })['registeredRedirectUri'], [
      'http://crm.example.com/',
      'https://crm.example.com/a#top',
    ]);
  });

  it('G2: its own name is not in use by another client, and that of another one is', () => {
    assert.deepEqual(found(edited(desktop), { name: desktop.name }), []);
    assert.deepEqual(found(edited(desktop), { name: directory.name }), ['name-in-use warning']);
  });

  it('G4, S2: tokens that last longer than two days may still, and others may not', () => {
    assert.deepEqual(found(edited(directory), { duration: '15552000' }), []);
    assert.deepEqual(found(edited(nightly), { duration: '15552000' }), ['duration-too-long error']);
  });

  it('G12: warns of a role of the client that one does not hold, and refuses to give another one', () => {
    const foreign = { roleId: 'role-quality', divisionIds: ['*'] };
    const own = { roleId: 'role-export', divisionIds: ['*'] };
    const edits = edited({ ...nightly, roleDivisions: [{ roleId: 'role-quality', divisionId: '*' }] });
    assert.deepEqual(found(edits, {}), ['edit-role-not-held warning']);
    assert.deepEqual(found(edits, { roles: [own] }), ['edit-role-not-held warning']);
    assert.deepEqual(found(edited(nightly), { roles: [own, foreign] }), ['role-not-held error']);
  });

  it('G12: the last role cannot be taken away', () => {
    assert.deepEqual(found(edited(nightly), { roles: [] }), ['roles-missing error']);
  });

  it('G9: tells of the end of the implicit grant, and leads to the other one', () => {
    assert.ok(found(edited(oldDesktop), {}).includes('implicit-grant-ending warning'));
    assert.deepEqual(sent(edited(oldDesktop), { grantType: 'CODE' })['authorizedGrantType'], 'CODE');
  });
});

describe('What is found where a client is changed that files of the workspace use', () => {
  const REGION = 'mypurecloud.jp';
  const PAGE = `https://apps.${REGION}/crm/index.html`;
  const used = edited({ ...desktop, registeredRedirectUri: [PAGE], scope: [...FRAMEWORK_SCOPES] });
  const framework = (clientId: string, path = 'src/framework.js') => ({
    uri: `file:///${path}`,
    path,
    text: `x = {\nclientIds: { '${REGION}': '${clientId}' } };`,
  });
  const foundIn = (draft: Draft, files = [framework(used.record.id.toUpperCase())], edits = used) =>
    check('edit', { ...draft, edits }, contextOf({ files, org })).map(
      ({ code, severity, place, args }) => [code, severity, place, args] as const,
    );
  const IN_USE = ['edit-in-use', 'hint', 'edits', { places: ['src/framework.js:2'] }];

  it('names the file and the line, whatever is changed', () => {
    assert.deepEqual(foundIn({ description: 'x' }), [IN_USE]);
    assert.deepEqual(foundIn({}, [framework('5f0c3c1e-8a44-4d5c-9b0e-2f6f0a7d9e31')]), [], 'another client');
    assert.deepEqual(foundIn({}, [framework(used.record.id, 'dist/framework.js')]), [], 'a built copy');
  });

  it('E4: says which page of the framework goes, and stops nobody', () => {
    const redirectUris = 'https://crm.example.com/';
    assert.deepEqual(foundIn({ redirectUris }), [
      IN_USE,
      ['missing-redirect-uri', 'warning', 'redirectUris', { uris: PAGE }],
    ]);
    assert.ok(
      plan('edit', { redirectUris, edits: used }, contextOf({ files: [framework(used.record.id)], org })),
    );
    assert.deepEqual(
      foundIn({ redirectUris: `${PAGE}/` }).map(([code, severity]) => `${code} ${severity}`),
      ['edit-in-use hint', 'inexact-redirect-uri warning'],
    );
  });

  it('E5: says which scopes go', () => {
    const [gone, ...scopes] = FRAMEWORK_SCOPES;
    assert.deepEqual(foundIn({ scopes })[1], ['missing-scope', 'information', 'scopes', { scopes: [gone] }]);
  });

  it('says nothing of what the client lacked before', () => {
    const bare = edited({
      ...desktop,
      registeredRedirectUri: ['https://crm.example.com/'],
      scope: ['users'],
    });
    assert.deepEqual(foundIn({ description: 'x' }, [framework(bare.record.id)], bare), [IN_USE]);
  });

  it('names a SCIM config file that has it', () => {
    const scim = edited(nightly);
    const scimFiles = [{ ...SCIM_FILE, exists: true, connections: [{ clientId: scim.record.id }] }];
    const { workspace, ...rest } = contextOf({ files: [], org });
    const codes = check('edit', { edits: scim }, { ...rest, workspace: { ...workspace, scimFiles } });
    assert.deepEqual(
      codes.map(({ code, args }) => [code, args]),
      [['edit-in-use', { places: ['genesys-scim.json'] }]],
    );
  });
});

describe('What is sent where a client is changed', () => {
  it('is the whole client, with what nobody here knows, and only what was answered is other', () => {
    const edits = edited(desktop, { somethingNew: { deep: [1, 2] }, state: 'inactive', dateToDelete: 'x' });
    const { id: _, ...others } = edits.record;
    assert.deepEqual(sent(edits, { description: '  ' }), { ...others, description: '' });
  });

  it('leaves a text as it is that was written in an unusual way, unless it is answered', () => {
    const edits = edited(desktop, { name: ' Agent desktop ', accessTokenValiditySeconds: undefined });
    const body = sent(edits, { description: 'New' });
    assert.equal(body['name'], ' Agent desktop ');
    assert.equal(body['accessTokenValiditySeconds'], undefined);
  });

  it('is nothing where the answers say the same in another order', () => {
    const redirectUris = ['https://b.example.com/', 'https://a.example.com/'];
    const edits = edited({ ...desktop, registeredRedirectUri: redirectUris });
    const draft = { redirectUris: redirectUris.toReversed().join('\n'), scopes: desktop.scope?.toReversed() };
    assert.deepEqual(plan('edit', { ...draft, edits }, context), []);
  });

  it('keeps the deprecated list of roles in step with the roles', () => {
    const edits = edited(nightly, { roleIds: ['role-export'] });
    const roles = [{ roleId: 'role-scim', divisionIds: ['*'] }];
    const body = sent(edits, { roles });
    assert.deepEqual(body['roleDivisions'], [{ roleId: 'role-scim', divisionId: '*' }]);
    assert.deepEqual(body['roleIds'], ['role-scim']);
    assert.deepEqual(sent(edits, { name: 'Export' })['roleIds'], ['role-export']);
  });

  it('takes away what another grant type has no use for', () => {
    const roles = [{ roleId: 'role-export', divisionIds: ['division-home'] }];
    const body = sent(edited(desktop), { grantType: 'CLIENT-CREDENTIALS', roles });
    assert.deepEqual([body['scope'], body['registeredRedirectUri']], [[], []]);
  });

  it('never has a secret, even where an answer held one', () => {
    const body = sent(edited(desktop, { secret: 'S3CRET' }), { name: 'CRM' });
    assert.ok(!JSON.stringify(body).includes('S3CRET'));
  });
});

it('asks about a client what its grant type has, and never leads to the admin page', () => {
  const steps = (client: OAuthClient) =>
    stepsOf('edit', { edits: edited(client) }, context).map(({ id }) => id);
  assert.deepEqual(steps(nightly), ['connect', 'details', 'grant-type', 'roles', 'review']);
  assert.deepEqual(steps(desktop), ['connect', 'details', 'grant-type', 'redirect-uris', 'scopes', 'review']);
});
