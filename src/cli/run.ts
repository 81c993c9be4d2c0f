import * as l10n from '@vscode/l10n';
import { reasonOf } from '../core/reason.ts';
import { isNamed, lastValue, type Words, wordsOf } from './commandLine.ts';
import { readCommand } from './commands.ts';
import { EXIT, type ExitCode, type Io, tell } from './io.ts';
import { isLanguage, type Language, languageOf, speak } from './language.ts';
import { load } from './load.ts';

/** Does what a command line asks, and says what the process ends with. Asks nobody anything. */
export async function run(io: Io): Promise<ExitCode> {
  const words = wordsOf(io.args);
  const language = languageFor(words, io.env);
  speak(language);
  try {
    return await obey(io, words, language);
  } catch (error) {
    tell(io, whyLines(error));
    return EXIT.notChecked;
  }
}

function whyLines(error: unknown): readonly string[] {
  if (isNamed(error, 'UsageError')) return [error.message, l10n.t('See genesys-oauth --help.')];
  if (isNamed(error, 'CommandFailure')) return error.message.split('\n');
  return [l10n.t('It had to stop, so there is no answer or only a part of it: {0}', reasonOf(error))];
}

function languageFor(words: Words, env: Io['env']): Language {
  const asked = lastValue(words, 'lang');
  return isLanguage(asked) ? asked : languageOf(env);
}

async function obey(io: Io, words: Words, language: Language): Promise<ExitCode> {
  const command = readCommand(words);
  switch (command.kind) {
    case 'run':
      return await (await load[command.name]())({ io, words: command.words, language });
    case 'version': {
      const { version } = await import('./version.ts');
      io.stdout.write(`${version}\n`);
      return EXIT.fine;
    }
    case 'help': {
      const { helpText } = await import('./help/help.ts');
      (command.wanted ? io.stdout : io.stderr).write(helpText(command.of));
      return command.wanted ? EXIT.fine : EXIT.notChecked;
    }
  }
}
