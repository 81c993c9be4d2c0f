import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Recording, replay } from '../fidelity/recording.ts';
import { repoFolder } from '../host/paths.ts';
import { startOrg } from './client.ts';

const folder = join(repoFolder, 'test', 'fidelity', 'recorded');

/** What clients that nobody here wrote sent once (`npm run fidelity -- --record`), without the clients. */
describe('practice org asked again what other clients sent', () => {
  for (const file of readdirSync(folder)) {
    const recording = Recording.parse(JSON.parse(readFileSync(join(folder, file), 'utf8')));
    it(`answers ${recording.client} ${recording.version} as it did: ${recording.exchanges.length} requests`, async () => {
      const org = await startOrg();
      try {
        assert.deepEqual(await replay(recording, org.baseUrl, await org.automationToken()), []);
      } finally {
        await org.close();
      }
    });
  }
});
