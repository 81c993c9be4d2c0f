import * as l10n from '@vscode/l10n';
import { stepOutcome } from '../../core/operations/interrupted.ts';
import type { Failure, ProofError, Run, StoppedRun } from '../../core/operations/run.ts';
import { createsClient } from '../../core/procedures/plan.ts';
import { refusalDetails } from '../../core/texts/advice.ts';
import { differenceLines } from '../../core/texts/clientFields.ts';
import { clientName } from '../../core/texts/clientName.ts';
import { durationText } from '../../core/texts/duration.ts';
import { stopText } from '../../core/texts/failures.ts';
import { newRoleName, roleStandsText } from '../../core/texts/newRole.ts';
import { adviceOn, errorDetails } from '../../core/texts/platformErrors.ts';
import { scimRefusalText } from '../../core/texts/scim.ts';
import { listed } from '../../core/texts/sentences.ts';

/** How a plan ended, in words. */
export type EndText = {
  /** What happened, why, and what to do next. */
  readonly sentences: readonly string[];
  /** Technical facts, such as the org's error code and correlation ID. */
  readonly details: readonly string[];
};

/** Whether everything was done that was planned, nothing, or something in between, which may not be certain. */
export type Extent = 'all' | 'nothing' | 'something';

export function extentOf(run: Run): Extent {
  if (run.kind === 'finished') return 'all';
  const isAnyDone = run.plan.some((_, index) => {
    const outcome = stepOutcome(run, index);
    return outcome === 'not-certain' || (outcome === 'done' && run.plan[index]?.kind !== 'use-client');
  });
  return isAnyDone ? 'something' : 'nothing';
}

/** What came of a plan that ended. */
export function endText(run: Extract<Run, { kind: 'finished' | 'stopped' }>): EndText {
  if (run.kind === 'stopped') return stoppedText(run);
  const { client, plan, hasSecret } = run;
  const name = clientName(client);
  const isNew = createsClient(plan);
  return {
    sentences: [
      isNew
        ? l10n.t('The client "{0}" was created: {1}', name, client.id)
        : l10n.t('The client "{0}" was changed.', name),
      ...(isNew && !hasSecret ? lostSecret() : []),
      ...readBackSentences(run),
      ...unexpectedSentences(run),
    ],
    details: [],
  };
}

function stoppedText(run: StoppedRun): EndText {
  const { failure, client, role, plan } = run;
  const made = client !== undefined && createsClient(plan) ? client : undefined;
  const { why, next, details } = whyStopped(run);
  return {
    sentences: [
      made === undefined
        ? whatOf(run)
        : l10n.t(
            'The client "{0}" was created, but not all of the plan was done: {1}',
            clientName(made),
            made.id,
          ),
      ...why,
      ...(made !== undefined && !run.hasSecret && failure.kind !== 'secret-not-kept' ? lostSecret() : []),
      ...(role === undefined ? [] : [roleStandsText(newRoleName(run))]),
      ...readBackSentences(run),
      ...next,
    ],
    details,
  };
}

type Why = {
  readonly why: readonly string[];
  readonly next: readonly string[];
  readonly details: readonly string[];
};

/** What happened where no client was made. */
function whatOf(run: StoppedRun): string {
  return run.failure.kind === 'cancelled'
    ? l10n.t('It was stopped before it was through.')
    : stopText(run).what;
}

function whyStopped(run: StoppedRun): Why {
  const { failure } = run;
  switch (failure.kind) {
    case 'cancelled':
      return {
        why: [l10n.t('It was stopped from outside. What was under way was followed to its end.')],
        next: run.client === undefined ? [] : [byHand()],
        details: [],
      };
    case 'perhaps-created':
    case 'role-perhaps-created':
      return {
        why: [stopText(run).why],
        next: [
          l10n.t(
            'Look at the list in Genesys Cloud before you do the same again: otherwise there may be two.',
          ),
        ],
        details: [...errorDetails(failure.error), ...errorDetails(failure.lookup)],
      };
    case 'secret-not-kept':
      return {
        why: [l10n.t('Its secret could not be handed over: {0}', failure.reason)],
        next: [newSecret()],
        details: [],
      };
    case 'not-proven':
    case 'token-not-made':
      return { ...proofWhy(failure), details: detailsOf(failure.error) };
    case 'scim-file-refused':
      return {
        why: [scimRefusalText(failure.reason, failure.path, failure.line)],
        next: [l10n.t('Correct the file, and add the Client ID yourself.')],
        details: [],
      };
    case 'file-changed':
      return {
        why: [l10n.t('{0} is no longer what the plan showed, so it was left as it is.', failure.path)],
        next: [l10n.t('Add the Client ID yourself.')],
        details: [],
      };
    case 'file-not-written':
      return {
        why: [l10n.t('{0} could not be written: {1}', failure.path, failure.reason)],
        next: [l10n.t('Add the Client ID yourself.')],
        details: [],
      };
    case 'changed-meanwhile':
      return {
        why: differenceLines(failure.differences),
        next: [l10n.t('Run it again without --yes: it shows what would change now.')],
        details: [],
      };
    case 'perhaps-changed':
      return {
        why: [stopText(run).why],
        next: [
          l10n.t(
            'Do the same once more, which does no harm: the client is looked at before anything is sent.',
          ),
        ],
        details: stopText(run).details,
      };
    default: {
      const { why, next, details } = stopText(run);
      return { why: [why], next: [next], details };
    }
  }
}

function proofWhy({
  kind,
  error,
}: Extract<Failure, { kind: 'not-proven' | 'token-not-made' }>): Omit<Why, 'details'> {
  const what =
    kind === 'not-proven'
      ? l10n.t('The client is there, but it could not be used.')
      : l10n.t('The client is there, but it got no token for the identity provider.');
  switch (error.kind) {
    case 'no-secret':
      return { why: [what], next: [newSecret()] };
    case 'not-kept':
      return {
        why: [what, l10n.t('What it was given could not be handed over: {0}', error.reason)],
        next: [byHand()],
      };
    case 'login-refused':
      return {
        why: [what, l10n.t('The login host refused the new client; it may take a moment to know it.')],
        next: [byHand()],
      };
    default:
      return { why: [what, adviceOn(error).why], next: [byHand()] };
  }
}

function detailsOf(error: ProofError): readonly string[] {
  switch (error.kind) {
    case 'no-secret':
    case 'not-kept':
      return [];
    case 'login-refused':
      return refusalDetails(error.code, error.description);
    default:
      return errorDetails(error);
  }
}

function lostSecret(): readonly string[] {
  return [
    l10n.t('The Client Secret was lost with the answer of the organization, and nobody has it.'),
    newSecret(),
  ];
}

function newSecret(): string {
  return l10n.t('Make a new secret for this client, in VS Code or on its admin page.');
}

/** A second call would make a second client. */
function byHand(): string {
  return l10n.t(
    'Do the rest by hand, or delete the client and do the same again: as it is, there would be two.',
  );
}

/** Where the org made something else of a new client (rule S4). */
function readBackSentences({ readBack }: Pick<Run, 'readBack'>): readonly string[] {
  if (readBack?.kind !== 'different') return [];
  const { durationSeconds, fields } = readBack;
  return [
    l10n.t('Genesys Cloud made something else of the client.'),
    ...(durationSeconds === undefined
      ? []
      : [
          l10n.t(
            'Its tokens last {0}, not {1}.',
            durationText(durationSeconds.made),
            durationText(durationSeconds.asked),
          ),
        ]),
    ...(fields.length === 0
      ? []
      : [l10n.t('Not as asked: {0}. Look at them on its admin page.', listed(fields))]),
  ];
}

function unexpectedSentences({ change }: Pick<Run, 'change'>): readonly string[] {
  if (change === undefined || change.unexpected.length === 0) return [];
  const names = listed(change.unexpected.map(({ field }) => field));
  return [
    l10n.t('Genesys Cloud made something else of the client.'),
    l10n.t('Not as asked: {0}. Look at them on its admin page.', names),
  ];
}
