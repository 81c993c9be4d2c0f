import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import type { OrgClients } from '../../core/clients/orgClients.ts';
import type { OAuthClient } from '../../core/platform/oauthClients.ts';
import { agoText, clientGrantText } from '../../core/texts/clientFacts.ts';
import { clientStateName } from '../../core/texts/clientFields.ts';
import { durationText } from '../../core/texts/duration.ts';

/**
 * What is known of a client, a line each. Names come from the org, so they are shown letter by letter. `lastUse` is a day
 * (ISO 8601).
 */
export function clientFacts(
  client: OAuthClient,
  org: OrgClients,
  lastUse: string | undefined,
  language: string,
): vscode.MarkdownString {
  const { name, state, accessTokenValiditySeconds: seconds, registeredRedirectUri } = client;
  const facts = [
    [l10n.t('Grant Type'), clientGrantText(client, language)],
    [l10n.t('State'), clientStateName(state)],
    [l10n.t('Token Duration'), seconds === undefined ? undefined : durationText(seconds)],
    [l10n.t('Last used'), lastUse === undefined ? undefined : dayText(lastUse, language)],
    ...(registeredRedirectUri ?? []).map((uri) => [l10n.t('Redirect URI'), uri]),
  ];
  const lines = facts.flatMap(([label, value]) => (value === undefined ? [] : [`${label}: ${value}`]));
  const ago = l10n.t('As it was {0}.', agoText(Date.parse(org.readAt), Date.now(), language));
  const text = new vscode.MarkdownString(`**${plain(name)}** · ${plain(org.orgName)}\n\n`);
  text.isTrusted = { enabledCommands: ['genesysOAuth.refreshChecks'] };
  text.appendMarkdown(lines.map(plain).join('  \n'));
  const readAgain = `[${l10n.t('Read it again')}](command:genesysOAuth.refreshChecks)`;
  return text.appendMarkdown(`\n\n${plain(ago)} ${readAgain}`);
}

function dayText(day: string, language: string): string {
  return new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(day));
}

/** Markdown that shows this text as it is; unlike `appendText`, it lets long lines break. */
export function plain(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\\`*_{}[\]()#+\-.!<>|~&$:]/g, '\\$&');
}
