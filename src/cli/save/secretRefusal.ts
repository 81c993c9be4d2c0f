import * as l10n from '@vscode/l10n';

/** Why nothing was made: a secret cannot go where somebody said. */
export function secretRefusal(file: string, reason: string): readonly string[] {
  return [l10n.t('The Client Secret cannot go into {0}.', file), reason];
}
