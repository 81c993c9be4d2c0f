import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { useAgentDesk } from './useAgentDesk.ts';

const URI = 'https://app.example.com/callback';

describe('change_client, as an agent calls it', () => {
  const scene = useAgentDesk();

  const change = async (changes: unknown, signal?: AbortSignal) => {
    const { desk, clientId } = scene();
    return await desk.ask('change_client', { client: clientId, changes }, signal);
  };
  const puts = async () => await scene().desk.received(`PUT /api/v2/oauth/clients/${scene().clientId}`);

  it('shows a person what would change, changes it when they agree, and says what was changed', async () => {
    const { desk, clientId } = scene();
    const { isError, text } = await change([
      { kind: 'add-redirect-uris', uris: [URI] },
      { kind: 'set', name: 'Day shift' },
    ]);
    assert.equal(isError, false, text);
    assert.match(text, /The person agreed/);
    assert.match(text, new RegExp(`Authorized Redirect URIs: \\+ ${URI}`));
    assert.equal(desk.asked.length, 1);
    // What was read before the change counts no more.
    assert.match((await desk.ask('show_client', { client: clientId })).text, /"name": "Day shift"/);
  });

  it('takes away scopes and redirect URIs, and keeps the rest', async () => {
    await change([{ kind: 'add-scopes', scopes: ['users:readonly', 'presence'] }]);
    const { text } = await change([{ kind: 'remove-scopes', scopes: ['presence', 'users'] }]);
    assert.match(text, /Scopes: − users\n|Scopes: − presence/);
    const shown = await scene().desk.ask('show_client', { client: scene().clientId });
    assert.match(shown.text, /"scopes": \[\s*"users:readonly"\s*\]/);
  });

  it('asks nobody in an org that is read-only, and says how a person allows it', async () => {
    const { desk } = scene();
    desk.readOnly = 'A person allows it in the settings.';
    const { isError, text } = await change([{ kind: 'deactivate' }]);
    assert.equal(isError, true);
    assert.match(text, /read-only for agents\. A person allows it in the settings\./);
    assert.deepEqual(desk.asked, []);
    assert.equal(await puts(), 0);
  });

  it('changes nothing when the person declines, and says so', async () => {
    scene().desk.agrees = false;
    const { isError, text } = await change([{ kind: 'deactivate' }]);
    assert.equal(isError, true);
    assert.match(text, /Nothing was changed: the person declined, or closed the question/);
    assert.equal(await puts(), 0);
  });

  it('changes nothing when the agent gives up before the person answers', async () => {
    const { desk } = scene();
    let agree: (answer: boolean) => void = () => {};
    desk.agrees = new Promise((resolve) => {
      agree = resolve;
    });
    const giving = new AbortController();
    const asked = change([{ kind: 'deactivate' }], giving.signal);
    while (desk.asked.length === 0) await new Promise((resolve) => setImmediate(resolve));
    giving.abort();
    agree(true);
    assert.match((await asked).text, /Nothing was changed: nobody answered/);
    assert.equal(await puts(), 0);
  });

  it('asks nobody about what breaks a rule, what is nothing, or what is done already', async () => {
    const { desk } = scene();
    const refused = [
      await change([{ kind: 'add-scopes', scopes: ['oauth:client:write'] }]),
      await change([{ kind: 'add-redirect-uris', uris: ['http://app.example.com/#x'] }]),
      await change([{ kind: 'set', tokenSeconds: 5 }]),
      await change([{ kind: 'set', name: ' ' }]),
      await change([{ kind: 'delete' }]),
      await change([]),
      await change('deactivate'),
    ];
    for (const { isError, text } of refused) assert.equal(isError, true, text);
    assert.match(refused[0]?.text ?? '', /"code":"scope-unknown"/);
    const done = await change([{ kind: 'add-scopes', scopes: ['users'] }]);
    assert.deepEqual([done.isError, /already as it should be/.test(done.text)], [false, true]);
    assert.deepEqual(desk.asked, []);
    assert.equal(await puts(), 0);
  });

  it('says what stands after a change that did not end well', async () => {
    const { desk, org } = scene();
    desk.change = async () => ({ kind: 'failed' });
    assert.match(
      (await change([{ kind: 'deactivate' }])).text,
      /did not end well.*The client is as it was before/s,
    );
    desk.change = async ({ clientId, preview }) => {
      const token = await org.signIn('administrator');
      await org.call(token, 'PUT', `/api/v2/oauth/clients/${clientId}`, preview.body);
      return { kind: 'failed' };
    };
    assert.match((await change([{ kind: 'deactivate' }])).text, /The client is not as it was before/);
  });

  it('does nothing with a secret in an address, and does not repeat it', async () => {
    const { desk } = scene();
    const { isError, text } = await change([
      { kind: 'add-redirect-uris', uris: ['https://app.example.com/?client_secret=hunter2hunter2'] },
    ]);
    assert.equal(isError, true);
    assert.doesNotMatch(text, /hunter2/);
    assert.deepEqual(desk.asked, []);
  });
});
