import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, describe, it } from 'mocha';
import { repoFolder } from '../host/paths.ts';

describe('The stages of npm test', () => {
  let stages: string[];

  before(async function () {
    this.timeout(60_000);
    stages = await knownStages();
  });

  it('are explained in CONTRIBUTING.md, in their order', () => {
    const table = read('CONTRIBUTING.md').split('| stage |')[1]?.split('\n\n')[0] ?? '';
    const rows = [...table.matchAll(/^\| (\w+) \|/gm)].map(([, name]) => name);
    assert.deepEqual(rows, stages);
  });

  it('run in the workflow on every system, where it names them all but the oldest VS Code', () => {
    const named = [...read('.github/workflows/test.yml').matchAll(/npm test -- ([a-z0-9 ]+)/g)];
    assert.ok(named.length > 0);
    for (const [, names = ''] of named) {
      assert.deepEqual(
        names.trim().split(' '),
        stages.filter((stage) => stage !== 'oldest'),
      );
    }
  });
});

/** The stages that it tells somebody who asks for one that is not there. */
async function knownStages(): Promise<string[]> {
  const printed = await new Promise<string>((resolve) => {
    const args = ['--import', 'tsx', join('test', 'run.ts'), 'no-such-stage'];
    execFile(process.execPath, args, { cwd: repoFolder }, (_error, stdout) => resolve(stdout));
  });
  const [, names = ''] = /Stages: (.*)/.exec(printed) ?? [];
  return names.split(', ');
}

function read(path: string): string {
  return readFileSync(join(repoFolder, path), 'utf8');
}
