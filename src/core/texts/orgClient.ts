import * as l10n from '@vscode/l10n';
import type { FrameworkFit } from '../clients/forFramework.ts';
import type { OAuthClient } from '../platform/oauthClients.ts';
import { agoText, clientGrantText } from './clientFacts.ts';
import { clientStateName } from './clientFields.ts';
import { durationText } from './duration.ts';

/** What is known of a client, in one line: `readAt` is when that was read (ISO 8601), `now` in milliseconds since 1970. */
export function clientSummary(client: OAuthClient, readAt: string, now: number, language: string): string {
  const { accessTokenValiditySeconds: seconds, state } = client;
  return [
    clientGrantText(client, language),
    clientStateName(state),
    ...(seconds === undefined ? [] : [l10n.t('tokens last {0}', durationText(seconds))]),
    l10n.t('read {0}', agoText(Date.parse(readAt), now, language)),
  ].join(' · ');
}

/** Why the Embeddable Framework cannot use a client as it is; undefined when it can. */
export function frameworkFitText(
  client: OAuthClient,
  fit: FrameworkFit,
  language: string,
): string | undefined {
  switch (fit) {
    case 'fits':
      return undefined;
    case 'not-active':
      return l10n.t('It must be activated first: it is {0}.', clientStateName(client.state));
    case 'other-grant-type':
      return l10n.t('The framework cannot use its grant type: {0}.', clientGrantText(client, language));
  }
}
