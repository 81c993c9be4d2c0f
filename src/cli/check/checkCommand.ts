import * as l10n from '@vscode/l10n';
import type { CheckRequest } from '../commandLine.ts';
import { type ExitCode, type Io, isForPerson } from '../io.ts';
import type { Language } from '../language.ts';
import { check } from './check.ts';
import { formOf } from './forms/forms.ts';
import { visible } from './forms/visible.ts';
import { placeText } from './forms/words.ts';
import type { CheckResult } from './result.ts';

/** `genesys-oauth check`: checks, writes what was asked for, and says what the process ends with. */
export async function checkCommand(io: Io, request: CheckRequest, language: Language): Promise<ExitCode> {
  const isPerson = isForPerson(io);
  const { result, loudness } = await check(io, request, language);
  const form = await formOf(request.format ?? (isPerson ? 'text' : 'json'));
  const hasColors = isPerson && (io.env['NO_COLOR'] ?? '') === '';
  io.stdout.write(await form(result, { language, hasColors, loudness }));
  for (const sentence of besides(result)) io.stderr.write(`${visible(sentence)}\n`);
  return result.exitCode;
}

/** What a person should know whatever the form is, and wherever that goes. */
function besides({ notChecked, otherProducts }: CheckResult): readonly string[] {
  return [
    ...notChecked.map(({ path, position, reason }) => `${placeText(path, position)}: ${reason}`),
    ...otherProducts.map((path) =>
      l10n.t('{0} is not about the Embeddable Framework, so there is nothing to check in it.', path),
    ),
  ];
}
