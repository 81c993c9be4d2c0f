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

describe('npm test of a file that there is not', () => {
  it('says so and fails, where it might have been mistyped', async function () {
    this.timeout(60_000);
    const { printed, code } = await runTests('org', '--file', 'no-such-file');
    assert.match(printed, /No test was run: .* contains "no-such-file"/);
    assert.equal(code, 1);
  });
});

/** The stages that it tells somebody who asks for one that is not there. */
async function knownStages(): Promise<string[]> {
  const { printed } = await runTests('no-such-stage');
  const [, names = ''] = /Stages: (.*)/.exec(printed) ?? [];
  return names.split(', ');
}

/** What npm test with these arguments prints, and its exit code. */
async function runTests(...args: string[]): Promise<{ printed: string; code: unknown }> {
  return await new Promise((resolve) => {
    const all = ['--import', 'tsx', join('test', 'run.ts'), ...args];
    execFile(process.execPath, all, { cwd: repoFolder }, (error, printed) =>
      resolve({ printed, code: error?.code ?? 0 }),
    );
  });
}

function read(path: string): string {
  return readFileSync(join(repoFolder, path), 'utf8');
}
