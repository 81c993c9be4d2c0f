import assert from 'node:assert/strict';
import { createClient } from './samples.ts';
import { code, useOAuthClients } from './useOAuthClients.ts';

describe('deleting OAuth clients', () => {
  const { org, admin, call, later } = useOAuthClients();
  const DAY = 86_400_000;
  const setState = (id: string, state: string) => call('PUT', `/${id}`, { ...code, state });

  it('refuses an active client: 400 cannot.delete.client', async () => {
    const id = await createClient(org(), admin());
    assert.equal((await call('DELETE', `/${id}`)).at('code'), 'cannot.delete.client');
  });
  it('of a client under 30 days old is at once and final', async () => {
    const id = await createClient(org(), admin());
    await setState(id, 'inactive');
    assert.equal((await call('DELETE', `/${id}`)).status, 204);
    assert.equal((await call('GET', `/${id}`)).at('code'), 'client.not.found');
    assert.equal((await setState(id, 'active')).status, 404);
  });

  it('of a client of 29 days is final too', async () => {
    const id = await createClient(org(), admin());
    await later(29);
    await setState(id, 'inactive');
    assert.equal((await call('DELETE', `/${id}`)).status, 204);
    assert.equal((await call('GET', `/${id}`)).status, 404);
  });
  it('of an older client can be taken back for 7 days', async () => {
    const id = await createClient(org(), admin());
    await later(31);
    await setState(id, 'inactive');
    assert.equal((await call('DELETE', `/${id}`)).status, 204);
    const waiting = await call('GET', `/${id}`);
    assert.equal(waiting.at('state'), 'inactive');
    const left = Date.parse(String(waiting.at('dateToDelete'))) - (Date.now() + 31 * DAY);
    assert.ok(Math.abs(left - 7 * DAY) < 10_000);
    await later(37);
    const restored = await setState(id, 'active');
    assert.equal(restored.at('state'), 'active');
    assert.equal(restored.at('dateToDelete'), undefined);
  });
  it('of an older client is final after 7 days', async () => {
    const id = await createClient(org(), admin());
    await later(31);
    await setState(id, 'inactive');
    await call('DELETE', `/${id}`);
    await later(38.1);
    assert.equal((await call('GET', `/${id}`)).status, 404);
    assert.ok(!JSON.stringify((await call('GET', '')).body).includes(id));
  });
});
