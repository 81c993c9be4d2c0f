import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import type { OrgClients } from '../../core/clients/orgClients.ts';
import type { OAuthClient } from '../../core/platform/oauthClients.ts';
import { agoText, clientGrantText } from '../../core/texts/clientFacts.ts';
import { clientStateName } from '../../core/texts/clientFields.ts';
import { durationText } from '../../core/texts/duration.ts';

/** What is known of a client, a line each. Names come from the org, so they are written as plain text. */
export function clientFacts(
  client: OAuthClient,
  org: OrgClients,
  lastUse: string | undefined,
  language: string,
): vscode.MarkdownString {
  const { name, state, accessTokenValiditySeconds: seconds, registeredRedirectUri } = client;
  const text = new vscode.MarkdownString();
  text.appendMarkdown('**').appendText(name).appendMarkdown('** · ').appendText(org.orgName);
  const line = (label: string, value: string | undefined) => {
    if (value !== undefined) text.appendMarkdown('\n\n').appendText(`${label}: ${value}`);
  };
  line(l10n.t('Grant Type'), clientGrantText(client, language));
  line(l10n.t('State'), clientStateName(state));
  line(l10n.t('Token Duration'), seconds === undefined ? undefined : durationText(seconds));
  line(l10n.t('Last used'), lastUse);
  for (const uri of registeredRedirectUri ?? []) line(l10n.t('Redirect URI'), uri);
  const ago = agoText(Date.parse(org.readAt), Date.now(), language);
  text.isTrusted = { enabledCommands: ['genesysOAuth.refreshChecks'] };
  text.appendMarkdown('\n\n').appendText(l10n.t('As it was {0}.', ago)).appendMarkdown(' ');
  return text.appendMarkdown(`[${l10n.t('Read it again')}](command:genesysOAuth.refreshChecks)`);
}
