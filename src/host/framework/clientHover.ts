import { setTimeout } from 'node:timers/promises';
import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import type { FoundClient } from '../../core/clients/whereabouts.ts';
import type { EntryCoverage } from '../../core/framework/check/coverage.ts';
import type { ClientIdEntry } from '../../core/framework/inspect.ts';
import { adviceOn } from '../../core/texts/platformErrors.ts';
import type { LastUses } from '../clients/lastUses.ts';
import type { OrgClientsCache } from '../clients/orgClients.ts';
import { textLanguage } from '../language.ts';
import { clientFacts, plain } from './clientFacts.ts';

/** What the hover of a Client ID looks things up with. */
export type ClientHoverTools = {
  readonly orgs: Pick<OrgClientsCache, 'standing' | 'want' | 'current'>;
  readonly lastUses: Pick<LastUses, 'of'>;
};

/** Milliseconds that a hover waits for the last use; what comes later is there for the next hover. */
const LAST_USE_WITHIN = 1000;

/** The client behind a Client ID, how far it is known; never with a secret. */
export async function clientHover(
  { orgs, lastUses }: ClientHoverTools,
  entry: ClientIdEntry,
  found: FoundClient | undefined,
  coverage: EntryCoverage,
): Promise<vscode.MarkdownString> {
  if (found === undefined) return unknownClient(orgs, entry.region, coverage);
  const soon = new AbortController();
  const lastUse = await Promise.race([
    lastUses.of(found.org.account, found.client.id),
    setTimeout(LAST_USE_WITHIN, undefined, { signal: soon.signal }).catch(() => undefined),
  ]);
  soon.abort();
  const text = clientFacts(found.client, found.org, lastUse, textLanguage());
  const { orgName, region } = found.org;
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
      return text.appendText(l10n.t('The clients of the organization could not be read. {0} {1}', why, next));
    }
    case 'known':
      return text.appendText(
        l10n.t('Unknown in the organizations of {0} that you are signed in to.', region),
      );
  }
}
