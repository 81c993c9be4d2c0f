import * as l10n from '@vscode/l10n';
import { toldApart } from '../../core/clients/whereabouts.ts';
import { OrgClocks } from '../../core/platform/orgClock.ts';
import { placeOf } from '../../core/texts/regions.ts';
import { inOneText, listed } from '../../core/texts/sentences.ts';
import { type Asked, CommandFailure } from '../commandLine.ts';
import { EXIT, type ExitCode, type Io, tell } from '../io.ts';
import { statusOn } from '../status.ts';
import { isCalled, namesakesText } from './namesakes.ts';
import { type NotOpened, noSuchOrg, nothingAtHand } from './notOpened.ts';
import { type OpenOrg, openOrg } from './openOrg.ts';
import { chosenOf, type OrgChoice, orgChoice, type SignIn, signInsAtHand } from './signIns.ts';

/*
 * How the command line gets into orgs. It asks nobody: it signs in with what is there, sends a secret to no host but the
 * login host of the region that stands with it, tells no token, and ends what it began.
 *
 * A command that looks into however many there are uses `withOrgs`; one that changes something in one org `withOneOrg`; a
 * program that goes on running `openOrgs`.
 */

/** The orgs that could be opened, and why others could not. */
export type Orgs = {
  /** One for each org, whichever ways lead to it; their names are told apart. */
  readonly orgs: readonly OpenOrg[];
  readonly notOpened: readonly NotOpened[];
  /** What their answers tell of their clocks. */
  readonly clocks: OrgClocks;
  /** Ends all sessions that were begun. Never rejects. */
  end(): Promise<void>;
};

/**
 * Opens what is meant, all at once. Throws `CommandFailure` where there is nothing to sign in with, or an org is named that
 * nobody can sign in to, or a name that several have; an org that does not answer is among `notOpened`.
 *
 * @param before What was opened of the same choice: it stays open, is part of what is returned, and only the rest is tried.
 */
export async function openOrgs(
  io: Io,
  choice: OrgChoice,
  language: string,
  signal: AbortSignal,
  before: Orgs = noOrgs(),
): Promise<Orgs> {
  const found = await signInsAtHand(io);
  const { signIns, orgWords, others } = chosenOf(found, choice);
  if (signIns.length === 0 && others.length === 0)
    throw new CommandFailure(
      orgWords[0] === undefined ? nothingAtHand() : noSuchOrg(orgWords[0], namesOf(found), language),
    );
  const { clocks } = before;
  const isOpen = (signIn: OpenOrg['signIn']) => before.orgs.some((org) => isSame(org.signIn, signIn));
  const status = statusOn(io.stderr);
  status.say(l10n.t('Signing in …'));
  const open = async (each: readonly SignIn[]) =>
    await Promise.all(
      each
        .filter((signIn) => !isOpen(signIn))
        .map(async (signIn) => await openOrg(signIn, io, { language, clocks, signal })),
    );
  const [meant, perhaps] = await Promise.all([open(signIns), open(others)]).finally(() => status.end());
  const opened = meant.flatMap((each) => (each.ok ? [each.org] : []));
  const sought = perhaps.flatMap((each) => (each.ok ? [each.org] : []));
  const fitting = sought.filter((org) => orgWords.some((word) => isCalled(org, word)));
  const atHand = [...before.orgs, ...fitting];
  const unfound = orgWords.find((word) => !atHand.some((org) => isCalled(org, word)));
  const { kept, doubled } = eachOnce([...before.orgs, ...opened, ...fitting]);
  const unused = [...doubled, ...sought.filter((org) => !fitting.includes(org))];
  await Promise.all(unused.map(async (org) => await org.end()));
  // Where one of those that may be it did not answer, that is what there is to say.
  const notOpened = [...meant, ...(unfound === undefined ? [] : perhaps)].flatMap((each) =>
    each.ok ? [] : [each.why],
  );
  const end = async () => void (await Promise.all(kept.map(async (org) => await org.end())));
  const endNew = async () =>
    void (await Promise.all(kept.filter((org) => !isOpen(org.signIn)).map(async (org) => await org.end())));
  // Those that are meant by another word do not count.
  const byWord = kept.filter(
    (org) => atHand.includes(org) && !signIns.some((each) => isSame(each, org.signIn)),
  );
  const namesakes = namesakesText(orgWords, byWord, language);
  if (namesakes !== undefined) {
    await endNew();
    throw new CommandFailure(namesakes);
  }
  if (unfound !== undefined && notOpened.length === 0) {
    await endNew();
    throw new CommandFailure(
      noSuchOrg(unfound, [...namesOf(found), ...sought.map(({ org }) => org.name)], language),
    );
  }
  return { orgs: named(kept), notOpened, clocks, end };
}

/** No org at all, for what can be told without one. */
export function noOrgs(): Orgs {
  return { orgs: [], notOpened: [], clocks: new OrgClocks(), end: async () => {} };
}

/** What is done with the orgs; returns what the process ends with, but for orgs that could not be opened. */
type Use<T> = (opened: T, signal: AbortSignal) => Promise<ExitCode>;

/**
 * Opens the orgs that the command line means, or all that there are; does what is to be done in them, and ends all sessions.
 * Orgs that could not be opened are told on standard error, and make it end with 2, whatever came of the others.
 */
export async function withOrgs(asked: Asked, use: Use<Orgs>): Promise<ExitCode> {
  const { io, words, language } = asked;
  const signal = io.interruption();
  return await using(await openOrgs(io, orgChoice(words), language, signal), io, signal, use);
}

/** The same for what can be told without an org, too: where none is named, and where there is nothing to sign in with. */
export async function withOrgsNamed(asked: Asked, use: Use<Orgs>): Promise<ExitCode> {
  const { io, words, language } = asked;
  const choice = orgChoice(words);
  const signal = io.interruption();
  const isNamed = choice.practice || choice.words.length > 0;
  return await using(isNamed ? await openOrgs(io, choice, language, signal) : noOrgs(), io, signal, use);
}

async function using(opened: Orgs, io: Io, signal: AbortSignal, use: Use<Orgs>): Promise<ExitCode> {
  try {
    if (signal.aborted) return EXIT.interrupted;
    tell(io, opened.notOpened.map(notOpenedText));
    const exitCode = await use(opened, signal);
    if (signal.aborted) return EXIT.interrupted;
    return opened.notOpened.length > 0 ? EXIT.notChecked : exitCode;
  } finally {
    await opened.end();
  }
}

/**
 * The same for what is done in one org alone. Throws `CommandFailure` before anything is sent where several are meant, and
 * where the one could not be opened.
 */
export async function withOneOrg(asked: Asked, use: Use<OpenOrg>): Promise<ExitCode> {
  const { io, words, language } = asked;
  const choice = orgChoice(words);
  const { signIns, orgWords } = chosenOf(await signInsAtHand(io), choice);
  if (signIns.length + orgWords.length > 1) throw severalMeant(namesOf(signIns), language);
  const signal = io.interruption();
  const opened = await openOrgs(io, choice, language, signal);
  try {
    if (signal.aborted) return EXIT.interrupted;
    const [org, ...more] = opened.orgs;
    if (more.length > 0)
      throw severalMeant(
        opened.orgs.map(({ account }) => account.orgName),
        language,
      );
    if (org === undefined) throw new CommandFailure(opened.notOpened.map(notOpenedText).join('\n'));
    const exitCode = await use(org, signal);
    // What stands is more than that it was interrupted.
    return signal.aborted && exitCode === EXIT.notChecked ? EXIT.interrupted : exitCode;
  } finally {
    await opened.end();
  }
}

/** Where one could not look, and why, for a person. */
export function notOpenedText({ name, from, reason, details }: NotOpened): string {
  const where = name === from ? name : `${name} (${from})`;
  return [`${where}: ${reason}`, ...details.map((detail) => `  ${detail}`)].join('\n');
}

function severalMeant(names: readonly string[], language: string): CommandFailure {
  return new CommandFailure(
    inOneText([
      l10n.t(
        'This is done in one organization, and several can be signed in to: {0}.',
        listed(names, language),
      ),
      l10n.t('Choose one with {0}.', '--org'),
    ]),
  );
}

function isSame(one: OpenOrg['signIn'], other: OpenOrg['signIn']): boolean {
  return one.name === other.name && one.from === other.from;
}

function namesOf(signIns: readonly SignIn[]): readonly string[] {
  return signIns.map(({ name }) => name);
}

/** Two ways may lead to the same org; the first one counts. */
function eachOnce(orgs: readonly OpenOrg[]): { kept: readonly OpenOrg[]; doubled: readonly OpenOrg[] } {
  const first = new Map<string, OpenOrg>();
  for (const each of orgs) if (!first.has(each.account.account)) first.set(each.account.account, each);
  const kept = [...first.values()];
  return { kept, doubled: orgs.filter((each) => !kept.includes(each)) };
}

function named(orgs: readonly OpenOrg[]): readonly OpenOrg[] {
  const accounts = orgs.map(({ account, org, signIn }) => ({
    ...account,
    orgName: org.name,
    label: signIn.name,
  }));
  const names = toldApart(accounts, placeOf);
  return orgs.map((org, index) => ({
    ...org,
    account: { ...org.account, orgName: names[index]?.orgName ?? org.account.orgName },
  }));
}
