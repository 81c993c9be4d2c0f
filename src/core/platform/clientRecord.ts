import * as z from 'zod/mini';
import { salvage } from '../salvage.ts';
import type { Result } from './errors.ts';
import { CLIENTS_PATH, OAuthClient } from './oauthClients.ts';
import { type Connection, send } from './request.ts';

const Texts = z.optional(z.nullable(z.array(z.string())));

/** What is sent to change a client: all that it is to be, the fields that nobody here knows included. */
export const ClientBody = z.looseObject({
  name: z.string(),
  authorizedGrantType: z.optional(z.nullable(z.string())),
  registeredRedirectUri: Texts,
  scope: Texts,
  state: z.optional(z.nullable(z.string())),
  dateToDelete: z.optional(z.unknown()),
});
export type ClientBody = z.infer<typeof ClientBody>;

/**
 * A whole client as the API answers it, with every field as it came, because a change sends all of them back (Genesys
 * facts 1.1). Only a secret is dropped at once.
 */
export const ClientRecord = z.pipe(
  z.extend(ClientBody, { id: z.string() }),
  z.transform(({ secret: _, ...rest }) => rest),
);
export type ClientRecord = z.infer<typeof ClientRecord>;

/** The client of a record, with each field that is as the API describes it. */
export function clientOf(record: ClientRecord): OAuthClient {
  return salvage(OAuthClient, record) ?? { id: record.id, name: record.name };
}

/** A client as the org has it now, whole. */
export async function readClientRecord(
  connection: Connection,
  id: string,
  signal?: AbortSignal,
): Promise<Result<ClientRecord>> {
  return await send(connection, { method: 'GET', path: pathOf(id), answer: ClientRecord }, signal);
}

/**
 * Makes a client what the body says, and answers what the org made of it. The same body twice is the same client, so a
 * lost answer does no harm; but it overwrites whatever others have changed meanwhile.
 */
export async function updateClient(
  connection: Connection,
  id: string,
  body: ClientBody,
): Promise<Result<ClientRecord>> {
  return await send(connection, { method: 'PUT', path: pathOf(id), body, answer: ClientRecord });
}

function pathOf(id: string): string {
  return `${CLIENTS_PATH}/${encodeURIComponent(id)}`;
}
