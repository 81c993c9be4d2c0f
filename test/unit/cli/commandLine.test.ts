import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'mocha';
import manifest from '../../../package.json' with { type: 'json' };
import { commands } from '../../../src/cli/commands.ts';
import { visible } from '../../../src/core/texts/visible.ts';
import { repoFolder } from '../../host/paths.ts';
import { answerOf } from './answers.ts';
import { FAULTY, FINE, useProject } from './project.ts';

/** An agent is a person who works in the framework (docs/terms.md); what is called so here is an AI agent. */
const PLAIN_AGENT = /(?<!AI\s)\bagents?\b/;

describe('The command line', () => {
  const project = useProject();

  for (const args of [['--help'], ['-h'], ['help']]) {
    it(`teaches by ${args.join(' ')} which commands there are, and what they end with`, async () => {
      const { exitCode, out, err } = await project.run(args);
      assert.deepEqual([exitCode, err], [0, '']);
      for (const { name } of commands) assert.ok(out.includes(`\n  genesys-oauth ${name}\n      `), name);
      for (const word of ['--lang', 'NO_COLOR', '  0\n', '  1\n', '  2\n'])
        assert.ok(out.includes(word), word);
    });
  }

  for (const { name, options } of commands) {
    it(`teaches by ${name} --help, and by help ${name}, what it can do`, async () => {
      const { exitCode, out, err } = await project.run([...name.split(' '), '--help']);
      assert.deepEqual([exitCode, err], [0, '']);
      assert.ok(out.includes(`\n  genesys-oauth ${name}`));
      for (const word of [...options.map((option) => `\n  --${option}`), '\n  0\n', '\n  2\n'])
        assert.ok(out.includes(word), word);
      assert.doesNotMatch(out, PLAIN_AGENT);
      assert.equal((await project.run(['help', ...name.split(' ')])).out, out);
    });
  }

  it('is in the README with all its commands', () => {
    const readme = readFileSync(join(repoFolder, 'src', 'cli', 'npm', 'README.md'), 'utf8');
    assert.doesNotMatch(readme, PLAIN_AGENT);
    for (const { name } of commands) assert.match(readme, new RegExp(`^\\| \`${name}[\` ]`, 'm'));
  });

  it('shows the same as an error where nothing is asked', async () => {
    const { exitCode, out, err } = await project.run([]);
    assert.deepEqual([exitCode, out], [2, '']);
    assert.match(err, /genesys-oauth check/);
  });

  it('says which version it is', async () => {
    assert.deepEqual(await project.run(['--version']), {
      exitCode: 0,
      out: `${manifest.version}\n`,
      err: '',
    });
  });

  for (const [args, says] of [
    [['chek'], /There is no command "chek"\. Did you mean check\?/],
    [['check', '--fromat', 'json'], /There is no option --fromat\. Did you mean --format\?/],
    [['check', '-x'], /There is no option -x\./],
    [
      ['check', '--format', 'yaml'],
      /--format does not know "yaml"\. There are: text, json, sarif, github, junit\./,
    ],
    [['check', '--format', 'jsn'], /Did you mean json\?/],
    [['check', '--format'], /--format needs a value/],
    [['check', '--format', '--fix'], /--format needs a value/],
    [['check', '--fix=yes'], /--fix takes no value/],
    [['check', '--severity', 'unknown-region'], /code=level/],
    [['check', '--severity', 'unknown-regoin=off'], /Did you mean unknown-region\?/],
    [['check', '--severity', 'unknown-region=loud'], /error, warning, information, hint, off/],
    [['check', '--max-warnings', '-1'], /--max-warnings/],
    [['check', '--max-warnings', 'few'], /takes a number from 0, not "few"/],
    [['check', '--lang', 'de'], /--lang does not know "de"\. There are: en, ja\./],
    [['check', '--baseline', 'a', '--write-baseline', 'b'], /cannot be given together/],
    [['check', '--stdin', 'framework.js'], /no paths/],
    [['check', '--stdin', '--fix'], /cannot be given together/],
    [['check', '--stdin-filename', 'a.js'], /goes only with --stdin/],
    [['check', ''], /A path is empty/],
  ] as const) {
    it(`refuses ${args.join(' ') || 'nothing'} in words, and checks nothing`, async () => {
      await project.write('framework.js', FAULTY);
      const { exitCode, out, err } = await project.run(args);
      assert.deepEqual([exitCode, out], [2, '']);
      assert.match(err, says);
      assert.match(err, /See genesys-oauth --help\.\n$/);
    });
  }

  it('shows nothing to a terminal that would move its cursor, whatever was written', async () => {
    for (const args of [['\u001b[2J'], ['check', '--format', '\u001b[2J'], ['check', '\u202eerocs.sj']]) {
      const { err } = await project.run(args);
      for (const line of err.split('\n')) assert.equal(line, visible(line));
      assert.match(err, /\\u(001b|202e)/);
    }
  });

  it('takes what follows -- for a path, whatever it looks like', async () => {
    await project.write('--fix', FAULTY);
    const ended = await project.run(['check', '--', '--fix']);
    assert.deepEqual(
      answerOf(ended).problems.map(({ path }) => path),
      ['--fix'],
    );
  });
});

describe('The language of the command line', () => {
  const project = useProject();

  for (const [env, args, isJapanese] of [
    [{ LANG: 'ja_JP.UTF-8' }, [], true],
    [{ LC_ALL: 'ja_JP', LANG: 'en_US.UTF-8' }, [], true],
    [{ LC_ALL: 'C', LANG: 'ja_JP.UTF-8' }, [], false],
    [{ LC_ALL: '', LANG: 'ja' }, [], true],
    [{ LANG: 'jam_JM' }, [], false],
    [{}, [], false],
    [{ LANG: 'en_US.UTF-8' }, ['--lang', 'ja'], true],
    [{ LANG: 'ja_JP.UTF-8' }, ['--lang', 'en'], false],
  ] as const) {
    it(`is ${isJapanese ? 'Japanese' : 'English'} for ${JSON.stringify(env)} ${args.join(' ')}`, async () => {
      await project.write('framework.js', FAULTY);
      const { problems } = answerOf(await project.run(['check', ...args], { env }));
      assert.equal(/[\u3040-\u30ff]/.test(problems[0]?.message ?? ''), isJapanese);
    });
  }

  it('is that of what is wrong with the command line, too', async () => {
    const { err } = await project.run(['chek', '--lang', 'ja']);
    assert.match(err, /コマンド "chek" はありません。check のことですか/);
  });
});

describe('The form of an answer', () => {
  const project = useProject();

  for (const [where, surroundings, isText] of [
    ['a terminal', { terminal: true }, true],
    ['a pipe', {}, false],
    ['an agent that has a terminal', { terminal: true, env: { CLAUDECODE: '1' } }, false],
    ['an agent that says so by a general name', { terminal: true, env: { AI_AGENT: 'some' } }, false],
  ] as const) {
    it(`is ${isText ? 'text' : 'JSON'} in ${where}`, async () => {
      await project.write('framework.js', FINE);
      const { out } = await project.run(['check'], surroundings);
      assert.equal(out.startsWith('{'), !isText);
    });
  }

  it('is what --format says, wherever it goes', async () => {
    await project.write('framework.js', FINE);
    const piped = await project.run(['check', '--format', 'text']);
    const shown = await project.run(['check', '--format', 'json'], { terminal: true });
    assert.match(piped.out, /^Files checked: 1\./);
    assert.equal(answerOf(shown).exitCode, 0);
  });

  it('has colors in a terminal alone, and none with NO_COLOR', async () => {
    await project.write('framework.js', FAULTY);
    const text = ['check', '--format', 'text'];
    const colors = async (surroundings: Parameters<typeof project.run>[1]) =>
      (await project.run(text, surroundings)).out.includes('\u001b[');
    assert.equal(await colors({ terminal: true }), true);
    assert.equal(await colors({ terminal: true, env: { NO_COLOR: '1' } }), false);
    assert.equal(await colors({}), false);
  });
});
