import * as vscode from 'vscode';
import type { Services } from '../services.ts';
import { FrameworkChecks } from './checks.ts';
import { checkWorkspace } from './checkWorkspace.ts';
import { FrameworkDiagnostics } from './diagnostics.ts';
import { FRAMEWORK_FILES } from './find.ts';
import { Severities } from './severity.ts';
import { SOURCE } from './toDiagnostics.ts';
import { WorkspaceCheck } from './workspaceCheck.ts';

/** All that the editor does for framework.js. */
export type Framework = vscode.Disposable & {
  /** Checks the files that are not open, too. */
  checkWorkspace(): Promise<void>;
};

/** Begins to watch, and to help with, every framework.js. */
export function createFramework({ log, orgClients }: Services): Framework {
  const collection = vscode.languages.createDiagnosticCollection(SOURCE);
  const files = vscode.workspace.createFileSystemWatcher(FRAMEWORK_FILES);
  const severities = new Severities(log);
  const checks = new FrameworkChecks(orgClients);
  const workspaceCheck = new WorkspaceCheck(collection, checks, severities, log, files);
  const parts = [
    collection,
    files,
    checks,
    new FrameworkDiagnostics(collection, checks, severities, log, files),
    workspaceCheck,
  ];
  return {
    checkWorkspace: async () => await checkWorkspace(workspaceCheck),
    dispose: () => {
      for (const part of parts.toReversed()) part.dispose();
    },
  };
}
