import * as l10n from '@vscode/l10n';
import type { FoundClient } from '../../core/clients/whereabouts.ts';
import { requestOf } from '../../core/export/clientRequest.ts';
import { type ExportedClient, type ExportFormat, exportClientsAs } from '../../core/export/exportAs.ts';
import { type ClientFate, isDone } from '../../core/operations/severalClients.ts';
import { SIGNED_OUT } from '../../core/platform/errors.ts';
import { OAuthClient } from '../../core/platform/oauthClients.ts';
import { unreadClientsText } from '../../core/texts/clientChanges.ts';
import { listed } from '../../core/texts/sentences.ts';
import { nameIn } from '../../core/texts/severalClients.ts';
import { failureOf } from '../../core/texts/severalReport.ts';
import type { Written } from '../drift/writtenClients.ts';
import { openNewText, type ReadOnlyTexts } from '../files/newText.ts';
import type { Services } from '../services.ts';
import type { Choice, ListQuestion } from '../ui/askOneOf.ts';
import { atHome } from './clientChanges.ts';
import { runSeveral, tellFates } from './severalClients.ts';

/** What VS Code calls the languages of the forms. */
const LANGUAGES: Record<ExportFormat, string> = {
  terraform: 'terraform',
  json: 'json',
  curl: 'shellscript',
  'genesys-cli': 'shellscript',
};

/**
 * Writes clients as code into new files, one an org, in the form that the person chooses. Each is read as it is now; no
 * secret is in any of them.
 */
export async function keepAsCode(
  services: Pick<Services, 'connections' | 'dialogs' | 'sessions' | 'written'>,
  reports: Pick<ReadOnlyTexts, 'show'>,
  clients: readonly FoundClient[],
): Promise<void> {
  const { dialogs } = services;
  const format = await dialogs.choose(question(clients), rows(clients));
  if (format === undefined) return;
  const fates = await runSeveral(services, clients, { kind: 'read' });
  const isCancelled = fates.every(({ fate }) => fate.kind === 'not-begun' && fate.error.kind === 'cancelled');
  if (isCancelled) return;
  const accounts = new Set(fates.map(({ found }) => found.org.account));
  for (const account of accounts) {
    const own = fates.filter(({ found }) => found.org.account === account);
    await writeOrg(services, account, own, format);
  }
  if (fates.every(({ fate }) => isDone(fate))) return;
  const [only, ...others] = fates;
  if (only !== undefined && others.length === 0) {
    const failure = failureOf(only, { kind: 'read' });
    if (failure !== undefined) dialogs.fail(failure);
    return;
  }
  const again = await tellFates(services, reports, fates, { kind: 'read' }, l10n.t('Try the rest again'));
  if (!again) return;
  const rest = fates.filter(({ fate }) => !isDone(fate));
  await keepAsCode(
    services,
    reports,
    rest.map(({ found }) => found),
  );
}

function question(clients: readonly FoundClient[]): ListQuestion {
  const [only, ...others] = clients;
  const title =
    only !== undefined && others.length === 0
      ? l10n.t('Keep "{0}" as code', nameIn(only))
      : l10n.t('Keep {0} clients as code', clients.length);
  return { title, placeholder: l10n.t('Choose a form. The Client Secret is in none of them.') };
}

/** Only Terraform takes over a client that is there; whoever carries the others out makes another one. */
function rows(clients: readonly FoundClient[]): Choice<ExportFormat>[] {
  const another = l10n.t('A command that makes another client with the same settings.');
  return [
    {
      label: 'Terraform',
      detail: l10n.t('Takes the client over with an import block, and makes no second one.'),
      value: 'terraform',
    },
    {
      label: 'JSON',
      detail:
        clients.length === 1
          ? l10n.t('The body of the request that makes such a client.')
          : l10n.t('A list of the bodies of the requests that make such clients.'),
      value: 'json',
    },
    { label: 'curl', detail: another, value: 'curl' },
    { label: 'Genesys CLI', detail: another, value: 'genesys-cli' },
  ];
}

/** Opens a file with those clients of an org that were read, and says which of them cannot be written as code. */
async function writeOrg(
  {
    connections,
    dialogs,
    sessions,
    written,
  }: Pick<Services, 'connections' | 'dialogs' | 'sessions' | 'written'>,
  account: string,
  fates: readonly ClientFate[],
  format: ExportFormat,
): Promise<void> {
  const exported: ExportedClient[] = [];
  const others: string[] = [];
  const kept: Written[] = [];
  for (const { found, fate } of fates) {
    if (fate.kind !== 'read') continue;
    const client = OAuthClient.safeParse(fate.record).data;
    const request = client && requestOf(client);
    if (request === undefined) others.push(nameIn(found));
    else {
      exported.push({ id: found.client.id, request });
      kept.push({ home: atHome(found.org, found.client.id), account, client: fate.record });
    }
  }
  if (others.length > 0) dialogs.warn(notAsCodeText(others));
  const [first] = fates;
  if (first === undefined || exported.length === 0) return;
  const { org } = first.found;
  const session = await sessions.ofAccount(account);
  if (session === undefined) return dialogs.fail(unreadClientsText(org.orgName, SIGNED_OUT));
  const where = { ...(await connections.hosts(session)), region: org.region, practice: org.practice };
  await openNewText(exportClientsAs(format, exported, where), LANGUAGES[format]);
  await written.note('exported', ...kept);
}

/** Of which clients no code can be written. */
export function notAsCodeText(names: readonly string[]): string {
  return l10n.t(
    'Not written as code, because the organization does not say their grant type or token duration as it is known here: {0}',
    listed(names.slice(0, 5)),
  );
}
