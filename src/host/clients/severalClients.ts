import * as l10n from '@vscode/l10n';
import type { FoundClient } from '../../core/clients/whereabouts.ts';
import { fateDeed } from '../../core/operations/deeds.ts';
import {
  type ClientFate,
  carryOutOnSeveral,
  isDone,
  type SeveralAction,
} from '../../core/operations/severalClients.ts';
import { inOrderOfEnding, outlooksOf } from '../../core/operations/severalOutlook.ts';
import {
  nothingToDoReport,
  nothingToDoText,
  type OwnSignIn,
  severalProgressText,
  severalQuestion,
  severalTitle,
} from '../../core/texts/severalClients.ts';
import { type ReportedAction, severalReport, severalSummary } from '../../core/texts/severalReport.ts';
import { wait } from '../../disk/wait.ts';
import type { ReadOnlyTexts } from '../files/newText.ts';
import { textLanguage } from '../language.ts';
import { forgetDeleted } from '../secrets/clientSecrets.ts';
import type { Services } from '../services.ts';
import { signedInWith } from '../signIn/signedInWith.ts';
import type { Button } from '../ui/dialogs.ts';
import { atHome, effectsOn, notedAt } from './clientChanges.ts';
import { noteDeed } from './noteDeed.ts';

export type SeveralServices = Pick<
  Services,
  'connections' | 'dialogs' | 'history' | 'orgClients' | 'secrets' | 'sessions' | 'written'
>;

/**
 * Does the same with several clients, of one org or of several, once the person has seen what would become of which. In
 * the end they are told what stands for each, and can try the rest again.
 */
export async function changeSeveral(
  services: SeveralServices,
  reports: Pick<ReadOnlyTexts, 'show'>,
  clients: readonly FoundClient[],
  action: SeveralAction,
): Promise<void> {
  const { dialogs, orgClients } = services;
  const language = textLanguage();
  const outlooks = outlooksOf(clients, action, new Date());
  const chosen = outlooks.filter(({ outlook }) => outlook.kind !== 'left-alone').map(({ found }) => found);
  if (chosen.length === 0) {
    const report = nothingToDoReport(outlooks, language);
    const wantsReport = await dialogs.answer('information', nothingToDoText(), [showReport(true)]);
    if (wantsReport === true) await reports.show(`${severalTitle(action)}.txt`, report);
    return;
  }
  const ends = action.kind === 'delete' || action.kind === 'deactivate';
  const own = ends ? await ownClients(services, chosen) : [];
  const { question, lines, action: agree } = severalQuestion(outlooks, action, own, language);
  if (!(await dialogs.confirm(question, lines, agree))) return;
  const fates = await runSeveral(
    services,
    inOrderOfEnding(
      chosen,
      own.map(({ found }) => found),
    ),
    action,
    async (each) => await follow(services, each, action),
  );
  const touched = fates.filter(({ fate }) => fate.kind !== 'not-begun');
  await orgClients.refreshOf(touched.map(({ found }) => found.org.account));
  if (!(await tellFates(services, reports, fates, action, l10n.t('Try the rest again')))) return;
  const rest = fates.filter(({ fate }) => !isDone(fate)).map(({ found }) => found);
  await changeSeveral(services, reports, asTheyAreNow(services, rest), action);
}

/**
 * Carries an action out, shows how far it is, and lets the person cancel it between two clients. `ended` hears what has
 * become of each.
 */
export async function runSeveral(
  services: Pick<Services, 'connections' | 'dialogs'>,
  clients: readonly FoundClient[],
  action: ReportedAction,
  ended: (fate: ClientFate) => Promise<void> = async () => {},
): Promise<readonly ClientFate[]> {
  return await services.dialogs.progress(severalTitle(action), async (signal, report) => {
    const effects = {
      on: ({ org, client }: FoundClient) => effectsOn(services, org, client.id),
      wait,
      report: (progress: Parameters<typeof severalProgressText>[0]) =>
        report(
          severalProgressText(progress),
          progress.number > 1 && progress.waitsSeconds === undefined ? 100 / progress.of : 0,
        ),
      ended,
    };
    return await carryOutOnSeveral(clients, action, effects, signal);
  });
}

/**
 * Tells what stands. Where not all went well, the report is shown at once, and `again` is offered; true when the person
 * wants that.
 */
export async function tellFates(
  { dialogs }: Pick<Services, 'dialogs'>,
  reports: Pick<ReadOnlyTexts, 'show'>,
  fates: readonly ClientFate[],
  action: ReportedAction,
  again: string,
): Promise<boolean> {
  const language = textLanguage();
  const isAllDone = fates.every(({ fate }) => isDone(fate));
  const show = async () =>
    await reports.show(`${severalTitle(action)}.txt`, severalReport(fates, action, new Date(), language));
  if (!isAllDone) await show();
  const next: Button<'again' | 'show'> = isAllDone ? showReport('show') : { title: again, value: 'again' };
  const loudness = isAllDone ? 'information' : 'warning';
  const clicked = await dialogs.answer(loudness, severalSummary(fates, language), [next]);
  if (clicked === 'show') await show();
  return clicked === 'again';
}

function showReport<Value>(value: Value): Button<Value> {
  return { title: l10n.t('Show the report'), value };
}

/** Those of the clients that somebody is signed in with here, and who. */
async function ownClients(
  { sessions }: Pick<Services, 'sessions'>,
  clients: readonly FoundClient[],
): Promise<readonly OwnSignIn[]> {
  const all = await sessions.all();
  const known = { all: async () => all };
  const own = clients.map(async (found): Promise<OwnSignIn> => {
    return { found, accounts: await signedInWith(known, atHome(found.org, found.client.id)) };
  });
  return (await Promise.all(own)).filter(({ accounts }) => accounts.length > 0);
}

/** Notes what was done to a client, and forgets its secret with it. */
async function follow(
  services: Pick<Services, 'history' | 'secrets' | 'written'>,
  { found, fate }: ClientFate,
  action: SeveralAction,
): Promise<void> {
  const { client, org } = found;
  await noteDeed(services, notedAt(org, client.id), fateDeed(action, { found, fate }));
  if (fate.kind === 'deleted') await forgetDeleted(services.secrets, client.id, org);
}

/** The clients by what was read of their orgs last; one that is not there any more as it was seen. */
function asTheyAreNow(
  { orgClients }: Pick<Services, 'orgClients'>,
  clients: readonly FoundClient[],
): readonly FoundClient[] {
  const keyOf = ({ org, client }: FoundClient) => `${org.account} ${client.id}`;
  const all = orgClients.current().flatMap((org) => org.clients.map((client) => ({ org, client })));
  const now = new Map(all.map((found) => [keyOf(found), found]));
  return clients.map((found) => now.get(keyOf(found)) ?? found);
}
