import assert from 'node:assert/strict';
import { createClient, type OAuthClient } from '../../src/core/platform/oauthClients.ts';
import { AGENT_DESKTOP } from '../host/practiceClients.ts';
import type { Desk } from './desk.ts';
import type { Operation, Outcome } from './operation.ts';

/** What is done to a client on its page: the button there, and what agrees to it. */
type Deed = { readonly name: string; readonly button: string; readonly agree: string; readonly done: RegExp };

const ROTATION: Deed = {
  name: 'rotate',
  button: 'Rotate Client Secret…',
  agree: 'Make a new secret',
  done: /has a new secret\. It is kept/,
};
const DEACTIVATION: Deed = {
  name: 'change',
  button: 'Deactivate…',
  agree: 'Deactivate client',
  done: /is inactive now/,
};
const ACTIVATION: Deed = {
  name: 'activate',
  button: 'Activate…',
  agree: 'Activate client',
  done: /is active now/,
};
const DELETION: Deed = { name: 'delete', button: 'Delete…', agree: 'Delete client', done: /deleted/ };

const CLIENTS = 'Choose an OAuth client';
const UNCERTAIN = /It is not certain whether ".*" of .* has a new secret/;

/** A rotation is noted before it is sent, until what came of it is kept (rule G16). */
export const rotation: Operation = {
  ...operationOf(ROTATION),
  after: async (desk, { name, done, takesBack }) => {
    const [client] = await desk.clients(name);
    assert.ok(client);
    const notes = done.filter((step) => step.startsWith('shared state: update genesysOAuth.rotations'));
    if (notes.length > 1) {
      await openPage(desk, name);
      await desk.walk.wizard.getByText("kept in VS Code's secret storage").waitFor();
      assert.equal(desk.wasTold(UNCERTAIN), false, 'its note was taken away');
      return { told: 'nothing: it was through', finished: 'the new secret is kept' };
    }
    if (notes.length === 0) {
      assert.equal(done.includes('POST /api/v2/oauth/clients/{id}/secret'), false, 'what was sent was noted');
      await doAgain(desk, ROTATION, name);
      assert.equal(desk.wasTold(UNCERTAIN), false, 'nothing was sent');
      return { told: 'nothing: nothing was sent', finished: 'done again' };
    }
    await desk.untilTold(UNCERTAIN);
    if (takesBack) {
      await desk.click(UNCERTAIN, 'Leave it');
      await desk.message(UNCERTAIN).waitFor({ state: 'detached' });
      return { told: 'not certain', finished: 'left, as the person wished' };
    }
    await desk.click(UNCERTAIN, 'Make another secret');
    await desk.agree('Make a new secret');
    await desk.untilTold(ROTATION.done);
    return { told: 'not certain', finished: 'another secret is kept' };
  },
};

/** Nothing notes a change: the client's page says what the org holds, and there it is made once more or taken back. */
export const change: Operation = {
  ...operationOf(DEACTIVATION),
  after: async (desk, { name }) => {
    const [client, ...more] = await desk.clients(name);
    assert.ok(client);
    assert.deepEqual(more, []);
    const isInactive = client.state === 'inactive';
    const told = await shown(desk, name, isInactive ? ACTIVATION : DEACTIVATION);
    await doOnPage(desk, isInactive ? ACTIVATION : DEACTIVATION);
    const [now] = await desk.clients(name);
    assert.equal(now?.state, isInactive ? 'active' : 'inactive');
    return { told, finished: isInactive ? 'taken back' : 'finished' };
  },
};

/** The same for a deletion; a client that it left inactive is deleted then, or made active again. */
export const deletion: Operation = {
  ...operationOf(DELETION),
  after: async (desk, { name, takesBack }) => {
    const [client] = await desk.clients(name);
    if (client === undefined) {
      await desk.run('Manage an OAuth Client');
      assert.equal(await desk.has(CLIENTS, name), false, 'it is not among the clients any more');
      await desk.walk.page.keyboard.press('Escape');
      return { told: 'it is gone', finished: 'finished' };
    }
    return await goOnWith(desk, name, client, takesBack);
  },
};

async function goOnWith(
  desk: Desk,
  name: string,
  { state }: OAuthClient,
  takesBack: boolean,
): Promise<Outcome> {
  const isInactive = state === 'inactive';
  const told = await shown(desk, name, isInactive ? ACTIVATION : DEACTIVATION);
  if (isInactive && takesBack) {
    await doOnPage(desk, ACTIVATION);
    const [now] = await desk.clients(name);
    assert.equal(now?.state, 'active');
    return { told, finished: 'taken back' };
  }
  await doOnPage(desk, DELETION);
  assert.deepEqual(await desk.clients(name), []);
  return { told, finished: 'finished' };
}

function operationOf(deed: Deed): Pick<Operation, 'name' | 'prepare' | 'begin' | 'through'> {
  return {
    name: deed.name,
    prepare: async (desk, name) => {
      assert.ok((await createClient(await desk.org(), { ...AGENT_DESKTOP, name })).ok);
      await desk.signIn();
      await openPage(desk, name);
      await desk.walk.wizard.getByRole('button', { name: deed.button }).click();
      await desk.walk.page.locator('.monaco-dialog-box').waitFor();
    },
    begin: async (desk) => await desk.agree(deed.agree),
    through: async (desk) => await desk.untilTold(deed.done),
  };
}

/** Opens the page of a client from the palette, with what the org says of it now; nothing is asked any more then. */
async function openPage(desk: Desk, name: string): Promise<void> {
  await desk.run('Refresh OAuth Clients');
  await desk.run('Manage an OAuth Client');
  await desk.pick(CLIENTS, name);
  const { wizard } = desk.walk;
  await wizard.getByRole('heading', { level: 1, name }).waitFor();
  await wizard.getByText('No request in the last 30 days.').waitFor();
  await wizard.getByText('Asking the organization…').first().waitFor({ state: 'detached' });
}

/** Opens the client's page, which shows the state of the client by what it offers. */
async function shown(desk: Desk, name: string, { button }: Deed): Promise<string> {
  await openPage(desk, name);
  await desk.walk.wizard.getByRole('button', { name: button }).waitFor();
  return button === ACTIVATION.button ? 'its page: inactive' : 'its page: active';
}

async function doAgain(desk: Desk, deed: Deed, name: string): Promise<void> {
  await openPage(desk, name);
  await doOnPage(desk, deed);
}

async function doOnPage(desk: Desk, deed: Deed): Promise<void> {
  await desk.walk.wizard.getByRole('button', { name: deed.button }).click();
  await desk.agree(deed.agree);
  await desk.untilTold(deed.done);
}
