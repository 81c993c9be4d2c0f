import * as l10n from '@vscode/l10n';
import type { Line } from './optionHelp.ts';

/** What a command is for, and how it is used. */
export type CommandHelp = {
  /** In a sentence. */
  readonly summary: string;
  /** What stands behind its name, once for each way to call it. */
  readonly usage: readonly string[];
  /** What else one should know, each with a title. */
  readonly notes: readonly (readonly [title: string, sentences: readonly string[]])[];
  /** Its exit codes. */
  readonly ends: readonly Line[];
  /** The first is shown where all commands are. */
  readonly examples: readonly Line[];
};

/** In which forms a command answers. */
export function formsNote(forms: readonly string[]): readonly [string, readonly string[]] {
  return [l10n.t('Forms of the answer'), [forms.join(', ')]];
}
