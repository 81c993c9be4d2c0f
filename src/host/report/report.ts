import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import type { OrgAccount, OrgClients } from '../../core/clients/whereabouts.ts';
import { type PlatformError, SIGNED_OUT } from '../../core/platform/errors.ts';
import { reasonOf } from '../../core/reason.ts';
import { csvLine } from '../../core/report/csvLine.ts';
import type { Depth, NotRead, ReportedOrg } from '../../core/report/facts.ts';
import type { FormerRead, FormerReport, WhyNoReport } from '../../core/report/former.ts';
import { jsonReport } from '../../core/report/json.ts';
import type { ReportReadings } from '../../core/report/readings.ts';
import { type Report, reportOf } from '../../core/report/report.ts';
import { notAsCode, type ReportForm, terraformReport, written } from '../../core/report/write.ts';
import { unreadClientsText } from '../../core/texts/clientChanges.ts';
import { notReadText } from '../../core/texts/report.ts';
import { inOneText } from '../../core/texts/sentences.ts';
import { resultOf } from '../../disk/turns.ts';
import { notAsCodeText } from '../clients/keepAsCode.ts';
import { showReading } from '../clients/lookUp.ts';
import { textLanguage } from '../language.ts';
import type { Services } from '../services.ts';
import type { Session } from '../signIn/session.ts';
import { gather } from './gather.ts';
import { LastReports, readChosenReport } from './lastReports.ts';
import { askPlaces, nativePlaces, type Place, type PlacePicker, type Places, saveReport } from './places.ts';
import { askComparison, askDepth, askForm, askOrgs, type ComparedWith } from './questions.ts';

export type ReportServices = Pick<
  Services,
  'connections' | 'context' | 'dialogs' | 'history' | 'log' | 'operations' | 'orgClients' | 'sessions'
>;

/** What the person wants. */
type Wanted = {
  readonly depth: Depth;
  readonly form: ReportForm;
  readonly comparedWith: ComparedWith;
  readonly places: Places;
  /** The file of `comparedWith`. */
  readonly former: FormerRead | undefined;
};

/**
 * Writes what an auditor asks about the clients of one org or of several, each into a file of its own, once the person has
 * said what is read, in which form it is written and where it is saved. It is saved rather than opened: a report of 10,000
 * clients is larger than what VS Code gives to an editor.
 */
export async function reportOnClients(
  services: ReportServices,
  readings: ReportReadings,
  signIn: () => Promise<Session | undefined>,
  picker: PlacePicker = nativePlaces,
): Promise<void> {
  const { context, dialogs, orgClients, sessions } = services;
  if ((await sessions.all()).length === 0 && (await signIn()) === undefined) return;
  await orgClients.settled();
  const chosen = await askOrgs(dialogs, orgClients.orgs());
  if (chosen === undefined || chosen.length === 0) return;
  const orgs = await readLists(services, chosen);
  if (orgs === undefined || orgs.length === 0) return;
  const lastReports = new LastReports(context.globalStorageUri.fsPath);
  const wanted = await askAll(services, readings, lastReports, picker, orgs);
  if (wanted === undefined) return;
  const gathered = await gather(services, readings, orgs, wanted.depth);
  if (gathered !== undefined) await writeAll(services, lastReports, gathered, wanted);
}

/**
 * The clients of these orgs as they are now; of one that is away, as they were read before, if they were. Those of which
 * nothing is known are told. Undefined when the person cancelled.
 */
async function readLists(
  { dialogs, orgClients }: ReportServices,
  chosen: readonly OrgAccount[],
): Promise<readonly OrgClients[] | undefined> {
  const accounts = new Set(chosen.map(({ account }) => account));
  if (!(await showReading(dialogs, async () => await orgClients.refreshOf(accounts)))) return undefined;
  const orgs = orgClients.current().filter(({ account }) => accounts.has(account));
  for (const { org, error } of orgClients.failures()) {
    const isUnknown = !orgs.some(({ account }) => account === org.account);
    if (accounts.has(org.account) && isUnknown) dialogs.fail(unreadClientsText(org.orgName, error));
  }
  return orgs;
}

async function askAll(
  { dialogs, log }: ReportServices,
  readings: ReportReadings,
  lastReports: LastReports,
  picker: PlacePicker,
  orgs: readonly OrgClients[],
): Promise<Wanted | undefined> {
  const form = await askForm(dialogs);
  if (form === undefined) return undefined;
  await readings.takeUp(orgs);
  const known = { open: readings.open(orgs), oldest: readings.oldest(orgs) };
  // Terraform has the settings alone.
  const depth = form === 'terraform' ? 'lists' : await askDepth(dialogs, orgs, known);
  if (depth === undefined) return undefined;
  const kept = await Promise.all(orgs.map(async ({ account }) => await lastReports.keptAt(account)));
  const times = kept.filter((at) => at !== undefined);
  const comparedWith = form === 'terraform' ? 'none' : await askComparison(dialogs, times);
  if (comparedWith === undefined) return undefined;
  const file = comparedWith === 'file' ? await picker.former() : undefined;
  if (comparedWith === 'file' && file === undefined) return undefined;
  const former = file && (await readChosenReport(file));
  if (former?.ok === false) {
    logWhy(log, former.why);
    if (!(await dialogs.offer(noReportText(former.why), l10n.t('Go on without it')))) return undefined;
  }
  const places = await askPlaces(picker, orgs, form, new Date());
  return places && { depth, form, comparedWith, places, former };
}

async function writeAll(
  services: ReportServices,
  lastReports: LastReports,
  gathered: readonly ReportedOrg[],
  wanted: Wanted,
): Promise<void> {
  const { dialogs } = services;
  const saved: vscode.Uri[] = [];
  await dialogs.wait(l10n.t('Writing the report'), async () => {
    for (const each of gathered) {
      const place = wanted.places.get(each.org.account);
      const uri = place && (await writeOne(services, lastReports, each, wanted, place));
      if (uri !== undefined) saved.push(uri);
    }
  });
  await tellSaved(services, saved);
}

/** Writes the report of an org, keeps it for the next one, and returns where it is. Undefined after the person was told why not. */
async function writeOne(
  services: ReportServices,
  lastReports: LastReports,
  facts: ReportedOrg,
  wanted: Wanted,
  place: Place,
): Promise<vscode.Uri | undefined> {
  const { dialogs, log, orgClients } = services;
  const { org } = facts;
  const failure = orgClients.failures().find((each) => each.org.account === org.account);
  const former = await formerOf(services, lastReports, org, wanted);
  const found = failure === undefined ? facts : withOldList(facts, failure.error);
  const report = await resultOf(reportOf(found, former));
  const { form } = wanted;
  let uri: vscode.Uri;
  try {
    uri = await saveReport(place, await piecesOf(services, report, form));
  } catch (error) {
    dialogs.fail(notSavedText(org.orgName, reasonOf(error)));
    return undefined;
  }
  if (form === 'terraform') {
    const others = notAsCode(report);
    if (others.length > 0) dialogs.warn(notAsCodeText(others));
    // Terraform has no room for what the other forms say.
    for (const each of report.facts.notRead)
      if (each.what === 'list') dialogs.warn(`${org.orgName}: ${notReadText(each)}`);
    return uri;
  }
  tellNotRead(services, report);
  await lastReports
    .keep(org.account, () => jsonReport(report))
    .catch((error) => log.warn(`The report could not be kept to compare with: ${reasonOf(error)}`));
  return uri;
}

/** Rejects where the org cannot be named to Terraform: nobody is signed in to it any more. */
async function piecesOf(
  { connections, sessions }: ReportServices,
  report: Report,
  form: ReportForm,
): Promise<() => Iterable<string>> {
  if (form !== 'terraform') return () => written(report, form, textLanguage(), csvLine);
  const { account, region, practice, orgName } = report.facts.org;
  const session = await sessions.ofAccount(account);
  if (session === undefined) throw new Error(unreadClientsText(orgName, SIGNED_OUT).why);
  const where = { ...(await connections.hosts(session)), region, practice };
  return () => terraformReport(report, where);
}

function withOldList(facts: ReportedOrg, error: PlatformError): ReportedOrg {
  const { why } = unreadClientsText(facts.org.orgName, error);
  const list: NotRead = { what: 'list', why };
  return { ...facts, notRead: [list, ...facts.notRead] };
}

/** The former report of an org, if one was wanted and can be used; why not is told. */
async function formerOf(
  { dialogs, log }: ReportServices,
  lastReports: LastReports,
  org: OrgClients,
  { comparedWith, former }: Wanted,
): Promise<FormerReport | undefined> {
  if (comparedWith === 'none' || former?.ok === false) return undefined;
  const isKept = comparedWith === 'last' && (await lastReports.keptAt(org.account)) !== undefined;
  if (comparedWith === 'last' && !isKept) return undefined;
  const read = former ?? (await lastReports.read(org.account));
  if (!read.ok) {
    logWhy(log, read.why);
    dialogs.warn(
      inOneText([l10n.t('Nothing is compared in the report of {0}.', org.orgName), noReportText(read.why)]),
    );
    return undefined;
  }
  if (read.report.account === org.account) return read.report;
  dialogs.warn(
    inOneText([
      l10n.t('Nothing is compared in the report of {0}.', org.orgName),
      l10n.t('The report to compare with is of another organization.'),
    ]),
  );
  return undefined;
}

function noReportText(why: WhyNoReport): string {
  switch (why.kind) {
    case 'foreign':
      return l10n.t(
        'The file to compare with is no report of this extension as it was saved. Choose one that this command has written in JSON, and that nobody has formatted since.',
      );
    case 'broken':
      return l10n.t(
        'The report to compare with is damaged: a part of it is missing or was changed. Choose another one.',
      );
    case 'other-version':
      return l10n.t(
        'The report to compare with was written by another version of this extension, in form {0}. Make a new one to compare later ones with.',
        why.version,
      );
    case 'too-large':
      return l10n.t('The report to compare with is too large. Choose another one.');
    case 'unreadable':
      return l10n.t('The report to compare with could not be read. The log says more.');
  }
}

function logWhy(log: ReportServices['log'], why: WhyNoReport): void {
  if (why.kind === 'unreadable') log.warn(`A report could not be read: ${why.reason}`);
}

function tellNotRead({ dialogs }: ReportServices, { facts }: Report): void {
  if (facts.notRead.length === 0) return;
  dialogs.warn(
    inOneText([
      l10n.t('The report of {0} says what could not be read.', facts.org.orgName),
      ...facts.notRead.map(notReadText),
    ]),
  );
}

function notSavedText(orgName: string, reason: string) {
  return {
    what: l10n.t('The report of {0} was not saved.', orgName),
    why: l10n.t('The file could not be written: {0}', reason),
    next: l10n.t('What was read stays. Make the report again, and choose another place.'),
    details: [reason],
  };
}

async function tellSaved({ dialogs }: ReportServices, saved: readonly vscode.Uri[]): Promise<void> {
  const [first, ...others] = saved;
  if (first === undefined) return;
  const path = (uri: vscode.Uri) => (uri.scheme === 'file' ? uri.fsPath : uri.path);
  const text =
    others.length === 0
      ? l10n.t('The report is saved in {0}.', path(first))
      : l10n.t('{0} reports are saved in {1}.', saved.length, path(vscode.Uri.joinPath(first, '..')));
  const open = { title: others.length === 0 ? l10n.t('Open') : l10n.t('Open the first'), value: true };
  if ((await dialogs.answer('information', text, [open])) === true)
    await vscode.commands.executeCommand('vscode.open', first);
}
