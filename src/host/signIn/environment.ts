import * as vscode from 'vscode';
import type { Environment } from '../../core/signIn/ways.ts';
import type { Browser } from './browser.ts';

/** Where VS Code runs, as far as signing in depends on it. */
export function readEnvironment({ works }: Browser): Environment {
  return { place: place(), browser: works };
}

function place(): Environment['place'] {
  if (vscode.env.uiKind === vscode.UIKind.Web) return 'web';
  return vscode.env.remoteName === undefined ? 'desktop' : 'remote';
}
