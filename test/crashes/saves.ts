import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { PublishedProcedure } from '../../src/core/procedures/draft.ts';
import { FRAMEWORK_FILE, type Walk } from '../e2e/walk.ts';
import { restoreSampleWorkspace } from '../host/temporaryFolder.ts';
import { type Desk, isClicked } from './desk.ts';
import type { Cell, Operation, Outcome } from './operation.ts';
import { until } from './watched.ts';

const OPEN = 'Create Genesys OAuth Client';
const NOTE = 'workspace state: update genesysOAuth.wizard.run';
const FORGETS_NOTE = 'workspace state: forget genesysOAuth.wizard.run';
const INTERRUPTED = /A Save of the client ".*" was interrupted/;

/** From where one is connected to Review, with this name of the client. */
const ANSWER: Record<PublishedProcedure, (walk: Walk, name: string) => Promise<void>> = {
  embeddable: async (walk, name) => await walk.answerEverything(name),
  general: async (walk, name) => {
    await walk.nextTo(2);
    await walk.type('name', name);
    for (const step of [3, 4]) await walk.nextTo(step);
    await walk.type('redirectUris', 'https://app.example.com/callback');
    await walk.nextTo(5);
    await walk.tick('users:readonly');
    await walk.nextTo(6);
  },
  scim: async (walk, name) => {
    await walk.nextTo(2);
    await walk.wizard.getByRole('radio', { name: /Entra ID/ }).check();
    await walk.nextTo(3);
    await walk.type('name', name);
    for (const step of [4, 5]) await walk.nextTo(step);
  },
};

/** Where the Client ID goes, by what is made. */
const FILE: Record<PublishedProcedure, string | undefined> = {
  embeddable: FRAMEWORK_FILE,
  general: undefined,
  scim: 'genesys-scim.json',
};

/** From a click in the page until it shows that the wizard is at it. */
const MOST_ANSWER_MILLISECONDS = 3000;

/** The ways on of a Save that has stopped, the one that leads on most surely first. */
const WAYS_ON = ['Make a new secret', 'Go on', 'Look for the client', 'Look again', 'Try again'];

/** The Save of a procedure, from Review. */
export function saveOf(procedure: PublishedProcedure): Operation {
  return {
    name: `save ${procedure}`,
    prepare: async (desk, name) => {
      const { walk, workspace } = desk;
      await restoreSampleWorkspace(workspace);
      await openAtStart(desk);
      await walk.chooseProcedure(procedure);
      if ((await walk.wizard.locator('dl.facts').count()) === 0)
        await walk.connectAs('Practice Administrator');
      await ANSWER[procedure](walk, name);
    },
    begin: async ({ walk }) => await walk.wizard.locator('#save').click(),
    through: async ({ walk }) => await untilFinished(walk),
    after: async (desk, cell) => await after(desk, procedure, cell),
  };
}

async function after(desk: Desk, procedure: PublishedProcedure, cell: Cell): Promise<Outcome> {
  const { walk } = desk;
  const { name, done } = cell;
  const [client, ...more] = await desk.clients(name);
  assert.deepEqual(more, [], 'the client is there once');
  // Noted before it is sent, so that nothing can be there that nobody is told of.
  const isNoted = done.includes(NOTE);
  if (client !== undefined) assert.ok(isNoted, 'what is there was noted');
  if (!isNoted) {
    await desk.run(OPEN);
    await walk.wizard.getByText(name).first().waitFor();
    assert.equal(desk.wasTold(INTERRUPTED), false, 'nothing was begun');
    return { told: 'nothing: nothing was sent', finished: 'the draft is there' };
  }
  // What is asked after that is no part of it.
  if (done.includes(FORGETS_NOTE)) {
    assert.ok(client, 'it was through');
    assert.equal(desk.wasTold(INTERRUPTED), false, 'nothing was interrupted');
    return { told: 'nothing: it was through', finished: 'finished' };
  }
  await desk.untilTold(INTERRUPTED);
  await desk.click(INTERRUPTED, 'Open the wizard');
  await walk.wizard.getByRole('heading', { name: 'Saving stopped' }).waitFor();
  let wayOn: string[] = [];
  await until('a way on is offered', async () => {
    wayOn = await waysOn(walk);
    return wayOn.length > 0;
  });
  if (client !== undefined && cell.takesBack && !wayOn.includes('Look for the client')) {
    await takeBack(walk);
    assert.deepEqual(await desk.clients(name), [], 'the client is gone');
    return { told: `interrupted; ${wayOn.join(', ')}`, finished: 'taken back' };
  }
  await goOn(desk);
  const id = await walk.wizard.locator('#client-id').innerText();
  const file = FILE[procedure];
  if (file !== undefined)
    assert.ok((await readFile(join(desk.workspace, file), 'utf8')).includes(id), `${file} names the client`);
  const secret = await walk.copy('client-secret');
  assert.ok((await desk.issued()).has(secret), 'its secret is kept');
  assert.deepEqual(
    (await desk.clients(name)).map((each) => each.id),
    [id],
    'it was made once',
  );
  return { told: `interrupted; ${wayOn.join(', ')}`, finished: 'finished' };
}

/** A wizard that was left goes on where it was. */
async function openAtStart(desk: Desk): Promise<void> {
  const { wizard } = desk.walk;
  await desk.run(OPEN);
  const start = wizard.getByRole('heading', { name: 'What is the client for?' });
  await until('the wizard asks what the client is for', async () => {
    const back = wizard.locator('#back');
    if (await back.isVisible()) await back.click({ timeout: 1000 }).catch(() => undefined);
    return await start.isVisible();
  });
}

async function waysOn({ wizard }: Walk): Promise<string[]> {
  const ways = await Promise.all(
    WAYS_ON.map(async (label) =>
      (await wizard.getByRole('button', { name: label }).isVisible()) ? [label] : [],
    ),
  );
  return ways.flat();
}

/** Until Save is through, and its secret is kept. */
async function goOn(desk: Desk): Promise<void> {
  const { walk } = desk;
  await until('Save is through', async () => {
    if (await isThrough(walk)) return true;
    const [way] = await waysOn(walk);
    if (way === undefined) return false;
    const button = walk.wizard.getByRole('button', { name: way }).first();
    if (!(await isClicked(button))) return false;
    if (way === 'Make a new secret') await desk.agree(way);
    // The page may show for a while yet what was clicked.
    await button.waitFor({ state: 'hidden', timeout: MOST_ANSWER_MILLISECONDS }).catch(() => undefined);
    return false;
  });
}

async function takeBack({ wizard }: Walk): Promise<void> {
  await wizard.getByRole('button', { name: 'Take the client back' }).click();
  await wizard.getByRole('button', { name: 'Yes, delete it' }).click();
  await wizard.getByRole('heading', { name: 'The client was taken back' }).waitFor();
}

async function untilFinished(walk: Walk): Promise<void> {
  await until('Save is through', async () => await isThrough(walk));
}

async function isThrough({ wizard }: Walk): Promise<boolean> {
  const again = wizard.getByRole('button', { name: 'Create another client' });
  return (await again.isVisible()) && (await wizard.locator('#copy-client-secret').isVisible());
}
