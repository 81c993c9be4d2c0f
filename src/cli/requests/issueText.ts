import * as l10n from '@vscode/l10n';
import type * as z from 'zod/mini';
import { inOneText, listed } from '../../core/texts/sentences.ts';

/** What is wrong with a value, in a sentence or two; `isThere`: there is one at all. Never says the value. */
export function issueText(issue: z.core.$ZodIssue, isThere: boolean): string {
  const expected = expectedText(issue);
  return isThere ? expected : inOneText([l10n.t('It is missing.'), expected]);
}

function expectedText(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return typeText(issue.expected);
    case 'invalid_value':
      return oneOf(issue.values.map(String));
    case 'invalid_union':
      return 'options' in issue && Array.isArray(issue.options)
        ? oneOf(issue.options.map(String))
        : l10n.t('It has another form than it must have.');
    case 'too_small':
      return l10n.t('It must not be empty.');
    default:
      return l10n.t('It has another form than it must have.');
  }
}

function oneOf(words: readonly string[]): string {
  return l10n.t('It must be one of these: {0}.', listed(words));
}

function typeText(expected: string): string {
  switch (expected) {
    case 'string':
      return l10n.t('It must be a text in quotes.');
    case 'int':
    case 'number':
      return l10n.t('It must be a whole number, without quotes.');
    case 'boolean':
      return l10n.t('It must be true or false, without quotes.');
    case 'array':
      return l10n.t('It must be a list in square brackets.');
    case 'object':
      return l10n.t('It must be an object in curly brackets.');
    default:
      return l10n.t('It has another form than it must have.');
  }
}
