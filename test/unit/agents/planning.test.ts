import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { useAgentDesk } from './useAgentDesk.ts';

const CREATE = 'POST /api/v2/oauth/clients';

describe('plan_client, as an agent calls it', () => {
  const scene = useAgentDesk();

  it('returns the request and the steps, opens the wizard with the answers, and creates nothing', async () => {
    const { desk } = scene();
    const before = await desk.received(CREATE);
    const { isError, text } = await desk.ask('plan_client', {
      procedure: 'general',
      name: 'Night shift',
      grantType: 'CODE',
      redirectUris: ['https://app.example.com/callback'],
      scopes: ['users:readonly'],
    });
    assert.equal(isError, false, text);
    assert.match(text, /Nothing was created in Practice Org\. The wizard is open/);
    assert.match(text, /1\. Create the client in /);
    assert.match(text, /Request: \{.*"registeredRedirectUri":\["https:\/\/app\.example\.com\/callback"\]/);
    assert.equal(await desk.received(CREATE), before);
    assert.deepEqual(desk.opened, [
      {
        account: 'account-1',
        procedure: 'general',
        draft: {
          name: 'Night shift',
          grantType: 'CODE',
          redirectUris: 'https://app.example.com/callback',
          scopes: ['users:readonly'],
        },
      },
    ]);
  });

  it('plans each procedure', async () => {
    const { desk } = scene();
    const embeddable = await desk.ask('plan_client', {
      procedure: 'embeddable',
      name: 'CRM',
      deployment: 'public',
    });
    assert.equal(embeddable.isError, false, embeddable.text);
    const scim = await desk.ask('plan_client', { procedure: 'scim', name: 'Entra', provider: 'entra' });
    assert.equal(scim.isError, false, scim.text);
    assert.match(scim.text, /Make a token|get a token/);
  });

  it('finds roles and divisions by name, gives the Home division where none is named, and refuses what is not there', async () => {
    const { desk } = scene();
    const input = { procedure: 'general', name: 'Robot', grantType: 'CLIENT-CREDENTIALS' };
    const planned = await desk.ask('plan_client', {
      ...input,
      roles: [{ role: 'directory sync', divisions: ['Sales'] }],
    });
    assert.equal(planned.isError, false, planned.text);
    const preset = await desk.ask('plan_client', { ...input, roles: [{ role: 'Directory Sync' }] });
    assert.equal(preset.isError, false, preset.text);
    assert.equal(desk.opened.at(-1)?.draft.roles?.[0]?.divisionIds.length, 1);
    const refused = await desk.ask('plan_client', { ...input, roles: [{ role: 'Directory Syncs' }] });
    assert.equal(refused.isError, true);
    assert.match(refused.text, /no role "Directory Syncs"\. Real ones near it: "Directory Sync"/);
    assert.equal(desk.opened.length, 2);
  });

  it('opens nothing while a rule is broken, and says which by its code', async () => {
    const { desk } = scene();
    const { isError, text } = await desk.ask('plan_client', {
      procedure: 'general',
      name: 'X',
      grantType: 'CODE',
      redirectUris: ['http://app.example.com/'],
      scopes: ['oauth:client:write'],
      tokenSeconds: 5,
    });
    assert.equal(isError, true);
    assert.match(text, /"code":"duration-too-short","severity":"error","about":"duration"/);
    assert.match(text, /"code":"scope-unknown"/);
    assert.deepEqual(desk.opened, []);
  });

  it('plans without a wizard where there is none', async () => {
    const { desk } = scene();
    Object.assign(desk, { openWizard: undefined });
    const { text } = await desk.ask('plan_client', {
      procedure: 'embeddable',
      name: 'CRM',
      deployment: 'public',
    });
    assert.match(text, /This is what would be done:/);
  });

  it('does nothing with a secret in its input, and does not repeat it', async () => {
    const { desk } = scene();
    const { isError, text } = await desk.ask('plan_client', {
      procedure: 'embeddable',
      name: 'CRM',
      description: 'client_secret=hunter2hunter2',
    });
    assert.equal(isError, true);
    assert.match(text, /taken for a secret/);
    assert.doesNotMatch(text, /hunter2/);
    assert.deepEqual(desk.opened, []);
  });
});
