import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { tools } from '../../../src/core/agents/tools.ts';
import { useAgentDesk } from './useAgentDesk.ts';

const LIST = 'GET /api/v2/oauth/clients';

describe('Calls of tools for agents', () => {
  const scene = useAgentDesk();

  it('share one read of the clients, though there are two hundred at once', async () => {
    const { desk, clientId } = scene();
    const told = await Promise.all(
      Array.from({ length: 200 }, async (_, index) =>
        index % 2 === 0
          ? await desk.ask('list_clients', {})
          : await desk.ask('show_client', { client: clientId }),
      ),
    );
    assert.ok(told.every(({ isError }) => !isError));
    assert.equal(await desk.received(LIST), 1);
  });

  it('read anew after a while, and again at once what could not be read', async () => {
    const { desk, org } = scene();
    let passed = 0;
    desk.now = () => new Date(Date.now() + passed);
    await desk.ask('list_clients', {});
    passed = 60_000;
    await desk.ask('list_clients', {});
    assert.equal(await desk.received(LIST), 2);
    passed = 120_000;
    await org.turn({ troubles: [{ kind: 'forbidden', method: 'GET', pathPrefix: '/api/v2/oauth/clients' }] });
    assert.equal((await desk.ask('list_clients', {})).isError, true);
    await org.turn({ troubles: [] });
    assert.equal((await desk.ask('list_clients', {})).isError, false);
  });

  it('that cost an org much are refused when there are too many in a minute, with when to call again', async () => {
    const { desk } = scene();
    let passed = 0;
    desk.now = () => new Date(Date.UTC(2026, 10, 30) + passed);
    const call = async () => await desk.ask('diagnose_login', { seen: ['login-window-empty'] });
    const told = await Promise.all(Array.from({ length: 20 }, call));
    const refused = told.filter(({ isError }) => isError);
    assert.equal(refused.length, 5);
    assert.match(refused[0]?.text ?? '', /called 15 times within a minute.*Call again in 60 seconds/);
    passed = 61_000;
    assert.equal((await call()).isError, false);
  });

  it('end when the agent gives up, those that wait for their turn included', async () => {
    const { desk } = scene();
    const giving = Array.from({ length: 20 }, () => new AbortController());
    let goOn = () => {};
    desk.orgs = async () =>
      await new Promise((_, reject) => {
        goOn = () => reject(new Error('late'));
      });
    const calls = giving.map(async ({ signal }) => await desk.ask('list_clients', {}, signal));
    for (const each of giving) each.abort();
    for (const { isError, text } of await Promise.all(calls)) {
      assert.equal(isError, true);
      assert.match(text, /cancelled\. Nothing was changed/);
    }
    goOn();
    assert.match((await desk.ask('list_clients', {}, AbortSignal.abort())).text, /cancelled/);
  });

  it('answer nonsense with what is wrong with it', async () => {
    const { desk } = scene();
    const nonsense = [undefined, null, 7, 'x', [], { client: 1 }, { client: '' }, { nobody: true }];
    for (const { name } of tools) {
      if (name === 'list_clients' || name === 'find_needs' || name === 'diagnose_login') continue;
      for (const input of nonsense) {
        const { isError, text } = await desk.ask(name, input);
        assert.equal(isError, true, `${name} ${JSON.stringify(input)}`);
        assert.match(text, /not right|a minute/, name);
      }
    }
    assert.match((await desk.ask('delete_client', {})).text, /There is no tool delete_client/);
    assert.match((await desk.ask('show_clients', {})).text, /Did you mean show_client/);
  });

  it('tell what nobody foresaw, without a secret in it', async () => {
    const { desk } = scene();
    desk.orgs = async () => {
      throw new Error('Broken: access_token=hunter2hunter2');
    };
    const { isError, text } = await desk.ask('list_clients', {});
    assert.equal(isError, true);
    assert.match(text, /^This did not work: Broken: access_token=…$/);
  });
});
