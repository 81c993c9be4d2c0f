import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import * as z from 'zod/mini';
import { readConnections, type WrittenConnection } from '../../core/scim/connections.ts';
import { isProviderId } from '../../core/scim/providers.ts';
import { placeOf } from '../../core/texts/regions.ts';
import { providerName } from '../../core/texts/scim.ts';
import { readCheckedText } from '../files/read.ts';
import type { Dialogs } from '../ui/dialogs.ts';
import { findScimFiles } from './file.ts';

export type FoundConnection = { uri: vscode.Uri; path: string; connection: WrittenConnection };

/** The client of a token, where it is known: its region (a domain) and ID. */
export const ClientOfToken = z.object({ region: z.string(), clientId: z.string() });
export type ClientOfToken = z.infer<typeof ClientOfToken>;

/**
 * Asks for one of the workspace's connections that hold a token, or of those of one client, where there are several;
 * undefined when cancelled, or told that there is none.
 */
export async function chooseConnection(
  dialogs: Dialogs,
  of?: ClientOfToken,
): Promise<FoundConnection | undefined> {
  const found = of === undefined ? await findConnections() : await connectionsOf(of);
  const [only, ...others] = found;
  if (of !== undefined && only !== undefined && others.length === 0) return only;
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

/** The connections of the workspace by which an identity provider holds a token of this client. */
export async function connectionsOf({ region, clientId }: ClientOfToken): Promise<FoundConnection[]> {
  const id = clientId.toLowerCase();
  return (await findConnections()).filter(
    ({ connection }) => connection.region === region && connection.clientId === id,
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
