import * as l10n from '@vscode/l10n';
import { GrantType } from '../platform/oauthClients.ts';
import type { ProcedureId } from '../procedures/draft.ts';
import type { Unfit } from '../procedures/startFrom/adopt.ts';
import type { NotTaken } from '../procedures/startFrom/clientSettings.ts';
import type { Expected, JsonRefusal, LeftOut, WrongValue } from '../procedures/startFrom/jsonReading.ts';
import { anyGrantTypeName } from './clientFields.ts';
import { durationText, numberText } from './duration.ts';
import { listed } from './sentences.ts';

/** The name of a client that begins as a copy of another one. */
export function nameOfCopy(name: string): string {
  return l10n.t('Copy of {0}', name);
}

/** The name of a duplicate: that of the client, unless somebody has it there (`taken`); then one that nobody has. */
export function nameOfDuplicate(name: string, taken: ReadonlySet<string>): string {
  if (!taken.has(name)) return name;
  let copy = l10n.t('{0} copy', name);
  for (let number = 2; taken.has(copy); number += 1) copy = l10n.t('{0} copy {1}', name, number);
  return copy;
}

/** What a draft could not take over, and what holds instead. */
export function notTakenText(notTaken: NotTaken): string {
  switch (notTaken.kind) {
    case 'grant-type':
      return l10n.t(
        'The grant type {0} is not offered here, so the usual one is preset.',
        anyGrantTypeName(notTaken.grantType),
      );
    case 'duration':
      return l10n.t(
        'The token duration of {0} is only for SCIM. It is {1} here, the longest that another client may have.',
        durationText(notTaken.seconds),
        durationText(notTaken.longest),
      );
    case 'redirect-uris':
      return l10n.t('Redirect URIs ({0}) were left out: this kind of client has none.', notTaken.count);
    case 'scopes':
      return l10n.t('Scopes ({0}) were left out: this kind of client has none.', notTaken.count);
    case 'roles':
      return l10n.t('Roles ({0}) were left out: this kind of client has none.', notTaken.count);
  }
}

/** Why a client cannot be used for what this procedure is for. */
export function unfitText(unfit: Unfit, procedure: ProcedureId): string {
  if (unfit === 'not-active') return l10n.t('It is not active.');
  return procedure === 'scim'
    ? l10n.t('SCIM needs a client with Client Credentials.')
    : l10n.t('The framework needs a client that agents log in with.');
}

/** Why a text was not taken for a client, and what to paste instead. */
export function jsonRefusalText(refusal: JsonRefusal, language: string): string {
  switch (refusal.kind) {
    case 'empty':
      return l10n.t('There is no text to read. Paste the JSON of a client.');
    case 'too-large':
      return l10n.t(
        '{0} characters are too many for one client. At most {1} are read.',
        numberText(refusal.characters, language),
        numberText(refusal.most, language),
      );
    case 'not-json':
      return l10n.t(
        'This is not JSON: look at line {0}, column {1}. If it is a command or Terraform, copy the request as JSON instead.',
        refusal.line,
        refusal.column,
      );
    case 'not-an-object':
      return l10n.t('This is JSON, but not one client: that begins with { and ends with }.');
    case 'not-a-client':
      return l10n.t(
        'None of the fields of an OAuth client is in it, such as name or authorizedGrantType. Paste one client.',
      );
    case 'several-clients':
      return l10n.t(
        '{0} clients are in it. Paste the one that you want to start from.',
        numberText(refusal.count, language),
      );
    case 'wrong-value':
      return l10n.t('Line {0}: {1}', refusal.value.line, expectedText(refusal.value));
  }
}

/** What of a JSON was not taken, a sentence each. */
export function leftOutTexts({ wrong, unknown, more }: LeftOut, language: string): readonly string[] {
  return [...wrong.map((value) => wrongText(value, language)), ...unknownText(unknown, more, language)];
}

function wrongText(value: WrongValue, language: string): string {
  return value.entries === undefined
    ? l10n.t('Line {0} was not taken: {1}', value.line, expectedText(value))
    : l10n.t(
        'Line {0}: entries that were not taken: {1}. {2}',
        value.line,
        numberText(value.entries, language),
        expectedText(value),
      );
}

function unknownText(unknown: readonly string[], more: number, language: string): readonly string[] {
  if (unknown.length === 0) return [];
  const names = unknown.map((name) => l10n.t('"{0}"', name));
  const all = more === 0 ? names : [...names, l10n.t('{0} more', numberText(more, language))];
  return [
    l10n.t('Not taken, because nothing here stands for it: {0}.', new Intl.ListFormat(language).format(all)),
  ];
}

function expectedText({ expected, field }: { expected: Expected; field: string }): string {
  switch (expected) {
    case 'text':
      return l10n.t('{0} must be a text in quotes.', field);
    case 'seconds':
      return l10n.t('{0} must be a number of seconds.', field);
    case 'grant-type':
      return l10n.t('{0} must be one of {1}.', field, listed(GrantType.options));
    case 'texts':
      return l10n.t('{0} must be a list of texts in quotes.', field);
    case 'roles':
      return l10n.t('{0} must be a list of entries with roleId and divisionId.', field);
  }
}
