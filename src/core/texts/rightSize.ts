import * as l10n from '@vscode/l10n';
import { CALLED_DAYS } from '../platform/calledEndpoints.ts';
import type { PlatformError } from '../platform/errors.ts';
import type { CalledOperation } from '../privileges/calledOperations.ts';
import type { CallsAs } from '../privileges/needs.ts';
import { endpointOf } from '../privileges/operation.ts';
import type { Excess, RightSize } from '../privileges/rightSize.ts';
import { agoText } from './clientFields.ts';
import { clientName, type NamedClient } from './clientName.ts';
import { numberText } from './duration.ts';
import type { FailureText } from './failures.ts';
import { adviceOn, errorDetails } from './platformErrors.ts';
import { listed, listedUpTo } from './sentences.ts';

type Compared = Extract<RightSize, { kind: 'compared' }>;

/** It is not known what a client called, or what its roles hold. */
export function unreadCallsText(client: NamedClient, error: PlatformError): FailureText {
  const what = l10n.t('What the client "{0}" called could not be read.', clientName(client));
  return { what, ...adviceOn(error), details: errorDetails(error) };
}

/** A client without any use. */
export function nothingCalledText(client: NamedClient): string {
  return l10n.t(
    'The client "{name}" called nothing in the {days} days that were read, so nothing can be said about what it needs.',
    { name: clientName(client), days: CALLED_DAYS },
  );
}

/** A young client without any use. */
function nothingCalledYetText(client: NamedClient): string {
  return l10n.t(
    'The client "{0}" has called nothing so far, so nothing can be said about what it needs.',
    clientName(client),
  );
}

/** A young client that has used everything. */
function nothingInExcessYetText(client: NamedClient): string {
  return l10n.t('Nothing in excess was found so far of the client "{0}".', clientName(client));
}

/**
 * A client that is younger than the days that are read. `madeAt` is ISO 8601, `now` in milliseconds since 1970.
 */
export function tooEarlyText(client: NamedClient, madeAt: string, now: number, language: string): string {
  return l10n.t(
    'The client "{name}" was made {ago}: too early to tell what it does not need. {days} days are looked at, and what it has not used so far, it may use yet.',
    { name: clientName(client), ago: agoText(Date.parse(madeAt), now, language), days: CALLED_DAYS },
  );
}

/** A client of whose calls nobody tells what they need. */
function onlyUnknownText(client: NamedClient): string {
  return l10n.t(
    'It is not known what the calls of the client "{name}" need: in the {days} days that were read it called nothing that the organization describes.',
    { name: clientName(client), days: CALLED_DAYS },
  );
}

/** A client with neither scopes nor roles. */
export function nothingToTakeText(client: NamedClient): string {
  return l10n.t(
    'The client "{0}" has neither scopes nor roles, so nothing can be taken away.',
    clientName(client),
  );
}

/** Every scope or role of a client was of use. */
function nothingInExcessText(client: NamedClient, callsAs: CallsAs): string {
  const args = { name: clientName(client), days: CALLED_DAYS };
  return callsAs === 'person'
    ? l10n.t(
        'Nothing in excess was found: each scope of the client "{name}" was used in the {days} days that were read.',
        args,
      )
    : l10n.t(
        'Nothing in excess was found: each role of the client "{name}" holds what it needed in the {days} days that were read.',
        args,
      );
}

/** What becomes of a scope or a role that is ticked. */
function excessChangeText(excess: Excess): string {
  switch (excess.kind) {
    case 'scope-only-reads':
      return `→ ${excess.readonly}`;
    case 'role-too-large':
      return `→ ${listed(excess.instead.map(({ name }) => name))}`;
    case 'scope-unused':
    case 'scope-spare':
    case 'role-unused':
    case 'role-spare':
      return l10n.t('take away');
  }
}

/** Why it is in excess. Where some calls are not known (`isWhole` false), no more is said than of the others. */
function excessReason(excess: Excess, isWhole: boolean, isYoung: boolean, language: string): string {
  switch (excess.kind) {
    case 'scope-unused':
    case 'role-unused':
      if (isYoung) return l10n.t('not used so far');
      return isWhole
        ? l10n.t('not used in the {0} days that were read', CALLED_DAYS)
        : l10n.t('not used by the known calls of the {0} days that were read', CALLED_DAYS);
    case 'scope-only-reads':
      return l10n.t('{scopes} would have been enough: {calls}', {
        scopes: excess.readonly,
        calls: callsText(excess.for, language),
      });
    case 'scope-spare':
      return l10n.t('{scopes} would have been enough: {calls}', {
        scopes: listed(excess.besides),
        calls: callsText(excess.for, language),
      });
    case 'role-spare':
      return l10n.t('its other roles would have been enough: {0}', namesOf(excess.besides));
    case 'role-too-large':
      return l10n.t('{roles} would have been enough, for {permissions}', {
        roles: namesOf(excess.instead),
        permissions: listed(excess.needed),
      });
  }
}

function namesOf(roles: readonly { readonly name: string }[]): string {
  return listed(roles.map(({ name }) => name));
}

/** Which operation, or how many, and how often they were called. */
function callsText(called: readonly CalledOperation[], language: string): string {
  const sum = called.reduce((before, { requests }) => before + requests, 0);
  const [only, another] = called;
  return l10n.t('{operations}, {calls}', {
    operations:
      only !== undefined && another === undefined
        ? endpointOf(only.operation)
        : l10n.t('{0} operations', numberText(called.length, language)),
    calls: sum === 1 ? l10n.t('1 call') : l10n.t('{0} calls', numberText(sum, language)),
  });
}

/** What a comparison has come to besides its rows, in sentences: what is known, and what is not certain about it. */
export type RightSizeWords = { readonly known: readonly string[]; readonly doubts: readonly string[] };

/** The same for a terminal, a message or a page: everywhere in these words. `isYoung`: made within the days that were read. */
export function rightSizeWords(
  size: RightSize,
  client: NamedClient,
  callsAs: CallsAs,
  language: string,
  isYoung = false,
): RightSizeWords {
  switch (size.kind) {
    case 'nothing-called':
      return { known: [isYoung ? nothingCalledYetText(client) : nothingCalledText(client)], doubts: [] };
    case 'only-unknown':
      return { known: [], doubts: [onlyUnknownText(client)] };
    case 'compared': {
      const isNothing = size.excesses.length === 0 && size.untoldRoles.length === 0;
      const nothing = isYoung ? nothingInExcessYetText(client) : nothingInExcessText(client, callsAs);
      return {
        known: isNothing ? [nothing] : [],
        doubts: rightSizeRemarks(size, language),
      };
    }
  }
}

/** The excesses of a comparison in words: what it is, what becomes of it where it is ticked, and why. */
export function excessWords(
  size: Compared,
  language: string,
  isYoung = false,
): readonly {
  readonly excess: Excess;
  readonly right: string;
  readonly change: string;
  readonly reason: string;
}[] {
  const isWhole = size.unknown.length === 0 && !size.hasMore;
  return size.excesses.map((excess) => ({
    excess,
    right: 'scope' in excess ? excess.scope : excess.role.role.name,
    change: excessChangeText(excess),
    reason: excessReason(excess, isWhole, isYoung, language),
  }));
}

const MOST_LISTED = 5;

/** What cannot be seen from the rows alone, a sentence each. */
function rightSizeRemarks(
  { called, unknown, hasMore, inNeed, untoldRoles }: Compared,
  language: string,
): readonly string[] {
  const number = (value: number) => numberText(value, language);
  const refused = called.reduce((sum, each) => sum + each.refused, 0);
  const names = unknown.map(({ method = '', templateUri = '?' }) => `${method} ${templateUri}`.trim());
  return [
    ...(unknown.length === 0
      ? []
      : [
          l10n.t(
            'What these calls need is not known, and it may be what nothing else used: {0}',
            listedUpTo(MOST_LISTED, names, language),
          ),
        ]),
    ...(hasMore
      ? [l10n.t('The organization has more calls of this client than it told. They may need something else.')]
      : []),
    ...(refused === 0
      ? []
      : [
          l10n.t(
            '{refused} calls were refused, of these operations: {operations}. Whether for want of a right, the organization does not tell.',
            {
              refused: number(refused),
              operations: listedUpTo(
                MOST_LISTED,
                called.filter((each) => each.refused > 0).map(({ operation }) => endpointOf(operation)),
                language,
              ),
            },
          ),
        ]),
    ...(untoldRoles.length === 0
      ? []
      : [
          l10n.t(
            'The organization does not tell what these roles hold, so nothing is said about them: {0}',
            listedUpTo(MOST_LISTED, untoldRoles, language),
          ),
        ]),
    ...inNeed.map(({ role, needed }) =>
      l10n.t(
        'Of the role "{role}" the calls needed no more than {permissions}. No role that you can give the client instead holds this and less.',
        { role: role.role.name, permissions: listed(needed, language) },
      ),
    ),
  ];
}
