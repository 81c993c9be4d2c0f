import * as vscode from 'vscode';
import * as z from 'zod/mini';
import type { DiagnosticCode } from '../../core/findings/catalogue.ts';
import type { Severity } from '../../core/findings/entry.ts';
import type { Log } from '../log.ts';

const SEVERITIES = {
  error: vscode.DiagnosticSeverity.Error,
  warning: vscode.DiagnosticSeverity.Warning,
  information: vscode.DiagnosticSeverity.Information,
  hint: vscode.DiagnosticSeverity.Hint,
  off: undefined,
} as const satisfies Record<Severity | 'off', vscode.DiagnosticSeverity | undefined>;

/** The setting `genesysOAuth.severity`: code to severity. */
const Setting = z.record(z.string(), z.unknown());
const ChosenSeverity = z.enum(['error', 'warning', 'information', 'hint', 'off']);

/** How loud findings are: as the settings say, or as the finding itself does. */
export class Severities {
  /** What was logged as not understood, so that typing does not fill the log with it. */
  private readonly complained = new Set<string>();

  constructor(private readonly log: Log) {}

  /** Undefined when the settings of this file switch it off. */
  of(code: DiagnosticCode, byDefault: Severity, uri: vscode.Uri): vscode.DiagnosticSeverity | undefined {
    const setting = Setting.safeParse(vscode.workspace.getConfiguration('genesysOAuth', uri).get('severity'));
    const chosen = setting.success ? setting.data[code] : undefined;
    if (chosen === undefined) return SEVERITIES[byDefault];
    const severity = ChosenSeverity.safeParse(chosen);
    if (severity.success) return SEVERITIES[severity.data];
    this.complain(`genesysOAuth.severity: "${String(chosen)}" for ${code} is no severity, and is ignored.`);
    return SEVERITIES[byDefault];
  }

  private complain(line: string): void {
    if (this.complained.has(line)) return;
    this.complained.add(line);
    this.log.warn(line);
  }
}
