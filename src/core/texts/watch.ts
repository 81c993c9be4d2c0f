import * as l10n from '@vscode/l10n';
import { implicitGrantWithdrawal } from '../clients/frameworkNeeds.ts';
import type { DeletionEnding, Ending, GrantEnding, TokenEnding } from '../watch/endings.ts';
import type { Unlooked } from '../watch/outlook.ts';
import type { Reckoning } from '../watch/standing.ts';
import { unreadClientsText } from './clientChanges.ts';
import { clientName } from './clientName.ts';
import { shortenedTo } from './columns.ts';
import { durationText, fromTodayText, monthText } from './duration.ts';
import { implicitGrantEndText } from './implicitGrant.ts';
import { placeOf } from './regions.ts';
import { providerText } from './scim.ts';
import { listed } from './sentences.ts';

/**
 * What ends, and when, in a few words: for the status bar, a list, a badge and a calendar.
 *
 * @param most so many columns of a name
 */
export function endingText(ending: Ending, language: string, most = MOST_OF_A_NAME): string {
  switch (ending.kind) {
    case 'token':
      return tokenText(ending, language, most);
    case 'implicit-grant':
      return grantText(ending, language, most);
    case 'deletion':
      return deletionText(ending, language, most);
  }
}

/** The same for a row of a list. */
export function endingRowText(ending: Ending, language: string): string {
  return endingText(ending, language, MOST_IN_ROW);
}

/** The same for the status bar, which others need, too. */
export function shortEndingText(ending: Ending, language: string): string {
  return endingText(ending, language, MOST_IN_STATUS_BAR);
}

function tokenText(ending: TokenEnding, language: string, most: number): string {
  const provider = holderText(ending, most);
  if (ending.endsAt === undefined)
    return l10n.t('SCIM token of {provider}: when it ends is not known', { provider });
  const when = whenText(ending.endsAt, ending.reckoning, language);
  return ending.standing === 'expired'
    ? l10n.t('SCIM token of {provider} ended {when}', { provider, when })
    : l10n.t('SCIM token of {provider} ends {when}', { provider, when });
}

/** Who holds a token, as people say it. A name that a file has may be of any length, and have line breaks. */
export function holderText(
  { provider, practice }: Pick<TokenEnding, 'provider' | 'practice'>,
  most = MOST_OF_A_NAME,
): string {
  const name = shortened(providerText(provider), most);
  return practice ? l10n.t('{0} (practice org)', name) : name;
}

function grantText(ending: GrantEnding, language: string, most: number): string {
  const what = grantedText(ending, most);
  const end = implicitGrantEndText(ending.reckoning.now, language);
  return l10n.t('Implicit grant of {what} {end}', { what, end });
}

function grantedText({ clients, org }: GrantEnding, most: number): string {
  const [only, ...others] = clients;
  return only !== undefined && others.length === 0
    ? l10n.t('"{0}"', shortened(clientName(only.client), most))
    : l10n.t('{count} clients in {org}', { count: clients.length, org: shortened(org.orgName, most) });
}

function deletionText(ending: DeletionEnding, language: string, most: number): string {
  const client = shortened(clientName(ending.client), most);
  const when = whenText(ending.endsAt, ending.reckoning, language);
  return ending.standing === 'expired'
    ? l10n.t('Client "{client}" was to be deleted {when}', { client, when })
    : l10n.t('Client "{client}" is deleted {when}', { client, when });
}

function whenText(endsAt: string, { now }: Reckoning, language: string): string {
  return fromTodayText(new Date(endsAt), now, language);
}

/** A name in a line of its own, whoever wrote it. */
function shortened(name: string, most: number): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: such characters are what is taken out
  const line = name.replace(/[\s\u0000-\u001f\u007f]+/gu, ' ').trim();
  return shortenedTo(line, most);
}

const MOST_OF_A_NAME = 136;
const MOST_IN_ROW = 32;
const MOST_IN_STATUS_BAR = 24;

/** What stops working then, or has stopped, as far as that is certain. */
export function stopsText(ending: Ending, language: string): readonly string[] {
  switch (ending.kind) {
    case 'token':
      return tokenStops(ending);
    case 'implicit-grant':
      return [
        l10n.t(
          'Nobody can log in with an implicit grant once it has ended. Code Authorization / PKCE lasts.',
        ),
        l10n.t('The sources disagree on when it ends: {0}.', sourcesText(language)),
      ];
    case 'deletion':
      return [l10n.t('After that day the client cannot be restored.')];
  }
}

function tokenStops({ practice, standing }: TokenEnding): readonly string[] {
  if (practice) return [l10n.t('It is for trying out only: no identity provider holds it.')];
  switch (standing) {
    case 'expired':
      return [
        l10n.t(
          'Unless the identity provider has got another token since, which the file does not say, users are no longer synchronized: who joins gets no account, who leaves keeps theirs.',
        ),
      ];
    case 'alive':
    case 'expiring':
      return [
        l10n.t(
          'After that, users are no longer synchronized: who joins gets no account, who leaves keeps theirs.',
        ),
      ];
    case 'unknown':
      return [l10n.t('The file does not say when the token ends, so nobody is told of it.')];
  }
}

function sourcesText(language: string): string {
  return listed(
    implicitGrantWithdrawal.map(({ source, existingClientsEnd }) =>
      l10n.t('{month} ({source})', { month: monthText(existingClientsEnd, language), source }),
    ),
    language,
  );
}

/** What to do about it. */
export function nextStepText(ending: Ending): string {
  switch (ending.kind) {
    case 'token':
      if (ending.standing === 'alive') return l10n.t('Nothing has to be done yet.');
      return ending.endsAt === undefined
        ? l10n.t('Make a new token, which notes when it ends, or write its end into the file.')
        : l10n.t('Make a new token, and give it to {0}.', holderText(ending));
    case 'implicit-grant':
      return l10n.t(
        'Change the clients to Code Authorization / PKCE. Change the applications that log in with them, too.',
      );
    case 'deletion':
      return l10n.t('Restore the client, or take it out of the files that name it.');
  }
}

/** By whose clock the days are counted, where this computer's clock is another one; nothing where it is right. */
export function clockText(aheadSeconds: number, practice: boolean): readonly string[] {
  if (aheadSeconds === 0) return [];
  const words = { lasts: durationText(Math.abs(aheadSeconds)) };
  if (practice)
    return [
      aheadSeconds > 0
        ? l10n.t('The clock of this computer is {lasts} ahead of the one of the practice org.', words)
        : l10n.t('The clock of this computer is {lasts} behind the one of the practice org.', words),
      l10n.t('What ends in the practice org is counted by its clock.'),
    ];
  return [
    aheadSeconds > 0
      ? l10n.t('The clock of this computer is {lasts} ahead of the one of Genesys Cloud.', words)
      : l10n.t('The clock of this computer is {lasts} behind the one of Genesys Cloud.', words),
    l10n.t('The days are counted by the clock of Genesys Cloud.'),
  ];
}

/** What could not be looked at, in a few words: a file, a region or an organization. */
export function unlookedName(unlooked: Unlooked): string {
  switch (unlooked.kind) {
    case 'file':
    case 'broken-file':
      return unlooked.path;
    case 'more-files':
      return unlooked.name;
    case 'signed-out':
      return placeOf(unlooked.region);
    case 'org':
    case 'practice-org-stopped':
    case 'not-asked':
      return unlooked.org.orgName;
  }
}

/** What could not be looked at, and why. */
export function unlookedText(unlooked: Unlooked): string {
  switch (unlooked.kind) {
    case 'file':
      return l10n.t('{path} could not be read: {reason}', { path: unlooked.path, reason: unlooked.reason });
    case 'broken-file':
      return l10n.t('{path} is not valid JSON from line {line} on: what stands behind may be missing here.', {
        path: unlooked.path,
        line: unlooked.line,
      });
    case 'more-files':
      return l10n.t('Only the first {most} files named {name} were looked at.', {
        most: unlooked.most,
        name: unlooked.name,
      });
    case 'signed-out':
      return unlooked.clients === 1
        ? l10n.t(
            'Nobody is signed in to {region}. Whether the grant of the client ends that files name there is not known.',
            { region: placeOf(unlooked.region) },
          )
        : l10n.t(
            'Nobody is signed in to {region}. Whether the grants of the {count} clients end that files name there is not known.',
            { region: placeOf(unlooked.region), count: unlooked.clients },
          );
    case 'org': {
      const { what, why } = unreadClientsText(unlooked.org.orgName, unlooked.error);
      return [what, why].filter((part) => part !== '').join(' ');
    }
    case 'practice-org-stopped':
      return l10n.t('{0} does not run now, and is not started for this.', unlooked.org.orgName);
    case 'not-asked':
      return l10n.t('The clients of {0} have not been read yet.', unlooked.org.orgName);
  }
}
