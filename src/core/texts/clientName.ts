import * as l10n from '@vscode/l10n';
import type { OAuthClient } from '../platform/oauthClients.ts';

/** A client as far as it is called something. */
export type NamedClient = Pick<OAuthClient, 'id' | 'name'>;

/** What a client is called, wherever it is: one without a name by its ID. */
export function clientName({ id, name }: NamedClient): string {
  return name.trim() === '' ? l10n.t('(no name) {0}', id) : name;
}
