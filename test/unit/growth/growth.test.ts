import assert from 'node:assert/strict';
import { before, describe, it } from 'mocha';
import * as z from 'zod/mini';
import { bundled } from '../../host/bundled.ts';
import { repoFolder } from '../../host/paths.ts';
import { run } from '../../host/processes.ts';
import { EACH_WITH_EACH, READERS } from './allReaders.ts';

const Measured = z.record(z.string(), z.array(z.string()));

describe('Time grows about as the input does, whoever wrote it', function () {
  this.timeout(480_000);
  let slow: z.infer<typeof Measured>;

  before(async () => {
    // In a process of its own: what other tests left in this one is looked through whenever memory runs short, and that is
    // when much is read.
    const program = await bundled('test/unit/growth/measureAll.ts');
    const printed = await run(process.execPath, [program], { cwd: repoFolder, output: 'keep' });
    slow = Measured.parse(JSON.parse(printed));
  });

  for (const what of Object.keys(READERS)) {
    it(what, () => {
      assert.deepEqual(slow[what], []);
    });
  }

  it('and what compares each with each is noticed', () => {
    assert.equal(slow[EACH_WITH_EACH.what]?.length, 1);
  });
});
