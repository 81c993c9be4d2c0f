import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { chmod, mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { promisify } from 'node:util';
import { describe, it } from 'mocha';
import { formats } from '../../../src/cli/check/checkRequest.ts';
import { commands } from '../../../src/cli/commands.ts';
import { complete } from '../../../src/cli/completion/complete.ts';
import { scripts, shells } from '../../../src/cli/completion/scripts.ts';
import { diagnostics } from '../../../src/core/findings/catalogue.ts';
import { levels } from '../../../src/core/findings/chosenSeverity.ts';
import { useProject } from './project.ts';

const offered = (line: string): readonly string[] | 'files' => {
  const completion = complete(line);
  return completion.kind === 'files' ? 'files' : completion.candidates.map(([word]) => word);
};

describe('What can be typed next', () => {
  it('is a command at first, then the second word of one that has two', () => {
    const heads = [...new Set(commands.map(({ name }) => name.split(' ')[0]))];
    assert.deepEqual(offered('genesys-oauth '), [...heads, 'help']);
    assert.deepEqual(offered('genesys-oauth help '), heads);
    assert.deepEqual(offered('genesys-oauth chec'), ['check']);
    assert.deepEqual(offered('genesys-oauth nonsense '), []);
    for (const { name } of commands) {
      const [head = '', next] = name.split(' ');
      assert.ok(offered('genesys-oauth ').includes(head), name);
      if (next !== undefined) assert.ok(offered(`genesys-oauth ${head} `).includes(next), name);
    }
  });

  it('is an option of the command that is not there yet, with what it means', () => {
    for (const { name, options } of commands) {
      const words = offered(`genesys-oauth ${name} --`);
      assert.deepEqual(
        words,
        [...options, 'help', 'version', 'lang'].map((option) => `--${option}`),
        name,
      );
    }
    assert.deepEqual(offered('genesys-oauth check --fix --fi'), []);
    assert.deepEqual(offered('genesys-oauth check --severity a=off --sev'), ['--severity']);
    const completion = complete('genesys-oauth check --fix');
    assert.match(completion.kind === 'words' ? (completion.candidates[0]?.[1] ?? '') : '', /^Repairs/);
  });

  it('is a value that the option takes, behind a blank or an equals sign', () => {
    assert.deepEqual(offered('genesys-oauth check --format '), formats);
    assert.deepEqual(offered('genesys-oauth check --format=j'), ['--format=json', '--format=junit']);
    assert.deepEqual(offered('genesys-oauth check --lang '), ['en', 'ja']);
    assert.deepEqual(
      offered('genesys-oauth check --severity '),
      Object.keys(diagnostics).map((code) => `${code}=`),
    );
    assert.deepEqual(
      offered('genesys-oauth check --severity unknown-region='),
      levels.map((level) => `unknown-region=${level}`),
    );
    assert.deepEqual(offered('genesys-oauth check --max-warnings '), []);
    assert.deepEqual(offered('genesys-oauth check --nonsense=x'), []);
  });

  it('is a file where one is meant', () => {
    for (const line of ['check ', 'check src', 'check --baseline ', 'check --baseline=b', 'check -- --f'])
      assert.equal(offered(`genesys-oauth ${line}`), 'files', line);
    assert.deepEqual(offered('genesys-oauth completion '), shells);
  });
});

describe('The completion of a shell', () => {
  const project = useProject();

  it('is printed by the name of the shell, and nothing else is', async () => {
    for (const shell of shells)
      assert.deepEqual(await project.run(['completion', shell]), {
        exitCode: 0,
        out: scripts[shell],
        err: '',
      });
    for (const args of [[], ['fish'], ['bash', 'zsh'], ['words'], ['words', 'a', 'b']]) {
      const { exitCode, out, err } = await project.run(['completion', ...args]);
      assert.deepEqual([exitCode, out], [2, ''], args.join(' '));
      assert.match(err, /genesys-oauth --help/);
    }
  });

  it('asks the program with the line, in Japanese like all else', async () => {
    const { out } = await project.run(['completion', 'words', 'genesys-oauth check --fi', '--lang', 'ja']);
    assert.match(out, /^--fix\t.*[ぁ-ん]/);
    assert.equal((await project.run(['completion', 'words', 'genesys-oauth check '])).out, ':files\n');
  });

  it('offers in bash what the program answers, behind an equals sign the rest of it', async () => {
    const program = project.path('bin', 'genesys-oauth');
    await mkdir(dirname(program));
    await project.write('bin/genesys-oauth', PROGRAM);
    await chmod(program, 0o755);
    await project.write('completion.bash', scripts.bash);
    const inBash = async (line: string) => {
      const script = `source completion.bash
        COMP_WORDBREAKS=$' \\t\\n"><=;|&(:'
        COMP_LINE="$1" COMP_POINT=\${#1} COMP_WORDS=(genesys-oauth)
        _genesys_oauth 2> /dev/null
        printf '%s\\n' "\${COMPREPLY[@]}"`;
      const { stdout } = await promisify(execFile)('bash', ['-c', script, 'bash', line], {
        cwd: project.path(),
        env: { ...process.env, PATH: `${dirname(program)}:${process.env['PATH']}` },
      });
      return stdout.split('\n').filter((each) => each !== '');
    };
    assert.deepEqual(await inBash('genesys-oauth check --fo'), ['completion words genesys-oauth check --fo']);
    assert.deepEqual(await inBash('genesys-oauth check --format=j'), ['json', 'junit']);
    assert.deepEqual(await inBash('genesys-oauth check files'), []);
  });
});

/** In the place of the program: answers with what it was asked, or as the line says. */
const PROGRAM = `#!/bin/sh
case "$3" in
  *=j) printf -- '--format=json\\t\\n--format=junit\\t\\n' ;;
  *files) echo ':files' ;;
  *) printf '%s\\tmeaning of it\\n' "$*" ;;
esac
`;
