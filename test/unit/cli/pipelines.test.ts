import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import yaml from 'js-yaml';
import { before, describe, it } from 'mocha';
import * as z from 'zod/mini';
import { wordsOf } from '../../../src/cli/commandLine.ts';
import { readCommand } from '../../../src/cli/commands.ts';
import { repoFolder } from '../../host/paths.ts';
import { textsOfProject } from '../docs/project.ts';
import { useProject } from './project.ts';

const README = 'src/cli/npm/README.md';
const Hooks = z.object({ repos: z.array(z.object({ hooks: z.array(z.object({ files: z.string() })) })) });
const Inputs = z.object({ inputs: z.record(z.string(), z.unknown()) });

describe('What the package says of pipelines', () => {
  const project = useProject();
  let texts: ReadonlyMap<string, string>;
  let readme: string;
  /** Each block of YAML in it. */
  let examples: readonly { readonly text: string; readonly value: unknown }[];

  before(() => {
    texts = textsOfProject();
    readme = readFileSync(join(repoFolder, README), 'utf8');
    examples = [...readme.matchAll(/^```yaml\n(.*?)^```$/gms)].map(([, text = '']) => ({
      text,
      value: yaml.load(text),
    }));
  });

  it('is YAML, and calls the command line in words that it understands', () => {
    assert.equal(examples.length, 5);
    const calls = [...readme.matchAll(/npx --no genesys-oauth (.*?)(?: > .*)?$/gm)].map(([, words = '']) =>
      words.replace(/`.*$/, ''),
    );
    assert.ok(calls.length >= 7);
    for (const call of calls)
      assert.equal(readCommand(wordsOf(call.split(' ').filter((word) => word !== ''))).kind, 'run', call);
  });

  it('names the inputs of the action, and all of them', () => {
    const { inputs } = Inputs.parse(yaml.load(readFileSync(join(repoFolder, 'action.yml'), 'utf8')));
    const said = readme.slice(readme.indexOf('### GitHub Actions'), readme.indexOf('### GitLab'));
    assert.deepEqual(
      Object.keys(inputs).filter((input) => !said.includes(`\`${input}\``) && !said.includes(`${input}: `)),
      [],
    );
  });

  it('lets a hook before a commit look at the files that the command line looks at', () => {
    const [files = ''] = examples.flatMap(({ value }) => {
      const hooks = Hooks.safeParse(value);
      return hooks.success ? hooks.data.repos.flatMap((repo) => repo.hooks.map((hook) => hook.files)) : [];
    });
    const meant = ['framework.js', 'src/framework.js', 'genesys-scim.json', 'a b/genesys-scim.json'];
    const other = ['my-framework.js', 'framework.json', 'framework.js.map', 'genesys-scim.json5'];
    assert.deepEqual(
      [...meant, ...other].filter((path) => new RegExp(files).test(path)),
      meant,
    );
  });

  it('is tried in a workflow of this project, on a sample that fails', async () => {
    const workflow = readFileSync(join(repoFolder, '.github', 'workflows', 'test.yml'), 'utf8');
    const [, sample = ''] = /echo "(.*)" > sample\/framework\.js/.exec(workflow) ?? [];
    await project.write('framework.js', sample);
    assert.equal((await project.run(['check'])).exitCode, 1);
  });

  it('and every other text never let npx fetch a name that is not ours in a registry', () => {
    const fetching = [...texts].flatMap(([file, text]) =>
      [...text.matchAll(/npx (?!--no )\S*genesys-\S*/g)].map(([call]) => `${file}: ${call}`),
    );
    assert.deepEqual(fetching, []);
    assert.ok([...texts.values()].some((text) => text.includes('npx --no genesys-')));
  });
});
