import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import { readConnections, type WrittenConnection } from '../../core/scim/connections.ts';
import { isProviderId } from '../../core/scim/providers.ts';
import { placeOf } from '../../core/texts/regions.ts';
import { providerName } from '../../core/texts/scim.ts';
import { readCheckedText } from '../files/read.ts';
import type { Dialogs } from '../ui/dialogs.ts';
import { findScimFiles } from './file.ts';

export type FoundConnection = { uri: vscode.Uri; path: string; connection: WrittenConnection };

/** Asks for one of the workspace's connections that hold a token; undefined when cancelled, or told that there is none. */
export async function chooseConnection(dialogs: Dialogs): Promise<FoundConnection | undefined> {
  const found = await findConnections();
  if (found.length === 0) {
    dialogs.tell(
      l10n.t(
        'No genesys-scim.json of this workspace has a connection whose identity provider holds a token.',
      ),
    );
    return undefined;
  }
  const title = l10n.t('Choose the connection that gets a new token');
  const placeholder = l10n.t('Type a part of its name or of its Client ID');
  return await dialogs.choose<FoundConnection>(
    { title, placeholder },
    found.map(({ uri, path, connection }) => ({
      label: isProviderId(connection.provider) ? providerName(connection.provider) : connection.provider,
      description: connection.clientId,
      detail: `${placeOf(connection.region)} · ${path}`,
      value: { uri, path, connection },
    })),
  );
}

async function findConnections(): Promise<FoundConnection[]> {
  const files = (await findScimFiles()).filter(({ exists }) => exists);
  const found = await Promise.all(
    files.map(async ({ uri: address, path }) => {
      const uri = vscode.Uri.parse(address);
      const text = await readCheckedText(uri);
      if (!text.ok) return [];
      const connections = readConnections(text.value).filter(({ holdsToken }) => holdsToken);
      return connections.map((connection) => ({ uri, path, connection }));
    }),
  );
  return found.flat();
}

/** The connection of a file as the file has it now; undefined where it does not have it any more. */
export async function connectionNow(
  uri: vscode.Uri,
  { region, clientId, provider }: Pick<WrittenConnection, 'region' | 'clientId' | 'provider'>,
): Promise<WrittenConnection | undefined> {
  const text = await readCheckedText(uri);
  return readConnections(text.ok ? text.value : '').find(
    (each) => each.region === region && each.clientId === clientId && each.provider === provider,
  );
}
