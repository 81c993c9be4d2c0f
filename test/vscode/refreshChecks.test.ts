import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'mocha';
import { refreshChecks } from '../../src/host/clients/refreshChecks.ts';
import { FakeDialogs } from './fakeDialogs.ts';
import type { Rehearsal } from './rehearsal.ts';
import { useWindows } from './windows.ts';

const LIST = 'GET /api/v2/oauth/clients';

describe('Refresh Checks', () => {
  const windows = useWindows();
  let window: Rehearsal;
  let dialogs: FakeDialogs;

  beforeEach(async () => {
    window = await windows.open();
    dialogs = new FakeDialogs();
  });

  const run = async () =>
    await refreshChecks(window.services, dialogs, async () => {
      await window.connectAs('administrator');
      return (await window.services.sessions.all())[0];
    });

  it('says what to do when nobody is signed in, and sends nothing', async () => {
    await run();
    assert.match(dialogs.said.join(), /^Nobody is signed in\. Sign in to/);
    assert.equal(await window.received(LIST), 0);
  });

  it('goes on once the person has signed in', async () => {
    dialogs.accepts = true;
    await run();
    assert.match(dialogs.said.at(-1) ?? '', /are checked against/);
    assert.equal(window.services.orgClients.standing(window.org.region).kind, 'known');
  });

  it('reads the clients again, however fresh they are', async () => {
    await window.connectAs('administrator');
    const before = await window.received(LIST);
    await run();
    assert.equal(await window.received(LIST), before + 1);
    assert.match(dialogs.said.join(), /^Client IDs are checked against/);
  });

  it('says why when they could not be read, and claims nothing else', async () => {
    await window.connectAs('administrator');
    await window.trouble({ kind: 'forbidden', times: 9, method: 'GET', pathPrefix: '/api/v2/oauth/clients' });
    await run();
    assert.match(
      dialogs.said.join(),
      /could not be read\. You lack a permission for this: practice:\S+\. An administrator [^,]+ with a role\. Or [^,]+$/,
    );
  });

  it('says nothing more when the person cancels', async () => {
    await window.connectAs('administrator');
    dialogs.cancels = true;
    await run();
    assert.deepEqual(dialogs.said, []);
  });
});
