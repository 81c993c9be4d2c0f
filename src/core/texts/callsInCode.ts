import * as l10n from '@vscode/l10n';
import { type Call, callText } from '../privileges/calls/call.ts';
import type { TextCall } from '../privileges/callsInText.ts';
import { codeText } from '../privileges/markdown.ts';
import { endpointOf, type Operation } from '../privileges/operation.ts';
import { dayText, numberText } from './duration.ts';
import { describedText } from './privileges.ts';

type Described = { readonly host: string; readonly date: string };

/** What a call in code needs, in paragraphs of Markdown. */
export function callNeedsText(
  { named, sureness, operations }: TextCall,
  description: Described,
  language: string,
): readonly string[] {
  return [
    ...(sureness === 'likely' ? [likelyCallText()] : []),
    ...(operations.length > 1 ? [l10n.t('It may be any of these operations:')] : []),
    ...(operations.length === 0 ? [noOperationText(named)] : []),
    ...operations.map((operation) => operationText(operation, language)),
    describedText(description, language),
  ];
}

function likelyCallText(): string {
  return l10n.t('This is likely a call: something is not told here, such as the method or the host.');
}

function noOperationText(named: Call['named']): string {
  return l10n.t('{0} is no operation that is known here.', codeText(callText(named)));
}

/** An operation and what it asks of its caller, a line each. */
function operationText(operation: Operation, language: string): string {
  const lines = [
    `**${codeText(endpointOf(operation))}**`,
    permissionsText(operation, language),
    scopesText(operation, language),
    ...(operation.callers === 'people'
      ? [l10n.t('Only a person can call it: Genesys Cloud refuses it to a client that calls as itself.')]
      : []),
  ];
  // Two blanks end a line of Markdown.
  return lines.join('  \n');
}

function permissionsText({ permissions: { mode, of } }: Operation, language: string): string {
  if (of.length === 0) return l10n.t('Needs no permission.');
  const list = listText(of, 'all', language);
  if (of.length === 1) return l10n.t('Permission: {0}', list);
  switch (mode) {
    case 'all':
      return l10n.t('Permissions, all of them: {0}', list);
    case 'any':
      return l10n.t('Permissions, of which one suffices: {0}', listText(of, 'any', language));
    case 'unknown':
      return l10n.t('Permissions: {0} (whether one of them suffices is not published)', list);
  }
}

function scopesText({ scopes }: Operation, language: string): string {
  if (scopes === undefined) return l10n.t('Which scopes it accepts is not published.');
  const [only, another] = scopes;
  if (only === undefined) return l10n.t('Needs no scope.');
  return another === undefined
    ? l10n.t('Scope: {0}', codeText(only))
    : l10n.t('Scopes, of which one suffices: {0}', listText(scopes, 'any', language));
}

function listText(words: readonly string[], mode: 'any' | 'all', language: string): string {
  return joined(words.map(codeText), mode, language);
}

function joined(words: readonly string[], mode: 'any' | 'all', language: string): string {
  const type = mode === 'any' ? 'disjunction' : 'conjunction';
  return new Intl.ListFormat(language, { type }).format(words);
}

/** More than that does not fit into a line of code. */
const MOST_IN_HINT = 2;

/** The permissions of a call in a few words, to stand behind it; undefined where nothing is known of it. */
export function callHintText({ sureness, operations }: TextCall, language: string): string | undefined {
  const texts = new Set(operations.map(({ permissions }) => permissionsInShort(permissions, language)));
  const [only, another] = texts;
  if (only === undefined) return undefined;
  const text = another === undefined ? only : l10n.t('1 of {0} operations', operations.length);
  return sureness === 'likely' ? l10n.t('likely {0}', text) : text;
}

function permissionsInShort({ mode, of }: Operation['permissions'], language: string): string {
  if (of.length === 0) return l10n.t('no permission');
  if (of.length > MOST_IN_HINT) return l10n.t('{0} permissions', numberText(of.length, language));
  return joined(of, mode === 'any' ? 'any' : 'all', language);
}

/** Where a file calls the Platform API, and nothing was read yet of what its operations need. */
export function needsUnreadText(): string {
  return l10n.t('What this call needs is not known here yet.');
}

/** What reads it. */
export function readOperationsText(): string {
  return l10n.t('Read what the API says of its operations');
}

/** Where what is known is older than a month. */
export function readAgainText(): string {
  return l10n.t('Refresh');
}

/** That what an API says of its operations was read, and where it is shown. */
export function operationsReadText({ host, date }: Described, language: string): string {
  return l10n.t(
    'What {host} says of its operations, as of {date}, is known here now: the calls in code show what they need.',
    {
      host,
      date: dayText(date, language),
    },
  );
}
