import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import * as l10n from '@vscode/l10n';
import {
  byClient,
  mentionsInFramework,
  mentionsInScimConfig,
  type Named,
} from '../../core/clients/mentionsIn.ts';
import { inOneText } from '../../core/texts/sentences.ts';
import { clockText, endingText, nextStepText, stopsText, unlookedText } from '../../core/texts/watch.ts';
import { type Ending, endingsOf, isPressing } from '../../core/watch/endings.ts';
import { type Unlooked, type UnreadFile, unlookedOrgs } from '../../core/watch/outlook.ts';
import { type Home, reckoningAt, SOON_DAYS } from '../../core/watch/standing.ts';
import { textOrJson, writeJson, writeLines } from '../answer.ts';
import { findFiles } from '../check/files.ts';
import { readProjectSettings } from '../check/projectSettings.ts';
import { clientsOf } from '../clients/orgClients.ts';
import { type Asked, CommandFailure, lastValue, type Run, UsageError, wholeNumber } from '../commandLine.ts';
import { EXIT } from '../io.ts';
import { withOrgsNamed } from '../orgs/orgs.ts';
import { readCheckedText } from '../reading.ts';
import { writeNamed } from '../writing.ts';

/** `genesys-oauth token-watch`: what ends soon, or has ended, of what files and orgs say; for a pipeline, and as a calendar file. */
export const tokenWatchCommand: Run = async (asked) => {
  const form = textOrJson(asked);
  const soonDays = daysAsked(asked);
  const ics = lastValue(asked.words, 'ics');
  const { named, unread } = namedInFiles(asked);
  return await withOrgsNamed(asked, async ({ orgs, notOpened, clocks }) => {
    const { io, language } = asked;
    const { read, unread: unreadOrgs } = clientsOf(orgs, io);
    const aheadOf = (home: Home) => clocks.aheadOf(home);
    const reckon = (home: Home) => reckoningAt(io.now(), { soonDays, aheadSeconds: aheadOf(home) });
    const endings = endingsOf({ named, orgs: read, reckon });
    const accounts = orgs.map(({ account }) => account);
    const failures = unreadOrgs.map(({ open, error }) => ({ org: open.account, error }));
    const unlooked: readonly Unlooked[] = [
      ...unread,
      ...unlookedOrgs(named, { accounts, known: read, failures, stopped: new Set() }),
    ];
    const written = ics === undefined ? undefined : await writeCalendar(asked, endings, ics);
    const clocksTold = [
      ...new Set(
        endings.filter(isPressing).flatMap((each) => clockText(aheadOf(homeOf(each)), homeOf(each).practice)),
      ),
    ];
    if (form === 'json')
      writeJson(
        asked,
        {
          days: soonDays,
          endings: endings.map((each) => endingJson(each, language)),
          notLooked: unlooked.map(unlookedText),
          clocks: clocksTold,
          ...(written !== undefined && { calendar: written }),
        },
        notOpened,
      );
    else
      writeLines(asked, [
        ...(endings.length === 0
          ? [l10n.t('Nothing was found that ends.')]
          : endings.flatMap((each) => endingLines(each, language))),
        ...unlooked.map(unlookedText),
        ...clocksTold,
        ...(written === undefined ? [] : [writtenText(written)]),
      ]);
    const isMissed = unlooked.some(({ kind }) => kind !== 'signed-out' && kind !== 'not-asked');
    if (isMissed) return EXIT.notChecked;
    return endings.some(isPressing) ? EXIT.failed : EXIT.fine;
  });
};

function daysAsked({ words }: Asked): number {
  const days = wholeNumber(words, 'days') ?? SOON_DAYS.usual;
  if (days >= SOON_DAYS.least && days <= SOON_DAYS.most) return days;
  throw new UsageError(
    l10n.t('{0} takes a number from {1} to {2}.', '--days', SOON_DAYS.least, SOON_DAYS.most),
  );
}

/** The clients that the files of the project name, those that the paths mean or all. */
function namedInFiles({ io, words }: Asked) {
  const settings = readProjectSettings(io.cwd);
  if (!settings.ok)
    throw new CommandFailure(settings.faults.map(({ path, reason }) => `${path}: ${reason}`).join('\n'));
  const { files, faults } = findFiles({ root: io.cwd, ...settings.settings }, words.positionals);
  const named: Named[] = [];
  const unread: UnreadFile[] =
    words.positionals.length === 0
      ? []
      : faults.map(({ path, reason }) => ({ kind: 'file', uri: uriOf(io.cwd, path), path, reason }));
  for (const { kind, path, place } of files) {
    const uri = pathToFileURL(place).href;
    const read = readCheckedText(place);
    if (!read.ok) unread.push({ kind: 'file', uri, path, reason: read.reason });
    if (!read.ok) continue;
    const found = (kind === 'scim' ? mentionsInScimConfig : mentionsInFramework)(read.text, { uri, path });
    named.push(...found.named);
    if (found.brokenAt !== undefined) unread.push({ kind: 'broken-file', uri, path, line: found.brokenAt });
  }
  return { named: byClient(named).named, unread };
}

function uriOf(root: string, path: string): string {
  return pathToFileURL(resolve(root, path)).href;
}

function homeOf(ending: Ending): Home {
  return ending.kind === 'token' ? ending : ending.org;
}

function endingLines(ending: Ending, language: string): readonly string[] {
  const mark = isPressing(ending) ? '!' : ' ';
  const where = ending.kind === 'token' ? [`${ending.at.path}:${ending.at.line}`] : [ending.org.orgName];
  return [
    `${mark} ${endingText(ending, language)}`,
    ...where.map((each) => `      ${each}`),
    ...(isPressing(ending)
      ? [`      ${inOneText([...stopsText(ending, language), nextStepText(ending)])}`]
      : []),
  ];
}

function endingJson(ending: Ending, language: string) {
  const { kind, endsAt, standing } = ending;
  return {
    kind,
    standing,
    pressing: isPressing(ending),
    ...(endsAt !== undefined && { endsAt }),
    ...homeJson(ending),
    text: endingText(ending, language),
    stops: stopsText(ending, language),
    next: nextStepText(ending),
  };
}

function homeJson(ending: Ending) {
  switch (ending.kind) {
    case 'token':
      return {
        region: ending.region,
        practice: ending.practice,
        clientId: ending.clientId,
        provider: ending.provider,
        path: ending.at.path,
        line: ending.at.line,
      };
    case 'implicit-grant':
      return {
        org: ending.org.orgName,
        region: ending.org.region,
        clientIds: ending.clients.map(({ client }) => client.id),
      };
    case 'deletion':
      return { org: ending.org.orgName, region: ending.org.region, clientId: ending.client.id };
  }
}

function writtenText({ file, events }: { readonly file: string; readonly events: number }): string {
  return events === 1 ? l10n.t('{0} has 1 token.', file) : l10n.t('{0} has {1} tokens.', file, events);
}

/** Writes a calendar file with the tokens whose end is known; no secret is in it. Throws `CommandFailure` where it cannot. */
async function writeCalendar({ io, language }: Asked, endings: readonly Ending[], file: string) {
  const { calendarTokens } = await import('../../core/watch/calendarTokens.ts');
  const tokens = calendarTokens(endings.filter((each) => each.kind === 'token'));
  const { calendarFile } = await import('../../core/watch/calendar.ts');
  const { text, events } = calendarFile(tokens, language);
  const reason = await writeNamed(io.cwd, file, text);
  if (reason === undefined) return { file, events };
  throw new CommandFailure(l10n.t('{0} could not be written: {1}', file, reason));
}
