import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fixturesFolder, repoFolder } from '../host/paths.ts';
import { makeTemporaryFolder } from '../host/temporaryFolder.ts';
import { type Row, ratioRow } from './row.ts';

const SAMPLE = join(fixturesFolder, 'frameworkCorpus', 'several-faults.js');
const MANY = 1000;

/** Tells on a pipe of its own what processor time the process took, so that what else is going on does not count. */
const PROBE = `process.on('exit', () => {
  const { user, system } = process.cpuUsage();
  require('node:fs').writeSync(3, String((user + system) / 1000));
});
`;

/** What processor time starts of Node.js took, in milliseconds and in turns: alone, and with what it was to do. */
export type Starts = {
  /** Node.js that loads acorn and ends. */
  readonly bare: number[];
  /** The command line that checks one file. */
  readonly one: number[];
  /** The same with 1,000 files. */
  readonly many: number[];
};

/** Measures a built command line on its own and beside Node.js. */
export async function measureStarts(program: string, turns: { one: number; many: number }): Promise<Starts> {
  const folder = await makeTemporaryFolder('bench-command-line');
  try {
    for (let file = 0; file < MANY; file += 1) {
      mkdirSync(join(folder.path, 'many', String(file)), { recursive: true });
      cpSync(SAMPLE, join(folder.path, 'many', String(file), 'framework.js'));
    }
    mkdirSync(join(folder.path, 'one'));
    cpSync(SAMPLE, join(folder.path, 'one', 'framework.js'));
    const acorn = createRequire(import.meta.url).resolve('acorn');
    const bare = join(folder.path, 'bare.cjs');
    writeFileSync(bare, `require(${JSON.stringify(acorn)});\n`);
    const probe = join(folder.path, 'probe.cjs');
    writeFileSync(probe, PROBE);
    const start = (...args: readonly string[]) => {
      const { output } = spawnSync(process.execPath, ['--require', probe, ...args], {
        cwd: folder.path,
        stdio: ['ignore', 'pipe', 'ignore', 'pipe'],
        encoding: 'utf8',
        maxBuffer: 100_000_000,
      });
      return Number(output[3]);
    };
    const starts: Starts = { bare: [], one: [], many: [] };
    for (let turn = 0; turn < turns.one; turn += 1) {
      starts.bare.push(start(bare));
      starts.one.push(start(program, 'check', 'one'));
    }
    for (let turn = 0; turn < turns.many; turn += 1) starts.many.push(start(program, 'check', 'many'));
    return starts;
  } finally {
    await folder.remove();
  }
}

/** How long the command line takes for one file, and for a thousand. */
export async function commandLineRows(): Promise<Row[]> {
  const program = join(repoFolder, 'dist', 'genesys-oauth.cjs');
  const { bare, one, many } = await measureStarts(program, { one: 15, many: 5 });
  return [
    ratioRow('genesys-oauth check, one file', {
      ours: one,
      baseline: bare,
      against: 'the start of Node.js with acorn',
      most: 1.5,
    }),
    ratioRow(`genesys-oauth check, ${MANY} files`, {
      ours: many,
      baseline: one,
      against: 'one file',
      most: 40,
    }),
  ];
}
