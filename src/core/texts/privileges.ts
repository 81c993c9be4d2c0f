import * as l10n from '@vscode/l10n';
import type { KnownDescription, Unreadable, WhyUnread } from '../privileges/description.ts';
import type { Advice } from './advice.ts';
import { dayText, numberText } from './duration.ts';
import type { FailureText } from './failures.ts';
import { adviceOn, errorDetails } from './platformErrors.ts';

/** Why nothing can be read from a description of the API, and what to do next. */
export function unreadableAdvice(why: WhyUnread, language: string): Advice {
  const again = l10n.t('Read it again later. Or give a file of operations that somebody else has saved.');
  const another = l10n.t(
    'Choose the file that was saved from here. Or read the description of the organization again.',
  );
  switch (why.kind) {
    case 'not-answered':
      return { why: adviceOn(why.error).why, next: again };
    case 'not-json':
      return {
        why: l10n.t('This is no description of an API: it is not JSON. A proxy may have answered.'),
        next: again,
      };
    case 'cut-off':
      return { why: l10n.t('The description of the API ends in the middle.'), next: again };
    case 'too-large':
      return {
        why: l10n.t('It is larger than {0} MB: this is no description that can be read here.', why.megabytes),
        next: another,
      };
    case 'other-product':
      return {
        why: l10n.t(
          'This is not the description of the Platform API of Genesys Cloud: it has no operation of it.',
        ),
        next: another,
      };
    case 'old':
      return {
        why: l10n.t(
          'This description is of {0}. Operations and their permissions have changed since.',
          dayText(why.date, language),
        ),
        next: another,
      };
    case 'other-version':
      return {
        why: l10n.t('This file was saved by another version of the extension (form {0}).', why.version),
        next: l10n.t('Update the extension. Or read the description of the organization again.'),
      };
    case 'damaged':
      return {
        why: l10n.t('This file of operations is damaged: something in it does not fit.'),
        next: another,
      };
    case 'file-unreadable':
      return {
        why: l10n.t('The file could not be opened.'),
        next: l10n.t('Choose another file, or try again.'),
      };
  }
}

/** That a description could not be read, for whoever asked something that only it can answer. */
export function unreadOperationsText(why: WhyUnread, host: string, language: string): FailureText {
  return {
    what: l10n.t('What {0} says of its operations could not be read, so nothing was found.', host),
    ...unreadableAdvice(why, language),
    details: detailsOf(why),
  };
}

function detailsOf(why: WhyUnread): readonly string[] {
  if (why.kind === 'not-answered') return errorDetails(why.error);
  return why.kind === 'file-unreadable' ? [why.reason] : [];
}

/** Why the facts are not those of now, or not those of this host. */
export function insteadOfTexts(
  why: Unreadable,
  used: { readonly host: string; readonly date: string },
  host: string,
  language: string,
): readonly string[] {
  return [
    used.host === host
      ? l10n.t('This is an older description, because the one of now could not be read.')
      : l10n.t('This is the description of {0}, because that of {1} could not be read.', used.host, host),
    unreadableAdvice(why, language).why,
  ];
}

/** That a description has more than could be understood: what calls that may be no operation here. */
export function notUnderstoodTexts(
  { unread }: { readonly unread: number },
  language: string,
): readonly string[] {
  if (unread === 0) return [];
  return [
    l10n.t(
      'So many parts of the description could not be understood: {0}. A call of theirs looks like no operation of the API.',
      numberText(unread, language),
    ),
  ];
}

/** What is to be said about a description before it is gone by; `host` is that of the API that is meant. */
export function descriptionRemarks(
  { description, insteadOf }: Extract<KnownDescription, { ok: true }>,
  host: string,
  language: string,
): readonly string[] {
  const instead = insteadOf === undefined ? [] : insteadOfTexts(insteadOf, description, host, language);
  return [...instead, ...notUnderstoodTexts(description, language)];
}

/** The title of what is taken to an administrator. */
export function accessTitle(application: string): string {
  return l10n.t('Access for {0}', application);
}

/** What the list below it is; `isAll`: nothing is left open. */
export function accessIntroduction(application: string, isAll: boolean): string {
  return isAll
    ? l10n.t(
        'The application {0} calls the Platform API of Genesys Cloud. For these calls it needs what follows, and nothing else.',
        application,
      )
    : l10n.t(
        'The application {0} calls the Platform API of Genesys Cloud. For the calls that are known it needs what follows. What is not known stands at the end.',
        application,
      );
}

/** What the needs were worked out from. */
export function describedText(description: { host: string; date: string }, language: string): string {
  return l10n.t('Worked out from what {host} says about its operations, as of {date}.', {
    host: description.host,
    date: dayText(description.date, language),
  });
}

/** Where a call stands. */
export function callPlaceText({ file, line }: { file: string | undefined; line: number }): string {
  return file === undefined ? l10n.t('line {0}', line) : `${file}:${line}`;
}

/** `need` is a scope, a permission or the like. */
export function becauseText(need: string, calls: string): string {
  return l10n.t('{need}, because it calls {calls}', { need, calls });
}

/** The parts of the ticket, each with what stands below its heading. */
export const needsParts = {
  scopes: () => ({ heading: l10n.t('Scopes'), lead: l10n.t('The client needs these scopes.') }),
  permissions: () => ({
    heading: l10n.t('Permissions'),
    lead: l10n.t('A role made for the purpose has exactly these permissions.'),
  }),
  roles: () => ({
    heading: l10n.t('Roles'),
    lead: l10n.t('Instead of a new role, these roles of the organization hold them.'),
  }),
  ofOthers: () => ({
    heading: l10n.t('Roles that somebody else has to give'),
    lead: l10n.t('Only somebody who holds a role can give it to a client. I do not hold these.'),
  }),
  uncovered: () => ({
    heading: l10n.t('In no role'),
    lead: l10n.t(
      'No role of the organization holds this. A new role can, if whoever makes it may give these permissions.',
    ),
  }),
  unknown: () => ({
    heading: l10n.t('Not known'),
    lead: l10n.t('What these calls need is not published, so it is not in the lists above.'),
  }),
  free: () => ({
    heading: l10n.t('Calls that need nothing'),
    lead: l10n.t('Whoever has a token can make these calls.'),
  }),
  likely: () => ({
    heading: l10n.t('Perhaps not called'),
    lead: l10n.t('These are only named, or written without a method. What they need is in the lists above.'),
  }),
  onlyPeople: () => ({
    heading: l10n.t('Calls that only a person can make'),
    lead: l10n.t(
      'Genesys Cloud refuses these calls to a client that calls as itself, whatever roles it has.',
    ),
  }),
  remarks: () => ({
    heading: l10n.t('Not sure, or not looked at'),
    lead: l10n.t('This may change the lists above.'),
  }),
} satisfies Record<string, () => { heading: string; lead: string }>;

/** What an administrator has to decide about the roles of a client, and what it means. */
export function divisionsQuestion(): { heading: string; question: string; meaning: string } {
  return {
    heading: l10n.t('Divisions'),
    question: l10n.t('In which divisions should the roles count?'),
    meaning: l10n.t(
      'A role lets the client do something only in the divisions in which it is granted. Which of these calls look at divisions is not published: where a call finds less than expected, one more division may be what it lacks.',
    ),
  };
}

/** Behind a permission that whoever asks for it cannot give. */
export function notHeldText(): string {
  return l10n.t('I do not hold it myself');
}

/** What a role holds besides what is needed of it. */
export function besidesText(count: number, language: string): string {
  if (count === 0) return l10n.t('It holds nothing else.');
  return count === 1
    ? l10n.t('It holds 1 other permission besides.')
    : l10n.t('It holds {0} other permissions besides.', numberText(count, language));
}

/** Of one of these permissions any will do. */
export function anyOfText(permissions: readonly string[], language: string): string {
  return new Intl.ListFormat(language, { type: 'disjunction' }).format(permissions);
}

/** Names roles that hold a permission under conditions. */
export function underConditionsText(roles: string): string {
  return l10n.t('Under conditions it is in: {0}.', roles);
}

/** Where a smaller choice may exist. */
export function notSmallestText(): string {
  return l10n.t('There may be a smaller choice; there were too many to try them all.');
}

/** Where nobody could, or had to, read the roles of the org. */
export function rolesUnreadText(): string {
  return l10n.t('The roles of the organization are not known here, so none is named.');
}

/** The description of a role made for the purpose. */
export function exactRoleDescription(application: string): string {
  return l10n.t('Exactly what {0} needs for its calls', application);
}
