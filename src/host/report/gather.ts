import * as l10n from '@vscode/l10n';
import type { OrgClients } from '../../core/clients/whereabouts.ts';
import type { Depth, ReportedOrg } from '../../core/report/facts.ts';
import { type OrgRead, type ReportReadings, type Unasked, whyNot } from '../../core/report/readings.ts';
import { reportedOrg } from '../../core/report/reportedOrg.ts';
import { numberText } from '../../core/texts/duration.ts';
import { notReadText } from '../../core/texts/report.ts';
import { inOneText } from '../../core/texts/sentences.ts';
import { progressText } from '../clientsView/askForUses.ts';
import { textLanguage } from '../language.ts';
import type { Services } from '../services.ts';
import type { Dialogs, Report } from '../ui/dialogs.ts';

type Means = Pick<Services, 'dialogs' | 'history'>;

/**
 * Reads what reports on these orgs need, and shows how far it is. Where that is cancelled, or an org is lost, the person can
 * go on from there, or have what there is. Undefined when they want neither: what was read stays.
 */
export async function gather(
  means: Means,
  readings: ReportReadings,
  orgs: readonly OrgClients[],
  depth: Depth,
): Promise<readonly ReportedOrg[] | undefined> {
  const { dialogs } = means;
  const read = new Map<string, OrgRead>();
  for (let goesOn = false; ; goesOn = true) {
    const unasked = await dialogs.progress(l10n.t('Reading for the report'), async (signal, report) => {
      const left = orgs.filter(({ account }) => isToRead(read.get(account)));
      await Promise.all(
        left.map(async (org) => read.set(org.account, await readings.readOrg(org, depth, signal))),
      );
      const asked = orgs.map((org) => ({ org, yardstick: read.get(org.account)?.yardstick }));
      const open =
        depth === 'lists'
          ? NOTHING_UNASKED
          : await readings.askUse(asked, goesOn, signal, progressOf(report));
      // What was cancelled is not written unless the person says so, and there is nothing to go on with.
      return signal.aborted && open.size === 0 ? undefined : open;
    });
    if (unasked === undefined) return undefined;
    const wish = unasked.size === 0 ? 'write' : await askWhatNow(dialogs, orgs, unasked);
    if (wish === undefined) return undefined;
    if (wish === 'write')
      return orgs.map((org) => factsOf(means, readings, org, depth, read.get(org.account), unasked));
  }
}

const NOTHING_UNASKED: Unasked = new Map();

/** Whether something of an org is not there that the next look may have. */
function isToRead(read: OrgRead | undefined): boolean {
  return read === undefined || read.notRead.length > 0;
}

function progressOf(report: Report): (answered: number, of: number, waitsSeconds?: number) => void {
  const number = (value: number) => numberText(value, textLanguage());
  let before = 0;
  return (answered, of, waitsSeconds) => {
    const share = of === 0 || waitsSeconds !== undefined ? 0 : ((answered - before) * 100) / of;
    if (waitsSeconds === undefined) before = answered;
    report(progressText(number(answered), number(of), waitsSeconds), share);
  };
}

/** Says what is missing, and asks whether to go on with it or to write what there is. */
async function askWhatNow(
  dialogs: Dialogs,
  orgs: readonly OrgClients[],
  unasked: Unasked,
): Promise<'go-on' | 'write' | undefined> {
  const whys = orgs.flatMap(({ account, orgName }) =>
    [...(unasked.get(account) ?? [])].map(
      ([part, error]) => `${orgName}: ${notReadText(whyNot(part, error))}`,
    ),
  );
  const text = inOneText([
    l10n.t('Not everything was read. What was read stays, and the next report goes on from there.'),
    ...whys,
  ]);
  return await dialogs.answer<'go-on' | 'write'>('warning', text, [
    { title: l10n.t('Go on reading'), value: 'go-on' },
    { title: l10n.t('Write it as it is'), value: 'write' },
  ]);
}

function factsOf(
  { history }: Means,
  readings: ReportReadings,
  org: OrgClients,
  depth: Depth,
  read: OrgRead | undefined,
  unasked: Unasked,
): ReportedOrg {
  const { region, practice } = org;
  return reportedOrg(org, depth, read, unasked, {
    now: new Date(),
    useOf: ({ id }) => readings.useOf(org, id),
    renewedAt: ({ id }) =>
      history
        .of({ id, region, practice })
        .find(({ what, outcome }) => what === 'secret-rotated' && outcome === 'done')?.at,
  });
}
