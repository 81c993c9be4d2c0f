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

type Case = {
  readonly procedure: PublishedProcedure;
  /** From where one is connected to Review, with this name of the client, and of its role where one is made. */
  answer(walk: Walk, name: string): Promise<void>;
  /** Where the Client ID goes. */
  readonly file?: string;
  readonly makesRole?: boolean;
};

const CASES = {
  general: {
    procedure: 'general',
    answer: async (walk, name) => {
      await walk.nextTo(2);
      await walk.type('name', name);
      for (const step of [3, 4]) await walk.nextTo(step);
      await walk.type('redirectUris', 'https://app.example.com/callback');
      await walk.nextTo(5);
      await walk.tick('users:readonly');
      await walk.nextTo(6);
    },
  },
  embeddable: {
    procedure: 'embeddable',
    answer: async (walk, name) => await walk.answerEverything(name),
    file: FRAMEWORK_FILE,
  },
  scim: {
    procedure: 'scim',
    answer: async (walk, name) => {
      await walk.nextTo(2);
      await walk.wizard.getByRole('radio', { name: /Entra ID/ }).check();
      await walk.nextTo(3);
      await walk.type('name', name);
      for (const step of [4, 5]) await walk.nextTo(step);
    },
    file: 'genesys-scim.json',
  },
  'with a new role': {
    procedure: 'general',
    answer: async (walk, name) => {
      await walk.nextTo(2);
      await walk.type('name', name);
      await walk.nextTo(3);
      await walk.wizard.getByRole('radio', { name: /Client Credentials/ }).check();
      await walk.nextTo(4);
      const calls = walk.wizard.getByRole('textbox', { name: 'What will it call?' });
      await calls.fill('GET /api/v2/authorization/roles');
      await walk.wizard.getByRole('button', { name: 'Find what it needs' }).click();
      await walk.wizard.locator('#create-exact-role').click();
      await walk.nextTo(5);
    },
    makesRole: true,
  },
} satisfies Record<string, Case>;

/** From a click in the page until it shows that the wizard is at it. */
const MOST_ANSWER_MILLISECONDS = 3000;

/** The ways on of a Save that has stopped, the one that leads on most surely first. */
const WAYS_ON = [
  'Make a new secret',
  'Go on',
  'Look for the client',
  'Look for the role',
  'Look again',
  'Try again',
];

/** One of the Saves, from Review. */
export function saveOf(name: keyof typeof CASES): Operation {
  const { procedure, answer, ...made }: Case = CASES[name];
  return {
    name: `save ${name}`,
    prepare: async (desk, client) => {
      const { walk, workspace } = desk;
      await restoreSampleWorkspace(workspace);
      await openAtStart(desk);
      await walk.chooseProcedure(procedure);
      if ((await walk.wizard.locator('dl.facts').count()) === 0)
        await walk.connectAs('Practice Administrator');
      await answer(walk, client);
    },
    begin: async ({ walk }) => await walk.wizard.locator('#save').click(),
    through: async ({ walk }) => await untilFinished(walk),
    after: async (desk, cell) => await after(desk, made, cell),
  };
}

async function after(
  desk: Desk,
  { file, makesRole = false }: Pick<Case, 'file' | 'makesRole'>,
  cell: Cell,
): Promise<Outcome> {
  const { walk } = desk;
  const { name, done } = cell;
  const [client, ...more] = await desk.clients(name);
  assert.deepEqual(more, [], 'the client is there once');
  const roles = await desk.roles(name);
  assert.ok(roles.length <= 1, 'its role is there once');
  const stands = client !== undefined || roles.length > 0;
  // Noted before it is sent, so that nothing can be there that nobody is told of.
  const isNoted = done.includes(NOTE);
  if (stands) assert.ok(isNoted, 'what is there was noted');
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
  if (stands && cell.takesBack && !wayOn.some((way) => way.startsWith('Look for'))) {
    await takeBack(walk, client === undefined ? 'role' : 'client');
    assert.deepEqual(await desk.clients(name), [], 'the client is gone');
    assert.deepEqual(await desk.roles(name), [], 'its role is gone');
    return { told: `interrupted; ${wayOn.join(', ')}`, finished: 'taken back' };
  }
  await goOn(desk);
  const id = await walk.wizard.locator('#client-id').innerText();
  if (file !== undefined)
    assert.ok((await readFile(join(desk.workspace, file), 'utf8')).includes(id), `${file} names the client`);
  const secret = await walk.copy('client-secret');
  assert.ok((await desk.issued()).has(secret), 'its secret is kept');
  assert.deepEqual(
    (await desk.clients(name)).map((each) => each.id),
    [id],
    'it was made once',
  );
  assert.equal((await desk.roles(name)).length, makesRole ? 1 : 0, 'so was its role');
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

async function takeBack({ wizard }: Walk, what: 'client' | 'role'): Promise<void> {
  await wizard.getByRole('button', { name: `Delete the ${what}` }).click();
  await wizard.getByRole('button', { name: 'Yes, delete it' }).click();
  await wizard.getByRole('heading', { name: `The ${what} is deleted` }).waitFor();
}

async function untilFinished(walk: Walk): Promise<void> {
  await until('Save is through', async () => await isThrough(walk));
}

async function isThrough({ wizard }: Walk): Promise<boolean> {
  const again = wizard.getByRole('button', { name: 'Create another client' });
  return (await again.isVisible()) && (await wizard.locator('#copy-client-secret').isVisible());
}
