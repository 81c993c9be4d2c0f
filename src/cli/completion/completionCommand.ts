import * as l10n from '@vscode/l10n';
import { noSuchValue, type Run, UsageError } from '../commandLine.ts';
import { EXIT } from '../io.ts';
import { complete } from './complete.ts';
import { scripts, shells } from './scripts.ts';

/** Prints what teaches a shell to complete the words of this program; for `words`, what can be typed at the end of a line. */
export const completionCommand: Run = async ({ io, words: { positionals } }) => {
  const [shell, line, ...more] = positionals;
  if (shell === 'words' && line !== undefined && more.length === 0) {
    io.stdout.write(answerTo(line));
    return EXIT.fine;
  }
  if (shell === undefined)
    throw new UsageError(
      l10n.t('completion needs the name of a shell.'),
      l10n.t('There are: {0}.', shells.join(', ')),
    );
  const known = shells.find((each) => each === shell);
  if (known === undefined) throw noSuchValue('completion', shell, shells);
  if (line !== undefined) throw new UsageError(l10n.t('completion takes one shell.'));
  io.stdout.write(scripts[known]);
  return EXIT.fine;
};

/** A candidate a line, a tab before its meaning. */
function answerTo(line: string): string {
  const completion = complete(line);
  if (completion.kind === 'files') return ':files\n';
  return completion.candidates.map(([word, meaning]) => `${word}\t${meaning}\n`).join('');
}
