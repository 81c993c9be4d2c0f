import { fork } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import * as vscode from 'vscode';
import { RUNNING_PRACTICE_ORG } from '../../src/host/signIn/practiceOrgs.ts';
import { makeTemporaryFolder } from '../host/temporaryFolder.ts';
import { inMemoryContext, inMemorySecrets } from './inMemory.ts';

/**
 * How the one that is shared introduces itself. Starting one takes longer than most tests; so it ends with this process,
 * and each test begins with a reset.
 */
let shared: Promise<string> | undefined;
let borrowers = 0;

/** From now on everything here that needs the practice org finds the same one, until as many gave it back as borrowed it. */
export async function borrowPracticeOrg(): Promise<void> {
  borrowers += 1;
  shared ??= start();
  process.env[RUNNING_PRACTICE_ORG] = await shared;
}

export function returnPracticeOrg(): void {
  borrowers -= 1;
  if (borrowers === 0) delete process.env[RUNNING_PRACTICE_ORG];
}

/** One in which no more is than a test needs to begin. */
async function start(): Promise<string> {
  const { path } = await makeTemporaryFolder('practice-org');
  const { asAbsolutePath } = inMemoryContext(inMemorySecrets(), vscode.Uri.file(path));
  const program = fork(asAbsolutePath('dist/practiceOrg.js'), ['--port', '0', '--size', 'bare'], {
    silent: true,
  });
  if (program.stdout === null) throw new Error('The practice org has no output.');
  const [introduction] = await once(createInterface(program.stdout), 'line');
  return String(introduction);
}
