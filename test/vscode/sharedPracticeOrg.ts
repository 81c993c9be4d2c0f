import * as vscode from 'vscode';
import { createLog } from '../../src/host/log.ts';
import type { PracticeOrg } from '../../src/host/signIn/practiceOrg.ts';
import { PracticeOrgs, RUNNING_PRACTICE_ORG } from '../../src/host/signIn/practiceOrgs.ts';
import { makeTemporaryFolder } from '../host/temporaryFolder.ts';
import { inMemoryContext, inMemorySecrets } from './inMemory.ts';

/** Starting one takes longer than most tests; so it ends with this process, and each test begins with a reset. */
let shared: Promise<PracticeOrg> | undefined;
let borrowers = 0;

/** From now on everything here that needs the practice org finds the same one, until as many gave it back as borrowed it. */
export async function borrowPracticeOrg(): Promise<void> {
  borrowers += 1;
  shared ??= start();
  process.env[RUNNING_PRACTICE_ORG] = JSON.stringify(await shared);
}

export function returnPracticeOrg(): void {
  borrowers -= 1;
  if (borrowers === 0) delete process.env[RUNNING_PRACTICE_ORG];
}

async function start(): Promise<PracticeOrg> {
  const { path } = await makeTemporaryFolder('practice-org');
  const context = inMemoryContext(inMemorySecrets(), vscode.Uri.file(path));
  return await new PracticeOrgs(context, createLog()).reach();
}
