import * as vscode from 'vscode';
import * as z from 'zod/mini';
import type { FrameworkProblemCode, FrameworkSeverity } from '../../core/framework/problem.ts';
import type { Log } from '../log.ts';

/** What can be shown at a framework.js: its problems, and that it is a copy that a build made. */
export type DiagnosticCode = FrameworkProblemCode | 'built-copy';

const SEVERITIES = {
  error: vscode.DiagnosticSeverity.Error,
  warning: vscode.DiagnosticSeverity.Warning,
  information: vscode.DiagnosticSeverity.Information,
  hint: vscode.DiagnosticSeverity.Hint,
  off: undefined,
} as const satisfies Record<FrameworkSeverity | 'off', vscode.DiagnosticSeverity | undefined>;

/** The setting `genesysOAuth.severity`: code to severity. */
const Setting = z.record(z.string(), z.unknown());
const Severity = z.enum(['error', 'warning', 'information', 'hint', 'off']);

/** How loud problems are: as the settings say, or as the problem itself does. */
export class Severities {
  /** What was logged as not understood, so that typing does not fill the log with it. */
  private readonly complained = new Set<string>();

  constructor(private readonly log: Log) {}

  /** Undefined when the settings of this file switch the problem off. */
  of(
    code: DiagnosticCode,
    byDefault: FrameworkSeverity,
    uri: vscode.Uri,
  ): vscode.DiagnosticSeverity | undefined {
    const setting = Setting.safeParse(vscode.workspace.getConfiguration('genesysOAuth', uri).get('severity'));
    const chosen = setting.success ? setting.data[code] : undefined;
    if (chosen === undefined) return SEVERITIES[byDefault];
    const severity = Severity.safeParse(chosen);
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
