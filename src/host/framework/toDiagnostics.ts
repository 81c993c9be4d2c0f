import * as vscode from 'vscode';
import type { FrameworkProblem } from '../../core/framework/problem.ts';
import { frameworkProblemText, relatedText } from '../../core/texts/framework.ts';
import { textLanguage } from '../language.ts';
import { type Positions, rangeOf } from './positions.ts';
import type { Severities } from './severity.ts';

export const SOURCE = 'Genesys OAuth';

/** Problems as VS Code shows them; without those that the settings switch off. */
export function toDiagnostics(
  problems: readonly FrameworkProblem[],
  uri: vscode.Uri,
  positions: Positions,
  severities: Severities,
): vscode.Diagnostic[] {
  return problems.flatMap((problem) => {
    const severity = severities.of(problem.code, problem.severity, uri);
    if (severity === undefined) return [];
    const text = frameworkProblemText(problem, textLanguage());
    const diagnostic = new vscode.Diagnostic(rangeOf(positions, problem.place), text, severity);
    diagnostic.source = SOURCE;
    diagnostic.code = problem.code;
    diagnostic.relatedInformation = problem.related.map((related) => {
      const location = new vscode.Location(uri, rangeOf(positions, related.place));
      return new vscode.DiagnosticRelatedInformation(location, relatedText(related));
    });
    if (isWithoutEffect(problem)) diagnostic.tags = [vscode.DiagnosticTag.Unnecessary];
    return [diagnostic];
  });
}

/** What the framework never sees is drawn pale, as other code without effect is. */
function isWithoutEffect({ code }: FrameworkProblem): boolean {
  return code === 'duplicate-region' || code === 'duplicate-setting';
}
