import { writeExtension } from './writeExtension.ts';

/** The file that the baseline checks, and that the extension does not. */
export const BASELINE_FILE = 'baseline.js';

/** The least that a checker can do: after the quiet, it looks for a few characters. The rest is VS Code's own time. */
const code = (fault: string, quietMilliseconds: number) => `
const vscode = require('vscode');
exports.activate = () => {
  const findings = vscode.languages.createDiagnosticCollection('baseline');
  let timer;
  const check = (document) => {
    const at = document.getText().indexOf('${fault}');
    const range = new vscode.Range(document.positionAt(at), document.positionAt(at + ${fault.length}));
    findings.set(document.uri, at < 0 ? [] : [new vscode.Diagnostic(range, 'A fault')]);
  };
  vscode.workspace.onDidChangeTextDocument(({ document }) => {
    if (!document.uri.path.endsWith('/${BASELINE_FILE}')) return;
    clearTimeout(timer);
    timer = setTimeout(() => check(document), ${quietMilliseconds});
  });
};
`;

/** Writes an extension that underlines `fault` in the baseline's file into a folder. */
export async function writeBaselineChecker(
  folder: string,
  fault: string,
  quietMilliseconds: number,
): Promise<void> {
  await writeExtension(
    folder,
    { name: 'baseline', displayName: 'Baseline', activationEvents: ['onLanguage:javascript'] },
    code(fault, quietMilliseconds),
  );
}
