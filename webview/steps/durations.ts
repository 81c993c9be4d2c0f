import * as l10n from '@vscode/l10n';
import type { Answers, ProcedureId } from '../../src/core/procedures/draft.ts';
import { LONGEST_SCIM_DURATION_SECONDS } from '../../src/core/procedures/duration.ts';

/** The token durations of one click, in seconds (rules G4, E2, S2). */
export function usualDurations(
  { holdsToken }: Answers,
  procedure: ProcedureId,
): { seconds: number; label: string }[] {
  switch (procedure) {
    case 'general':
      return [
        { seconds: 3600, label: l10n.t('1 hour') },
        { seconds: 86_400, label: l10n.t('1 day · usual') },
        { seconds: 172_800, label: l10n.t('2 days') },
      ];
    case 'embeddable':
      return [
        { seconds: 64_800, label: l10n.t('18 hours · recommended') },
        { seconds: 86_400, label: l10n.t('24 hours') },
        { seconds: 172_800, label: l10n.t('2 days') },
      ];
    case 'scim':
      return holdsToken
        ? [
            { seconds: LONGEST_SCIM_DURATION_SECONDS, label: l10n.t('450 days · recommended') },
            { seconds: 15_552_000, label: l10n.t('{0} days', 180) },
            { seconds: 7_776_000, label: l10n.t('{0} days', 90) },
          ]
        : [
            { seconds: 3600, label: l10n.t('1 hour') },
            { seconds: 86_400, label: l10n.t('1 day · usual') },
            { seconds: LONGEST_SCIM_DURATION_SECONDS, label: l10n.t('{0} days', 450) },
          ];
  }
}

/** How long a token may last and why as long as preset (rules G4, E2, S2, S4). */
export function durationHint({ holdsToken }: Answers, procedure: ProcedureId): string {
  switch (procedure) {
    case 'general':
      return l10n.t(
        'From 300 to 172,800. A day suits most applications; a shorter one limits what a stolen token can do.',
      );
    case 'embeddable':
      return l10n.t("From 300 to 172,800. With eighteen hours a token ends outside an agent's working day.");
    case 'scim':
      return [
        l10n.t('From 300 to 38,880,000 (450 days).'),
        holdsToken
          ? l10n.t(
              'The identity provider holds one token and stops with it, so the token lasts as long as it may.',
            )
          : l10n.t('The identity provider gets a new token by itself, so a day is enough.'),
        l10n.t(
          'More than two days hold only with exactly the SCIM Integration role; the wizard gives no other.',
        ),
      ].join(' ');
  }
}
