import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Whether git would take a file: it stands in a work tree and is not ignored. `unclear`: git did not say. */
export type TakenByGit = 'no' | 'yes' | 'unclear';

/** Milliseconds that git has to answer. */
const PATIENCE = 10_000;

/**
 * Asks git itself, whose rules may stand in files far away. `folder` is where the file is to be, without links in its path.
 * Where git cannot be asked, nobody can tell.
 */
export async function takenByGit(folder: string, name: string, env: NodeJS.ProcessEnv): Promise<TakenByGit> {
  if (!isInWorkTree(folder)) return 'no';
  // A repository may name a program that git is to ask for what changed: a question must not run what strangers wrote.
  const args = ['-C', folder, '-c', 'core.fsmonitor=false', 'check-ignore', '--quiet', '--', `./${name}`];
  return await new Promise((resolve) => {
    execFile('git', args, { env: withoutGit(env), timeout: PATIENCE }, (error) => {
      // 0: it is ignored; 1: it is not, which a file that git has already never is; all else is no answer.
      if (error === null) resolve('no');
      else resolve(error.code === 1 ? 'yes' : 'unclear');
    });
  });
}

function isInWorkTree(folder: string): boolean {
  if (existsSync(join(folder, '.git'))) return true;
  const above = dirname(folder);
  return above !== folder && isInWorkTree(above);
}

/** The environment of whoever calls us may name another repository. */
function withoutGit(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !/^GIT_/i.test(name)));
}
