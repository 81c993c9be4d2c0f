import * as l10n from '@vscode/l10n';
import type { Run } from '../commandLine.ts';
import { isForPerson } from '../io.ts';
import { check } from './check.ts';
import { readCheckRequest } from './checkRequest.ts';
import { formOf } from './forms/forms.ts';
import { visible } from './forms/visible.ts';
import { placeText } from './forms/words.ts';
import type { CheckResult } from './result.ts';

/** `genesys-oauth check`: checks, writes what was asked for, and says what the process ends with. */
export const checkCommand: Run = async ({ io, words, language }) => {
  const request = readCheckRequest(words);
  const isPerson = isForPerson(io);
  const { result, loudness } = await check(io, request, language);
  const form = await formOf(request.format ?? (isPerson ? 'text' : 'json'));
  const hasColors = isPerson && (io.env['NO_COLOR'] ?? '') === '';
  io.stdout.write(await form(result, { language, hasColors, loudness }));
  for (const sentence of besides(result)) io.stderr.write(`${visible(sentence)}\n`);
  return result.exitCode;
};

/** What a person should know whatever the form is, and wherever that goes. */
function besides({ notChecked, otherProducts }: CheckResult): readonly string[] {
  return [
    ...notChecked.map(({ path, position, reason }) => `${placeText(path, position)}: ${reason}`),
    ...otherProducts.map((path) =>
      l10n.t('{0} is not about the Embeddable Framework, so there is nothing to check in it.', path),
    ),
  ];
}
