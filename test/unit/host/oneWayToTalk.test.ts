import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'mocha';
import { repoFolder } from '../../host/paths.ts';

/** What src/host/ui has in the place of what VS Code offers. There, names from an org stay what they are. */
const INSTEAD: readonly [RegExp, string][] = [
  [/\bshow(?:Information|Warning|Error)Message\b/, 'tell, warn, offer, answer, confirm or fail of Dialogs'],
  [/\b(?:showQuickPick|createQuickPick)\b/, 'choose, chooseStep or chooseSome of Dialogs, or askOneOf'],
  [/\b(?:showInputBox|createInputBox)\b/, 'askText'],
  [/\bwithProgress\b/, 'progress or wait of Dialogs'],
  [/\b(?:createStatusBarItem|setStatusBarMessage)\b/, 'createStatusItem'],
  [/\bnew (?:vscode\.)?CodeLens\(/, 'lensOf'],
  [/ui\/plainText\.ts/, 'what escapes by itself: Dialogs, askOneOf, askText, createStatusItem, lensOf'],
];

/** What a file does by itself that src/host/ui has, and what to use instead. */
function strays(text: string): string[] {
  return INSTEAD.flatMap(([banned, instead]) => {
    const found = banned.exec(text);
    return found === null ? [] : [`${found[0]}: use ${instead}`];
  });
}

describe('People are asked and told in src/host/ui alone', () => {
  const outside = readdirSync(join(repoFolder, 'src'), { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.ts') && !path.startsWith('host/ui/'));

  it('so that no other file does it by itself', () => {
    const found = outside.flatMap((path) =>
      strays(readFileSync(join(repoFolder, 'src', path), 'utf8')).map((each) => `src/${path}: ${each}`),
    );
    assert.deepEqual(found, []);
  });

  for (const text of [
    "vscode.window.showErrorMessage('x')",
    "import { window } from 'vscode'; window.showInformationMessage(name)",
    'const { showWarningMessage } = vscode.window',
    "vscode.window['showQuickPick']([])",
    'window.createQuickPick()',
    'window.createInputBox()',
    'await vscode.window.showInputBox()',
    'vscode.window.withProgress({}, work)',
    'const { withProgress } = window',
    'vscode.window.setStatusBarMessage(name)',
    'vscode.window.createStatusBarItem()',
    'new CodeLens(range, command)',
    'new vscode.CodeLens(range, command)',
    "import { plainLabel } from '../ui/plainText.ts'",
  ]) {
    it(`which this would be: ${text}`, () => assert.equal(strays(text).length, 1));
  }
});
