import * as l10n from '@vscode/l10n';
import type { Mention } from '../clients/concerns.ts';
import { dayText } from './duration.ts';
import { providerText } from './scim.ts';

/** Nobody reads more in a question. */
const MOST_PLACES = 10;

/**
 * The places of the workspace that use a client which is about to end, a line each, below a heading: whoever ends it breaks
 * what they are for. None where there is none. `language`: a BCP 47 tag.
 */
export function usedHereLines(mentions: readonly Mention[], language: string): readonly string[] {
  if (mentions.length === 0) return [];
  const more = mentions.length - MOST_PLACES;
  return [
    '',
    l10n.t('This workspace names it at:'),
    ...mentions.slice(0, MOST_PLACES).map((at) => `• ${placeText(at, language)}`),
    ...(more > 0 ? [l10n.t('… and {0} more', more)] : []),
  ];
}

/** With the identity provider that uses it, and how long the provider's token lives. */
function placeText(at: Mention, language: string): string {
  const provider = at.kind === 'scim' ? at.provider : undefined;
  const endsAt = at.kind === 'scim' ? at.tokenEndsAt : undefined;
  return [
    `${at.path}:${at.line}`,
    ...(provider === undefined ? [] : [providerText(provider)]),
    ...(endsAt === undefined ? [] : [l10n.t('its token ends on {0}', dayText(endsAt, language))]),
  ].join(' · ');
}
