import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import sdk from 'purecloud-platform-client-v2';
import { authorize, type OrgUnderTest, startOrg, valueAt } from './client.ts';
import { policies } from './samples.ts';

/** The official client, which nobody here wrote, against the practice org through its gateway setting. */
describe('practice org with the official JavaScript SDK', () => {
  let org: OrgUnderTest;
  let client: sdk.ApiClientClass;

  before(async () => {
    org = await startOrg();
    client = sdk.ApiClient.instance;
    const { hostname, port } = new URL(org.baseUrl);
    client.setEnvironment('mypurecloud.com');
    client.setGateway({
      host: hostname,
      protocol: 'http',
      port: Number(port),
      path_params_login: 'login',
      path_params_api: 'api',
    });
    await client.loginClientCredentialsGrant(org.automationClient.id, org.automationClient.secret);
  });
  after(() => org.close());

  /** What the SDK rejects with: the answer's body. */
  async function refusal(promise: Promise<unknown>): Promise<unknown> {
    try {
      await promise;
    } catch (error) {
      return valueAt(error, 'code') ?? valueAt(error, 'body.code') ?? error;
    }
    return assert.fail('the SDK did not reject');
  }

  it('logs in with client credentials, and is refused with a wrong secret', async () => {
    await assert.rejects(client.loginClientCredentialsGrant(org.automationClient.id, 'wrong'));
    const auth = await client.loginClientCredentialsGrant(
      org.automationClient.id,
      org.automationClient.secret,
    );
    assert.ok(auth.accessToken);
  });

  it('creates, lists, reads, changes, resets and deletes an OAuth client', async () => {
    const api = new sdk.OAuthApi();
    const draft = { name: 'SDK', authorizedGrantType: 'CODE', scope: ['users'] };
    const created = await api.postOauthClients(draft);
    const id = created.id ?? '';
    assert.ok(created.secret);
    const list = await api.getOauthClients();
    assert.ok(list.entities?.some((each) => each.id === id));
    assert.equal((await api.getOauthClient(id)).name, 'SDK');
    assert.equal((await api.putOauthClient(id, { ...draft, name: 'SDK 2' })).name, 'SDK 2');
    const reset = await api.postOauthClientSecret(id);
    assert.ok(reset.secret);
    assert.notEqual(reset.secret, created.secret);
    assert.equal(await refusal(api.deleteOauthClient(id)), 'cannot.delete.client');
    await api.putOauthClient(id, { ...draft, state: 'inactive' });
    await api.deleteOauthClient(id);
    assert.equal(await refusal(api.getOauthClient(id)), 'client.not.found');
  });

  it('finds scopes, roles and divisions', async () => {
    const scopes = await new sdk.OAuthApi().getOauthScopes({ acceptLanguage: 'ja' });
    assert.equal(scopes.entities?.length, 134);
    const api = new sdk.AuthorizationApi();
    const roles = await api.getAuthorizationRoles({ name: 'SCIM Integration', pageSize: 25 });
    assert.equal(roles.entities?.[0]?.default, true);
    const divisions = await api.getAuthorizationDivisions();
    assert.equal(divisions.entities?.[0]?.homeDivision, true);
    const subject = await api.getAuthorizationSubjectsMe();
    assert.ok(subject.grants?.length);
  });

  it('finds out that a default role was altered, and restores that role alone', async () => {
    const api = new sdk.AuthorizationApi();
    const roles = await api.getAuthorizationRoles({ name: 'SCIM Integration' });
    const id = roles.entities?.[0]?.id ?? '';
    const defaultRoleId = roles.entities?.[0]?.defaultRoleId ?? '';
    const permissionPolicies = policies('routing:queue:view');
    await api.putAuthorizationRole(id, { name: 'SCIM Integration', permissionPolicies });
    assert.equal((await api.getAuthorizationRole(id)).roleNeedsUpdate, true);
    const compared = await api.getAuthorizationRoleComparedefaultRightRoleId(id, defaultRoleId);
    assert.deepEqual(
      compared.addedPermissionPolicies?.map(({ domain }) => domain),
      ['routing'],
    );
    const unsaved = {
      name: 'SCIM Integration',
      permissionPolicies: compared.roleFromDefault?.permissionPolicies ?? [],
    };
    const asShipped = await api.postAuthorizationRoleComparedefaultRightRoleId(id, defaultRoleId, unsaved);
    assert.deepEqual(asShipped.addedPermissionPolicies, []);
    const restored = await api.putAuthorizationRolesDefault([{ id, defaultRoleId }]);
    assert.deepEqual(
      restored.entities?.map((role) => role.id),
      [id],
    );
    assert.equal((await api.getAuthorizationRole(id)).roleNeedsUpdate, false);
  });

  it('renames a division, gives and takes roles in it, and deletes it', async () => {
    const api = new sdk.AuthorizationApi();
    const division = await api.postAuthorizationDivisions({ name: 'Branch', description: '' });
    const divisionId = division.id ?? '';
    const renamed = await api.putAuthorizationDivision(divisionId, { name: 'Branch 2', description: 'New' });
    assert.equal(renamed.name, 'Branch 2');
    const roles = await api.getAuthorizationRoles({ name: 'Employee' });
    const roleId = roles.entities?.[0]?.id ?? '';
    const { id = '' } = await new sdk.SCIMApi().postScimV2Users({
      userName: 'branch@practice.example',
      displayName: 'Branch',
    });
    const divisions = async () =>
      (await api.getAuthorizationSubject(id)).grants?.map((grant) => grant.division?.id);
    await api.postAuthorizationSubjectBulkreplace(id, { grants: [{ roleId, divisionId }] });
    assert.deepEqual(await divisions(), [divisionId]);
    await api.postAuthorizationSubjectBulkremove(id, { grants: [{ roleId, divisionId }] });
    assert.deepEqual(await divisions(), []);
    await api.postAuthorizationSubjectBulkadd(id, { grants: [{ roleId, divisionId }] });
    await api.deleteAuthorizationDivision(divisionId);
    assert.equal(await refusal(api.getAuthorizationDivision(divisionId)), 'not.found');
    assert.deepEqual(await divisions(), []);
  });

  it('reads how many divisions there may be, and those that there are by a cursor', async () => {
    const api = new sdk.AuthorizationApi();
    const { entities = [] } = await api.getAuthorizationDivisionsQuery({ pageSize: '2' });
    assert.equal(entities.length, 2);
    assert.ok((await api.getAuthorizationDivisionsLimit()) >= entities.length);
  });

  it('is told what is not simulated', async () => {
    const api = new sdk.AuthorizationApi();
    assert.equal(await refusal(api.getAuthorizationDivisionsDeleted()), 'not.simulated');
    assert.ok((await api.getAuthorizationProducts()).entities?.length);
  });

  it('cannot ask who it is with client credentials', async () => {
    assert.equal(await refusal(new sdk.UsersApi().getUsersMe({})), 'not.a.user');
  });

  it('creates, lists, patches and deletes a person through SCIM', async () => {
    const api = new sdk.SCIMApi();
    const person = await api.postScimV2Users({ userName: 'sdk@practice.example', displayName: 'SDK' });
    const id = person.id ?? '';
    const found = await api.getScimV2Users({ filter: 'userName eq "sdk@practice.example"' });
    assert.equal(found.Resources?.[0]?.id, id);
    const patched = await api.patchScimV2User(id, {
      schemas: ['urn:ietf:params:scim:api:messages:2.0:PatchOp'],
      Operations: [{ op: 'replace', value: { title: 'Lead' } }],
    });
    assert.equal(patched.title, 'Lead');
    await api.deleteScimV2User(id);
    await assert.rejects(api.getScimV2User(id));
  });

  it('signs a person in with PKCE', async () => {
    const verifier = client.generatePKCECodeVerifier(128);
    const challenge = await client.computePKCECodeChallenge(verifier);
    assert.equal(challenge, createHash('sha256').update(verifier).digest('base64url'));
    const redirectUri = 'http://localhost:8085';
    const code = await authorize(org.baseUrl, {
      client_id: org.signInClient.id,
      redirect_uri: redirectUri,
      response_type: 'code',
      code_challenge: challenge,
      code_challenge_method: 'S256',
      person: 'administrator',
    });
    await client.authorizePKCEGrant(org.signInClient.id, verifier, code, redirectUri);
    const me = await new sdk.UsersApi().getUsersMe({ expand: ['authorization'] });
    assert.equal(me.name, 'Practice Administrator');
    assert.ok(me.authorization?.permissions?.includes('oauth:client:add'));
  });
});
