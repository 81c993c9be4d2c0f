import * as vscode from 'vscode';
import { type DiagnosticCode, diagnostics, isDiagnosticCode } from '../../core/findings/catalogue.ts';
import { chosenSeverity, type Level } from '../../core/findings/chosenSeverity.ts';
import type { Severity } from '../../core/findings/entry.ts';
import { type Finding, findingText, type Related } from '../../core/findings/finding.ts';
import { locator, type Place } from '../../core/framework/places.ts';
import { relatedText } from '../../core/texts/frameworkFixes.ts';
import { textLanguage } from '../language.ts';
import type { Log } from '../log.ts';
import { documentationOf } from './documentation.ts';

/** The findings of one kind of file, as VS Code shows them. */
export class ShownFindings implements vscode.Disposable {
  private readonly collection: vscode.DiagnosticCollection;

  /** @param name Tells the kinds apart; nobody sees it. */
  constructor(
    readonly name: string,
    private readonly severities: Severities,
  ) {
    this.collection = vscode.languages.createDiagnosticCollection(name);
  }

  /** Shows these at a file in place of those before. */
  show(uri: vscode.Uri, findings: readonly FileFinding[], positions: Positions): void {
    this.collection.set(uri, toDiagnostics(findings, uri, positions, this.severities));
  }

  forget(uri: vscode.Uri): void {
    if (this.collection.has(uri)) this.collection.delete(uri);
  }

  /** The same for a file that is gone, or for all in a folder that is. */
  forgetWithin(place: vscode.Uri): void {
    for (const [uri] of [...this.collection]) if (isWithin(uri, place)) this.collection.delete(uri);
  }

  countAt(uri: vscode.Uri): number {
    return this.collection.get(uri)?.length ?? 0;
  }

  dispose(): void {
    this.collection.dispose();
  }
}

/** Whether it is this place, or in the folder that this place is. */
export function isWithin({ scheme, authority, path }: vscode.Uri, place: vscode.Uri): boolean {
  return (
    scheme === place.scheme &&
    authority === place.authority &&
    (path === place.path || path.startsWith(`${place.path}/`))
  );
}

/** What VS Code says where a diagnostic comes from. */
export const SOURCE = 'Genesys OAuth';

/** What an editor shows: a finding at a place of a text; what is related may be in another file. */
export type FileFinding = Omit<Finding<DiagnosticCode, Place, unknown>, 'related'> & {
  readonly related: readonly (Related<Place> | (Related<Place> & { readonly uri: vscode.Uri }))[];
};

/** Findings as VS Code shows them, each linked to its documentation; without those that the settings switch off. */
function toDiagnostics(
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

const SEVERITIES = {
  error: vscode.DiagnosticSeverity.Error,
  warning: vscode.DiagnosticSeverity.Warning,
  information: vscode.DiagnosticSeverity.Information,
  hint: vscode.DiagnosticSeverity.Hint,
  off: undefined,
} as const satisfies Record<Level, vscode.DiagnosticSeverity | undefined>;

/** How loud findings are: as the settings say, or as the finding itself does. */
export class Severities {
  /** What was logged as not understood, so that typing does not fill the log with it. */
  private readonly complained = new Set<string>();

  constructor(private readonly log: Log) {}

  /** Undefined when the settings of this file switch it off. */
  of(code: DiagnosticCode, byDefault: Severity, uri: vscode.Uri): vscode.DiagnosticSeverity | undefined {
    const setting: unknown = vscode.workspace.getConfiguration('genesysOAuth', uri).get('severity');
    const chosen = chosenSeverity(setting, code);
    switch (chosen.kind) {
      case 'none':
        return SEVERITIES[byDefault];
      case 'chosen':
        return SEVERITIES[chosen.level];
      case 'no-severity':
        this.complain(`genesysOAuth.severity: "${chosen.word}" for ${code} is no severity, and is ignored.`);
        return SEVERITIES[byDefault];
    }
  }

  private complain(line: string): void {
    if (this.complained.has(line)) return;
    this.complained.add(line);
    this.log.warn(line);
  }
}

/** Finds the lines and columns of a text: a document does, and so does `positionsIn`. */
type Positions = Pick<vscode.TextDocument, 'positionAt'>;

/** The positions of a text that no editor shows, with the line ends of an editor. */
export function positionsIn(text: string): Positions {
  const locate = locator(text);
  return {
    positionAt: (offset) => {
      const { line, column } = locate(offset);
      return new vscode.Position(line, column);
    },
  };
}

export function rangeOf(positions: Positions, { start, end }: Pick<Place, 'start' | 'end'>): vscode.Range {
  return new vscode.Range(positions.positionAt(start), positions.positionAt(end));
}
