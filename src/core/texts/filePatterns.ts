import * as l10n from '@vscode/l10n';
import type { PatternFault } from '../framework/filePatterns.ts';

/** What is wrong with a pattern of the setting genesysOAuth.frameworkFiles, and what to write instead. */
export function patternFaultText(fault: PatternFault): string {
  switch (fault.kind) {
    case 'not-a-list':
      return l10n.t('It has to be a list of patterns, such as ["**/framework.js"].');
    case 'not-a-pattern':
      return l10n.t('{pattern} is no pattern.', { pattern: fault.pattern });
    case 'absolute':
      return l10n.t('"{pattern}" names a place on a computer. Patterns begin in the folder of the project.', {
        pattern: fault.pattern,
      });
    case 'outside':
      return l10n.t('"{pattern}" leads out of the folder of the project.', { pattern: fault.pattern });
    case 'negated':
      return l10n.t('"{pattern}" says which files are not meant. Name those that are.', {
        pattern: fault.pattern,
      });
    case 'unclosed':
      return l10n.t('"{pattern}" has a brace or a bracket without its counterpart, or too many choices.', {
        pattern: fault.pattern,
      });
    case 'too-many':
      return l10n.t('There are too many patterns: only the first {most} are used.', { most: fault.most });
  }
}
