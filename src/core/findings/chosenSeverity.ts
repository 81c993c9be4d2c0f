import type { DiagnosticCode } from './catalogue.ts';
import type { Severity } from './entry.ts';

/** How loud a finding can be set to be. */
export const levels = ['error', 'warning', 'information', 'hint', 'off'] as const satisfies (
  | Severity
  | 'off'
)[];
export type Level = (typeof levels)[number];

export function isLevel(word: unknown): word is Level {
  return levels.some((level) => level === word);
}

/** What the setting `genesysOAuth.severity`, which can be anything, says of a code. */
export type ChosenSeverity =
  | { readonly kind: 'none' }
  | { readonly kind: 'chosen'; readonly level: Level }
  /** What stands there is no severity, and counts as nothing. */
  | { readonly kind: 'no-severity'; readonly word: string };

/** Reads what a setting of severities says of a code. */
export function chosenSeverity(setting: unknown, code: DiagnosticCode): ChosenSeverity {
  const isRecord = typeof setting === 'object' && setting !== null && !Array.isArray(setting);
  const chosen: unknown = isRecord ? new Map(Object.entries(setting)).get(code) : undefined;
  if (chosen === undefined) return { kind: 'none' };
  return isLevel(chosen) ? { kind: 'chosen', level: chosen } : { kind: 'no-severity', word: String(chosen) };
}
