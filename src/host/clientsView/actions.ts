import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import type { ClientPageAction } from '../../core/clientPage/messages.ts';
import { lackedPages, type Need } from '../../core/clients/concerns.ts';
import type { FoundClient } from '../../core/clients/whereabouts.ts';
import type { SeveralAction } from '../../core/operations/severalClients.ts';
import type { OAuthClient } from '../../core/platform/oauthClients.ts';
import { redirectUriFault } from '../../core/procedures/rules/redirectUris.ts';
import { actionLabel } from '../../core/texts/clientActions.ts';
import { type Action, carryOutOn } from '../clients/carryOut.ts';
import type { ClientChanges } from '../clients/clientChanges.ts';
import { keepAsCode } from '../clients/keepAsCode.ts';
import { changeSeveral } from '../clients/severalClients.ts';
import { ReadOnlyTexts } from '../files/newText.ts';
import type { Services } from '../services.ts';
import { nothingEntered, type Reading } from '../ui/askText.ts';

/** What opens a tab of its own on a client that exists, or needs more than the client for it. */
export type ClientTabs = {
  edit(found: FoundClient): Promise<void>;
  'right-size'(found: FoundClient): Promise<void>;
  duplicate(found: FoundClient): Promise<void>;
  /** Why nobody can log in with it. */
  doctor(found: FoundClient): Promise<void>;
  /** A new token for its identity provider. */
  'make-token'(found: FoundClient): Promise<void>;
  /** How it differs from what was meant. */
  compare(found: FoundClient): Promise<void>;
};

/** What the palette offers for several clients that were chosen there. */
const FOR_SEVERAL = ['keep-as-code', 'add-redirect-uri', 'deactivate', 'activate', 'delete'] as const;

/** Does things with the clients of rows, be it one or several. */
export class ClientActions implements vscode.Disposable {
  private readonly reports = new ReadOnlyTexts();

  constructor(
    private readonly services: Services,
    private readonly changes: ClientChanges,
    private readonly tabs: ClientTabs,
  ) {}

  /** Does one thing with a client. `needs` is what the places that name it need of it. */
  async one(found: FoundClient, needs: readonly Need[], kind: ClientPageAction): Promise<void> {
    const { services, changes } = this;
    if (isOfTab(kind)) return await this.tabs[kind](found);
    if (kind === 'keep-as-code') return await keepAsCode(services, this.reports, [found]);
    const action = kind === 'add-redirect-uri' ? await this.addition() : actionOf(found.client, needs, kind);
    if (action !== undefined) await carryOutOn(services, services.dialogs, changes, found, action);
  }

  /** Does the same with several clients; what is done with one alone is not done with several. */
  async several(clients: readonly FoundClient[], kind: ClientPageAction): Promise<void> {
    if (kind === 'keep-as-code') return await keepAsCode(this.services, this.reports, clients);
    if (kind === 'copy-id')
      return await vscode.env.clipboard.writeText(clients.map(({ client }) => client.id).join('\n'));
    const action = await this.forSeveral(kind);
    if (action !== undefined) await changeSeveral(this.services, this.reports, clients, action);
  }

  /** Asks what to do with several clients, and does it. */
  async askAndDo(clients: readonly FoundClient[]): Promise<void> {
    const title =
      clients.length === 1 ? l10n.t('1 client is chosen') : l10n.t('{0} clients are chosen', clients.length);
    const question = { title, placeholder: l10n.t('Choose what to do with them') };
    const rows = FOR_SEVERAL.map((value) => ({ label: actionLabel(value), value }));
    const kind = await this.services.dialogs.choose(question, rows);
    if (kind !== undefined) await this.several(clients, kind);
  }

  dispose(): void {
    this.reports.dispose();
  }

  private async forSeveral(kind: ClientPageAction): Promise<SeveralAction | undefined> {
    switch (kind) {
      case 'deactivate':
      case 'delete':
        return { kind };
      case 'activate':
      case 'restore':
        return { kind: 'activate' };
      case 'add-redirect-uri': {
        const uri = await this.askForUri();
        return uri === undefined ? undefined : { kind: 'add-redirect-uris', uris: [uri] };
      }
      default:
        return undefined;
    }
  }

  private async addition(): Promise<Action | undefined> {
    const uri = await this.askForUri();
    return uri === undefined
      ? undefined
      : { kind: 'change', change: { kind: 'add-redirect-uris', uris: [uri] } };
  }

  private async askForUri(): Promise<string | undefined> {
    return await this.services.dialogs.enter({
      title: l10n.t('Add a redirect URI'),
      prompt: l10n.t('Where a login leads back to. It is matched letter by letter.'),
      placeholder: 'https://crm.example.com/callback',
      read: readUri,
    });
  }
}

function isOfTab(kind: ClientPageAction): kind is keyof ClientTabs {
  return ['edit', 'right-size', 'duplicate', 'make-token', 'doctor', 'compare'].includes(kind);
}

function readUri(text: string): Reading<string> {
  if (text === '') return nothingEntered();
  if (redirectUriFault(text) === undefined) return { kind: 'right', value: text };
  const finding = l10n.t(
    'This is no redirect URI. Enter one https address without blanks, wildcards and a fragment (#…), such as {0}.',
    'https://crm.example.com/callback',
  );
  return { kind: 'unfinished', finding };
}

function actionOf(
  client: OAuthClient,
  needs: readonly Need[],
  kind: Exclude<ClientPageAction, keyof ClientTabs | 'keep-as-code' | 'add-redirect-uri'>,
): Action {
  switch (kind) {
    case 'copy-id':
      return { kind: 'copy', text: client.id };
    case 'add-pages':
      return { kind: 'change', change: { kind: 'add-redirect-uris', uris: lackedPages(client, needs) } };
    case 'deactivate':
    case 'activate':
      return { kind: 'change', change: { kind } };
    case 'restore':
      return { kind: 'change', change: { kind: 'activate' } };
    default:
      return { kind };
  }
}
