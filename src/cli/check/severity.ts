import type { DiagnosticCode } from '../../core/findings/catalogue.ts';
import { chosenSeverity, type Level } from '../../core/findings/chosenSeverity.ts';
import type { Severity } from '../../core/findings/entry.ts';

/** How loud a finding is told; undefined where it is not told at all. */
export type Loudness = (finding: {
  readonly code: DiagnosticCode;
  readonly severity: Severity;
}) => Severity | undefined;

/** As the command line says, else as the settings of the project do, else as the finding itself does. */
export function loudnessBy(asked: ReadonlyMap<DiagnosticCode, Level>, setting: unknown): Loudness {
  return ({ code, severity }) => {
    const chosen = chosenSeverity(setting, code);
    const level = asked.get(code) ?? (chosen.kind === 'chosen' ? chosen.level : severity);
    return level === 'off' ? undefined : level;
  };
}
