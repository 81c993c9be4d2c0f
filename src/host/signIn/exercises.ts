import { isDeepStrictEqual } from 'node:util';
import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import * as z from 'zod/mini';
import { parseJson } from '../../core/platform/text.ts';
import { InLanguages, type PracticeOrg, saidIn } from '../../core/signIn/practiceOrg.ts';
import { momentText } from '../../core/texts/duration.ts';
import { textLanguage } from '../language.ts';
import type { Services } from '../services.ts';
import type { Button } from '../ui/dialogs.ts';
import { NotSteered, steer } from './practiceOrg.ts';

/** A cause that a practice org can bring about for a client. */
const Cause = z.object({
  cause: z.string(),
  does: InLanguages,
  shows: z.string(),
});

const InForce = z.extend(Cause, {
  clientId: z.string(),
  clientName: z.string(),
  /** ISO 8601; a practice org of before does not tell. */
  since: z.optional(z.string()),
  /** What whoever uses the client sees of it, to be pasted; neither does one of before tell that. */
  seen: z.optional(z.string()),
});
/** An exercise that is under way. The org itself knows of it, and so every window does. */
export type Exercise = z.infer<typeof InForce>;

const Standing = z.object({
  inForce: z.array(InForce),
  clients: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      isOfFramework: z.boolean(),
      /** People log in with it; a practice org of before does not tell. */
      hasLogin: z.optional(z.boolean()),
    }),
  ),
  possible: z.optional(z.array(Cause)),
});

/** What the person is told to look for; which of its causes it is stays hidden. */
export type ExerciseKind = 'nobody-logs-in' | 'a-call-fails';

/** How the causes of each kind show (src/practiceOrg/practice/causes.ts). */
const SHOWS: Readonly<Record<ExerciseKind, readonly string[]>> = {
  'nobody-logs-in': ['no-login', 'setting-only'],
  'a-call-fails': ['calls-refused', 'former-token-refused', 'idle-token-refused', 'no-refresh-token'],
};

type Tools = Pick<Services, 'dialogs' | 'orgClients'>;

/** The exercise that is under way in a practice org, if one is. */
export async function exerciseIn(org: PracticeOrg): Promise<Exercise | undefined> {
  return (await standing(org)).inForce[0];
}

/**
 * Makes one thing wrong for a client that the person chooses, and does not say what.
 *
 * @param random From 0 up to 1: decides which of the causes it is.
 */
export async function beginExercise(
  tools: Tools,
  org: PracticeOrg,
  kind: ExerciseKind,
  random: () => number,
): Promise<void> {
  const { dialogs } = tools;
  const { clients } = await standing(org);
  const fitting = kind === 'nobody-logs-in' ? clients.filter(({ hasLogin }) => hasLogin !== false) : clients;
  // Those of the framework are what most people come for.
  const sorted = fitting.toSorted((a, b) => Number(b.isOfFramework) - Number(a.isOfFramework));
  const question = { title: titleOf(kind), placeholder: l10n.t('Choose the client that it is about') };
  const rows = sorted.map(({ id, name, isOfFramework }) => ({
    label: name,
    ...(isOfFramework && { description: 'Embeddable Framework' }),
    value: id,
  }));
  const client = await dialogs.choose(question, rows);
  if (client === undefined) return;
  const { possible = [] } = await standing(org, client);
  const causes = possible.filter(({ shows }) => SHOWS[kind].includes(shows));
  const chosen = causes[Math.floor(random() * causes.length)];
  if (chosen === undefined) {
    dialogs.tell(l10n.t('Nothing of this kind can go wrong for this client. Choose another one.'));
    return;
  }
  const begun = await begin(org, { cause: chosen.cause, client });
  if (begun === undefined) return;
  const { exercise, isOwn } = begun;
  if (!isOwn) return await goOnWithExercise(tools, org, exercise);
  await readAnew(tools, org);
  const ways = waysOn(tools, exercise);
  const go = await dialogs.answer('information', beginning(kind, exercise), ways);
  await go?.(org, exercise);
}

type WayOn = (org: PracticeOrg, exercise: Exercise) => Promise<void>;

/** How one finds the cause: by what is set, and by what is seen. */
function waysOn(tools: Tools, { seen }: Exercise): readonly Button<WayOn>[] {
  const find: WayOn = async (org, exercise) => await findOut(tools, org, exercise);
  const copy =
    (text: string): WayOn =>
    async () =>
      await copySeen(tools, text);
  return [
    { title: l10n.t('Find Out Why'), value: find },
    ...(seen === undefined ? [] : [{ title: l10n.t('Copy What Is Seen'), value: copy(seen) }]),
  ];
}

async function copySeen({ dialogs }: Tools, seen: string): Promise<void> {
  await vscode.env.clipboard.writeText(seen);
  dialogs.tell(l10n.t('What is seen is on the clipboard. Paste it where you find out why.'));
}

/** What is known of the clients of the practice org is of before. */
async function readAnew({ orgClients }: Tools, { region }: PracticeOrg): Promise<void> {
  const accounts = orgClients.practiceOrReal().filter((each) => each.practice && each.region === region);
  await orgClients.refreshOf(accounts.map(({ account }) => account));
}

/**
 * Begins an exercise; where another window has begun one since this one looked, that one is it. Undefined where that has just
 * ended. The practice org decides, because no window knows of the others.
 */
async function begin(
  org: PracticeOrg,
  asked: { readonly cause: string; readonly client: string },
): Promise<{ readonly exercise: Exercise; readonly isOwn: boolean } | undefined> {
  const isOwn = await steer(org, 'POST causes', { body: { ...asked, alone: true } }).then(
    () => true,
    (thrown: unknown) => {
      if (thrown instanceof NotSteered && thrown.status === CONFLICT) return false;
      throw thrown;
    },
  );
  const exercise = await exerciseIn(org);
  return exercise && { exercise, isOwn };
}

const CONFLICT = 409;

/** Offers what can be done with an exercise that is under way. */
export async function goOnWithExercise(tools: Tools, org: PracticeOrg, exercise: Exercise): Promise<void> {
  const { dialogs } = tools;
  const question = { title: titleOf(kindOf(exercise)), placeholder: underWayText(exercise) };
  const wanted = await dialogs.choose(question, [
    ...waysOn(tools, exercise).map(({ title, value }) => ({ label: title, value })),
    { label: l10n.t('Reveal the Cause'), value: async () => await reveal(tools, org, exercise) },
    { label: endTitle(), value: async () => await end(tools, org, exercise) },
  ]);
  await wanted?.(org, exercise);
}

/** What an exercise is called in a list. */
export function titleOf(kind: ExerciseKind): string {
  switch (kind) {
    case 'nobody-logs-in':
      return l10n.t('Exercise: Nobody Can Log In');
    case 'a-call-fails':
      return l10n.t('Exercise: A Call Fails');
  }
}

function kindOf({ shows }: Exercise): ExerciseKind {
  return SHOWS['a-call-fails'].includes(shows) ? 'a-call-fails' : 'nobody-logs-in';
}

function underWayText({ clientName, since }: Exercise): string {
  return since === undefined
    ? l10n.t('One thing is wrong for the client "{0}"', clientName)
    : l10n.t(
        'Under way since {0}: one thing is wrong for the client "{1}"',
        momentText(since, textLanguage()),
        clientName,
      );
}

function beginning(kind: ExerciseKind, { clientName }: Exercise): string {
  switch (kind) {
    case 'nobody-logs-in':
      return l10n.t(
        'Nobody can log in with the client "{0}" of the practice org any more: one thing is wrong. Find it. To reveal the cause or end the exercise, rehearse trouble once more.',
        clientName,
      );
    case 'a-call-fails':
      return l10n.t(
        'Calls of the client "{0}" of the practice org fail: one thing is wrong. Find it. To reveal the cause or end the exercise, rehearse trouble once more.',
        clientName,
      );
  }
}

function endTitle(): string {
  return l10n.t('End the Exercise');
}

async function findOut(
  { orgClients }: Tools,
  { region }: PracticeOrg,
  { clientId, clientName }: Exercise,
): Promise<void> {
  const subject = { kind: 'client', clientId, region, practice: true };
  const account = orgClients
    .practiceOrReal()
    .find((each) => each.practice && each.region === region)?.account;
  const about = { subject, ...(account !== undefined && { account, name: clientName }) };
  await vscode.commands.executeCommand('genesysOAuth.doctor', about);
}

async function reveal(tools: Tools, org: PracticeOrg, exercise: Exercise): Promise<void> {
  const sentence = saidIn(textLanguage(), exercise.does) ?? exercise.cause;
  const ending = [{ title: endTitle(), value: true }];
  const clicked = await tools.dialogs.answer('information', sentence, ending);
  if (clicked === true) await end(tools, org, exercise);
}

/** Ends this exercise, and none that somebody has begun since. */
async function end(tools: Tools, org: PracticeOrg, exercise: Exercise): Promise<void> {
  const { dialogs } = tools;
  const { inForce } = await standing(org);
  if (!inForce.some((each) => isSame(each, exercise))) {
    dialogs.tell(l10n.t('This exercise has ended already.'));
    return;
  }
  await steer(org, `DELETE causes?cause=${encodeURIComponent(exercise.cause)}`);
  await readAnew(tools, org);
  dialogs.tell(l10n.t('The exercise has ended. What was wrong is as it was before.'));
}

/** What is seen of it changes with the client. */
function isSame(one: Exercise, other: Exercise): boolean {
  return isDeepStrictEqual({ ...one, seen: undefined }, { ...other, seen: undefined });
}

async function standing(org: PracticeOrg, client?: string): Promise<z.infer<typeof Standing>> {
  const told =
    client === undefined
      ? await steer(org, 'GET causes')
      : await steer(org, `GET causes?client=${encodeURIComponent(client)}`);
  return Standing.parse(parseJson(told));
}
