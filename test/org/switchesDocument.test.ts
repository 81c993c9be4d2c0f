import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { whatThereIs } from '../../src/practiceOrg/practice/whatThereIs.ts';
import { repoFolder } from '../host/paths.ts';
import { SWITCHES_DOCUMENT, switchesDocument } from '../switches/document.ts';

describe('what can be rehearsed', () => {
  it('is documented as the code has it: node --import tsx test/switches/write.ts', async () => {
    assert.equal(await readFile(join(repoFolder, SWITCHES_DOCUMENT), 'utf8'), switchesDocument());
  });

  it('has a meaning for everything that can be chosen', () => {
    const { switches, troubles, calls } = whatThereIs;
    const all = [...switches, ...calls, ...troubles.flatMap(({ parameters }) => parameters)];
    assert.deepEqual(
      all.filter(({ meaning }) => meaning === '').map(({ name }) => name),
      [],
    );
  });
});
