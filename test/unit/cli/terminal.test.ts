import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'mocha';
import { statusOn } from '../../../src/cli/status.ts';
import { repoFolder } from '../../host/paths.ts';

/** Those that write to standard error themselves: the one that does it for all, the help, and the line that is written over. */
const WRITERS = ['io.ts', 'run.ts', 'status.ts'];

describe('What is told beside an answer', () => {
  it('goes through the one function that writes out what nobody could see, whoever tells it', () => {
    const folder = join(repoFolder, 'src', 'cli');
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('.ts'),
    );
    const others = files.filter((name) => /stderr\.write\(/.test(readFileSync(join(folder, name), 'utf8')));
    assert.deepEqual(
      others.filter((name) => !WRITERS.includes(name)),
      [],
    );
  });

  it('says in the line of a terminal what is being done, with a name as it can be trusted', () => {
    const written: string[] = [];
    const status = statusOn({
      isTerminal: true,
      write: (text) => void written.push(text),
      deliver: async () => undefined,
    });
    status.say('Reading \u001b[2J\u202eOrg');
    assert.deepEqual(written, ['\r\u001b[KReading \\u001b[2J\\u202eOrg']);
  });
});
