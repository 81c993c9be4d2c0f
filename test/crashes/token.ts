import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readConnections } from '../../src/core/scim/connections.ts';
import type { Desk } from './desk.ts';
import type { Operation } from './operation.ts';
import { saveOf } from './saves.ts';

const FILE = 'genesys-scim.json';
const MADE = /A new token of the practice org is kept/;

const save = saveOf('scim');

/**
 * A token is not noted before it is made: where it is lost, the org has one more, which ends by itself, and the one in use
 * goes on (rule S6). So nothing is told, and the person makes another one.
 */
export const token: Operation = {
  name: 'token',
  prepare: async (desk, name) => {
    if (!existsSync(join(desk.workspace, FILE))) {
      await save.prepare(desk, name);
      await save.begin(desk);
      await save.through(desk);
      await desk.tidyUp();
    }
    await desk.run('Make a New SCIM Token');
    await desk.rows(CONNECTIONS, 'Entra ID').first().waitFor();
  },
  begin: async (desk) => await desk.pick(CONNECTIONS, 'Entra ID'),
  through: async (desk) => await desk.untilTold(MADE),
  after: async (desk) => {
    // Whole, whatever was being written.
    assert.equal((await endsIn(desk)).length, 1);
    await desk.run('Make a New SCIM Token');
    await desk.pick(CONNECTIONS, 'Entra ID');
    await desk.untilTold(MADE);
    assert.equal((await endsIn(desk)).length, 1);
    await desk.click(MADE, 'Copy the token');
    await desk.untilTold(/Copied/);
    const copied = await desk.walk.page.evaluate(async () => await navigator.clipboard.readText());
    assert.ok((await desk.issued()).has(copied), 'the token is kept');
    return { told: 'nothing: the token in use goes on', finished: 'another token is kept' };
  },
};

const CONNECTIONS = 'Choose the connection that gets a new token';

/** The connections of the file that hold a token. */
async function endsIn(desk: Desk) {
  const text = await readFile(join(desk.workspace, FILE), 'utf8');
  return readConnections(text).filter(({ holdsToken }) => holdsToken);
}
