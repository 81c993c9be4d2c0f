import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'mocha';
import * as z from 'zod/mini';
import type { ClientChange } from '../../src/core/clients/change.ts';
import { clientEffects } from '../../src/core/operations/changeClient.ts';
import { deleteClient } from '../../src/core/operations/deleteClient.ts';
import { readClientRecord, updateClient } from '../../src/core/platform/clientRecord.ts';
import { createClient } from '../../src/core/platform/oauthClients.ts';
import type { Connection } from '../../src/core/platform/request.ts';
import { ClientChanges } from '../../src/host/clients/clientChanges.ts';
import { AGENT_DESKTOP } from '../host/practiceClients.ts';
import { steer } from '../host/steer.ts';
import { FakeDialogs } from './fakeDialogs.ts';
import type { Rehearsal, Trouble } from './rehearsal.ts';
import { until } from './until.ts';
import { useWindows } from './windows.ts';

const URI = 'https://apps.mypurecloud.com/crm/index.html';
const REQUEST = { ...AGENT_DESKTOP, authorizedGrantType: 'TOKEN' } as const;
const CHANGES: readonly ClientChange[] = [{ kind: 'add-redirect-uris', uris: [URI] }, { kind: 'use-pkce' }];

describe('A client that a quick fix changes', () => {
  const windows = useWindows();
  let window: Rehearsal;
  let dialogs: FakeDialogs;
  let connection: Connection;
  let clientId: string;

  beforeEach(async () => {
    window = await windows.open();
    await window.connectAs('administrator');
    const [session] = await window.services.sessions.all();
    assert.ok(session);
    connection = await window.services.connections.of(session);
    const made = await createClient(connection, REQUEST);
    assert.ok(made.ok);
    clientId = made.value.client.id;
    await window.services.orgClients.refresh();
    dialogs = new FakeDialogs();
  });

  const apply = async (changes = CHANGES) =>
    await new ClientChanges(window.services, dialogs).apply({ region: window.org.region, clientId, changes });

  async function stored() {
    await window.trouble();
    const read = await readClientRecord(connection, clientId);
    assert.ok(read.ok);
    return read.value;
  }

  async function elsewhere(): Promise<void> {
    assert.ok((await updateClient(connection, clientId, { ...REQUEST, description: 'Night shift' })).ok);
  }

  const cached = () =>
    window.services.orgClients
      .current()
      .flatMap(({ clients }) => clients.filter(({ id }) => id === clientId));

  const puts = async () => await window.received(`PUT /api/v2/oauth/clients/${clientId}`);

  it('shows what would change before it does, and then knows the client as it is now', async () => {
    assert.equal(await apply(), 'changed');
    assert.match(dialogs.said[0] ?? '', /Change the client "Agent desktop" in .+\?/);
    assert.match(dialogs.said[0] ?? '', new RegExp(`Authorized Redirect URIs: \\+ ${URI}`));
    assert.match(
      dialogs.said[0] ?? '',
      /Grant Type: Implicit Grant \(Browser\) → Code Authorization \/ PKCE/,
    );
    assert.equal(dialogs.said[1], 'The client "Agent desktop" was changed.');
    assert.equal((await stored()).authorizedGrantType, 'CODE');
    assert.deepEqual(cached()[0]?.registeredRedirectUri, ['https://crm.test/', URI]);
  });

  it('stays as it is when the person does not agree, and nothing is said about that', async () => {
    dialogs.confirms = () => false;
    assert.equal(await apply(), 'cancelled');
    assert.equal(dialogs.said.length, 1);
    assert.equal(await puts(), 0);
  });

  it('stays as it is when the person cancels while it is read', async () => {
    dialogs.cancels = true;
    assert.equal(await apply(), 'cancelled');
    assert.deepEqual(dialogs.said, []);
    assert.equal(await puts(), 0);
  });

  it('is as before after Undo', async () => {
    dialogs.accepts = true;
    await apply();
    await until(() => dialogs.said.at(-1) === 'The client "Agent desktop" is as it was before.');
    assert.equal((await stored()).authorizedGrantType, 'TOKEN');
    assert.equal(cached()[0]?.authorizedGrantType, 'TOKEN');
  });

  it('is looked at again where the answer to Undo was lost, and then as before', async () => {
    dialogs.accepts = true;
    dialogs.beforeAccepting = async () => {
      dialogs.beforeAccepting = async () => {};
      await window.trouble({
        kind: 'dropped',
        times: 1,
        method: 'PUT',
        pathPrefix: '/api/v2/oauth/clients/',
      });
    };
    await apply();
    await until(() => dialogs.said.at(-1) === 'The client "Agent desktop" is as it was before.');
    assert.match(dialogs.said.join('\n'), /not certain whether the client "Agent desktop" was changed/);
    assert.equal((await stored()).authorizedGrantType, 'TOKEN');
    assert.equal(cached()[0]?.authorizedGrantType, 'TOKEN');
  });

  it('keeps what somebody else has changed before Undo, which says so', async () => {
    dialogs.accepts = true;
    dialogs.beforeAccepting = elsewhere;
    await apply();
    await until(() => dialogs.said.some((said) => /was not undone\. Somebody has changed/.test(said)));
    assert.equal((await stored())['description'], 'Night shift');
  });

  it('is shown anew when somebody else changes it while the person reads the preview', async () => {
    dialogs.confirms = async (_, shown) => {
      if (shown === 1) await elsewhere();
      return true;
    };
    assert.equal(await apply(), 'changed');
    assert.match(dialogs.said[1] ?? '', /Somebody has changed the client meanwhile/);
    const { registeredRedirectUri, ...rest } = await stored();
    assert.equal(rest['description'], 'Night shift');
    assert.deepEqual(registeredRedirectUri, ['https://crm.test/', URI]);
  });

  it('may lose what somebody else changes between the last look and the change, which the preview says', async () => {
    const { name } = REQUEST;
    dialogs.confirms = async () => {
      await window.trouble({
        kind: 'changed-meanwhile',
        method: 'GET',
        pathPrefix: `/api/v2/oauth/clients/${clientId}`,
      });
      return true;
    };
    assert.equal(await apply(), 'changed');
    assert.match(dialogs.said[0] ?? '', /What somebody else changes .+ in the very same moment may be lost/);
    const switches = await steer(window.org, 'GET', 'switches');
    const { troubles } = z.object({ troubles: z.array(z.unknown()) }).parse(await switches.json());
    assert.deepEqual(troubles, [], 'somebody else has renamed it');
    assert.equal((await stored()).name, name, 'the new name is lost');
  });

  it('needs no question when it is already as it should be, and the checks hear of it', async () => {
    await updateClient(connection, clientId, { ...REQUEST, scope: ['users', 'presence'] });
    assert.equal(await apply([{ kind: 'add-scopes', scopes: ['presence'] }]), 'unchanged');
    assert.deepEqual(dialogs.said, ['The client "Agent desktop" is already as it should be.']);
    assert.deepEqual(cached()[0]?.scope, ['users', 'presence']);
  });

  it('is refused in words what it cannot have', async () => {
    const uris = Array.from({ length: 125 }, (_, index) => `https://crm.test/${index}`);
    assert.equal(await apply([{ kind: 'add-redirect-uris', uris }]), 'failed');
    assert.match(dialogs.said[0] ?? '', /was not changed\. A client has 125 redirect URIs at most/);
  });

  it('that is gone is said to be, and forgotten', async () => {
    assert.ok((await deleteClient(clientEffects(async (call) => await call(connection), clientId))).ok);
    assert.equal(await apply(), 'failed');
    assert.match(dialogs.said[0] ?? '', /was not changed\. The organization does not know this client/);
    assert.deepEqual(cached(), []);
  });

  const remove = async () => {
    assert.ok((await deleteClient(clientEffects(async (call) => await call(connection), clientId))).ok);
  };

  it('that goes while the person reads the preview is said to be gone, and forgotten', async () => {
    dialogs.confirms = async () => {
      await remove();
      return true;
    };
    assert.equal(await apply(), 'failed');
    assert.match(dialogs.said[1] ?? '', /was not changed\. The organization does not know this client/);
    assert.deepEqual(cached(), []);
  });

  it('that goes before Undo is said to be gone, and forgotten', async () => {
    dialogs.accepts = true;
    dialogs.beforeAccepting = remove;
    await apply();
    await until(() => dialogs.said.some((said) => /was not undone\. The organization does not/.test(said)));
    assert.deepEqual(cached(), []);
  });

  it('that a file names in capitals is forgotten like any other', async () => {
    await remove();
    const region = window.org.region;
    const request = { region, clientId: clientId.toUpperCase(), changes: CHANGES };
    assert.equal(await new ClientChanges(window.services, dialogs).apply(request), 'failed');
    assert.deepEqual(cached(), []);
  });

  it('offers no Cancel for an Undo, which nobody can stop', async () => {
    dialogs.accepts = true;
    await apply();
    await until(() => dialogs.said.at(-1) === 'The client "Agent desktop" is as it was before.');
    assert.deepEqual(dialogs.cancellable, ['Reading the client…', 'Changing the client…']);
  });

  const troubles: [Trouble['kind'], RegExp][] = [
    ['forbidden', /was not changed\. You lack a permission for this/],
    ['too-many-requests', /was not changed\. The organization received too many requests/],
    ['dropped', /not certain whether .* was changed\. The request was sent, and its answer never came/],
    ['server-error', /was not changed\. Genesys Cloud had a problem of its own/],
  ];
  for (const [kind, said] of troubles) {
    it(`after ${kind}: says what is certain, why, and what to do`, async () => {
      await window.trouble({ kind, times: 1, method: 'PUT' });
      assert.equal(await apply(), 'failed');
      assert.match(dialogs.said[1] ?? '', said);
      assert.equal((await stored()).authorizedGrantType, 'TOKEN');
    });
  }

  it('says that one must sign in when nobody is', async () => {
    await window.signOutElsewhere();
    await until(() => window.services.orgClients.standing(window.org.region).kind === 'signed-out');
    assert.equal(await apply(), 'failed');
    assert.match(dialogs.said[0] ?? '', /Your sign-in has ended\. Sign in again/);
  });

  it('stays as it is when one signs out while the preview is shown', async () => {
    dialogs.confirms = async () => {
      await window.signOutElsewhere();
      return true;
    };
    assert.equal(await apply(), 'failed');
    assert.match(dialogs.said[1] ?? '', /was not changed\. Your sign-in has ended/);
    assert.equal(await puts(), 0);
  });
});
