import * as l10n from '@vscode/l10n';
import { has, ORG_OPTIONS, type Run } from '../commandLine.ts';
import { EXIT, isForPerson, tell } from '../io.ts';
import { check, NO_ORGS } from './check.ts';
import { readCheckRequest } from './checkRequest.ts';
import { formOf } from './forms/forms.ts';
import { placeText } from './forms/words.ts';
import type { CheckResult } from './result.ts';

/** `genesys-oauth check`: checks, writes what was asked for, and says what the process ends with. */
export const checkCommand: Run = async (asked) => {
  const { io, words, language } = asked;
  const request = readCheckRequest(words);
  const isPerson = isForPerson(io);
  const isOffline = ORG_OPTIONS.every((name) => !has(words, name));
  // Loaded only where an org is asked: without, a check has to start quickly.
  const ofOrgs = isOffline ? NO_ORGS : await (await import('./ofOrgs.ts')).askOrgs(asked);
  if (ofOrgs === undefined) return EXIT.interrupted;
  const { result, loudness } = await check(io, request, language, ofOrgs);
  const form = await formOf(request.format ?? (isPerson ? 'text' : 'json'));
  const hasColors = isPerson && (io.env['NO_COLOR'] ?? '') === '';
  io.stdout.write(await form(result, { language, hasColors, loudness }));
  tell(io, besides(result));
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
