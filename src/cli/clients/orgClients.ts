import * as l10n from '@vscode/l10n';
import type { OrgClients } from '../../core/clients/whereabouts.ts';
import { entriesNamed } from '../../core/named.ts';
import type { PlatformError } from '../../core/platform/errors.ts';
import type { OAuthClient } from '../../core/platform/oauthClients.ts';
import { unreadClientsText } from '../../core/texts/clientChanges.ts';
import { inOneText, listed } from '../../core/texts/sentences.ts';
import { type Home, type Reckoning, reckoningAt, SOON_DAYS } from '../../core/watch/standing.ts';
import { type Asked, CommandFailure, UsageError } from '../commandLine.ts';
import type { Io } from '../io.ts';
import type { OpenOrg } from '../orgs/openOrg.ts';
import type { Orgs } from '../orgs/orgs.ts';

/** The clients of the orgs that tell them, and why others do not. */
export type ReadClients = {
  readonly read: readonly (OrgClients & { readonly open: OpenOrg })[];
  readonly unread: readonly { readonly open: OpenOrg; readonly error: PlatformError }[];
};

/** The clients as they were read when the orgs were opened. */
export function clientsOf(orgs: readonly OpenOrg[], { now }: Pick<Io, 'now'>): ReadClients {
  const readAt = now().toISOString();
  const read: ReadClients['read'][number][] = [];
  const unread: ReadClients['unread'][number][] = [];
  for (const open of orgs) {
    const { clients } = open.org;
    if (clients.kind === 'known') read.push({ ...open.account, clients: clients.value, readAt, open });
    else unread.push({ open, error: clients.error });
  }
  return { read, unread };
}

/** Why the clients of an org are not known, and what to do next. */
export function unreadText({ open, error }: ReadClients['unread'][number]): string {
  const { what, why, next } = unreadClientsText(open.account.orgName, error);
  return inOneText([what, why, next]);
}

/** An org as JSON names it. */
export function orgJson({ orgName, region, practice, open }: ReadClients['read'][number]) {
  return { org: orgName, orgId: open.org.id, region, practice, signIn: open.signIn.name };
}

/** By which clock, and how early, it is said of the clients of an org what ends: as early as where nobody chose. */
export function reckoningIn(home: Home, { now }: Pick<Io, 'now'>, clocks: Orgs['clocks']): Reckoning {
  return reckoningAt(now(), { soonDays: SOON_DAYS.usual, aheadSeconds: clocks.aheadOf(home) });
}

/** The one word that names a client: its ID, or its whole name. Throws `UsageError`. */
export function clientWord({ words }: Pick<Asked, 'words'>): string {
  const [word = '', ...more] = words.positionals;
  if (word.trim() === '' || more.length > 0)
    throw new UsageError(l10n.t('Name one client, by its ID or its whole name.'));
  return word.trim();
}

export type ClientThere = { readonly client: OAuthClient; readonly org: ReadClients['read'][number] };

/** The client that is meant, in the org that has it. Throws `CommandFailure` where there is none, or several are called so. */
export function clientMeant({ read, unread }: ReadClients, word: string): ClientThere {
  const found = read.flatMap((org) => entriesNamed(word, org.clients).map((client) => ({ client, org })));
  const [only, ...more] = found;
  if (only !== undefined && more.length === 0) return only;
  const places = found.map(({ client, org }) => `${client.id} (${org.orgName})`);
  if (only !== undefined)
    throw new CommandFailure(
      inOneText([
        l10n.t('Several clients are called "{0}": {1}.', word, listed(places)),
        l10n.t('Name one by its ID, and its organization with {0}.', '--org'),
      ]),
    );
  throw new CommandFailure(
    inOneText([
      l10n.t('No client "{0}" was found in {1}.', word, listed(read.map(({ orgName }) => orgName)) || '-'),
      ...unread.map(unreadText),
      l10n.t('{0} shows which clients there are.', 'genesys-oauth clients list'),
    ]),
  );
}
