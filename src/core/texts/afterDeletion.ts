import * as l10n from '@vscode/l10n';
import type { Mention } from '../clients/concerns.ts';
import { dayText } from './duration.ts';
import { providerText } from './scim.ts';
import { listed } from './sentences.ts';

/** Of a connection in a file whose client was deleted from here. `deletedAt`: ISO 8601. */
export function connectionOfDeletedText(provider: string, deletedAt: string, language: string): string {
  return l10n.t(
    'You deleted its client here on {0}. Take this connection out of the file, and its client out of {1}.',
    dayText(deletedAt, language),
    provider,
  );
}

/**
 * What is left to do once a client is deleted: whatever uses it fails, and nobody else takes it out there. A sentence each;
 * none where nothing in the workspace names it.
 */
export function leftAfterDeletion(mentions: readonly Mention[]): readonly string[] {
  const providers = [
    ...new Set(mentions.flatMap((at) => (at.kind === 'scim' ? [providerText(at.provider ?? '')] : []))),
  ].filter((name) => name !== '');
  const hasEnd = mentions.some((at) => at.kind === 'scim' && at.tokenEndsAt !== undefined);
  return [
    ...(mentions.some(({ kind }) => kind === 'framework')
      ? [l10n.t('Put the ID of another client into framework.js: nobody logs in with this one any more.')]
      : []),
    ...(mentions.some(({ kind }) => kind === 'scim')
      ? [l10n.t('Take its connection out of genesys-scim.json.')]
      : []),
    ...(providers.length === 0
      ? []
      : [l10n.t('Turn off provisioning in {0}, or give it another client.', listed(providers))]),
    ...(hasEnd ? [l10n.t('If the end of its token stands in a calendar, delete that day there.')] : []),
  ];
}
