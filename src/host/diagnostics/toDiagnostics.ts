import * as vscode from 'vscode';
import { type DiagnosticCode, diagnostics, isDiagnosticCode } from '../../core/findings/catalogue.ts';
import { type Finding, findingText, type Related } from '../../core/findings/finding.ts';
import type { Place } from '../../core/framework/places.ts';
import { relatedText } from '../../core/texts/frameworkFixes.ts';
import { textLanguage } from '../language.ts';
import { documentationOf } from './documentation.ts';
import { type Positions, rangeOf } from './positions.ts';
import type { Severities } from './severity.ts';

/** What VS Code says where a diagnostic comes from. */
export const SOURCE = 'Genesys OAuth';

/** What an editor shows: a finding at a place of a text; what is related may be in another file. */
export type FileFinding = Omit<Finding<DiagnosticCode, Place, unknown>, 'related'> & {
  readonly related: readonly (Related<Place> | (Related<Place> & { readonly uri: vscode.Uri }))[];
};

/** Findings as VS Code shows them, each linked to its documentation; without those that the settings switch off. */
export function toDiagnostics(
  findings: readonly FileFinding[],
  uri: vscode.Uri,
  positions: Positions,
  severities: Severities,
): vscode.Diagnostic[] {
  return findings.flatMap((finding) => {
    const { code, place } = finding;
    const severity = severities.of(code, finding.severity, uri);
    if (severity === undefined) return [];
    const text = findingText(diagnostics, finding, textLanguage());
    const diagnostic = new vscode.Diagnostic(rangeOf(positions, place), text, severity);
    diagnostic.source = SOURCE;
    diagnostic.code = { value: code, target: documentationOf(code) };
    diagnostic.relatedInformation = finding.related.map((related) => {
      const location =
        'uri' in related
          ? new vscode.Location(related.uri, new vscode.Position(0, 0))
          : new vscode.Location(uri, rangeOf(positions, related.place));
      return new vscode.DiagnosticRelatedInformation(location, relatedText(related));
    });
    if (isWithoutEffect(code)) diagnostic.tags = [vscode.DiagnosticTag.Unnecessary];
    return [diagnostic];
  });
}

/** The code of one of our diagnostics; undefined for all others. */
export function codeOf({ source, code }: vscode.Diagnostic): DiagnosticCode | undefined {
  const value = typeof code === 'object' ? code.value : code;
  return source === SOURCE && isDiagnosticCode(value) ? value : undefined;
}

/** What the framework never sees is drawn pale, as other code without effect is. */
function isWithoutEffect(code: DiagnosticCode): boolean {
  return code === 'duplicate-region' || code === 'duplicate-setting';
}
