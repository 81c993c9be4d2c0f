import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { downloadsFolder, repoFolder } from '../host/paths.ts';
import { run } from '../host/processes.ts';
import { describeError, say } from '../host/say.ts';
import { isThere } from '../needs/downloads.ts';
import { inTurn } from '../needs/turn.js';
import type { FidelityClient } from './clients.ts';
import { providerMirror } from './installed/providerMirror.ts';

const here = join(repoFolder, 'test', 'fidelity');

/** One thing that a client did: whether it went well, and why not. */
const Step = z.object({ step: z.string(), ok: z.boolean(), why: z.string() });
export type Step = z.infer<typeof Step>;

export type ClientResult =
  | { readonly kind: 'ran'; readonly steps: readonly Step[] }
  | { readonly kind: 'not-run'; readonly reason: string };

/** Lets a client do its steps against an org, of which these variables of its environment tell. */
export async function runClient(client: FidelityClient, env: Record<string, string>): Promise<ClientResult> {
  let command: readonly string[];
  try {
    command = await commandOf(client);
  } catch (error) {
    return { kind: 'not-run', reason: describeError(error).split('\n')[0] ?? '' };
  }
  const [program = '', ...args] = command;
  const options = { cwd: here, env: { ...process.env, ...env }, output: 'keep', keepLines: 10_000 } as const;
  const output = await run(program, args, options).catch((error: unknown) => describeError(error));
  return { kind: 'ran', steps: stepsIn(output) };
}

/** A line that is no step is something else that the client says. Without any step it has not even started. */
function stepsIn(output: string): Step[] {
  const steps = output.split('\n').flatMap((line) => {
    if (!line.startsWith('{"step"')) return [];
    return [Step.parse(JSON.parse(line))];
  });
  return steps.length > 0 ? steps : [{ step: 'starts', ok: false, why: output.slice(-400) }];
}

/** How it is started, after what it needs was fetched. Rejects where that cannot be had. */
async function commandOf(client: FidelityClient): Promise<readonly string[]> {
  switch (client.by) {
    case 'node': {
      const reporter = join(here, 'reporter.cjs');
      const mocha = join(repoFolder, 'node_modules', 'mocha', 'bin', 'mocha.js');
      const file = join(repoFolder, 'test', 'org', client.program);
      return [process.execPath, '--import', 'tsx', mocha, '--exit', '--reporter', reporter, file];
    }
    case 'python': {
      const python = await fetchPython(client);
      return [python, join(here, 'python', client.program)];
    }
    case 'java': {
      const jars = await fetchJars(client);
      return ['java', '-cp', join(jars, '*'), join(here, 'java', client.program)];
    }
    case 'gc':
      await requireProgram('gc', ['--version']);
      return [process.execPath, '--import', 'tsx', join(here, 'installed', client.program)];
    case 'terraform': {
      await requireProgram('terraform', ['version']);
      const mirror = await providerMirror();
      return [process.execPath, '--import', 'tsx', join(here, 'installed', client.program), mirror];
    }
  }
}

async function requireProgram(program: string, args: string[]): Promise<void> {
  await run(program, args, { output: 'keep' }).catch((error: unknown) => {
    throw new Error(
      `There is no ${program} on the PATH that starts (${describeError(error).split('\n')[0]}).`,
    );
  });
}

async function fetchPython({ packages, name }: FidelityClient): Promise<string> {
  const folder = folderOf(packages);
  const bin = process.platform === 'win32' ? 'Scripts' : 'bin';
  const python = join(folder, bin, 'python');
  await fetchOnce(folder, name, async () => {
    await run(process.platform === 'win32' ? 'py' : 'python3', ['-m', 'venv', folder], { output: 'keep' });
    await run(python, ['-m', 'pip', 'install', '--quiet', ...packages], { output: 'keep' });
  });
  return python;
}

async function fetchJars({ packages, name }: FidelityClient): Promise<string> {
  const folder = folderOf(packages);
  await run('java', ['-version'], { output: 'keep' });
  await fetchOnce(folder, name, async () => {
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, 'pom.xml'), pomOf(packages));
    const goal = ['dependency:copy-dependencies', '-DoutputDirectory=jars'];
    await run('mvn', ['-q', '-B', ...goal], { cwd: folder, output: 'keep' });
  });
  return join(folder, 'jars');
}

function pomOf(packages: readonly string[]): string {
  const dependencies = packages.map((each) => {
    const [group, artifact, version] = each.split(':');
    return `<dependency><groupId>${group}</groupId><artifactId>${artifact}</artifactId><version>${version}</version></dependency>`;
  });
  return `<project xmlns="http://maven.apache.org/POM/4.0.0"><modelVersion>4.0.0</modelVersion>
<groupId>fidelity</groupId><artifactId>fidelity</artifactId><version>1</version>
<dependencies>${dependencies.join('')}</dependencies></project>
`;
}

function folderOf(packages: readonly string[]): string {
  const hash = createHash('sha256').update(packages.join('\n')).digest('hex').slice(0, 12);
  return join(downloadsFolder, 'fidelity', hash);
}

/** What was begun and not ended is begun again. */
async function fetchOnce(folder: string, name: string, fetch: () => Promise<void>): Promise<void> {
  const done = join(folder, 'done');
  await inTurn(
    `${folder}.lock`,
    () => say(`Another run is fetching ${name} …`),
    async () => {
      if (await isThere(done)) return;
      say(`Fetching ${name} …`);
      await fetch();
      await writeFile(done, '');
    },
  );
}
