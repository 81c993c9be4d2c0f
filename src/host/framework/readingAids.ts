import { setTimeout } from 'node:timers/promises';
import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import { aboutOf } from '../../core/clientPage/messages.ts';
import { switchState } from '../../core/clients/forFramework.ts';
import type { FoundClient, OrgClients } from '../../core/clients/whereabouts.ts';
import type { DoctorAbout } from '../../core/doctorPage/messages.ts';
import type { DiagnosticCode } from '../../core/findings/catalogue.ts';
import type { EntryCoverage } from '../../core/framework/check/coverage.ts';
import { entryAt, regionOfKey } from '../../core/framework/entryAt.ts';
import type { ClientIdEntry, FrameworkInspection } from '../../core/framework/inspect.ts';
import type { OAuthClient } from '../../core/platform/oauthClients.ts';
import { readRegionName } from '../../core/platform/regionName.ts';
import { oauthClientAdminUrl } from '../../core/platform/regions.ts';
import { agoText, clientGrantText, clientStateName } from '../../core/texts/clientFields.ts';
import { clientName } from '../../core/texts/clientName.ts';
import { dayText, durationText } from '../../core/texts/duration.ts';
import { adviceOn } from '../../core/texts/platformErrors.ts';
import { noAdminPageText, practiceClientText } from '../../core/texts/practiceOrg.ts';
import { exactDomainText, placeOf, placeText } from '../../core/texts/regions.ts';
import { inOneText } from '../../core/texts/sentences.ts';
import type { LastUses } from '../clients/lastUses.ts';
import type { OrgClientsCache } from '../clients/orgClients.ts';
import { codeOf, rangeOf } from '../diagnostics/shownFindings.ts';
import { textLanguage } from '../language.ts';
import { asArguments, withDoctor } from '../ui/commandLinks.ts';
import type { FrameworkChecks } from './checks.ts';
import { entriesIn } from './document.ts';

/** Tells about what is under the pointer: a region's AWS name and place, or the client behind a Client ID. */
export function hoverProvider(checks: FrameworkChecks, tools: ClientHoverTools): vscode.HoverProvider {
  return {
    provideHover: async (document, position, token) => {
      if (!checks.covers(document)) return undefined;
      const found = entryAt(document.getText(), document.offsetAt(position));
      if (found === undefined) return undefined;
      const { entry, part, place } = found;
      const range = rangeOf(document, place);
      if (part === 'key') {
        const text = regionHover(entry.region, new Set(tools.orgs.current().map(({ region }) => region)));
        return text && new vscode.Hover(text, range);
      }
      if (entry.value.kind !== 'client-id') return undefined;
      const clients = checks.clientsFor(document);
      const client = clients.toShow(entry);
      const ended = new AbortController();
      token.onCancellationRequested(() => ended.abort());
      const coverage = checks.coverageOf(document).of(entry);
      const said = codesShownAt(document, range);
      const text = await clientHover(tools, entry, client, coverage, said, ended.signal);
      return new vscode.Hover(withDoctor(text, aboutEntry(document, checks.inspect(document), entry)), range);
    },
  };
}

/** The codes of the problems that VS Code shows in the same hover: what they say is not said again. */
function codesShownAt(
  { uri }: vscode.TextDocument,
  range: vscode.Range,
): ReadonlySet<DiagnosticCode | undefined> {
  const shown = vscode.languages.getDiagnostics(uri).filter((each) => each.range.intersection(range));
  return new Set(shown.map(codeOf));
}

/** The entry, as what a look for why nobody can log in begins at. */
function aboutEntry(
  { uri }: vscode.TextDocument,
  inspection: FrameworkInspection,
  { region, value, keyPlace }: ClientIdEntry,
): DoctorAbout {
  const { dedicatedLoginWindow, usePKCEAuthFlow } = inspection;
  const use = {
    dedicatedLoginWindow: switchState(dedicatedLoginWindow),
    usePKCEAuthFlow: switchState(usePKCEAuthFlow),
  };
  const place = { uri: uri.toString(), path: vscode.workspace.asRelativePath(uri), line: keyPlace.line };
  const clientId = value.kind === 'client-id' ? value.text : '';
  return { subject: { kind: 'framework', clientId, region, ...place, use } };
}

function regionHover(key: string, own: ReadonlySet<string>): vscode.MarkdownString | undefined {
  const named = regionOfKey(key, own);
  if (named === undefined) return undefined;
  const { region, exact } = named;
  const text = new vscode.MarkdownString(
    l10n.t('Genesys Cloud region {place}: `{awsRegion}` at AWS.', {
      place: placeText(region),
      awsRegion: region.awsRegion,
    }),
  );
  return exact ? text : text.appendMarkdown(`\n\n${exactDomainText(region)}`);
}

/** What the hover of a Client ID looks things up with. */
type ClientHoverTools = {
  readonly orgs: Pick<OrgClientsCache, 'standing' | 'want' | 'current'>;
  readonly lastUses: Pick<LastUses, 'of'>;
};

/** Milliseconds that a hover waits for the last use; what comes later is there for the next hover. */
const LAST_USE_WITHIN = 1000;

/** The client behind a Client ID, how far it is known; never with a secret. `ended`: nobody looks any more. */
async function clientHover(
  { orgs, lastUses }: ClientHoverTools,
  entry: ClientIdEntry,
  found: FoundClient | undefined,
  coverage: EntryCoverage,
  said: ReturnType<typeof codesShownAt>,
  ended: AbortSignal,
): Promise<vscode.MarkdownString> {
  if (found === undefined) return unknownClient(orgs, entry.region, coverage, said);
  const soon = new AbortController();
  const lastUse = await Promise.race([
    lastUses.of(found.org.account, found.client.id, ended),
    setTimeout(LAST_USE_WITHIN, undefined, { signal: soon.signal }).catch(() => undefined),
  ]);
  soon.abort();
  const text = clientFacts(found.client, found.org, lastUse, textLanguage());
  const { orgName, region, practice } = found.org;
  if (practice) {
    if (!said.has('practice-client')) text.appendMarkdown(`\n\n${plain(practiceClientText())}`);
    return text.appendMarkdown(`\n\n${plain(noAdminPageText())}`);
  }
  if (region === entry.region || orgs.standing(entry.region).kind === 'known') return text;
  const args = { org: orgName, home: region, region: entry.region };
  return text
    .appendMarkdown('\n\n')
    .appendMarkdown(
      plain(l10n.t('Compared with {org} in {home}, and not with an organization in {region}.', args)),
    );
}

const SIGNED_OUT = { kind: 'signed-out' } as const;

/** Why nothing is known, and what to do about it. */
function unknownClient(
  orgs: ClientHoverTools['orgs'],
  key: string,
  coverage: EntryCoverage,
  said: ReturnType<typeof codesShownAt>,
): vscode.MarkdownString {
  const text = new vscode.MarkdownString();
  const isOpen = coverage.kind === 'not-compared';
  if (isOpen && coverage.why === 'no-region')
    return text.appendMarkdown(
      plain(l10n.t('Compared with no organization, because {0} is no region.', key)),
    );
  // One that no list has may be in the org of another region that has the same ID.
  const region = isOpen ? coverage.region : key;
  const standing = isOpen && coverage.why === 'signed-out' ? SIGNED_OUT : orgs.standing(region);
  switch (standing.kind) {
    case 'signed-out':
      text.isTrusted = { enabledCommands: ['genesysOAuth.signIn'] };
      text.appendMarkdown(
        plain(l10n.t('Not compared with an organization in {0}, where nobody is signed in.', region)),
      );
      return text
        .appendMarkdown('\n\n')
        .appendMarkdown(
          l10n.t(
            '[Sign in](command:genesysOAuth.signIn) to see here which client this is, and whether it suits this file.',
          ),
        );
    case 'unread':
    case 'reading':
      void orgs.want(region);
      return text.appendText(l10n.t('The clients of the organization are being read…'));
    case 'failed': {
      const { why, next } = adviceOn(standing.error);
      return text.appendText(
        inOneText([l10n.t('The clients of the organization could not be read.'), why, next]),
      );
    }
    case 'known':
      if (said.has('client-not-found')) return text;
      return text.appendText(
        l10n.t('Unknown in the organizations of {0} that you are signed in to.', region),
      );
  }
}

/**
 * What is known of a client, a line each. Names come from the org, so they are shown letter by letter. `lastUse` is a day
 * (ISO 8601).
 */
function clientFacts(
  client: OAuthClient,
  org: OrgClients,
  lastUse: string | undefined,
  language: string,
): vscode.MarkdownString {
  const { state, accessTokenValiditySeconds: seconds, registeredRedirectUri } = client;
  const facts = [
    [l10n.t('Grant Type'), clientGrantText(client, language)],
    [l10n.t('State'), clientStateName(state)],
    [l10n.t('Token Duration'), seconds === undefined ? undefined : durationText(seconds)],
    [l10n.t('Last used'), lastUse === undefined ? undefined : dayText(lastUse, language)],
    ...(registeredRedirectUri ?? []).map((uri) => [l10n.t('Redirect URI'), uri]),
  ];
  const lines = facts.flatMap(([label, value]) => (value === undefined ? [] : [`${label}: ${value}`]));
  const ago = l10n.t('As it was {0}.', agoText(Date.parse(org.readAt), Date.now(), language));
  const text = new vscode.MarkdownString(`**${plain(clientName(client))}** · ${plain(org.orgName)}\n\n`);
  text.isTrusted = { enabledCommands: ['genesysOAuth.refreshChecks', 'genesysOAuth.manageClient'] };
  text.appendMarkdown(lines.map(plain).join('  \n'));
  const readAgain = `[${l10n.t('Refresh')}](command:genesysOAuth.refreshChecks)`;
  const about = aboutOf({ client, org: { ...org, name: org.orgName } });
  const manage = `[${l10n.t('Manage…')}](command:genesysOAuth.manageClient?${asArguments(about)})`;
  return text.appendMarkdown(`\n\n${plain(ago)} ${readAgain} · ${manage}`);
}

/** Markdown that shows this text as it is; unlike `appendText`, it lets long lines break. */
function plain(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\\`*_{}[\]()#+\-.!<>|~&$:]/g, '\\$&');
}

/** Names the AWS region behind each key of `clientIds`, for those who know regions by that. */
export function inlayHintsProvider(
  checks: FrameworkChecks,
  orgs: Pick<OrgClientsCache, 'current'>,
): vscode.InlayHintsProvider {
  return {
    provideInlayHints: (document, range) => {
      if (!checks.covers(document)) return [];
      const own = new Set(orgs.current().map(({ region }) => region));
      return entriesIn(checks.inspect(document)).flatMap(({ region, keyPlace }) => {
        const named = regionOfKey(region, own);
        const position = document.positionAt(keyPlace.end);
        if (named === undefined || !range.contains(position)) return [];
        const hint = new vscode.InlayHint(position, named.region.awsRegion);
        hint.paddingLeft = true;
        const place = placeText(named.region);
        hint.tooltip = named.exact ? place : `${place}\n${exactDomainText(named.region)}`;
        return [hint];
      });
    },
  };
}

/**
 * Leads from a Client ID to the client's admin page; only in regions that Genesys Cloud has, whatever a file may say, and
 * from none of the practice org, which has no such page.
 */
export function linkProvider(checks: FrameworkChecks): vscode.DocumentLinkProvider {
  return {
    provideDocumentLinks: (document) => {
      if (!checks.covers(document)) return [];
      const clients = checks.clientsFor(document);
      return entriesIn(checks.inspect(document)).flatMap((entry) => {
        const { value, valuePlace } = entry;
        const found = clients.of(entry);
        const region = readRegionName(found?.org.region ?? entry.region);
        if (value.kind !== 'client-id' || region === undefined) return [];
        if (clients.practice(entry) !== undefined) return [];
        const range = insideQuotes(document, rangeOf(document, valuePlace));
        const link = new vscode.DocumentLink(
          range,
          vscode.Uri.parse(oauthClientAdminUrl(region, value.text)),
        );
        link.tooltip =
          found === undefined
            ? l10n.t('Look for the client on the admin page of {0}', placeOf(region))
            : l10n.t("Open the client's admin page");
        return [link];
      });
    },
  };
}

/** What a string says; all of a name that stands for one. */
function insideQuotes(document: vscode.TextDocument, range: vscode.Range): vscode.Range {
  const isQuoted = /^['"`]/.test(document.getText(range));
  return isQuoted ? new vscode.Range(range.start.translate(0, 1), range.end.translate(0, -1)) : range;
}
