import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'mocha';
import { orgOf } from '../../src/core/procedures/context.ts';
import { wayId } from '../../src/core/signIn/ways.ts';
import type { Rehearsal } from './rehearsal.ts';
import { until } from './until.ts';
import { useWindows } from './windows.ts';

describe('Two windows', () => {
  const { open } = useWindows();
  let first: Rehearsal;
  let second: Rehearsal;

  beforeEach(async () => {
    first = await open();
    second = await open({ beside: first });
  });

  it('sign in together: what one window did, the other offers', async () => {
    await first.connectAs('administrator');
    await until(() => second.state().ways[0]?.kind === 'signed-in');
    assert.equal(second.state().connecting.kind, 'disconnected', 'nobody is connected without asking for it');
    await second.connect(wayId(second.state().ways[0] ?? { kind: 'admin-page' }));
    assert.equal(second.state().connecting.kind, 'connected');
    assert.deepEqual(second.person.asked, []);
    const connected = await first.received('GET /api/v2/users/me');
    assert.equal(connected, 2, 'once in each window');
  });

  it('sign out together', async () => {
    await first.connectAs('administrator');
    await second.connect(wayId(second.state().ways[0] ?? { kind: 'admin-page' }));
    await first.does({ type: 'disconnect' });
    await until(() => second.state().connecting.kind === 'disconnected');
    assert.deepEqual(await second.accounts(), []);
  });

  it('follow each other to the account that one of them signed in to anew', async () => {
    await first.connectAs('administrator');
    await second.connect(wayId(second.state().ways[0] ?? { kind: 'admin-page' }));
    await first.connectAs('developer');
    await until(() => {
      const caller = orgOf(second.state().context)?.caller;
      return caller?.kind === 'user' && caller.name === 'Practice Developer';
    });
    assert.equal((await second.accounts()).length, 1);
  });

  it('use one renewal between them', async () => {
    await first.connectAs('administrator');
    await second.connect(wayId(second.state().ways[0] ?? { kind: 'admin-page' }));
    await first.trouble({ kind: 'expired-token', times: 1 });
    await first.does({ type: 'refresh' });
    const before = (await first.requests()).filter((request) => request.endsWith('/oauth/token')).length;
    await second.does({ type: 'refresh' });
    assert.equal(second.state().connecting.kind, 'connected');
    const after = (await first.requests()).filter((request) => request.endsWith('/oauth/token')).length;
    assert.equal(after, before);
  });
});
