import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'mocha';
import { Desk } from '../crashes/desk.ts';
import { killBefore } from '../crashes/operation.ts';
import { saveOf } from '../crashes/saves.ts';
import { reportFailure } from './reportFailure.ts';

/** The org has made the client, and this would be the first note of that. `npm run crashes` tries every other step. */
const NOTE_OF_CLIENT = 'workspace state: update genesysOAuth.wizard.run (2)';

describe('A Save that ends with its extension host, in a real VS Code', () => {
  let desk: Desk | undefined;

  afterEach(async function () {
    await reportFailure(this, desk?.walk.workbench);
    await desk?.close();
    desk = undefined;
  });

  it('is told where the client was made and nobody noted it, and finished without making a second one', async () => {
    desk = await Desk.open();
    const cell = { name: 'Wallboard', step: NOTE_OF_CLIENT, takesBack: false };
    assert.deepEqual(await killBefore(desk, saveOf('general'), cell), {
      told: 'interrupted; Look for the client',
      finished: 'finished',
    });
  });
});
