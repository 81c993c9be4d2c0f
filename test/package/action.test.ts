import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdir, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import yaml from 'js-yaml';
import { afterEach, before, beforeEach, describe, it } from 'mocha';
import * as z from 'zod/mini';
import { extensionFolder, repoFolder } from '../host/paths.ts';
import { makeTemporaryFolder, type TemporaryFolder } from '../host/temporaryFolder.ts';
import { FAULTY, FINE, TWICE } from '../unit/cli/project.ts';

const Action = z.object({
  inputs: z.record(z.string(), z.object({ description: z.string(), default: z.string() })),
  outputs: z.record(z.string(), z.object({ description: z.string(), value: z.string() })),
  runs: z.object({
    using: z.literal('composite'),
    steps: z.array(
      z.object({
        name: z.string(),
        id: z.optional(z.string()),
        shell: z.literal('bash'),
        'working-directory': z.string(),
        env: z._default(z.record(z.string(), z.string()), {}),
        run: z.string(),
      }),
    ),
  }),
});
type Action = z.infer<typeof Action>;
type Inputs = Readonly<Record<string, string>>;
type Ended = { readonly code: number; readonly out: string; readonly outputs: string };

describe('The GitHub action', () => {
  let action: Action;
  let folder: TemporaryFolder;

  before(async () => {
    action = Action.parse(yaml.load(await readFile(join(repoFolder, 'action.yml'), 'utf8')));
  });
  beforeEach(async () => {
    folder = await makeTemporaryFolder('action');
    await mkdir(join(folder.path, 'project', 'src'), { recursive: true });
  });
  afterEach(async () => {
    await folder.remove();
  });

  const put = async (name: string, text: string) => await writeFile(join(folder.path, 'project', name), text);

  /** Runs its last step as a runner does, with what the steps before it have built. */
  async function check(inputs: Inputs = {}): Promise<Ended> {
    const [step] = action.runs.steps.slice(-1);
    assert.ok(step);
    const outputFile = join(folder.path, 'outputs');
    await writeFile(outputFile, '');
    const env = Object.fromEntries(
      Object.entries({ ...step.env, PROGRAM: join(extensionFolder, 'dist', 'genesys-oauth.cjs') }).map(
        ([name, value]) => [name, filledIn(action, value, inputs)],
      ),
    );
    const { code, out } = await bash(step.run, {
      cwd: join(
        folder.path,
        filledIn(action, step['working-directory'], { 'working-directory': 'project', ...inputs }),
      ),
      env: { ...process.env, ...env, GITHUB_OUTPUT: outputFile },
    });
    return { code, out, outputs: await readFile(outputFile, 'utf8') };
  }

  it('shows at its line what is wrong, fails, and says by which exit code', async () => {
    await put('src/framework.js', FAULTY);
    const { code, out, outputs } = await check();
    assert.match(out, /^::error file=src\/framework\.js,line=4,/m);
    assert.deepEqual([code, outputs], [1, 'exit-code=1\n']);
  });

  it('is content with what is right, and tells apart what could not be checked', async () => {
    await put('src/framework.js', FINE);
    assert.deepEqual(await check({ paths: 'src' }), { code: 0, out: '', outputs: 'exit-code=0\n' });
    const missing = await check({ paths: 'src\nnot-there' });
    assert.deepEqual([missing.code, missing.outputs], [2, 'exit-code=2\n']);
  });

  it('takes each of its inputs: several paths and severities, a limit of warnings, a baseline, a language', async () => {
    await put('src/framework.js', FINE);
    await put('src/twice frame.js', TWICE);
    await put('src/faulty.js', FAULTY);
    const both = 'src/twice frame.js\nsrc/faulty.js\n';
    assert.equal((await check({ paths: 'src/twice frame.js', 'max-warnings': '0' })).code, 1);
    assert.equal((await check({ paths: 'src/twice frame.js' })).code, 0);
    const quiet = 'malformed-client-id=off\nduplicate-key=off';
    assert.deepEqual((await check({ paths: both, severity: quiet })).out, '');
    assert.match((await check({ paths: both, lang: 'ja' })).out, /Client ID ではありません|クライアント ID/);
    await put('baseline.json', '{}');
    assert.equal((await check({ paths: both, baseline: 'baseline.json' })).code, 2);
    assert.deepEqual(
      Object.keys(action.inputs).filter(
        (input) => !JSON.stringify(action.runs).includes(`inputs.${input} }}`),
      ),
      [],
    );
  });

  it('writes SARIF beside that, where a file is named', async () => {
    await put('src/framework.js', FAULTY);
    const { code } = await check({ 'sarif-file': 'result.sarif' });
    const sarif = JSON.parse(await readFile(join(folder.path, 'project', 'result.sarif'), 'utf8'));
    assert.deepEqual([code, sarif.runs[0].results[0].ruleId], [1, 'malformed-client-id']);
  });

  it('says so where the file for SARIF cannot be written, and takes that for nothing else', async () => {
    await put('src/framework.js', FINE);
    const { code, out, outputs } = await check({ 'sarif-file': 'not-there/result.sarif' });
    assert.deepEqual([code, outputs], [2, 'exit-code=2\n']);
    assert.match(out, /^::error::The file that sarif-file names cannot be written\.$/m);
  });

  it('writes no SARIF through a link, which may come with a pull request and lead anywhere', async function () {
    if (process.platform === 'win32') this.skip();
    await put('src/framework.js', FINE);
    for (const target of ['../profile', '../not-there']) {
      await writeFile(join(folder.path, 'profile'), 'mine');
      await rm(join(folder.path, 'project', 'result.sarif'), { force: true });
      await symlink(target, join(folder.path, 'project', 'result.sarif'));
      const { code, out } = await check({ 'sarif-file': 'result.sarif' });
      assert.equal(code, 2);
      assert.match(out, /^::error::The file that sarif-file names is a link, and is left alone\.$/m);
      assert.equal(await readFile(join(folder.path, 'profile'), 'utf8'), 'mine');
    }
    assert.deepEqual((await readdir(folder.path)).sort(), ['outputs', 'profile', 'project']);
  });

  it('runs nothing of what somebody writes into an input, and takes no option from a path', async () => {
    await put('src/framework.js', FINE);
    const inputs = Object.keys(action.inputs).filter((name) => !name.startsWith('working'));
    for (const text of ['$(touch ran)', '`touch ran`', '"; touch ran; "', "'; touch ran; '"])
      assert.equal((await check(Object.fromEntries(inputs.map((name) => [name, text])))).code, 2, text);
    assert.equal((await check({ paths: '--fix' })).code, 2);
    await assert.rejects(readFile(join(folder.path, 'project', 'ran')), { code: 'ENOENT' });
    for (const { name, run } of action.runs.steps) assert.doesNotMatch(run, /\$\{\{/, name);
  });
});

/** A value of action.yml with what a runner puts in. */
function filledIn({ inputs: known }: Action, value: string, inputs: Inputs): string {
  return value.replace(
    /\$\{\{ inputs\.([\w-]+) \}\}/g,
    (_, name: string) => inputs[name] ?? known[name]?.default ?? '',
  );
}

async function bash(
  script: string,
  how: { cwd: string; env: NodeJS.ProcessEnv },
): Promise<{ code: number; out: string }> {
  return await new Promise((resolve) => {
    // As a runner starts it.
    execFile('bash', ['--noprofile', '--norc', '-e', '-o', 'pipefail', '-c', script], how, (error, out) =>
      resolve({ code: error === null ? 0 : Number(error.code), out }),
    );
  });
}
