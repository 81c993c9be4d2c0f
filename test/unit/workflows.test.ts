import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import yaml from 'js-yaml';
import { describe, it } from 'mocha';
import * as z from 'zod/mini';
import { downloadsFolder, repoFolder, resultsFolder } from '../host/paths.ts';

const Permissions = z.optional(z.record(z.string(), z.string()));
const Step = z.looseObject({
  uses: z.optional(z.string()),
  run: z.optional(z.string()),
  with: z.optional(z.record(z.string(), z.unknown())),
});
const Job = z.looseObject({
  'timeout-minutes': z.optional(z.number()),
  environment: z.optional(z.string()),
  permissions: Permissions,
  strategy: z.optional(
    z.looseObject({ matrix: z.object({ include: z.array(z.object({ node: z.number() })) }) }),
  ),
  steps: z.array(Step),
});
const Workflow = z.looseObject({ permissions: Permissions, jobs: z.record(z.string(), Job) });
const Manifest = z.object({
  engines: z.object({ node: z.string() }),
  scripts: z.record(z.string(), z.string()),
});

const FOLDER = '.github/workflows';
const { engines, scripts } = Manifest.parse(JSON.parse(read('package.json')));
const workflows = readdirSync(join(repoFolder, FOLDER)).map((file) => ({
  file,
  workflow: Workflow.parse(yaml.load(read(`${FOLDER}/${file}`))),
}));
const jobs = workflows.flatMap(({ file, workflow }) =>
  Object.entries(workflow.jobs).map(([name, job]) => ({ where: `${file}, ${name}`, job })),
);
const steps = jobs.flatMap(({ where, job }) => job.steps.map((step) => ({ where, step })));

describe('The workflows', () => {
  it('run on the oldest Node that package.json promises, and on none that is older', () => {
    const oldest = Number(/^>=(\d+)$/.exec(engines.node)?.[1]);
    const tested = jobs.flatMap(({ job }) => job.strategy?.matrix.include.map(({ node }) => node) ?? []);
    assert.equal(Math.min(...tested), oldest);
    const chosen = steps
      .map(({ step }) => step.with?.['node-version'])
      .filter((node) => typeof node === 'number');
    assert.deepEqual(
      chosen.filter((node) => !tested.includes(node)),
      [],
    );
    const container = Number(/^FROM node:(\d+)/m.exec(read('.devcontainer/Dockerfile'))?.[1]);
    assert.ok(tested.includes(container), `the dev container has Node ${container}`);
  });

  it('and the texts for people who work on this name npm scripts that are there', () => {
    const texts = [...workflows.map(({ file }) => `${FOLDER}/${file}`), 'README.md', 'CONTRIBUTING.md'];
    const named = texts.flatMap((path) =>
      [...read(path).matchAll(/npm run ([\w:-]+)/g)].map(([, name = '']) => `${path}: ${name}`),
    );
    assert.ok(named.length > 0);
    assert.deepEqual(
      named.filter((one) => !Object.hasOwn(scripts, one.split(': ')[1] ?? '')),
      [],
    );
  });

  it('keep and upload the folders that the tests write to', () => {
    const ours = [downloadsFolder, resultsFolder].map((folder) => basename(folder));
    const paths = steps.flatMap(({ where, step }) => {
      const path = step.with?.['path'];
      return /^actions\/(cache|upload-artifact)@/.test(step.uses ?? '')
        ? [{ where, path: String(path) }]
        : [];
    });
    assert.ok(paths.length > 0);
    assert.deepEqual(
      paths.filter(({ path }) => !ours.includes(path.split('/')[0] ?? '')),
      [],
    );
  });

  it('end every job in time', () => {
    for (const { where, job } of jobs) assert.ok((job['timeout-minutes'] ?? Infinity) <= 60, where);
  });

  it("run this project's own action and GitHub's only, each of those in a named major version", () => {
    for (const { where, step } of steps)
      assert.match(step.uses ?? './', /^(\.\/|actions\/[\w-]+@v\d+)$/, where);
  });

  it('may read the code and nothing else, but for the one job that makes the release and runs none of it', () => {
    for (const { file, workflow } of workflows) assert.ok(workflow.permissions, file);
    const writing = [...workflows.map(({ workflow }) => workflow), ...jobs.map(({ job }) => job)].filter(
      ({ permissions = {} }) =>
        Object.entries(permissions).some(([what, how]) => `${what}: ${how}` !== 'contents: read'),
    );
    const maker = workflows.find(({ file }) => file === 'release.yml')?.workflow.jobs['attach'];
    assert.deepEqual(writing, [maker]);
    assert.deepEqual(maker?.permissions, { contents: 'write' });
    assert.doesNotMatch(JSON.stringify(maker), /checkout|npm/);
  });

  it('leave no token of GitHub in the working copy', () => {
    for (const { where, step } of steps) {
      if (!step.uses?.startsWith('actions/checkout@')) continue;
      assert.equal(step.with?.['persist-credentials'], false, where);
    }
  });

  it('give the tokens of the stores to steps of an environment only, in which a person is asked first', () => {
    for (const { file, workflow } of workflows)
      assert.doesNotMatch(JSON.stringify(workflow['env'] ?? {}), /secrets/, file);
    const holders = jobs.filter(({ job }) => /secrets\b/.test(JSON.stringify(job)));
    assert.deepEqual(
      holders.map(({ where, job: { environment, env } }) => ({
        where,
        environment,
        early: /secrets/.test(JSON.stringify(env)),
      })),
      [{ where: 'release.yml, publish', environment: 'stores', early: false }],
    );
  });

  it('pack and publish with one version of vsce', () => {
    const versions = Object.values(scripts).flatMap((script) => script.match(/@vscode\/vsce@\S+/) ?? []);
    assert.ok(versions.length > 1);
    assert.equal(new Set(versions).size, 1);
  });
});

function read(path: string): string {
  return readFileSync(join(repoFolder, path), 'utf8');
}
