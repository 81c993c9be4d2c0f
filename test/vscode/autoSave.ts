import { after, before } from 'mocha';
import * as vscode from 'vscode';

/** For the tests of a file: nothing is saved but by them. In a browser, VS Code saves by itself a second after the last edit. */
export function useNoAutoSave(): void {
  const save = async (when: 'off' | undefined) =>
    await vscode.workspace
      .getConfiguration('files')
      .update('autoSave', when, vscode.ConfigurationTarget.Global);

  before(async () => await save('off'));

  after(async () => await save(undefined));
}
