import { stepOutcome } from '../../core/operations/interrupted.ts';
import { draftFindingText } from '../../core/procedures/draftFinding.ts';
import { planStepTitle } from '../../core/texts/planSteps.ts';
import { inOneText } from '../../core/texts/sentences.ts';
import { FORM_VERSION } from '../answer.ts';
import type { ExitCode, Io } from '../io.ts';
import { endText } from './endText.ts';
import { planStepLines } from './planText.ts';
import type { Prepared } from './prepare.ts';
import type { Telling, ToldFinding } from './telling.ts';

/** What became of a request, for programs. */
type Outcome =
  | 'request-refused'
  | 'stopped-before'
  | 'refused-by-rules'
  | 'nothing-done'
  | 'done'
  | 'not-all-done';

/**
 * For programs: one object, of which a secret is the first property, because it is written as soon as it is there. `file` is
 * the request, as the person named it.
 */
export function jsonTelling({ stdout }: Pick<Io, 'stdout'>, file: string, language: string): Telling {
  let known: Readonly<Record<string, unknown>> = {};
  let isBegun = false;

  function end(outcome: Outcome, exitCode: ExitCode, more: Readonly<Record<string, unknown>>): void {
    const all = JSON.stringify(
      { formVersion: FORM_VERSION, exitCode, outcome, request: file, ...known, ...more },
      undefined,
      2,
    );
    stdout.write(`${isBegun ? all.slice(1) : all}\n`);
  }

  return {
    faults: (faults, exitCode) => end('request-refused', exitCode, { faults }),
    stopped: (sentences, details, exitCode) =>
      end('stopped-before', exitCode, { message: inOneText(sentences), details }),
    prepared: (prepared, findings) => {
      known = preparedFacts(prepared, findings, language);
    },
    nothingDone: (why, exitCode) =>
      end(
        why === undefined ? 'refused-by-rules' : 'nothing-done',
        exitCode,
        why === undefined ? {} : { because: why },
      ),
    secret: async (name, _, value) => {
      const begin = isBegun ? '' : '{';
      isBegun = true;
      await stdout.deliver(`${begin}\n  ${JSON.stringify(name)}: ${JSON.stringify(value)},`);
    },
    ended: (run, secretFile, exitCode) => {
      const { sentences, details } = endText(run);
      end(run.kind === 'finished' ? 'done' : 'not-all-done', exitCode, {
        ...(run.client !== undefined && { client: { id: run.client.id, name: run.client.name } }),
        ...(run.role !== undefined && { role: { id: run.role.id, name: run.role.name } }),
        ...(secretFile !== undefined && { secretFile }),
        steps: run.plan.map((step, index) => ({ kind: step.kind, outcome: stepOutcome(run, index) })),
        ...(run.kind === 'stopped' && { failure: run.failure.kind }),
        message: inOneText(sentences),
        details,
      });
    },
  };
}

function preparedFacts(
  { org, procedure, plan, access }: Prepared,
  findings: readonly ToldFinding[],
  language: string,
) {
  const { id, name, region, practice } = org;
  return {
    procedure,
    org: { id, name, region, practice },
    findings: findings.map(({ field, position, finding }) => ({
      severity: finding.severity,
      code: finding.code,
      field,
      position,
      message: draftFindingText(finding, language),
    })),
    ...(plan !== undefined && {
      plan: plan.map((step) => ({
        kind: step.kind,
        title: planStepTitle(step),
        ...('url' in step && { url: step.url }),
        ...('body' in step && { body: step.body }),
        ...('path' in step && { path: step.path }),
        lines: planStepLines(step, access),
      })),
    }),
  };
}
