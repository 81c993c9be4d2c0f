import * as l10n from '@vscode/l10n';
import { stepOutcome } from '../../core/operations/interrupted.ts';
import { draftFindingText } from '../../core/procedures/draftFinding.ts';
import { clientName } from '../../core/texts/clientName.ts';
import { planStepTitle, stepOutcomeText } from '../../core/texts/planSteps.ts';
import { orgPlaceText, practiceClientText } from '../../core/texts/practiceOrg.ts';
import { severityText } from '../../core/texts/severity.ts';
import { procedureTitle } from '../../core/texts/steps.ts';
import { type Io, inLines } from '../io.ts';
import type { Fault } from '../requests/fault.ts';
import { endText } from './endText.ts';
import { planStepLines } from './planText.ts';
import type { Prepared } from './prepare.ts';
import type { NothingDone, Telling, ToldFinding } from './telling.ts';

/** For people: each thing as soon as it is known. `file` is the request, as the person named it. */
export function textTelling({ stdout }: Pick<Io, 'stdout'>, file: string, language: string): Telling {
  const write = (lines: readonly string[]) => stdout.write(inLines(lines));
  return {
    faults: (faults) =>
      write([...faults.flatMap((fault) => faultLines(file, fault)), l10n.t('Nothing was done.')]),
    stopped: (sentences, details) =>
      write([...sentences, ...detailLines(details), l10n.t('Nothing was done.')]),
    prepared: (prepared, findings) =>
      write([
        ...head(prepared),
        ...findings.flatMap((each) => findingLines(file, each, language)),
        ...planLines(prepared),
      ]),
    nothingDone: (why) => write(nothingDoneLines(why)),
    secret: async (name, clientId, value) =>
      await stdout.deliver(
        inLines([
          ...(name === 'clientSecret' ? [`${l10n.t('Client ID')}: ${clientId}`] : []),
          `${name === 'clientSecret' ? l10n.t('Client Secret') : l10n.t('Access token')}: ${value}`,
        ]),
      ),
    ended: (run, secretFile) => {
      const { sentences, details } = endText(run);
      write([
        ...sentences,
        ...(secretFile === undefined ? [] : [l10n.t('The Client Secret is in {0}.', secretFile)]),
        ...(run.kind === 'finished'
          ? []
          : run.plan.map(
              (step, index) =>
                `  ${index + 1}. ${planStepTitle(step)} · ${stepOutcomeText(stepOutcome(run, index))}`,
            )),
        ...detailLines(details),
      ]);
    },
  };
}

function head({ org, procedure, plan, saved }: Prepared): readonly string[] {
  const edits = saved?.answers.edits;
  const what = edits === undefined ? procedureTitle(procedure) : l10n.t('Edit {0}', clientName(edits.record));
  return [
    `${what}: ${org.name} (${orgPlaceText(org)})`,
    ...(org.practice ? [practiceClientText()] : []),
    ...(plan === undefined || plan.length === 0
      ? []
      : [
          procedure === 'edit'
            ? l10n.t('This is all that will change.')
            : l10n.t('This is all that will happen, in this order.'),
        ]),
    '',
  ];
}

function planLines({ plan, access }: Prepared): readonly string[] {
  return (plan ?? []).flatMap((step, index) => [
    `${index + 1}. ${planStepTitle(step)}`,
    ...planStepLines(step, access).map((line) => `   ${line}`),
    '',
  ]);
}

/** A line that terminals and editors open, and below it what it says. */
function faultLines(file: string, { field, position, message }: Fault): readonly string[] {
  return [placeLine(file, { field, position }, severityText('error')), `  ${message}`];
}

function findingLines(
  file: string,
  { field, position, finding }: ToldFinding,
  language: string,
): readonly string[] {
  const { severity, code } = finding;
  return [
    `${placeLine(file, { field, position }, severityText(severity))}  ${code}`,
    `  ${draftFindingText(finding, language)}`,
    '',
  ];
}

function placeLine(
  file: string,
  { field, position }: Pick<Fault, 'field' | 'position'>,
  severity: string,
): string {
  const at = position === undefined ? file : `${file}:${position.line}:${position.column}`;
  return [at, severity, ...(field === undefined ? [] : [field])].join('  ');
}

function nothingDoneLines(why: NothingDone | undefined): readonly string[] {
  switch (why) {
    case undefined:
      return [l10n.t('Nothing was done: put right what is an error.')];
    case 'no-yes':
      return [l10n.t('Nothing was done. With --yes, this is done.')];
    case 'no-secret-target':
      return [
        l10n.t('Nothing was done: say where the Client Secret goes, which is given once.'),
        l10n.t(
          '--secret-file FILE writes it into a new file that only you can read; --reveal-secret shows it.',
        ),
      ];
    case 'nothing-to-change':
      return [l10n.t('Nothing was done: the client is already as it should be.')];
  }
}

function detailLines(details: readonly string[]): readonly string[] {
  return details.length === 0 ? [] : [`${l10n.t('Details')}: ${details.join('; ')}`];
}
