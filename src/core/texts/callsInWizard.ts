import * as l10n from '@vscode/l10n';
import type { NeedsFound, ShownRole, Some } from '../wizard/needs/shown.ts';
import { callNoteText } from './calls.ts';
import { dayText, numberText } from './duration.ts';
import { notSmallestText } from './privileges.ts';
import { listed, moreText } from './sentences.ts';

/** What a scope, a permission or a role is for: the first of the calls, and how many more there are. */
export function reasonText({ first, total }: Some<string>, language: string): string {
  const [call = ''] = first;
  return total > 1
    ? l10n.t('for {0} and {1} more', call, numberText(total - 1, language))
    : l10n.t('for {0}', call);
}

/** The first of many, and how many more there are. */
export function someText({ first, total }: Some<string>, language: string): string {
  const more = total - first.length;
  const shown = more > 0 ? [...first, moreText(more, language)] : first;
  return listed(shown, language);
}

/** How much of what was pasted is a call that is known; where nothing is, why. */
export function recognizedText({ operations, unknown, unclear }: NeedsFound, language: string): string {
  switch (operations) {
    case 0:
      if (unclear.total > 0) return l10n.t('It is not clear which operations are meant.');
      if (unknown.total > 0) return l10n.t('None of these calls is in this description of the API.');
      return l10n.t('No call of the Platform API was recognized.');
    case 1:
      return l10n.t('1 operation was recognized.');
    default:
      return l10n.t('{0} operations were recognized.', numberText(operations, language));
  }
}

/** What stands before the list of what is needed, or says that nothing is. */
export function neededText(found: NeedsFound): string {
  const { callsAs, scopes, permissions, roles } = found;
  const unmatched = found.unknown.total + found.unclear.total;
  const knowsAll = unmatched + found.untold.total === 0;
  if (found.operations === 0 && unmatched > 0) return l10n.t('What they need is not known.');
  if (found.operations === 0)
    return l10n.t('Write one call a line, such as GET /api/v2/authorization/roles or getAuthorizationRoles.');
  if (callsAs === 'person') {
    if (scopes.length > 0) return l10n.t('They need these scopes:');
    return knowsAll ? l10n.t('They need no scope.') : l10n.t('The calls that are known need no scope.');
  }
  if (permissions.total === 0)
    return knowsAll
      ? l10n.t(
          'They need no permission. The client needs a role all the same: choose one that allows little.',
        )
      : l10n.t('The calls that are known need no permission.');
  if (roles === undefined)
    return l10n.t(
      'The roles of the organization are not known here. A role that has these permissions is enough:',
    );
  return roles.needed.total === 0
    ? l10n.t('You hold no role that has a permission that they need.')
    : l10n.t('These roles have the permissions that they need, and the least besides:');
}

/** Of when, and whose, the facts are. */
export function asOfText(
  { host, date, isPractice }: { host: string; date: string; isPractice: boolean },
  language: string,
): string {
  const day = dayText(date, language);
  return isPractice
    ? l10n.t(
        'As of {0}, according to the practice org. It describes a few of the operations of Genesys Cloud.',
        day,
      )
    : l10n.t('As of {date}, according to {host}.', { date: day, host });
}

/** Which of the calls are perhaps none; undefined where all are certain. */
export function likelyText({ likely }: NeedsFound, language: string): string | undefined {
  return likely.total === 0
    ? undefined
    : l10n.t(
        'Only named, and perhaps not called: {0}. What they need is counted.',
        someText(likely, language),
      );
}

/** What is chosen already, and lets do more than is needed. */
export function enoughText(scope: string): string {
  return l10n.t('{0} is chosen: that is enough, and lets do more.', scope);
}

/** What a role lets do besides. */
export function excessText({ besides }: ShownRole, language: string): string {
  return besides.total === 0
    ? l10n.t('It has nothing else.')
    : l10n.t('It also has: {0}.', someText(besides, language));
}

/** What was chosen, and is needed for none of the calls. */
export function notNeededText(names: readonly string[], language: string): string {
  return l10n.t('Chosen, and not needed for what was pasted: {0}.', listed(names, language));
}

/** What was done to the choices, a sentence each. */
export function filledTexts(
  { added, removed }: { added: readonly string[]; removed: readonly string[] },
  language: string,
): readonly string[] {
  const list = (names: readonly string[]) => listed(names, language);
  return [
    ...(added.length > 0 ? [l10n.t('Chosen now: {0}.', list(added))] : []),
    ...(removed.length > 0 ? [l10n.t('No longer chosen: {0}.', list(removed))] : []),
  ];
}

/** Something about what was pasted that whoever pasted it should know. */
export type Doubt = {
  readonly severity: 'warning' | 'hint';
  /** A sentence each. */
  readonly texts: readonly string[];
};

const IN_NO_FILE = { file: undefined };

/** Everything that the answer leaves open, or that stands in the way; what is about a line in the order of the lines. */
export function doubtsOf(found: NeedsFound, language: string): readonly Doubt[] {
  const { unknown, unclear, notes, untold } = found;
  const inLines = [
    ...unknown.first.map((each) => ({ line: each.line, text: unknownText(each) })),
    ...unclear.first.map((each) => ({ line: each.line, text: unclearText(each) })),
    ...notes.first.map((note) => ({
      line: 'line' in note ? note.line : Number.POSITIVE_INFINITY,
      text: callNoteText({ ...note, ...IN_NO_FILE }),
    })),
  ];
  return [
    ...peopleDoubts(found, language),
    ...roleDoubts(found, language),
    ...(untold.total === 0
      ? []
      : [hint(l10n.t('What these need is not published: {0}.', someText(untold, language)))]),
    ...inLines.sort((a, b) => (a.line < b.line ? -1 : a.line > b.line ? 1 : 0)).map(({ text }) => hint(text)),
    ...[rest(unknown, language), rest(unclear, language), rest(notes, language)].flat(),
    ...(found.isSmallest ? [] : [hint(notSmallestText())]),
  ];
}

function unknownText({ line, text }: NeedsFound['unknown']['first'][number]): string {
  return l10n.t(
    'Line {0}: {1} is not in this description of the API. Nothing was chosen for it.',
    line,
    text,
  );
}

function unclearText({ line, text, methods }: NeedsFound['unclear']['first'][number]): string {
  return methods.length > 1
    ? l10n.t(
        'Line {0}: {1} may be any of {2}, so it was left out. Write the method before it.',
        line,
        text,
        listed(methods),
      )
    : l10n.t(
        'Line {0}: several operations are called {1}, so it was left out. Write the endpoint.',
        line,
        text,
      );
}

function peopleDoubts({ onlyPeople }: NeedsFound, language: string): Doubt[] {
  if (onlyPeople.total === 0) return [];
  return [
    {
      severity: 'warning',
      texts: [
        l10n.t('Only a person can make these calls: {0}.', someText(onlyPeople, language)),
        l10n.t('Genesys Cloud refuses them to a client with Client Credentials, whatever roles it has.'),
        l10n.t('Leave them out, or choose a grant type with which people log in.'),
      ],
    },
  ];
}

function roleDoubts({ roles }: NeedsFound, language: string): Doubt[] {
  if (roles === undefined) return [];
  const { ofOthers, uncovered } = roles;
  return [
    ...ofOthers.first.map(
      (role): Doubt => ({
        severity: 'warning',
        texts: [
          l10n.t('You do not hold the role {0}, needed {1}.', role.name, reasonText(role.for, language)),
          l10n.t('Only somebody who holds it can give it to the client: ask an administrator.'),
        ],
      }),
    ),
    ...uncovered.first.map(
      ({ anyOf, for: calls, underConditions }): Doubt => ({
        severity: 'warning',
        texts: [
          l10n.t(
            'No role of the organization has {0}, needed {1}.',
            new Intl.ListFormat(language, { type: 'disjunction' }).format(anyOf),
            reasonText(calls, language),
          ),
          underConditions.length > 0
            ? l10n.t('Under conditions it is in: {0}.', listed(underConditions))
            : l10n.t('An administrator can make a role that has it.'),
        ],
      }),
    ),
    ...rest(ofOthers, language),
    ...rest(uncovered, language),
  ];
}

function rest<T>({ first, total }: Some<T>, language: string): Doubt[] {
  return total > first.length ? [hint(moreText(total - first.length, language))] : [];
}

function hint(text: string): Doubt {
  return { severity: 'hint', texts: [text] };
}
