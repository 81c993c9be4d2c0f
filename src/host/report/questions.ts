import * as l10n from '@vscode/l10n';
import type { OrgAccount, OrgClients } from '../../core/clients/whereabouts.ts';
import { minutesToAsk } from '../../core/report/estimate.ts';
import type { Depth } from '../../core/report/facts.ts';
import type { ReportForm } from '../../core/report/write.ts';
import { durationText, longMomentText, momentText, numberText } from '../../core/texts/duration.ts';
import { inOneText } from '../../core/texts/sentences.ts';
import { orgRows } from '../clients/lookUp.ts';
import { textLanguage } from '../language.ts';
import type { Choice } from '../ui/askOneOf.ts';
import type { Dialogs } from '../ui/dialogs.ts';

/** What a new report is compared with: the last one of each org, one in a file, or none. */
export type ComparedWith = 'last' | 'file' | 'none';

const title = () => l10n.t('Report on OAuth clients');

/** Asks for some of the orgs; asks nothing where there is but one. Undefined when the person cancelled. */
export async function askOrgs<Org extends OrgAccount>(
  dialogs: Dialogs,
  orgs: readonly Org[],
): Promise<readonly Org[] | undefined> {
  if (orgs.length < 2) return orgs;
  const rows = orgRows(orgs).map((row) => ({ ...row, picked: true }));
  const placeholder = l10n.t('Tick the organizations. Each gets a report of its own.');
  return await dialogs.chooseSome({ title: title(), placeholder }, rows);
}

/**
 * Asks how much to read; `open` is how many questions that takes, beside the lists, and `oldest` when the oldest answer was
 * given of those that are known, in milliseconds since 1970.
 */
export async function askDepth(
  dialogs: Dialogs,
  orgs: readonly OrgClients[],
  { open, oldest }: { readonly open: number; readonly oldest: number | undefined },
): Promise<Depth | undefined> {
  const clients = orgs.reduce((sum, org) => sum + org.clients.length, 0);
  const count = (value: number) => numberText(value, textLanguage());
  const rows: Choice<Depth>[] = [
    {
      label: l10n.t('Lists alone'),
      detail:
        clients === 1
          ? l10n.t('What is listed of 1 client, with names of roles and divisions. Takes some seconds.')
          : l10n.t(
              'What is listed of {0} clients, with names of roles and divisions. Takes some seconds.',
              count(clients),
            ),
      value: 'lists',
    },
    {
      label: l10n.t('Everything'),
      detail: inOneText([
        open === 0
          ? l10n.t('Also what each client called and when it was last used, which is known already.')
          : l10n.t(
              'Also what each client called and when it was last used. That takes {questions} questions, about {time} or more within the limits of the organizations. It can be cancelled and resumed.',
              { questions: count(open), time: durationText(minutesToAsk(open) * 60) },
            ),
        ...(oldest === undefined
          ? []
          : [
              l10n.t(
                'What is known was told {0} or later.',
                momentText(new Date(oldest).toISOString(), textLanguage()),
              ),
            ]),
      ]),
      value: 'use',
    },
  ];
  return await dialogs.choose({ title: title(), placeholder: l10n.t('Choose what is read') }, rows);
}

/** Asks for the form of the reports. */
export async function askForm(dialogs: Dialogs): Promise<ReportForm | undefined> {
  const rows: Choice<ReportForm>[] = [
    {
      label: 'Markdown',
      detail: l10n.t('To read: a summary, a table, and a section for each client.'),
      value: 'markdown',
    },
    { label: 'CSV', detail: l10n.t('For a spreadsheet: a row for each client.'), value: 'csv' },
    {
      label: 'JSON',
      detail: l10n.t('For programs, and to compare a later report with.'),
      value: 'json',
    },
    {
      label: 'Terraform',
      detail: l10n.t(
        'The settings of all clients, with import blocks, and nothing else. Texts stay as they are, even one like a secret.',
      ),
      value: 'terraform',
    },
  ];
  const placeholder = l10n.t('Choose a form. The Client Secret is in none of them.');
  return await dialogs.choose({ title: title(), placeholder }, rows);
}

/** Asks what to compare with; `kept` is when the last reports of the orgs were made, of those that are kept. */
export async function askComparison(
  dialogs: Dialogs,
  kept: readonly Date[],
): Promise<ComparedWith | undefined> {
  const none = { label: l10n.t('Compare with none'), value: 'none' as const };
  const file = {
    label: l10n.t('Compare with a report in JSON…'),
    detail: l10n.t('A file that this command has written.'),
    value: 'file' as const,
  };
  const [newest] = [...kept].sort((one, other) => other.getTime() - one.getTime());
  const last =
    newest === undefined
      ? []
      : [
          {
            label: l10n.t('Compare with the last report'),
            detail: longMomentText(newest.toISOString(), textLanguage()),
            value: 'last' as const,
          },
        ];
  const placeholder = l10n.t('Choose what the report is compared with, so that it says what has changed');
  return await dialogs.choose<ComparedWith>({ title: title(), placeholder }, [...last, none, file]);
}
